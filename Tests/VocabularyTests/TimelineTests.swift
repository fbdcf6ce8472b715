import Testing
import Vocabulary

/// A timeline as one value a day, from day 0 to day 59; before day 0 and after day 59 the first and the last hold.
private let axis: Range<Int32> = 0..<60

private func sampled<Value>(_ timeline: Timeline<Value>) -> [Value] {
  axis.map { timeline.value(on: CivilDate(days: $0)) }
}

/// Points in order, the first at the distant past, no two neighbours alike.
private func isWellFormed<Value>(_ timeline: Timeline<Value>) -> Bool {
  let points = Array(timeline.points)
  return points.first?.day == .distantPast
    && zip(points, points.dropFirst()).allSatisfy { $0.day < $1.day && $0.value != $1.value }
}

@Suite("Timelines against an array of days")
struct TimelineTests {
  private static func random(_ random: inout SplitMix64) -> (Timeline<Int>, [Int]) {
    var timeline = Timeline(Int.random(in: 0...3, using: &random))
    var days = Array(repeating: timeline.points[0].value, count: axis.count)
    for _ in 0..<Int.random(in: 0...8, using: &random) {
      let day = Int32.random(in: 1..<59, using: &random)
      let value = Int.random(in: 0...3, using: &random)
      timeline.set(value, from: CivilDate(days: day))
      for later in Int(day)..<axis.count { days[later] = value }
    }
    return (timeline, days)
  }

  @Test("set overwrites everything from its day on, also when the days fall")
  func set() {
    var random = SplitMix64(seed: 3)
    for _ in 0..<3_000 {
      let (timeline, days) = Self.random(&random)
      guard sampled(timeline) == days, isWellFormed(timeline) else {
        Issue.record("\(timeline)")
        return
      }
    }
  }

  @Test("map and combined work day by day")
  func pointwise() {
    var random = SplitMix64(seed: 4)
    for _ in 0..<3_000 {
      let (a, x) = Self.random(&random)
      let (b, y) = Self.random(&random)
      let sum = a.combined(with: b) { $0 * 4 + $1 }
      let least = a.combined(with: b) { min($0, $1) }
      let half = a.map { $0 / 2 }
      guard sampled(sum) == zip(x, y).map({ $0 * 4 + $1 }), sampled(least) == zip(x, y).map({ min($0, $1) }),
        sampled(half) == x.map({ $0 / 2 }), isWellFormed(sum), isWellFormed(least), isWellFormed(half)
      else {
        Issue.record("\(a) and \(b)")
        return
      }
    }
  }

  @Test("shifted moves the value of day d to day d + n")
  func shifted() {
    var random = SplitMix64(seed: 5)
    for _ in 0..<3_000 {
      let (a, x) = Self.random(&random)
      let n = Int.random(in: -70...70, using: &random)
      let expected = axis.map { x[min(max(Int($0) - n, 0), axis.count - 1)] }
      guard sampled(a.shifted(days: n)) == expected, isWellFormed(a.shifted(days: n)) else {
        Issue.record("\(a) by \(n)")
        return
      }
    }
  }

  @Test("splice lays pieces end to end")
  func splice() {
    var random = SplitMix64(seed: 6)
    for _ in 0..<3_000 {
      let borders = Set(
        (0..<Int.random(in: 0...4, using: &random)).map { _ in Int32.random(in: 1..<60, using: &random) })
      let starts = [CivilDate.distantPast] + borders.sorted().map { CivilDate(days: $0) }
      let pieces = starts.map { _ in Self.random(&random) }
      let spliced = Timeline.splice(zip(starts, pieces).map { ($0, $1.0) })
      let expected = axis.map { day in
        let piece = starts.lastIndex { $0.days <= day } ?? 0
        return pieces[piece].1[Int(day)]
      }
      guard sampled(spliced) == expected, isWellFormed(spliced) else {
        Issue.record("\(starts)")
        return
      }
    }
  }

  @Test("spans, span, next change and first agree with walking the days")
  func spans() {
    var random = SplitMix64(seed: 7)
    for _ in 0..<3_000 {
      let (a, x) = Self.random(&random)
      let from = Int32.random(in: 1..<50, using: &random)
      let to = Int32.random(in: from..<60, using: &random)
      var walked: [Int] = []
      for span in a.spans(in: DayInterval(CivilDate(days: from), CivilDate(days: to))) {
        walked += Array(repeating: span.value, count: span.days.count)
      }
      let change = (Int(from) + 1..<axis.count).first { x[$0] != x[Int(from)] }
      let one = (Int(from)..<axis.count).first { x[$0] == 1 }
      let day = CivilDate(days: from)
      guard walked == Array(x[Int(from)...Int(to)]), a.nextChange(after: day).map({ Int($0.days) }) == change,
        a.first(from: day, where: { $0 == 1 }).map({ Int($0.days) }) == one,
        a.span(on: day).last.days == (change.map { Int32($0) - 1 } ?? CivilDate.distantFuture.days)
      else {
        Issue.record("\(a) from \(from) to \(to)")
        return
      }
    }
  }

  @Test("two timelines with a change on the distant future are combined")
  func farEnd() {
    var a = Timeline(1)
    a.set(2, from: .distantFuture)
    let b = Timeline(5)
    #expect(a.combined(with: b) { $0 + $1 }.value(on: .distantFuture) == 7)
    #expect(b.combined(with: a) { $0 + $1 }.value(on: .distantFuture) == 7)
    #expect(a.combined(with: a) { $0 + $1 }.value(on: CivilDate(days: 0)) == 2)
  }
}
