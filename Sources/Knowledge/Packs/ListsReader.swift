import Documents
import Rules
import Vocabulary

extension KnowledgeReader {
  mutating func readGuides(_ node: Node, _ file: String) {
    guard let fields = Fields(node, file, listFaults, what: "the guides"), let items = fields.list("guides") else {
      return
    }
    for item in items {
      guard let guide = Fields(item, file, listFaults, what: "a guide") else { continue }
      let citations = listCitations(guide)
      guard let id = guide.text("id"), let text = guide.phrase("text"), let detail = guide.phrase("detail") else {
        guide.fault("a guide needs id, text and detail")
        continue
      }
      let affects = guide.words("affects") ?? []
      for key in ["rows", "row", "sources"] where guide.has(key) { _ = guide.take(key) }
      guide.finish("a guide")
      addGuide(Guide(id: id, text: text, detail: detail, credentials: affects, citations: citations))
    }
  }

  mutating func readCoverage(_ node: Node, _ file: String) {
    guard let fields = Fields(node, file, listFaults, what: "the coverage"), let rows = fields.map("rows") else {
      return
    }
    for entry in rows.remaining {
      guard let row = rows.map(entry.key), let fact = row.text("fact"), let confidence = row.text("confidence") else {
        continue
      }
      addCoverage(
        CoverageRow(
          id: entry.key, fact: fact, confidence: confidence, leftOut: row.text("left_out"), open: row.text("open"),
          conflict: row.text("conflict"), place: Place(file: file, line: entry.keyLine, column: entry.keyColumn)))
      row.finish("a row", known: ["fact", "confidence", "left_out", "open", "conflict"])
    }
  }
}
