import Rules
import Services
import Testing
import Vocabulary

@Suite("A program of the list among the answers")
struct PickedProgramTests {
  private let interview = Interview(Fixture.base, programs: ProgramShelf { ProgramFixture.directory })
  private let id = "dapip-100946004-23-3"

  private func evidence(_ answers: Interview.Answers) -> Evidence {
    let (evidence, faults) = interview.evidence(from: answers, asOf: Fixture.asOf)
    #expect(faults.isEmpty)
    return evidence
  }

  private func accreditors(_ answers: Interview.Answers) -> [String] {
    guard case .spans(let spans)? = evidence(answers).records(of: .program).first?["accreditation"] else { return [] }
    return spans.map(\.by)
  }

  @Test("picking fills the program record, and is told in words")
  func picks() throws {
    let answers = try #require(interview.picking(id, [], asOf: Fixture.asOf))
    #expect(answers.map(\.question) == [Interview.listedProgram])
    let program = try #require(evidence(answers).records(of: .program).first)
    #expect(program["name"] == .word("Carrington College - Tri City Inc."))
    #expect(program["subject"] == .word("medical-assisting") && program["graduated"] == .unknown)
    #expect(accreditors(answers) == ["abhes", "caahep", "abhes", "other"])
    let told = interview.told(answers, .english, asOf: Fixture.asOf)
    #expect(told.map(\.text) == ["Carrington College - Tri City Inc., Mesa, AZ"])
    #expect(interview.pickedProgram(answers)?.id == id)
    #expect(interview.picking("dapip-0-0-0", [], asOf: Fixture.asOf) == nil)
    #expect(Interview(Fixture.base).picking(id, [], asOf: Fixture.asOf) == nil)
  }

  @Test("the person's own days settle it; after the vintage the interview asks the person")
  func settles() throws {
    let picked = try #require(interview.picking(id, [("program-status", "finished")], asOf: Fixture.asOf))
    let old = picked + [("program-graduated", "2018-12-14"), ("program-enrolled", "2018-01-08")]
    let rule = "aama/cma/eligibility#category-2"
    let assessor = Assessor(Fixture.base)
    let inquiry = Inquiry(asOf: Fixture.asOf)
    #expect(try assessor.determine(rule, evidence(old), inquiry).finding.verdict == .met)
    let new = picked + [("program-graduated", "2025-12-14"), ("program-enrolled", "2025-01-08")]
    #expect(
      try assessor.determine("aama/cma/eligibility#category-1-graduate", evidence(new), inquiry).finding.verdict
        == .undetermined)
    let asked = Fixture.asked(interview, new)
    #expect(asked.contains("program-accreditation") && !Fixture.asked(interview, old).contains("program-accreditation"))
  }

  @Test("what the person says about accreditation replaces only what was open")
  func says() throws {
    let picked = try #require(interview.picking(id, [("program-status", "finished")], asOf: Fixture.asOf))
    #expect(accreditors(picked + [("program-accreditation", "caahep")]) == ["caahep", "abhes"])
    #expect(accreditors(picked + [("program-accreditation", "none")]) == ["abhes"])
  }

  @Test("'no program' and a picked one do not go together")
  func contradicts() throws {
    let answers = try #require(interview.picking(id, [("program-status", "never")], asOf: Fixture.asOf))
    #expect(answers.map(\.question) == [Interview.listedProgram])
    #expect(interview.refusal("never", for: "program-status", answers, asOf: Fixture.asOf) != nil)
    #expect(interview.refusal("finished", for: "program-status", answers, asOf: Fixture.asOf) == nil)
  }

  @Test("taken out again, the other answers stay")
  func unpicks() throws {
    let before: Interview.Answers = [("program-status", "finished"), ("program-graduated", "2018-12-14")]
    let picked = try #require(interview.picking(id, before, asOf: Fixture.asOf))
    let after = interview.unpicking(picked, asOf: Fixture.asOf)
    #expect(after.map(\.question) == before.map(\.question))
    let loose = try #require(interview.picking(id, [], asOf: Fixture.asOf)) + [("program-enrolled", "2018-01-08")]
    #expect(interview.unpicking(loose, asOf: Fixture.asOf).isEmpty)
  }

  @Test("a program that a newer list does not have is left out, and said so")
  func gone() {
    let (evidence, faults) = interview.evidence(from: [(Interview.listedProgram, "dapip-1-1-1")], asOf: Fixture.asOf)
    #expect(evidence.records(of: .program).isEmpty)
    #expect(faults == [.unreadable(key: Interview.listedProgram, answer: "dapip-1-1-1")])
  }
}

extension Fixture {
  /// The questions that the interview goes on to ask, answered with "I do not know".
  static func asked(_ interview: Interview, _ answers: Interview.Answers) -> [String] {
    var all = answers
    while all.count < answers.count + 30, let page = interview.next(all, asOf: asOf) {
      all.append((page.key, Interview.unknown))
    }
    return all.dropFirst(answers.count).map(\.question)
  }
}
