import Rules
import Testing
import Vocabulary

/// Examples one can check by hand.
@Suite struct FlipExampleTests {
  private let today = SmallBook.today

  private func flips(
    _ evidence: Evidence, of address: String = "t/rule", pins: [Act.ID: CivilDate] = [:],
    limit: FlipLimit = FlipLimit(),
    _ root: (BookMaker) -> Requirement.ID
  ) throws -> FlipAnswer {
    let make = BookMaker()
    make.rule("t/rule", root)
    return try FlipSearch(Evaluator(book: make.book), limit: limit)
      .flips(of: address, evidence, Question(asOf: today, pins: pins), on: today)
  }

  private func program(_ values: [String: FactValue], id: String = "p") -> EvidenceRecord {
    EvidenceRecord(id: id, kind: .program, values: values)
  }

  @Test func statedHoursHaveNoAddition() throws {
    let evidence = Evidence([program(["academic_hours": .number(540), "graduated": .never])])
    let answer = try flips(evidence) { $0.atLeast("program.academic_hours", 560) }
    #expect(answer == FlipAnswer(flips: [], isComplete: true))
  }

  @Test func aCountGrowsOnlyWhileTheProgramRuns() throws {
    let running = Evidence([program(["injections": .number(12), "graduated": .expected(day("2027-06-01"))])])
    let done = Evidence([program(["injections": .number(12), "graduated": .on(day("2025-06-01"))])])
    let expected = Addition.add(recordID: "p", field("program.injections"), Quantity(18))
    #expect(try flips(running) { $0.atLeast("program.injections", 30) }.flips.map(\.additions) == [[expected]])
    #expect(try flips(done) { $0.atLeast("program.injections", 30) }.flips == [])
  }

  @Test func discretionIsFlippedByTheDecision() throws {
    let words: [String: FactValue] = [
      "about": .word("sanction"), "outcome": .word("refused"), "date": .on(day("2024-01-01")),
    ]
    let answer = try flips(Evidence([EvidenceRecord(id: "s", kind: .decision, values: words)])) {
      $0.any(
        nil, $0.none(records(.decision, ["about": ["sanction"], "outcome": ["refused"]])),
        $0.happened(.first(records(.decision, ["about": ["waiver"], "outcome": ["waived"]]), field("decision.date"))))
    }
    #expect(answer.flips.count == 1)
    guard case .complete(let record)? = answer.flips.first?.additions.first else {
      Issue.record("not a new record")
      return
    }
    #expect(record["outcome"] == .word("waived") && record["about"] == .word("waiver") && record["date"] == .on(today))
  }

  @Test func aRefusalIsFlippedOnlyByTheIssuer() throws {
    let words: [String: FactValue] = [
      "about": .word("t/rule"), "outcome": .word("refused"), "date": .on(day("2026-10-01")),
    ]
    let evidence = Evidence([program([:]), EvidenceRecord(id: "r", kind: .decision, values: words)])
    let answer = try flips(evidence) { $0.isTrue("program.competencies_met") }
    #expect(answer.flips.map { $0.additions.count } == [1])
    guard case .complete(let record)? = answer.flips.first?.additions.first else {
      Issue.record("not a decision")
      return
    }
    #expect(record.kind == .decision && record["outcome"] == .word("approved"))
    #expect(answer.flips.first?.finding.isIssuers == true)
  }

  @Test func waitingIsAFlip() throws {
    let evidence = Evidence([program(["graduated": .on(day("2026-11-01"))])])
    let answer = try flips(evidence) {
      $0.window("program.graduated", from: Offset(count: 45, unit: .days), through: nil)
    }
    #expect(answer.flips.map(\.additions) == [[.wait(until: day("2026-12-16"))]])
    #expect(answer.flips.first?.day == day("2026-12-16"))
  }

