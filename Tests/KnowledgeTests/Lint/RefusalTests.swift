import Documents
import Knowledge
import Testing

@Suite("What a pack may not contain")
struct RefusalTests {
  @Test("the small pack itself has no fault")
  func good() { #expect(SmallPack().faults == []) }

  @Test("all faults are reported at once, with file, line and column, in order")
  func together() {
    let pack = SmallPack(
      requires: """
        all:
          - { text: { en: "A" }, happened: program.graduated, wrong: 1 }
          - { happened: 2020-13-01 }
        """)
    let faults = pack.faults.filter { $0.hasPrefix(SmallPack.path) }
    #expect(faults.count >= 3)
    #expect(faults.allSatisfy { $0.wholeMatch(of: /[^:]+:\d+:\d+: .+/) != nil })
    #expect(faults.contains { $0.hasPrefix("\(SmallPack.path):10:") })
    #expect(faults.contains { $0.hasPrefix("\(SmallPack.path):11:") })
  }

  @Test(
    "months say from where they are counted",
    arguments: [
      "within: { months: 12, after: 2020-01-01 }", "later_than: { months: 12, after: 2020-01-01 }",
      "not_before: { months: 1, before: 2020-01-01 }", "no_later_than: { months: 60, after: 2020-01-01 }",
      "attempts: { of: aama/cma, waits: [ { months: 12 } ] }",
    ])
  func countedFrom(words: String) {
    #expect(SmallPack(requires: "text: { en: \"A\", es: \"B\" }\n\(words)").isRefused("'counted_from'"))
  }

  @Test("more than one version says whose day chooses")
  func governedBy() {
    let versions = """
      versions:
        - { until: 2019-12-31, source: { id: page }, text: { en: "A", es: "B" }, happened: 2001-01-01 }
        - { from: 2020-01-01, source: { id: page }, text: { en: "A", es: "B" }, happened: 2001-01-01 }
      """
    #expect(SmallPack(requires: versions).isRefused("'governed_by'"))
    #expect(!SmallPack(requires: "governed_by: day\n" + versions).isRefused("'governed_by'"))
  }

  @Test("the day a copy was read is not a day the source was seen")
  func retrievedAsSeen() {
    func pack(_ seen: String, _ source: String) -> SmallPack {
      SmallPack(
        requires: "seen: [\(seen)]\nsource: { id: \(source) }\ntext: { en: \"A\", es: \"B\" }\nhappened: 2001-01-01")
    }
    #expect(pack("2026-11-22", "copy").isRefused("only the day the copy was read"))
    #expect(pack("2024-06-01", "page").isRefused("not a day that a cited source gives"))
    #expect(!pack("2024-05-01", "page").isRefused("seen"))
  }

  @Test("versions do not overlap")
  func overlap() {
    let pack = SmallPack(
      requires: """
        governed_by: day
        versions:
          - { until: 2020-01-01, source: { id: page }, text: { en: "A", es: "B" }, happened: 2001-01-01 }
          - { from: 2020-01-01, source: { id: page }, text: { en: "A", es: "B" }, happened: 2001-01-01 }
        """)
    #expect(pack.isRefused("overlaps"))
  }

  @Test("a version carries its source")
  func sourceless() {
    #expect(
      SmallPack(requires: "from: 2020-01-01\ntext: { en: \"A\", es: \"B\" }\nhappened: 2001-01-01").isRefused(
        "without a source"))
    let versions =
      "governed_by: day\nversions: [ { from: 2020-01-01, text: { en: \"A\", es: \"B\" }, happened: 2001-01-01 } ]"
    #expect(SmallPack(requires: versions).isRefused("without a source"))
    var values = SmallPack()
    values.files["credentials/aama/cma/fees.yaml"] = """
      values:
        fee.examination:
          text: { en: "Fee", es: "Costo" }
          versions: [ { from: 2020-01-01, value: 125 USD } ]
      """
    #expect(values.isRefused("without a source", file: "credentials/aama/cma/fees.yaml"))
  }

  @Test(
    "unknown keys are refused wherever they stand",
    arguments: [
      "text: { en: \"A\", es: \"B\" }\nhappened: 2001-01-01\nhint: x",
      "text: { en: \"A\", es: \"B\", fr: \"C\" }\nhappened: 2001-01-01",
      "text: { en: \"A\", es: \"B\" }\nwithin: { days: 3, after: 2001-01-01, unit: x }",
      "text: { en: \"A\", es: \"B\" }\nattempts: { of: aama/cma, limits: 3 }",
    ])
  func unknownKey(requires: String) { #expect(SmallPack(requires: requires).isRefused("unknown key")) }

  @Test("a key stands once")
  func duplicateKey() {
    let pack = SmallPack(requires: "text: { en: \"A\", es: \"B\" }\nhappened: 2001-01-01\nhappened: 2002-01-01")
    #expect(pack.isRefused("happened"))
  }

  @Test("bare yes, no, on and off are refused", arguments: ["yes", "no", "on", "off"])
  func bareWords(word: String) {
    let pack = SmallPack(requires: "text: { en: \"A\", es: \"B\" }\nis: { person.aama_member: \(word) }")
    #expect(pack.isRefused("a bare \(word);"))
  }

  @Test(
    "every text is there in both languages",
    arguments: ["{ en: \"A\" }", "{ es: \"B\" }", "{ en: \"A\", es: \"\" }", "\"A\""])
  func languages(text: String) {
    #expect(SmallPack(requires: "text: \(text)\nhappened: 2001-01-01").isRefused("expected"))
    #expect(!SmallPack(requires: "text: { en: \"A\", es: \"B\" }\nhappened: 2001-01-01").isRefused("expected"))
  }

  @Test("a shared requirement that nobody uses is refused, as nobody reads it")
  func unusedDefinition() {
    let good = "text: { en: \"A\", es: \"B\" }\nhappened: 2001-01-01"
    let pack = SmallPack(requires: good, extra: "define: { spare: { nonsense: 1 } }")
    #expect(pack.isRefused("'spare' is defined and never used"))
  }
}
