import Services
import Testing
import Vocabulary

@Suite("Verdicts in words")
struct VerdictWordingTests {
  private static let findings = Verdict.allCases.flatMap { verdict -> [Finding] in
    let finding = Finding(verdict)
    let graded = [finding, finding.presumed, finding.reported, finding.presumed.reported]
    return graded + graded.map(\.shortOfEvidence)
  }

  @Test("plain yes and plain no are for stated rules only")
  func plain() {
    for finding in Self.findings {
      let word = VerdictWording.word(finding)
      #expect((word.en == "Yes" || word.es == "Sí") == finding.isGreen, "\(finding)")
      #expect((word.en == "No" || word.es == "No") == finding.isRed, "\(finding)")
      #expect((VerdictWording.look(finding) == .met) == finding.isGreen)
      #expect((VerdictWording.look(finding) == .unmet) == finding.isRed)
    }
  }

  @Test("a presumed or reported answer says so in its word and in its sentence")
  func marked() {
    for finding in Self.findings where finding.grade != .stated && !finding.verdict.isOpen {
      let word = VerdictWording.word(finding)
      let likely = finding.grade == .presumed
      #expect(word.en.hasPrefix(likely ? "Likely " : "Reported: "))
      #expect(word.es.hasPrefix(likely ? "Probablemente " : "Según otros: "))
      #expect(VerdictWording.sentence(finding) == VerdictWording.gradeSentence(finding.grade))
      #expect(VerdictWording.sentence(finding) != VerdictWording.gradeSentence(.stated))
    }
  }

  @Test("what is open sounds neither like yes nor like no")
  func open() {
    for finding in Self.findings where finding.verdict.isOpen {
      let word = VerdictWording.word(finding)
      #expect(!word.en.lowercased().split(separator: " ").contains { $0 == "yes" || $0 == "no" })
      #expect(!word.es.lowercased().split(separator: " ").contains { $0 == "sí" })
      #expect(VerdictWording.look(finding) == (finding.verdict == .undetermined ? .unknown : .conflict))
    }
  }

  @Test("every grade and every evidence grade has its own words in both languages")
  func grades() {
    for language in Language.allCases {
      #expect(Set(RuleGrade.allCases.map { VerdictWording.gradeWord($0)[language] }).count == 3)
      #expect(Set(RuleGrade.allCases.map { VerdictWording.gradeSentence($0)[language] }).count == 3)
      #expect(Set(EvidenceGrade.allCases.map { VerdictWording.evidenceWord($0)[language] }).count == 4)
    }
  }
}
