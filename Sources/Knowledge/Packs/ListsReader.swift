import Documents
import Rules
import Vocabulary

extension KnowledgeReader {
  mutating func readQuestions(_ node: Node, _ file: String) {
    guard let fields = Fields(node, file, listFaults, what: "the questions"), let items = fields.list("questions") else { return }
    for item in items {
      guard let question = Fields(item, file, listFaults, what: "a question") else { continue }
      guard let id = question.text("id"), let asks = question.text("asks"), let kindName = question.text("kind"),
        let kind = InterviewQuestion.Kind(rawValue: kindName), let text = question.phrase("text")
      else {
        question.fault("a question needs id, asks, kind (gate, flag, choice, set, day, amount) and text")
        continue
      }
      if Field.named(asks) == nil, EvidenceKind(rawValue: asks) == nil {
        question.fault("'asks' names neither a field nor a kind of record: '\(asks)'")
      }
      let answers = (question.list("answers") ?? []).compactMap { node -> InterviewQuestion.Answer? in
        guard let answer = Fields(node, file, listFaults, what: "an answer"), let id = answer.text("id"),
          let text = answer.phrase("text")
        else { return nil }
        _ = answer.take("sets")
        answer.finish("an answer", known: ["id", "text", "sets"])
        return .init(id: id, text: text)
      }
      let parsed = InterviewQuestion(
        id: id, asks: asks, kind: kind, text: text, help: question.phrase("help"), why: question.phrase("why"),
        answers: answers, unit: question.text("unit"))
      for key in ["only_when", "sets", "for"] where question.has(key) { _ = question.take(key) }
      question.finish("a question")
      addQuestion(parsed)
    }
  }

  mutating func readGuides(_ node: Node, _ file: String) {
    guard let fields = Fields(node, file, listFaults, what: "the guides"), let items = fields.list("guides") else { return }
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
    guard let fields = Fields(node, file, listFaults, what: "the coverage"), let rows = fields.map("rows") else { return }
    for entry in rows.remaining {
      guard let row = rows.map(entry.key), let fact = row.text("fact"), let confidence = row.text("confidence") else { continue }
      addCoverage(
        CoverageRow(
          id: entry.key, fact: fact, confidence: confidence, leftOut: row.text("left_out"), open: row.text("open"),
          conflict: row.text("conflict"), place: Place(file: file, line: entry.keyLine, column: entry.keyColumn)))
      row.finish("a row", known: ["fact", "confidence", "left_out", "open", "conflict"])
    }
  }
}