  @Test func aCardThatRunsOutMeanwhileIsNeededToo() throws {
    let evidence = Evidence([
      program(["graduated": .on(day("2026-11-01"))]),
      EvidenceRecord(
        id: "c", kind: .card,
        values: ["type": .word("cpr"), "issued": .on(day("2025-01-01")), "expires": .on(day("2026-12-01"))]),
    ])
    let answer = try flips(evidence) {
      $0.all(
        nil, $0.holds(records(.card, ["type": ["cpr"]])),
        $0.window("program.graduated", from: Offset(count: 45, unit: .days), through: nil))
    }
    #expect(answer.flips.count == 1)
    #expect(answer.flips.first?.additions.count == 2)
    #expect(answer.flips.first?.additions.last == .wait(until: day("2026-12-16")))
  }

  @Test func aNewProgramIsOneAddition() throws {
    let relation = Relation.spanOverlaps(
      field("program.accreditation"), by: ["caahep", "abhes"], begin: .field(field("program.enrolled")),
      end: .field(field("program.graduated")))
    let finished = program(["academic_hours": .number(540), "graduated": .on(day("2020-01-01"))])
    let answer = try flips(Evidence([finished])) {
      $0.some(
        .program,
        $0.all(
          nil, $0.leaf(.related(relation)), $0.atLeast("program.academic_hours", 560),
          $0.isOne("program.award", "diploma", "associate-degree"), $0.happened("program.graduated")))
    }
    #expect(answer.flips.map { $0.additions.count } == [1])
    guard case .complete(let record)? = answer.flips.first?.additions.first else {
      Issue.record("not a program")
      return
    }
    #expect(record["academic_hours"] == .number(560) && record["award"] == .word("diploma"))
    #expect(record["graduated"] == .on(today) && answer.flips.first?.day == today)
  }

  @Test func partsOfARuleHaveTheirOwnFlips() throws {
    let evidence = Evidence([program(["competencies_met": .flag(false)])])
    let answer = try flips(evidence, of: "t/rule#recognized") {
      $0.any(
        nil, $0.all("competent", $0.isTrue("program.competencies_met")),
        $0.all("recognized", $0.isTrue("program.institution_recognized")))
    }
    #expect(
      answer.flips.map(\.additions)
        == [[.supply(recordID: "p", field("program.institution_recognized"), .flag(true))]])
    #expect(throws: DeterminationError.self) {
      try flips(evidence, of: "t/other") { $0.atLeast("program.semesters", 1) }
    }
  }

  @Test func workTakesTime() throws {
    let rule = WorkRule(
      filter: records(.work, ["role": ["medical-assistant"]]), fullTime: nil, need: .hours(Quantity(400)), since: .ever)
    let answer = try flips(Evidence([])) { $0.leaf(.worked(rule)) }
    #expect(answer.flips.map(\.additions.count) == [2])
    #expect(answer.flips.first?.additions.last == .wait(until: day("2027-01-30")))
  }

  @Test func moreThanFourIsSaid() throws {
    let names = ["curriculum_sciences", "curriculum_injections", "curriculum_phlebotomy", "competencies_met"]
    let answer = try flips(Evidence([program([:])])) { make in
      make.all(
        nil, make.isTrue("program.institution_recognized"),
        make.all(
          nil, make.isTrue("program." + names[0]), make.isTrue("program." + names[1]),
          make.isTrue("program." + names[2]), make.isTrue("program." + names[3])))
    }
    #expect(answer.flips.isEmpty && !answer.isComplete)
  }

  @Test func whatIsMetHasNoFlip() throws {
    let answer = try flips(Evidence([program(["competencies_met": .flag(true)])])) {
      $0.isTrue("program.competencies_met")
    }
    #expect(answer == FlipAnswer(flips: [], isComplete: true))
  }

  @Test func additionsNeverAlterWhatIsStated() {
    let stated = Evidence([
      program(["academic_hours": .number(540), "graduated": .on(day("2025-06-01")), "award": .word("none")])
    ])
    let tries: [Addition] = [
      .supply(recordID: "p", field("program.academic_hours"), .number(560)),
      .happen(recordID: "p", field("program.graduated"), today),
      .supply(recordID: "p", field("program.award"), .word("diploma")),
      .add(recordID: "p", field("program.academic_hours"), Quantity(20)),
      .add(recordID: "p", field("program.injections"), Quantity(20)),
      .complete(program(["award": .word("diploma")])),
    ]
    #expect(stated.applying(tries, asOf: today) == stated)
  }
}
