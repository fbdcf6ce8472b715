import Rules
import Testing
import Vocabulary

@Suite("Attempts against a plain list of failures")
struct AttemptModelTests {
  private static let asOf = day("2026-11-22")

  private static func attempts(_ failures: [FactValue], sure: [Bool]? = nil) -> [EvidenceRecord] {
    failures.enumerated().map { i, date in
      let result: FactValue = sure?[i] ?? true ? .word("failed") : .unknown
      return EvidenceRecord(id: "a\(i)", kind: .attempt, values: ["date": date, "result": result])
    }
  }

  private static let failed = records(.attempt, ["result": ["failed"]])

  /// Whether one more attempt fits on a day: failures before it in order, each with its wait.
  private static func mayAttempt(
    _ failures: [CivilDate], _ limit: Int?, _ waits: [(Int, isMonths: Bool)], _ day: CivilDate
  ) -> Bool {
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
      let waits = (0..<Int.random(in: 0...3, using: &random)).map { _ in
        (random.pick([0, 1, 3, 12, 30, 90]), isMonths: random.chance(40))
      }
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
          sure || random.chance(50)
            ? random.pick([days.first, days.last, random.day(days.first.days...days.last.days)]) : nil
        }
        for day in days(17_900...19_000) where isExact || day.days % 3 == 0 {
          let found = settled(timeline.value(on: day).verdict)
          if isExact { exactDays += 1 } else if found != nil { settledDays += 1 } else { continue }
          if found != Self.mayAttempt(failures, limit, waits, day) {
            Issue.record(
              "\(day): \(timeline.value(on: day).verdict), failures \(failures) of \(known.map(\.partialText)), \(sure), limit \(String(describing: limit)), waits \(waits)"
            )
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
      waits: [
        Offset(count: 30, unit: .days), Offset(count: 90, unit: .days), Offset(count: 12, unit: .monthsFromEvent),
      ])
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
    let timeline = book.timeline(
      root, Evidence(Self.attempts(dates, sure: [false, true, true])), Question(asOf: Self.asOf))
    #expect(timeline.value(on: day("2025-01-01")).verdict == .undetermined)
    let open = book.timeline(root, Evidence([], open: [.attempt]), Question(asOf: Self.asOf))
    #expect(open.isConstant && open.value(on: Self.asOf).verdict == .undetermined)
  }
}
