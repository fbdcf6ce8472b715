import Rules
import Testing
import Vocabulary

@Suite("Attempts, points, entries and cards against plain lists of days")
struct ListModelTests {
  private static let asOf = day("2026-11-22")

  private static func attempts(_ failures: [FactValue], sure: [Bool]? = nil) -> [EvidenceRecord] {
    failures.enumerated().map { i, date in
      let result: FactValue = sure?[i] ?? true ? .word("failed") : .unknown
      return EvidenceRecord(id: "a\(i)", kind: .attempt, values: ["date": date, "result": result])
    }
  }

  private static let failed = records(.attempt, ["result": ["failed"]])

  /// Whether one more attempt fits on a day: failures before it in order, each with its wait.
  private static func mayAttempt(_ failures: [CivilDate], _ limit: Int?, _ waits: [(Int, isMonths: Bool)], _ day: CivilDate) -> Bool {
    let past = failures.filter { $0 < day }.sorted()
    if let limit, past.count >= limit { return false }
    for (i, failure) in past.enumerated() where !waits.isEmpty {
      let wait = waits[min(i, waits.count - 1)]
      if day < (wait.isMonths ? failure.adding(months: wait.0) : failure.adding(days: wait.0)) { return false }
    }
    return true
  }

  @Test("waits and a limit, on known days and on days known in part")
  func attempts() {
    var random = SeededGenerator(seed: 31)
    var exactDays = 0
    var settledDays = 0
    for round in 0..<(160 * effort) {
      let isExact = round % 2 == 0
      let waits = (0..<Int.random(in: 0...3, using: &random)).map { _ in (random.pick([0, 1, 3, 12, 30, 90]), isMonths: random.chance(40)) }
      let limit = random.chance(60) ? Int.random(in: 1...4, using: &random) : nil
      let truth = (0..<Int.random(in: 0...4, using: &random)).map { _ in random.day(18_000...18_250) }
      let known = truth.map { isExact ? DayInterval($0) : random.blurred($0) }
      let sure = truth.map { _ in isExact || random.chance(75) }
      let rule = AttemptRule(
        filter: Self.failed, limit: limit,
        waits: waits.map { Offset(count: $0.0, unit: $0.isMonths ? .monthsFromEvent : .days) })
      var book = ModelBook()
      let root = book.add(.attempts(rule))
      let timeline = book.timeline(
        root, Evidence(Self.attempts(known.map { .day($0, expected: false) }, sure: sure)), Question(asOf: Self.asOf))
      for _ in 0..<(isExact ? 1 : 4) {
        let failures = zip(known, sure).compactMap { days, sure in
          sure || random.chance(50) ? random.pick([days.first, days.last, random.day(days.first.days...days.last.days)]) : nil
        }
        for day in days(17_900...19_000) where isExact || day.days % 3 == 0 {
          let found = settled(timeline.value(on: day).verdict)
          if isExact { exactDays += 1 } else if found != nil { settledDays += 1 } else { continue }
          if found != Self.mayAttempt(failures, limit, waits, day) {
            Issue.record("\(day): \(timeline.value(on: day).verdict), failures \(failures) of \(known.map(\.partialText)), \(sure), limit \(String(describing: limit)), waits \(waits)")
            return
          }
        }
      }
    }
    #expect(exactDays > 80_000 && settledDays > 30_000)
  }

  @Test("three failures with waits of 30 days, 90 days and a year, and a limit of 4")
  func workedExample() {
    let rule = AttemptRule(
      filter: Self.failed, limit: 4,
      waits: [Offset(count: 30, unit: .days), Offset(count: 90, unit: .days), Offset(count: 12, unit: .monthsFromEvent)])
    func line(_ failures: String...) -> Timeline<Finding> {
      var book = ModelBook()
      let root = book.add(.attempts(rule))
      return book.timeline(root, Evidence(Self.attempts(failures.map { .on(day($0)) })), Question(asOf: Self.asOf))
    }
    let three = line("2026-09-10", "2026-11-05", "2027-03-01")
    for (text, isMet) in [
      ("2026-09-10", true), ("2026-09-11", false), ("2026-10-09", false), ("2026-10-10", true), ("2026-11-05", true),
      ("2026-11-06", false), ("2027-02-02", false), ("2027-02-03", true), ("2027-03-01", true), ("2027-03-02", false),
      ("2028-02-29", false), ("2028-03-01", true), ("2040-01-01", true),
    ] {
      #expect((three.value(on: day(text)).verdict == .met) == isMet, "\(text)")
    }
    let four = line("2026-09-10", "2026-11-05", "2027-03-01", "2028-03-01")
    #expect(four.value(on: day("2028-03-01")).verdict == .met)
    #expect(four.value(on: day("2040-01-01")).verdict == .notMet)
  }

  @Test("an attempt of which nobody knows the result may or may not be one of the failures")
  func unknownResult() {
    let rule = AttemptRule(filter: Self.failed, limit: 3, waits: [])
    var book = ModelBook()
    let root = book.add(.attempts(rule))
    let dates: [FactValue] = [.on(day("2024-01-10")), .on(day("2024-03-10")), .on(day("2024-06-10"))]
    let timeline = book.timeline(root, Evidence(Self.attempts(dates, sure: [false, true, true])), Question(asOf: Self.asOf))
    #expect(timeline.value(on: day("2025-01-01")).verdict == .undetermined)
    let open = book.timeline(root, Evidence([], open: [.attempt]), Question(asOf: Self.asOf))
    #expect(open.isConstant && open.value(on: Self.asOf).verdict == .undetermined)
  }

