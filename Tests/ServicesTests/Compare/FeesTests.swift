import Knowledge
import Rules
import Services
import Testing
import Vocabulary

@Suite("Fees of a comparison")
struct FeesTests {
  static let comparisons = Result { try Comparer(Samples.base).compare(Evidence(), Samples.inquiry) }

  @Test("a sum that is not known says which fee is missing, in both languages", arguments: Language.allCases)
  func named(language: Language) throws {
    for comparison in try Self.comparisons.get() {
      let rows = CompareText(language, Samples.inquiry).rows(comparison)
      let term = Phrase("Ten years of fees", "Diez años de cuotas")[language]
      let text = try #require(rows.first { $0.0 == term }).1
      if comparison.toKeep == nil { #expect(!comparison.notKnownToKeep.isEmpty, "\(comparison.credential.mark)") }
      for fee in comparison.notKnownToKeep { #expect(text.contains(fee[language]), "\(comparison.credential.mark)") }
    }
  }

  @Test("a fee with an amount is not called unknown")
  func known() throws {
    for comparison in try Self.comparisons.get() {
      for fee in comparison.toKeep?.texts ?? [] { #expect(!comparison.notKnownToKeep.contains(fee)) }
    }
  }
}
