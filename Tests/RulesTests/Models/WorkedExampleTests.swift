import Rules
import Testing
import Vocabulary

@Suite("Worked examples of what a rule means")
struct WorkedExampleTests {
  private static let asOf = day("2026-11-22")

  @Test("two readings of the hours a year: 15 hours in year one, 13 in year two")
  func twoReadings() {
    var book = ModelBook()
    let conflict = book.conflict("hours-a-year", readings: 2)
    let readings = [14, 12].map { hours in
      book.add(
        .points(
          PointsRule(
            filter: records(.activity), reach: .cycle, total: Quantity(hours), each: [], approved: nil, unit: "hours")))
    }
    let duty = book.add(.conflict(conflict, readings))
    let start = day("2022-04-10")
    let root = book.add(.eachCycle(CycleRule(months: 12, from: .day(start), duty: duty, lostAfter: nil)))
    func activity(_ id: String, _ text: String, _ hours: Int) -> EvidenceRecord {
      EvidenceRecord(id: id, kind: .activity, values: ["date": .on(day(text)), "amount": .number(hours)])
    }
    let evidence = Evidence([activity("a", "2022-09-01", 15), activity("b", "2023-09-01", 13)])
    let timeline = book.timeline(root, evidence, Question(asOf: Self.asOf))
    #expect(timeline.value(on: day("2022-04-10")).verdict == .met)
    #expect(timeline.value(on: day("2023-04-10")).verdict == .met)
    #expect(timeline.value(on: day("2024-04-09")).verdict == .met)
    #expect(timeline.value(on: day("2024-04-10")).verdict == .notCovered)
    #expect(timeline.value(on: day("2025-04-10")).verdict == .notMet)
  }

  @Test("three failures: the limit from 2020, the way back first seen in 2025, the day between them not known")
  func threeFailures() {
    let failed = records(.attempt, ["result": ["failed"]])
    var book = ModelBook(acts: ["examination"])
    let limit = book.add(.attempts(AttemptRule(filter: failed, limit: 3, waits: [])))
    let again = book.add(
      .related(
        .later(.last(records(.program), field("program.enrolled")), than: .nth(3, failed, field("attempt.date")))))
    let orAgain = book.add(.any([limit, again]))
    let root = book.add(
      .versions(
        .day,
        VersionList([
          ModelBook.version(.from(day("2020-01-01"), until: nil), limit),
          ModelBook.version(.seen(day("2025-03-24"), day("2025-03-24")), orAgain),
        ])))
    let failures = ["2021-03-01", "2021-09-01", "2022-03-01"].enumerated().map { i, text in
      EvidenceRecord(id: "a\(i)", kind: .attempt, values: ["date": .on(day(text)), "result": .word("failed")])
    }
    let enrolled = EvidenceRecord(id: "p", kind: .program, values: ["enrolled": .on(day("2022-09-01"))])
    let without = book.timeline(root, Evidence(failures), Question(asOf: Self.asOf))
    let with = book.timeline(root, Evidence(failures + [enrolled]), Question(asOf: Self.asOf))
    #expect(without.value(on: day("2023-06-01")).verdict == .notMet)
    #expect(without.value(on: day("2026-06-01")).verdict == .notMet)
    #expect(with.value(on: day("2022-08-31")).verdict == .notMet)
    #expect(with.value(on: day("2023-06-01")).verdict == .notCovered)
    #expect(with.value(on: day("2025-03-24")).verdict == .met)
    #expect(with.value(on: day("2025-03-24")).grade == .stated)
  }

  @Test("the Board may waive: the decision counts from its day, never the wish for one")
  func discretion() {
    let refused = records(.decision, ["about": ["sanction"], "outcome": ["refused"]])
    let waived = records(.decision, ["about": ["sanction"], "outcome": ["waived"]])
    var book = ModelBook()
    let clear = book.add(.none(refused))
    let waiver = book.add(.happened(.first(waived, field("decision.date"))))
    let root = book.add(.any([clear, waiver]))
    func decision(_ id: String, _ outcome: String, _ text: String) -> EvidenceRecord {
      EvidenceRecord(
        id: id, kind: .decision,
        values: ["about": .word("sanction"), "outcome": .word(outcome), "date": .on(day(text))], grade: .issuer)
    }
    let sanction = decision("s", "refused", "2024-05-01")
    let timeline = book.timeline(
      root, Evidence([sanction, decision("w", "waived", "2025-02-01")]), Question(asOf: Self.asOf))
    #expect(timeline.value(on: day("2024-04-30")).verdict == .met)
    #expect(timeline.value(on: day("2024-05-01")).verdict == .notMet)
    #expect(timeline.value(on: day("2025-01-31")).verdict == .notMet)
    #expect(timeline.value(on: day("2025-02-01")).verdict == .met)
  }

  @Test("work in five of seven, then three of seven years: before the newer copy both versions must agree")
  func fiveOrThree() {
    func years(_ n: Int, _ book: inout ModelBook) -> Requirement.ID {
      book.add(.worked(WorkRule(filter: records(.work), fullTime: nil, need: .years(n), since: .lastMonths(84))))
    }
    var book = ModelBook()
    let (five, three) = (years(5, &book), years(3, &book))
    let root = book.add(
      .versions(
        .day,
        VersionList([
          ModelBook.version(.undated(notBefore: nil, notAfter: nil), five),
          ModelBook.version(.seen(day("2025-09-26"), day("2025-09-26")), three),
        ])))
    // Full time 2016-04 to 2019-09, half time 2018-07 to 2022-06: the union counts once.
    let jobs = [("2016-04-01", "2019-09-30", 40), ("2018-07-01", "2022-06-30", 20)].enumerated().map { i, job in
      EvidenceRecord(
        id: "w\(i)", kind: .work,
        values: ["from": .on(day(job.0)), "until": .on(day(job.1)), "hours_per_week": .number(job.2)])
    }
    let timeline = book.timeline(root, Evidence(jobs), Question(asOf: Self.asOf))
    // More than six years of work, all of them in the last seven.
    #expect(timeline.value(on: day("2022-06-30")).verdict == .met)
    #expect(timeline.value(on: day("2022-06-30")).grade == .presumed)
    // 2025: four years and a half are left; five says no, three says yes.
    #expect(timeline.value(on: day("2025-01-01")).verdict == .notCovered)
    #expect(timeline.value(on: day("2025-09-26")).verdict == .met)
    #expect(timeline.value(on: day("2025-09-26")).grade == .stated)
    // On 2026-07-02 less than three years are left in the window.
    #expect(timeline.value(on: day("2026-07-02")).verdict == .notMet)
  }
}
