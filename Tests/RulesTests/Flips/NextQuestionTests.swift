import Rules
import Testing
import Vocabulary

@Suite struct NextQuestionTests {
  private let today = SmallBook.today

  private func next(
    _ make: BookMaker, _ evidence: Evidence, goals: [String], order: (Explanation.Gap) -> Int = { _ in 0 },
    answers: (Explanation.Gap) -> [[Addition]]? = { _ in nil }
  ) throws -> NextQuestion.Choice? {
    try NextQuestion(Evaluator(book: make.book))
      .next(goals: goals, evidence, Question(asOf: today), on: today, order: order, answers: answers)
  }

  private func evidence(_ values: [String: FactValue]) -> Evidence {
    Evidence([EvidenceRecord(id: "p", kind: .program, values: values)])
  }

  /// Competencies decide both goals whatever the answer; recognition only one of them, and only with "no".
  @Test func theFactThatSettlesMostInTheWorstCaseIsAsked() throws {
    let make = BookMaker()
    make.rule("t/one") {
      $0.all(nil, $0.isTrue("program.institution_recognized"), $0.isTrue("program.competencies_met"))
    }
    make.rule("t/two") { $0.isTrue("program.competencies_met") }
    make.rule("t/three") {
      $0.all(nil, $0.isTrue("program.competencies_met"), $0.isTrue("program.curriculum_sciences", false))
    }
    let choice = try next(make, evidence(["curriculum_sciences": .flag(false)]), goals: ["t/one", "t/two", "t/three"])
    #expect(choice?.gap.path == "program.competencies_met")
    #expect(choice?.score.worst == 2 && choice?.score.average == 2500)
  }

  @Test func whatCannotChangeAnythingIsNotAsked() throws {
    let make = BookMaker()
    make.rule("t/settled") {
      $0.all(nil, $0.isTrue("program.competencies_met"), $0.isTrue("program.institution_recognized"))
    }
    make.rule("t/gap") { $0.any(nil, $0.leaf(.notKnown), $0.atLeast("program.academic_hours", 560)) }
    #expect(try next(make, evidence(["competencies_met": .flag(false)]), goals: ["t/settled"]) == nil)
    let gapOnly = evidence(["academic_hours": .number(540)])
    #expect(try next(make, gapOnly, goals: ["t/gap"]) == nil)
  }

  @Test func aGapBesideAFactIsAskedWhereTheAnswerMayBeNo() throws {
    let make = BookMaker()
    make.rule("t/rule") { $0.all(nil, $0.leaf(.notKnown), $0.isTrue("program.competencies_met")) }
    #expect(try next(make, evidence([:]), goals: ["t/rule"])?.gap.path == "program.competencies_met")
  }

  @Test func twoWaysWithTwoFactsEachAreStillAskedAbout() throws {
    let make = BookMaker()
    make.rule("t/rule") {
      $0.any(
        nil, $0.all(nil, $0.isTrue("program.curriculum_sciences"), $0.isTrue("program.curriculum_injections")),
        $0.all(
          nil, $0.isTrue("program.competencies_met"), $0.isTrue("program.institution_recognized"),
          $0.isTrue("program.curriculum_phlebotomy")))
    }
    let choice = try next(make, evidence([:]), goals: ["t/rule"])
    #expect(choice?.gap.path == "program.curriculum_sciences")
    #expect(choice?.score.others == 1)
    let other = try next(make, evidence([:]), goals: ["t/rule"]) { $0.path == "program.curriculum_injections" ? -1 : 0 }
    #expect(other?.gap.path == "program.curriculum_injections")
  }

  @Test func anOpenListIsAskedAbout() throws {
    let make = BookMaker()
    let failed = records(.attempt, ["of": ["t/exam"], "result": ["failed"]])
    make.rule("t/rule") { $0.leaf(.attempts(AttemptRule(filter: failed, limit: 1, waits: []))) }
    let choice = try next(make, Evidence([], open: [.attempt]), goals: ["t/rule"])
    #expect(choice?.gap == nil || choice?.gap.field == nil)
    #expect(choice?.gap.kind == .attempt && choice?.score.worst == 1)
  }

  @Test func theCallersAnswersAreUsed() throws {
    let make = BookMaker()
    make.rule("t/rule") { $0.atLeast("program.academic_hours", 560) }
    let same: [[Addition]] = [[]]
    #expect(try next(make, evidence([:]), goals: ["t/rule"], answers: { _ in same }) == nil)
    #expect(try next(make, evidence([:]), goals: ["t/rule"])?.score.worst == 1)
  }
}
