import Rules
import Testing
import Vocabulary

@testable import Services

@Suite("Names as a source shows them")
struct NameComparisonTests {
  @Test(
    "the same but for how they are written",
    arguments: [
      ("Maya Sample", "MAYA  SAMPLE"), ("Maya Sample", "Sample, Maya"), ("Maya Sample", "Maya R. Sample"),
      ("Maya Rosa Sample", "Maya R Sample"), ("José Núñez", "Jose Nunez"), ("Ana-Lucía O’Neil", "Ana Lucia ONeil"),
      ("Maya Rosa Inés Sample", "Maya Inés Sample"), ("Sample, Maya R.", "Maya Rosa Sample"), ("Cher", "cher"),
    ])
  func same(_ one: String, _ other: String) {
    #expect(NameComparison.areSame(one, other) && NameComparison.areSame(other, one))
  }

  @Test(
    "not the same",
    arguments: [
      ("Maya Sample", "Maya Rivera"), ("Maya Sample", "Mara Sample"), ("Maya R. Sample", "Maya L. Sample"),
      ("Maya Rosa Sample", "Maya Lucía Sample"), ("M. Sample", "Maya Sample"), ("Sample Maya", "Maya Sample"),
      ("Maya", "Maya Sample"), ("", ""), ("", "Maya Sample"), ("…", "…"),
    ])
  func other(_ one: String, _ other: String) {
    #expect(!NameComparison.areSame(one, other) && !NameComparison.areSame(other, one))
  }

  @Test("what is noted stands first to the name shown, then to those that the record has")
  func standing() throws {
    let day = CivilDate(days: 20_000)
    let record = EvidenceRecord(
      id: "person-name-1", kind: .personName,
      values: [
        "name": .word("Maya Rivera"), "type": .word("earlier"), "until": .day(DayInterval(day), expected: false),
      ])
    let known = try #require(KnownName(record))
    #expect(known.until == DayInterval(day) && known.from == nil && !known.isCurrent)
    #expect(KnownName(EvidenceRecord(id: "work-1", kind: .work, values: ["employer": .word("Maya Rivera")])) == nil)
    #expect(KnownName(EvidenceRecord(id: "person-name-2", kind: .personName)) == nil)
    func standing(_ noted: String?) -> NameStanding { NameStanding(noted, shown: "Maya Sample", known: [known]) }
    #expect(standing(nil) == .notNoted && standing("maya sample") == .same)
    #expect(standing("RIVERA, MAYA") == .known(known) && standing("Mara Rivera") == .other)
    for language in Language.allCases {
      for name in [nil, "maya sample", "Maya Rivera", "Mara Rivera"] {
        // Another name is never said where it may not be known.
        #expect(!CheckWording.text(standing(name), language).contains("Rivera"))
      }
      #expect(CheckWording.text(known, language).hasPrefix("Maya Rivera ("))
    }
  }
}