  // MARK: - Points

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
        starts.enumerated().map { EvidenceRecord(id: "c\($0)", kind: .certification, values: ["of": .word("x/y"), "date": .on($1)]) }
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
          Issue.record("\(day): \(timeline.value(on: day).verdict), expected \(String(describing: expected)), \(starts)")
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
    let late = book.add(.window(Window(event: .lifeExpiry(life), lower: Offset(count: 1, unit: .days), upper: Offset(count: 90, unit: .days))))
    let entries = book.add(.entries(EntryRule(filter: records(.fee, ["type": ["annual"]]), day: field("fee.date"), atLeast: 2, reach: nil)))
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
              Issue.record("requirement \(root) on \(day): \(found), by the words \(String(describing: expected))\n\(partial.text)\n--\n\(reference.evidence.text)")
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
      .points(PointsRule(filter: records(.activity), reach: .period(life), total: Quantity(10), each: [], approved: nil, unit: "points")))
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

  // MARK: - Cards and lists

  @Test("a card is held on its days, with days remaining, with ends known in part")
  func holds() {
    var random = SeededGenerator(seed: 34)
    var compared = 0
    for _ in 0..<(150 * effort) {
      let cards = (0..<Int.random(in: 0...3, using: &random)).map { _ -> (DayInterval, DayInterval?) in
        let begin = random.day(17_000...17_400)
        let end = begin.adding(days: Int.random(in: 0...300, using: &random))
        let isExact = random.chance(50)
        return (isExact ? DayInterval(begin) : random.blurred(begin), random.chance(15) ? nil : isExact ? DayInterval(end) : random.blurred(end))
      }
      let remaining = random.pick([0, 0, 30, 90])
      let evidence = Evidence(
        cards.enumerated().map { i, card in
          EvidenceRecord(
            id: "card-\(i)", kind: .card,
            values: ["issued": .day(card.0, expected: false), "expires": card.1.map { .day($0, expected: false) } ?? .never])
        })
      var book = ModelBook()
      let root = book.add(
        .holds(Holding(filter: records(.card), begins: field("card.issued"), ends: field("card.expires"), remainingDays: remaining)))
      let timeline = book.timeline(root, evidence, Question(asOf: Self.asOf))
      for day in days(16_700...18_200) where day.days % 3 == 0 {
        let last = day.adding(days: remaining)
        let surely = cards.contains { $0.0.last <= day && last <= $0.1?.first ?? .distantFuture }
        let possibly = cards.contains { $0.0.first <= day && last <= $0.1?.last ?? .distantFuture }
        let expected: Verdict = surely ? .met : possibly ? .undetermined : .notMet
        compared += 1
        // Several cards known in part may fill each other's gaps: then undetermined is all that each alone says.
        if timeline.value(on: day).verdict != expected {
          Issue.record("\(day): \(timeline.value(on: day).verdict), expected \(expected), \(cards), \(remaining) days remaining")
          return
        }
      }
    }
    #expect(compared > 60_000)
  }

  @Test("some of a list: complete and empty, open, complete through a day")
  func some() {
    var book = ModelBook()
    let child = book.add(.isOneOf(field("program.award"), ["diploma"]))
    let root = book.add(.some(.program, child))
    func verdict(_ awards: [FactValue], through: CivilDate?, on text: String = "2026-01-01") -> Verdict {
      var evidence = Evidence(awards.enumerated().map { EvidenceRecord(id: "p\($0)", kind: .program, values: ["award": $1]) })
      evidence.completeThrough[.program] = through
      return book.timeline(root, evidence, Question(asOf: Self.asOf)).value(on: day(text)).verdict
    }
    let no = FactValue.word("none")
    let yes = FactValue.word("diploma")
    #expect(verdict([], through: Self.asOf) == .notMet)
    #expect(verdict([no], through: Self.asOf) == .notMet)
    #expect(verdict([no, yes], through: Self.asOf) == .met)
    #expect(verdict([no, .unknown], through: Self.asOf) == .undetermined)
    #expect(verdict([], through: nil) == .undetermined)
    #expect(verdict([no], through: nil) == .undetermined)
    #expect(verdict([yes], through: nil) == .met)
    #expect(verdict([no], through: day("2025-06-30"), on: "2025-06-30") == .notMet)
    #expect(verdict([no], through: day("2025-06-30"), on: "2025-07-01") == .undetermined)
    #expect(verdict([no], through: Self.asOf, on: "2029-01-01") == .notMet)
  }

  @Test("none: a complete list clears, an open one does not, and an attempt counts from the next day")
  func none() {
    func line(_ kind: EvidenceKind, _ records: [EvidenceRecord], through: CivilDate?) -> Timeline<Finding> {
      var book = ModelBook()
      let root = book.add(.none(RulesTests.records(kind)))
      var evidence = Evidence(records)
      evidence.completeThrough[kind] = through
      return book.timeline(root, evidence, Question(asOf: Self.asOf))
    }
    let attempt = EvidenceRecord(id: "a", kind: .attempt, values: ["date": .on(day("2025-03-01"))])
    let sat = line(.attempt, [attempt], through: Self.asOf)
    #expect(sat.value(on: day("2025-03-01")).verdict == .met)
    #expect(sat.value(on: day("2025-03-02")).verdict == .notMet)
    let fee = EvidenceRecord(id: "f", kind: .fee, values: ["date": .on(day("2025-03-01"))])
    #expect(line(.fee, [fee], through: Self.asOf).value(on: day("2025-03-01")).verdict == .notMet)
    #expect(line(.fee, [], through: nil).value(on: day("2025-03-01")).verdict == .undetermined)
    let until = line(.attempt, [], through: day("2025-03-01"))
    #expect(until.value(on: day("2025-03-02")).verdict == .met)
    #expect(until.value(on: day("2025-03-03")).verdict == .undetermined)
  }
}
