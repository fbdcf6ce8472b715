import Documents
import Vocabulary

/// Reads `glossary.yaml`.
struct GlossaryReader {
  let builder: BookBuilder

  func read(_ node: Node, _ file: String) -> [GlossaryEntry] {
    guard let fields = Fields(node, file, builder.faults, what: "the glossary") else { return [] }
    defer { fields.finish("the glossary", known: ["glossary"]) }
    var ids: Set<String> = []
    return (fields.list("glossary") ?? []).compactMap { item in
      guard let entry = Fields(item, file, builder.faults, what: "an entry of the glossary") else { return nil }
      defer {
        entry.finish(
          "an entry of the glossary", known: ["id", "term", "text", "also", "aliases", "see", "sources", "rows"])
      }
      let rows = entry.words("rows") ?? []
      let citations = (entry.words("sources") ?? []).compactMap { citation($0, rows.first, entry) }
      let also = entry.phrase("also")
      let aliases = entry.words("aliases") ?? []
      let see = entry.has("see") ? entry.see() : nil
      guard let id = entry.text("id"), let term = entry.phrase("term"), let text = entry.phrase("text") else {
        entry.fault("an entry of the glossary needs id, term and text")
        return nil
      }
      if !ids.insert(id).inserted { entry.fault("the entry '\(id)' is written twice") }
      return GlossaryEntry(
        id: id, term: term, text: text, also: also, aliases: aliases, see: see, citations: citations,
        place: entry.place)
    }
  }

  private func citation(_ key: String, _ row: String?, _ fields: Fields) -> Citation? {
    guard let source = builder.sources[key] else {
      fields.fault("unknown source '\(key)': add it to sources.yaml or correct the key")
      return nil
    }
    return Citation(source: source, row: row)
  }
}
