import Services
import Testing
import Vocabulary

@Suite("What changed between two editions")
struct EditionDiffTests {
  private func diff(_ old: SmallPack, _ new: SmallPack) -> EditionDiff {
    EditionDiff(from: old.parsed.documents, to: new.parsed.documents)
  }

  @Test("nothing, when only lines moved")
  func nothing() {
    var moved = SmallPack()
    moved.files[SmallPack.path] = "# a comment\n" + (moved.files[SmallPack.path] ?? "")
    #expect(diff(SmallPack(), moved).changes.isEmpty)
    #expect(diff(SmallPack(), moved).text(.english) == "No rule, value or source differs.")
  }

  @Test("a changed number is told with its place, before and after")
  func number() {
    var other = SmallPack()
    other.files[SmallPack.path] = other.files[SmallPack.path]?.replacing("560 hours }", with: "600 hours }")
    #expect(
      diff(SmallPack(), other).text(.english) == """
        Rule aama/cma/eligibility
            requires/that/all/hours/at_least/program.academic_hours: changed: 560 hours → 600 hours
        """)
  }

  @Test("versions are added and removed, values and rules come and go")
  func versions() {
    func pack(_ versions: String) -> SmallPack {
      var pack = SmallPack()
      pack.files["credentials/aama/cma/fees.yaml"] = """
        values:
          fee.examination:
            text: { en: "Fee", es: "Costo" }
            versions: [ \(versions) ]
        """
      return pack
    }
    let one = "{ from: 2020-01-01, value: 125 USD, source: { id: page } }"
    let two = "{ from: 2027-01-01, value: 135 USD, source: { id: page } }"
    let text = diff(pack(one), pack(one + ", " + two)).text(.english)
    #expect(text == "Value aama/cma fee.examination\n    versions: version added: { from: 2027-01-01, value: 135 USD }")
    #expect(
      diff(pack(one), pack(two)).changes.map(\.words.en).map { $0.prefix(15) } == [
        "version removed", "version added: ",
      ])
    #expect(diff(SmallPack(), pack(one)).text(.english) == "Value aama/cma fee.examination: added")
    #expect(diff(pack(one), SmallPack()).text(.spanish) == "Valor aama/cma fee.examination: quitado")
    var without = SmallPack()
    without.files[SmallPack.path] = nil
    #expect(diff(SmallPack(), without).text(.english) == "Rule aama/cma/eligibility: removed")
  }

  @Test("a changed source and a changed other file are named")
  func sources() {
    var other = SmallPack()
    other.files["sources.yaml"] = other.files["sources.yaml"]?.replacing("dated: 2024-05-01", with: "dated: 2024-05-02")
    other.files["coverage/rows.yaml"] = other.files["coverage/rows.yaml"]?.replacing("Trivia", with: "Other")
    let changes = diff(SmallPack(), other).changes
    #expect(changes.map(\.name) == ["page", "coverage/rows.yaml"])
  }
}
