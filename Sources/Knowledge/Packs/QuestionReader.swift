import Documents
import Rules
import Vocabulary

extension KnowledgeReader {
  mutating func readQuestions(_ node: Node, _ file: String) {
    guard let fields = Fields(node, file, listFaults, what: "the questions"), let items = fields.list("questions")
    else { return }
    var ids: Set<String> = []
    for item in items {
      guard let entry = Fields(item, file, listFaults, what: "a question") else { continue }
      guard let question = QuestionReader(entry: entry, earlier: ids).read() else { continue }
      if !ids.insert(question.id).inserted { entry.fault("the question '\(question.id)' stands twice") }
      addQuestion(question)
    }
  }
}

/// Reads one entry of questions.yaml.
struct QuestionReader {
  let entry: Fields
  /// Questions that stand before it: `only_when` may name them.
  let earlier: Set<String>

  func read() -> InterviewQuestion? {
    guard let id = entry.text("id"), let asks = entry.words("asks"), let first = asks.first,
      let kindName = entry.text("kind"), let kind = InterviewQuestion.Kind(rawValue: kindName),
      let text = entry.phrase("text")
    else {
      entry.fault("a question needs id, asks, kind (gate, flag, choice, set, day, amount, count) and text")
      return nil
    }
    if !isSlug(id) { entry.fault("expected small letters, digits and hyphens for an id, found '\(id)'") }
    let fields = asks.compactMap(Field.named)
    let list = EvidenceKind(rawValue: first)
    if list == nil, fields.count != asks.count || Set(fields.map(\.kind)).count != 1 {
      entry.fault("'asks' names neither fields of one kind nor a kind of record: \(asks.joined(separator: ", "))")
    }
    check(kind, list: list, fields: fields)
    let question = InterviewQuestion(
      id: id, asks: first, fields: fields, list: list, kind: kind, text: text, help: entry.phrase("help"),
      why: entry.phrase("why"), answers: answers(kind), each: entry.take("each").map { settings($0) } ?? [],
      onlyWhen: conditions(), unit: entry.text("unit") ?? unit(fields.first),
      range: (kind == .count ? 1 : 0)...max(1, entry.int("at_most") ?? (kind == .count ? 9 : 10_000)),
      mayLieAhead: flag("may_lie_ahead"))
    entry.finish("a question")
    return question
  }

  private func isSlug(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
  }

  private func flag(_ key: String) -> Bool {
    guard let text = entry.text(key) else { return false }
    if text != "true", text != "false" { entry.fault("expected true or false for '\(key)', found '\(text)'") }
    return text == "true"
  }

  private func unit(_ field: Field?) -> String? {
    if case .amount(let unit) = field?.content { unit } else { nil }
  }

  /// The kind of question and what it asks for fit each other.
  private func check(_ kind: InterviewQuestion.Kind, list: EvidenceKind?, fields: [Field]) {
    let fits =
      switch kind {
      case .gate, .count: list != nil
      case .set: list != nil || fields.allSatisfy { if case .set = $0.content { true } else { false } }
      case .flag: list == nil && fields.allSatisfy { $0.content == .flag }
      case .day:
        list == nil && fields.allSatisfy { if case .spans = $0.content { true } else { $0.content == .day } }
      case .amount: list == nil && fields.allSatisfy { if case .amount = $0.content { true } else { false } }
      case .choice: list == nil
      }
    if !fits { entry.fault("a question of kind \(kind.rawValue) cannot ask for that") }
  }

  private func answers(_ kind: InterviewQuestion.Kind) -> [InterviewQuestion.Answer] {
    let needsAnswers = kind == .gate || kind == .choice || kind == .set
    if needsAnswers != entry.has("answers") {
      entry.fault(needsAnswers ? "expected 'answers' to choose from" : "a \(kind.rawValue) has no 'answers'")
    }
    var ids: Set<String> = []
    return (entry.list("answers") ?? []).compactMap { node in
      guard let answer = Fields(node, entry.file, entry.faults, what: "an answer"), let id = answer.text("id"),
        let text = answer.phrase("text")
      else { return nil }
      if !isSlug(id) || !ids.insert(id).inserted || id == "unknown" {
        answer.fault("expected an id of its own in small letters, digits and hyphens, found '\(id)'")
      }
      if kind == .set, id == "none" { answer.fault("a set needs no answer 'none': nothing picked is none") }
      let sets = answer.take("sets").map { settings($0) } ?? []
      answer.finish("an answer", known: ["id", "text", "sets"])
      return .init(id: id, text: text, sets: sets)
    }
  }

  private func settings(_ node: Node) -> [InterviewQuestion.Setting] {
    guard let map = Fields(node, entry.file, entry.faults, what: "'sets'") else { return [] }
    return map.keys.compactMap { key in
      guard let word = map.text(key) else { return nil }
      if let kind = EvidenceKind(rawValue: key) {
        if word != "exists", word != "none" { map.fault("expected exists or none for '\(key)', found '\(word)'") }
        return .init(target: .list(kind), word: word)
      }
      guard let field = Field.named(key) else {
        map.fault("'\(key)' is neither a field nor a kind of record")
        return nil
      }
      if !field.takes(word) { map.fault("'\(word)' is no word of '\(key)'") }
      return .init(target: .field(field), word: word)
    }
  }

  private func conditions() -> [InterviewQuestion.Condition] {
    guard let map = entry.map("only_when") else { return [] }
    return map.keys.compactMap { key in
      guard let words = map.words(key) else { return nil }
      if let kind = EvidenceKind(rawValue: key) {
        if words != ["exists"] { map.fault("expected exists for '\(key)'") }
        return .init(subject: .record(kind), words: ["exists"])
      }
      if let field = Field.named(key) { return .init(subject: .field(field), words: Set(words)) }
      if !earlier.contains(key) {
        map.fault("'\(key)' is neither a kind of record, nor a field, nor a question that stands before this one")
      }
      return .init(subject: .question(key), words: Set(words))
    }
  }
}

extension Field {
  /// Whether a word of `sets` is one of the field's.
  fileprivate func takes(_ word: String) -> Bool {
    switch content {
    case .day: word == "never" || InterviewQuestion.Setting.dayWords.contains(word)
    case .amount: Quantity(word) != nil
    case .flag: word == "true" || word == "false"
    case .choice(let words), .set(let words): words.contains(word)
    case .name: true
    case .spans(let by):
      word == "none" || by.contains(word)
        || word.split(separator: " ").map(String.init) == [
          by.first { word.hasPrefix($0 + " ") } ?? "", InterviewQuestion.Setting.whileEnrolled,
        ]
    }
  }
}
