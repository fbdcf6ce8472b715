import Testing
import Vocabulary

@testable import Knowledge

@Suite("Texts of packs")
struct TextCheckTests {
  private func pack(_ en: String, _ es: String) -> SmallPack {
    SmallPack(requires: "text: { en: \"\(en)\", es: \"\(es)\" }\nhappened: 2001-01-01")
  }

  @Test("no permission, promise or advice, in either language")
  func forbidden() {
    for entry in ForbiddenWords.english {
      #expect(pack("Here \(entry.words), then", "Nada").isRefused("does not belong"))
    }
    for entry in ForbiddenWords.spanish {
      #expect(pack("Nothing", "Aquí \(entry.words).").isRefused("does not belong"))
    }
    #expect(pack("You May sit", "Nada").isRefused("'you may'"))
  }

  @Test("words that only contain a forbidden one are fine")
  func whole() {
    #expect(!pack("Shoulder, disallowedness", "Recomendadora").isRefused("does not belong"))
    #expect(!TextCheck.contains("unguaranteed", "guaranteed"))
    #expect(TextCheck.contains("unguaranteed, guaranteed", "guaranteed"))
  }

  @Test(
    "the letters of a credential stand with their body",
    arguments: [
      "The CMA is", "An RMA, too", "CCMA", "NCMAs and more", "CMA (NHA)",
    ])
  func bare(text: String) { #expect(pack(text, "Nada").isRefused("means several things")) }

  @Test(
    "with the body, or inside another word, they are fine",
    arguments: [
      "The CMA (AAMA) is", "RMA (AMT)", "RMA(AMT)", "CMAs (AAMA)", "CMAS (AMT)", "CMAC (AMCA)", "NRCMA (NAHP)",
    ])
  func full(text: String) { #expect(!pack(text, "Nada").isRefused("means several things")) }
}
