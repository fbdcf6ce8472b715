import Documents
import Vocabulary

/// Reads one file of `explainers/`. A statement without a source, a reference or `not_known` does not load.
struct ExplainerReader {
  let builder: BookBuilder

  func read(_ node: Node, _ file: String) -> Explainer? {
    guard let fields = Fields(node, file, builder.faults, what: "an explainer") else { return nil }
    defer {
      fields.finish(
        "an explainer", known: ["explainer", "title", "summary", "aliases", "encoded", "review_by", "sections"])
    }
    let sections = (fields.list("sections") ?? []).compactMap { section($0, file) }
    let aliases = fields.words("aliases") ?? []
    guard let id = fields.text("explainer"), let title = fields.phrase("title"),
      let summary = fields.phrase("summary"), let encoded = fields.day("encoded"),
      let reviewBy = fields.day("review_by")
    else {
      fields.fault("an explainer needs explainer, title, summary, encoded, review_by and sections")
      return nil
    }
    if file.split(separator: "/").last ?? "" != "\(id).yaml" {
      fields.fault("expected the file of '\(id)' to be called \(id).yaml")
    }
    if sections.isEmpty { fields.fault("expected at least one section") }
    return Explainer(
      id: id, title: title, summary: summary, aliases: aliases, sections: sections, encoded: encoded,
      reviewBy: reviewBy, place: fields.place)
  }

  private func section(_ node: Node, _ file: String) -> Explainer.Section? {
    guard let fields = Fields(node, file, builder.faults, what: "a section") else { return nil }
    defer { fields.finish("a section", known: ["title", "statements", "columns", "lines", "states"]) }
    let statements = (fields.list("statements") ?? []).compactMap { node in
      Fields(node, file, builder.faults, what: "a statement").flatMap(statement)
    }
    let columns = fields.map("columns")
    let names = columns?.keys ?? []
    let heads = names.compactMap { columns?.phrase($0) }
    let rows = (fields.list("lines") ?? []).compactMap { row($0, file, names) }
    let topic = fields.text("states")
    guard let title = fields.phrase("title") else {
      fields.fault("a section needs a title")
      return nil
    }
    if statements.isEmpty, rows.isEmpty, topic == nil { fields.fault("expected statements, lines or states") }
    return Explainer.Section(title: title, statements: statements, columns: heads, rows: rows, topic: topic)
  }

  private func row(_ node: Node, _ file: String, _ columns: [String]) -> Explainer.Row? {
    guard let fields = Fields(node, file, builder.faults, what: "a line") else { return nil }
    defer { fields.finish("a line", known: ["name"] + columns) }
    let cells = columns.compactMap { column -> Explainer.Statement? in
      guard fields.has(column) else {
        fields.fault("expected a cell '\(column)': say that it is not known if no source was found")
        return nil
      }
      return fields.map(column).flatMap(statement)
    }
    guard let name = fields.phrase("name") else {
      fields.fault("a line needs a name")
      return nil
    }
    return Explainer.Row(name: name, cells: cells)
  }

  private func statement(_ fields: Fields) -> Explainer.Statement? {
    defer { fields.finish("a statement", known: ["text", "source", "row", "see", "not_known"]) }
    let citations = builder.citations(fields)
    let see = fields.has("see") ? fields.see() : nil
    let isNotKnown = fields.flag("not_known")
    guard let text = fields.phrase("text") else {
      fields.fault("a statement needs a text")
      return nil
    }
    let bases = [citations.isEmpty ? nil : .sources(citations), see.map { .see($0) }, isNotKnown ? .notKnown : nil]
      .compactMap { (basis: Explainer.Basis?) in basis }
    guard let basis = bases.first, bases.count == 1 else {
      fields.fault("a statement needs one of source, see or not_known: what does it rest on?")
      return nil
    }
    return Explainer.Statement(text: text, basis: basis)
  }
}
