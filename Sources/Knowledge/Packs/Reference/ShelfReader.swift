import Documents
import Rules
import Vocabulary

/// Reads `duties.yaml`, `explainers/*.yaml` and `glossary.yaml`, and looks up what they point at.
struct ShelfReader {
  let base: KnowledgeBase
  let builder: BookBuilder

  func read(_ documents: [(path: String, node: Node)]) -> ReferenceShelf {
    var shelf = ReferenceShelf()
    for (path, node) in documents where !path.contains("coverage/") {
      switch path.split(separator: "/").last {
      case "duties.yaml": shelf.duties = DutyReader(base: base, builder: builder).read(node, path)
      case "glossary.yaml": shelf.glossary = GlossaryReader(builder: builder).read(node, path)
      default: continue
      }
    }
    for (path, node) in documents where ShelfReader.isExplainer(path) {
      if let explainer = ExplainerReader(builder: builder).read(node, path) { shelf.explainers.append(explainer) }
    }
    shelf.explainers.sort { $0.id < $1.id }
    check(shelf)
    return shelf
  }

  static func isExplainer(_ path: String) -> Bool {
    path.contains("explainers/") && !path.hasSuffix("sources.yaml")
  }

  /// What is pointed at exists.
  private func check(_ shelf: ReferenceShelf) {
    func check(_ reference: Reference, _ place: Place) {
      let (exists, what): (Bool, String) =
        switch reference {
        case .task(let id): (base.task(id) != nil, "task '\(id)' in jurisdictions/tasks.yaml")
        case .topic(let id): (base.topics.contains { $0.id == id }, "topic '\(id)' in jurisdictions/tasks.yaml")
        case .credential(let id): (base.credential(id) != nil, "credential '\(id)'")
        case .rule(let id): (base.book.rule(id) != nil, "rule '\(id)'")
        case .duty(let id): (shelf.duties.duty(id) != nil, "duty '\(id)' in duties.yaml")
        case .duties: (!shelf.duties.duties.isEmpty, "duties")
        case .explainer(let id): (shelf.explainer(id) != nil, "explainer '\(id)'")
        case .term(let id): (shelf.entry(id) != nil, "entry '\(id)' in glossary.yaml")
        }
      if !exists { builder.faults.add("there is no \(what): correct the name or add it", place) }
    }
    for entry in shelf.glossary { if let see = entry.see { check(see, entry.place) } }
    for explainer in shelf.explainers {
      for section in explainer.sections {
        if let topic = section.topic { check(.topic(topic), explainer.place) }
        for statement in section.statements + section.rows.flatMap(\.cells) {
          if case .see(let reference) = statement.basis { check(reference, explainer.place) }
        }
      }
    }
  }
}

extension FaultList {
  func add(_ message: String, _ place: Place) {
    add(message, place.file, Node(.null, line: place.line, column: place.column))
  }
}

extension Fields {
  /// `see: { task: venipuncture }`: another part of the knowledge.
  func see() -> Reference? {
    guard let fields = map("see") else { return nil }
    defer {
      fields.finish("'see'", known: ["task", "states", "credential", "rule", "duty", "duties", "explainer", "term"])
    }
    if let id = fields.text("task") { return .task(id) }
    if let id = fields.text("states") { return .topic(id) }
    if let id = fields.text("credential") { return .credential(id) }
    if let id = fields.text("rule") { return .rule(id) }
    if let id = fields.text("duty") { return .duty(id) }
    if let id = fields.text("explainer") { return .explainer(id) }
    if let id = fields.text("term") { return .term(id) }
    if fields.flag("duties") { return .duties }
    fields.fault("expected one of task, states, credential, rule, duty, duties, explainer, term in 'see'")
    return nil
  }

  /// Where the map stands.
  var place: Place { Place(file: file, line: node.line, column: node.column) }
}
