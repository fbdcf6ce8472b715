import Foundation
import Knowledge
import Services
import Testing
import Vocabulary

@Suite("Duties, explainers and glossary")
struct ShelfTests {
  private static let base: KnowledgeBase? = {
    let root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    return try? KnowledgeLoader.folder(root.appending(path: "knowledge").path)
  }()

  /// A folder with one task, one exam area, one counted category and one duty.
  private func pack(_ duty: String, explainer: String? = nil, glossary: String? = nil) -> SmallPack {
    var pack = SmallPack()
    pack.files["credentials/aama/cma/examination.yaml"] = """
      encoded: 2026-11-22
      review_by: 2027-05-22
      values:
        examination.outline.clinical:
          text: { en: "Clinical", es: "Clínica" }
          versions: [ { undated: { retrieved: 2026-11-22 }, value: true, source: { id: page } } ]
      """
    pack.files["duties.yaml"] = """
      encoded: 2026-11-22
      review_by: 2027-05-22
      onet:
        attribution: { en: "Credit", es: "Crédito" }
        license: "https://example.org"
        source: { id: page }
        tasks: { 2024: { type: core, statement: "Interview patients." } }
      settings: { clinic: { name: { en: "Clinics", es: "Clínicas" }, source: { id: page } } }
      conditions: { asthma: { kind: chronic, name: { en: "Asthma", es: "Asma" }, source: { id: page } } }
      duties:
        intake: { \(duty) }
      """
    if let explainer {
      pack.files["explainers/hire.yaml"] = """
        explainer: hire
        title: { en: "Hire", es: "Empleo" }
        summary: { en: "Short", es: "Corto" }
        encoded: 2026-11-22
        review_by: 2027-05-22
        sections: [ { title: { en: "One", es: "Uno" }, statements: [ { \(explainer) } ] } ]
        """
    }
    if let glossary { pack.files["glossary.yaml"] = "glossary: [ { \(glossary) } ]" }
    return pack
  }

  private static let parts = [
    "side": "side: clinical", "text": "text: { en: \"Ask\", es: \"Preguntar\" }",
    "skill": "skills: [ { en: \"Asking\", es: \"Preguntar\" } ]",
    "task": "no_task: { en: \"Not looked up\", es: \"No se buscó\" }", "exams": "exams: { aama/cma: [clinical] }",
    "settings": "settings: [clinic]", "onet": "onet: [2024]", "source": "source: { id: page }",
  ]

  private func duty(without part: String? = nil, with other: String? = nil) -> String {
    let kept = ShelfTests.parts.filter { $0.key != part }.sorted { $0.key < $1.key }.map(\.value)
    return (kept + (other.map { [$0] } ?? [])).joined(separator: ", ")
  }

  @Test("a duty with all its tags loads")
  func good() { #expect(pack(duty()).faults == []) }

  @Test("a duty without a tag does not load", arguments: parts.keys.sorted())
  func untagged(part: String) {
    #expect(pack(duty(without: part)).faults.contains { $0.hasPrefix("duties.yaml:") && $0.contains("needs") })
  }

  @Test(
    "a tag that stands for nothing does not load",
    arguments: [
      ("side", "side: both"), ("task", "task: nothing"), ("exams", "exams: { aama/cma: [nothing] }"),
      ("settings", "settings: [moon]"), ("onet", "onet: [1]"), ("", "conditions: [gout]"),
      ("", "ce: { aama/cma: clinical }"), ("", "color: red"),
    ])
  func unknown(part: String, other: String) {
    let pack = pack(duty(without: part, with: other))
    #expect(pack.faults.contains { $0.hasPrefix("duties.yaml:") }, "\(pack.faults)")
  }

  @Test("a statement rests on one thing: a source, another part, or that it is not known")
  func basis() {
    let text = "text: { en: \"Words\", es: \"Palabras\" }"
    for good in ["source: { id: page }", "see: { duty: intake }", "not_known: true"] {
      #expect(pack(duty(), explainer: "\(text), \(good)").faults == [])
    }
    for bad in ["", ", source: { id: page }, not_known: true", ", see: { duty: nothing }", ", see: { moon: full }"] {
      #expect(!pack(duty(), explainer: text + bad).faults.isEmpty, "\(bad)")
    }
  }

  @Test("a word of the glossary has its texts, and its sources exist")
  func words() {
    let word = "id: bls, term: { en: \"BLS\", es: \"BLS\" }, text: { en: \"A card\", es: \"Una tarjeta\" }"
    #expect(pack(duty(), glossary: word).faults == [])
    #expect(pack(duty(), glossary: word + ", sources: [nothing]").isRefused("unknown source", file: "glossary.yaml"))
    #expect(pack(duty(), glossary: word + ", see: { explainer: none }").isRefused("explainer", file: "glossary.yaml"))
    #expect(pack(duty(), glossary: "id: bls").isRefused("needs id, term and text", file: "glossary.yaml"))
  }

  @Test("every duty of the packs opens to a skill, an exam area, and the states or why not")
  func complete() throws {
    let base = try #require(Self.base)
    let catalog = base.shelf.duties
    #expect(catalog.duties.count >= 25)
    for side in Duty.Side.allCases { #expect(!catalog.duties(on: side).isEmpty) }
    for duty in catalog.duties {
      #expect(!duty.skills.isEmpty && !duty.exams.isEmpty && !duty.settings.isEmpty, "\(duty.id)")
      #expect((duty.task == nil) != (duty.withoutTask == nil), "\(duty.id)")
      for area in duty.exams { #expect(base.value(area.credential, area.value) != nil, "\(duty.id)") }
    }
    #expect(catalog.statements.count == 20)
    #expect(catalog.attribution.en.contains("CC BY 4.0") && catalog.license.contains("creativecommons"))
    for condition in ["diabetes", "hypertension", "asthma", "arthritis"] {
      #expect(catalog.duties.contains { $0.conditions.contains(condition) }, "\(condition)")
    }
  }
}
