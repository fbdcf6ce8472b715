import Rules
import Testing
import Vocabulary

@Suite("Points in periods, against plain sums")
struct PointsModelTests {
  private static let asOf = day("2026-11-22")

  private struct Point {
    let day: CivilDate
    let amount: Int
    let category: String
    let approvedBy: String
  }

  @Test("points in periods that move with each recertification, categories and approval together")
  func points() {
    var random = SeededGenerator(seed: 32)
    var compared = 0
    var met = 0
    for _ in 0..<(80 * effort) {
      let starts = (0..<Int.random(in: 0...3, using: &random)).map { _ in random.day(17_000...18_800) }
      let activities = (0..<Int.random(in: 0...10, using: &random)).map { _ in
        Point(
          day: random.day(16_900...19_500), amount: Int.random(in: 1...12, using: &random),
          category: random.pick(["clinical", "general", "none"]), approvedBy: random.pick(["aama", "other"]))
      }
      let evidence = Evidence(
        starts.enumerated().map {
          EvidenceRecord(id: "c\($0)", kind: .certification, values: ["of": .word("x/y"), "date": .on($1)])
        }
          + activities.enumerated().map {
            EvidenceRecord(
              id: "p\($0)", kind: .activity,
              values: [
                "date": .on($1.day), "amount": .number($1.amount), "category": .word($1.category),
                "approved_by": .word($1.approvedBy),
              ])
          })
      var book = ModelBook()
      let life = book.life("x/y", months: 24, .endOfMonth)
      let root = book.add(
        .points(
          PointsRule(
            filter: records(.activity), reach: .period(life), total: Quantity(20),
            each: [.init(word: "clinical", amount: Quantity(5)), .init(word: "general", amount: Quantity(4))],
            approved: .init(word: "aama", amount: Quantity(8)), unit: "points")))
      let timeline = book.timeline(root, evidence, Question(asOf: Self.asOf))
      for day in days(16_900...20_300) where day.days % 3 == 0 || day.day == 1 {
        compared += 1
        var expected: Bool?
        if let start = starts.filter({ $0 <= day }).max() {
          let expiry = start.addingToEndOfMonth(months: 24)
          func enough(_ last: CivilDate) -> Bool {
            let reached = activities.filter { $0.day >= start && $0.day <= day && $0.day <= last }
            func sum(_ isIn: (Point) -> Bool) -> Int { reached.filter(isIn).map(\.amount).reduce(0, +) }
            return sum { _ in true } >= 20 && sum { $0.category == "clinical" } >= 5
              && sum { $0.category == "general" } >= 4 && sum { $0.approvedBy == "aama" } >= 8
          }
          // Whether the days after the last valid day count is not stated.
          expected = enough(expiry) == enough(.distantFuture) ? enough(expiry) : nil
        } else {
          expected = false
        }
        if expected == true { met += 1 }
        if settled(timeline.value(on: day).verdict) != expected {
          Issue.record(
            "\(day): \(timeline.value(on: day).verdict), expected \(String(describing: expected)), \(starts)")
          return
        }
      }
    }
    #expect(compared > 80_000 && met > 1_000)
  }

  @Test("points, fees and certifications known in part settle nothing that could be otherwise")
  func partialPoints() {
    var random = SeededGenerator(seed: 33)
    var book = ModelBook()
    let life = book.life("x/y", months: 24, .notStated)
    let rule = PointsRule(
      filter: records(.activity), reach: .period(life), total: Quantity(10),
      each: [.init(word: "clinical", amount: Quantity(3))], approved: nil, unit: "points")
    let points = book.add(.points(rule))
    let current = book.add(.life(life, [.current]))
    let expired = book.add(.life(life, [.expired]))
    let late = book.add(
      .window(
        Window(event: .lifeExpiry(life), lower: Offset(count: 1, unit: .days), upper: Offset(count: 90, unit: .days))))
    let entries = book.add(
      .entries(EntryRule(filter: records(.fee, ["type": ["annual"]]), day: field("fee.date"), atLeast: 2, reach: nil)))
    let all = book.finished(points)
    let evaluator = Evaluator(book: all)
    let question = Question(asOf: Self.asOf)
    var settledDays = 0
    for _ in 0..<(60 * effort) {
      var people = RandomPeople(credential: "x/y", seed: random.next())
      let partial = people.forgetful(people.exact(), percent: 30)
      evaluator.begin(partial, question)
      let lines = [points, current, expired, late, entries].map { ($0, evaluator.timeline(of: $0)) }
      for _ in 0..<3 {
        let reference = DayByDay(all, people.completed(partial), question)
        for (root, line) in lines {
          var asked = (0..<4).map { _ in people.random.day(16_000...21_000) }
          for point in line.points where point.day.isFinite { asked += [point.day.previous, point.day] }
          for day in asked {
            guard let found = settled(line.value(on: day).verdict) else { continue }
            settledDays += 1
            let expected = reference.answer(root, on: day)
            if found != expected {
              Issue.record(
                "requirement \(root) on \(day): \(found), by the words \(String(describing: expected))\n\(partial.text)\n--\n\(reference.evidence.text)"
              )
              return
            }
          }
        }
      }
    }
    #expect(settledDays > 1_000)
  }

  @Test("an activity in the month of the certification may lie before it")
  func sameMonth() {
    var book = ModelBook()
    let life = book.life("x/y", months: 24, .endOfMonth)
    let root = book.add(
      .points(
        PointsRule(
          filter: records(.activity), reach: .period(life), total: Quantity(10), each: [], approved: nil, unit: "points"
        )))
    let evidence = Evidence([
      EvidenceRecord(
        id: "c", kind: .certification,
        values: ["of": .word("x/y"), "date": .day(DayInterval(day("2021-12-01"), day("2021-12-31")), expected: false)]),
      EvidenceRecord(id: "a", kind: .activity, values: ["date": .on(day("2021-12-10")), "amount": .number(10)]),
    ])
    let timeline = book.timeline(root, evidence, Question(asOf: Self.asOf))
    #expect(timeline.value(on: day("2022-06-01")).verdict == .undetermined)
    #expect(timeline.value(on: day("2021-11-30")).verdict == .notMet)
  }
}
