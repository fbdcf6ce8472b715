import Knowledge
import Rules
import Services
import Testing
import Vocabulary

@Suite("Changes in words")
struct FlipWordingTests {
  @Test("a decision says who decides, and on what")
  func decision() throws {
    let about = "aama/cma/eligibility#category-4"
    let record = EvidenceRecord(
      id: "new", kind: .decision,
      values: [
        "about": .word(about), "outcome": .word("approved"), "date": .day(DayInterval(Samples.asOf), expected: false),
      ])
    for language in Language.allCases {
      let line = FlipWording(Samples.base, language, asOf: Samples.asOf).line(.complete(record))
      let requirement = try #require(Samples.base.book.requirements.first { $0.answers(to: about) && $0.text != nil })
      #expect(line.contains(try #require(requirement.text)[language]))
      #expect(line.contains("(AAMA)"))
    }
  }

  @Test("a decision on something that no rule names is still a decision of the body")
  func unnamed() {
    let record = EvidenceRecord(id: "new", kind: .decision, values: ["about": .word(""), "outcome": .word("approved")])
    #expect(
      FlipWording(Samples.base, .english, asOf: Samples.asOf).line(.complete(record))
        == "New: decision of the body (outcome: approved)")
  }
}
