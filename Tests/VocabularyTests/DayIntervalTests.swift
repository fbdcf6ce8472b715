import Testing
import Vocabulary

@Suite("Intervals of days, and dates known in part")
struct DayIntervalTests {
  @Test(
    "a partial date is read as the days it may be",
    arguments: [
      ("2023", "2023-01-01", "2023-12-31"), ("2024-02", "2024-02-01", "2024-02-29"),
      ("2023-09-12", "2023-09-12", "2023-09-12"), ("2023-09-10..2023-10-02", "2023-09-10", "2023-10-02"),
    ])
  func reads(text: String, from: String, to: String) throws {
    let interval = try #require(DayInterval(partial: text))
    #expect(interval.first.description == from)
    #expect(interval.last.description == to)
    #expect(interval.partialText == text)
  }

  @Test(
    "a partial date that is none is refused",
    arguments: [
      "", "20", "203", "2023-", "2023-13", "2023-02-30", "2023-09..2023-10", "2023-10-02..2023-09-10", "..",
      "2023-09-12..",
      "2023-9", "abcd", "0000", "2023-09-12...2023-09-13",
    ])
  func refuses(text: String) { #expect(DayInterval(partial: text) == nil) }

  @Test("what is written is read back, and never longer than the two days")
  func roundTrip() {
    var random = SplitMix64(seed: 1)
    for _ in 0..<20_000 {
      let a = CivilDate(days: Int32.random(in: -20_000...40_000, using: &random))
      let month = DayInterval(a.adding(days: 1 - a.day), a.endOfMonth)
      let some = DayInterval(a, a.adding(days: Int.random(in: 0...800, using: &random)))
      for interval in [DayInterval(a), month, some] {
        guard DayInterval(partial: interval.partialText) == interval, interval.partialText.utf8.count <= 22 else {
          Issue.record("\(interval)")
          return
        }
      }
    }
  }

  @Test("contains, intersection and count agree with sets of days")
  func sets() {
    var random = SplitMix64(seed: 2)
    func interval() -> (DayInterval, Set<Int32>) {
      let a = Int32.random(in: 0...30, using: &random)
      let b = Int32.random(in: a...30, using: &random)
      return (DayInterval(CivilDate(days: a), CivilDate(days: b)), Set(a...b))
    }
    for _ in 0..<2_000 {
      let (x, xs) = interval()
      let (y, ys) = interval()
      #expect(x.count == xs.count)
      #expect((0...30).allSatisfy { x.contains(CivilDate(days: $0)) == xs.contains($0) })
      let common = xs.intersection(ys).sorted()
      #expect(x.intersection(y)?.first.days == common.first)
      #expect(x.intersection(y)?.last.days == common.last)
    }
  }

  @Test("an interval whose ends are turned round is its first day")
  func turned() {
    let day = CivilDate(days: 9)
    #expect(DayInterval(day, day.previous) == DayInterval(day))
  }
}
