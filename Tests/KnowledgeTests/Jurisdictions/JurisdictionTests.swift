import Documents
import Knowledge
import Rules
import Testing
import Vocabulary

/// Reading the packs of a state.
@Suite("Jurisdiction packs")
struct JurisdictionTests {
  private static let sources = """
    sources:
      law:
        publisher: "Legislature"
        title: { en: "Code", es: "Código" }
        url: ""
        voice: body
        dated: 2026-02-11
        age: { en: "Dated.", es: "Con fecha." }
        retrieved: 2026-11-22
    """
  private static let catalog = """
    encoded: 2026-11-22
    review_by: 2027-05-22
    no_rule: { text: { en: "None found. Ask: {board}.", es: "Ninguna. Pregunte a: {board}." }, source: { id: law } }
    baseline: { text: { en: "Counsel says so. Ask: {board}.", es: "Lo dice el abogado. Pregunte a: {board}." }, source: { id: law }, except: [us-yy] }
    tasks:
      vaccine: { name: { en: "Vaccinate", es: "Vacunar" }, detail: { en: "Any", es: "Todas" }, baseline: true }
      x-ray: { name: { en: "X-ray", es: "Radiografía" }, detail: { en: "Any", es: "Todas" } }
    topics:
      credential: { en: "Credential", es: "Credencial" }
      fee.initial: { en: "First fee", es: "Primera cuota" }
    """
  private static let state = """
    jurisdiction: us-xx
    name: { en: "Exland", es: "Exlandia" }
    encoded: 2026-11-22
    review_by: 2027-05-22
    boards: [ { name: { en: "The Board", es: "La Junta" }, url: "https://board.example" } ]
    licenses: { us-xx/ma: { name: { en: "MA", es: "MA" }, issuer: { en: "Board", es: "Junta" } } }
    topics:
      credential: [ { seen: [2026-02-11], value: { en: "Needed.", es: "Hace falta." }, source: { id: law } } ]
      fee.initial: [ { from: 2020-01-01, value: 145 USD, source: { id: law } } ]
    """
  private static let tasks = """
    encoded: 2026-11-22
    review_by: 2027-05-22
    tasks:
      x-ray:
        requires:
          seen: [2026-02-11]
          source: { id: law }
          text: { en: "The state's credential", es: "La credencial del estado" }
          holds: { license: { of: [us-xx/ma] } }
        supervision: [ { seen: [2026-02-11], value: { en: "On site.", es: "En el lugar." }, source: { id: law } } ]
    """

  private func read(_ changes: [String: String] = [:]) throws -> (KnowledgeBase, [String]) {
    var files = [
      "knowledge/jurisdictions/sources.yaml": Self.sources, "knowledge/jurisdictions/tasks.yaml": Self.catalog,
      "knowledge/jurisdictions/us-xx/jurisdiction.yaml": Self.state,
      "knowledge/jurisdictions/us-xx/tasks.yaml": Self.tasks,
    ]
    for (path, text) in changes { files["knowledge/jurisdictions/" + path] = text }
    let documents = try files.map { (path: $0.key, node: try DocumentReader.read(text: $0.value, file: $0.key)) }
    let (base, faults) = KnowledgeReader.readLeniently(documents)
    return (base, faults.map(\.description))
  }

  @Test("a task becomes a rule about the act of practice, its statements become values")
  func task() throws {
    let (base, faults) = try read()
    #expect(faults.isEmpty, "\(faults)")
    let rule = try #require(base.book.rule("us-xx/task/x-ray"))
    #expect(rule.title == Phrase("X-ray: Exland", "Radiografía: Exlandia"))
    #expect(rule.acts.map { base.book.acts[$0].name } == ["practice"])
    #expect(base.hasRule("us-xx", "x-ray"))
    #expect(
      base.values(of: "us-xx").map(\.name).sorted() == [
        "task.x-ray.supervision", "topic.credential", "topic.fee.initial",
      ])
    #expect(base.value("us-xx", "topic.fee.initial")?.text == Phrase("First fee", "Primera cuota"))
  }

  @Test("a task without a rule is never covered, and names the board")
  func gap() throws {
    let (base, _) = try read()
    let rule = try #require(base.book.rule("us-xx/task/vaccine"))
    #expect(!base.hasRule("us-xx", "vaccine"))
    #expect(
      base.book.requirements[rule.root].text
        == Phrase("Counsel says so. Ask: The Board.", "Lo dice el abogado. Pregunte a: La Junta."))
    let evaluator = Evaluator(book: base.book)
    evaluator.begin(Evidence(), Question(asOf: CivilDate("2026-11-22")!))
    let line = evaluator.timeline(of: rule.root)
    #expect(line.isConstant && line.points[0].value.verdict == .notCovered)
  }

  @Test("a state that counsel's letter leaves out has only the plain gap")
  func exception() throws {
    let other = Self.state.replacing("us-xx", with: "us-yy").replacing("Exland", with: "Yland")
    let (base, faults) = try read(["us-yy/jurisdiction.yaml": other])
    #expect(faults.isEmpty, "\(faults)")
    let rule = try #require(base.book.rule("us-yy/task/vaccine"))
    #expect(base.book.requirements[rule.root].text?.en == "None found. Ask: The Board.")
  }

  @Test(
    "what cannot be meant is refused, with its place",
    arguments: [
      ("us-xx/jurisdiction.yaml", "credential:", "credentials:", "unknown topic 'credentials'"),
      ("us-xx/jurisdiction.yaml", "jurisdiction: us-xx", "jurisdiction: us-zz", "jurisdictions/us-zz"),
      ("us-xx/jurisdiction.yaml", ", source: { id: law } } ]\n  fee", " } ]\n  fee", "without a source"),
      ("us-xx/tasks.yaml", "of: [us-xx/ma]", "of: [us-xx/rn]", "unknown state credential 'us-xx/rn'"),
      ("us-xx/tasks.yaml", "supervision:", "supervisor:", "supervisor"),
    ])
  func refused(file: String, old: String, new: String, expected: String) throws {
    let text = file.contains("jurisdiction.yaml") ? Self.state : Self.tasks
    try #require(text.contains(old), "\(old)")
    let (_, faults) = try read([file: text.replacing(old, with: new)])
    #expect(faults.contains { $0.contains(expected) && $0.contains(file) }, "\(faults)")
  }

  @Test("a rule that covers a task unconditionally is met by everybody, one that prohibits it by nobody")
  func constants() throws {
    for (word, verdict) in [("unconditional", Verdict.met), ("prohibited", .notMet)] {
      let text = Self.tasks.replacing(
        "holds: { license: { of: [us-xx/ma] } }", with: "\(word): { en: \"So\", es: \"Así\" }")
      let (base, faults) = try read(["us-xx/tasks.yaml": text])
      #expect(faults.isEmpty, "\(faults)")
      let rule = try #require(base.book.rule("us-xx/task/x-ray"))
      let evaluator = Evaluator(book: base.book)
      evaluator.begin(Evidence(), Question(asOf: CivilDate("2026-11-22")!))
      #expect(evaluator.timeline(of: rule.root).value(on: CivilDate("2026-11-22")!) == Finding(verdict))
    }
  }
}
