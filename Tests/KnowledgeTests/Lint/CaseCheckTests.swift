import Testing

@Suite("Rules and their cases")
struct CaseCheckTests {
  private static let cases = "credentials/aama/cma/eligibility.cases.yaml"

  private func pack(keeping word: String?) -> SmallPack {
    var pack = SmallPack()
    guard let word else {
      pack.files[CaseCheckTests.cases] = nil
      return pack
    }
    let lines = SmallPack.cases.split(separator: "\n").map(String.init)
    let found = lines.indices.first { lines[$0].contains(word) } ?? 0
    pack.files[CaseCheckTests.cases] = ([lines[0]] + lines[found...found + 1]).joined(separator: "\n")
    return pack
  }

  @Test("a rule without cases is refused")
  func none() { #expect(pack(keeping: nil).isRefused("has no cases")) }

  @Test("a rule with only cases that are met is refused")
  func onlyMet() { #expect(pack(keeping: "enough").isRefused("no case with `verdict: not met`")) }

  @Test("a rule with only cases that are not met is refused")
  func onlyNotMet() { #expect(pack(keeping: "too few").isRefused("no case with `verdict: met`")) }

  @Test("a rule that a known gap keeps from ever being met needs no case that is met")
  func neverMet() {
    var pack = pack(keeping: "too few")
    pack.files[SmallPack.path] = SmallPack.rule(
      requires: """
        all:
          gap: { not_known: { en: "Not found", es: "No se halló" } }
          done: { text: { en: "Done", es: "Hecho" }, source: { id: page, row: AAMA-EL-01 }, happened: 2001-01-01 }
        """)
    #expect(!pack.isRefused("no case"))
  }
}
