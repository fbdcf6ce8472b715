import Documents
import Rules
import Vocabulary

/// What is being put together while packs are read: the book, and names that resolve to positions in it.
final class BookBuilder {
  var book = RuleBook()
  var sources: [String: Source] = [:]
  let faults = FaultList()
  /// The credentials that states issue; empty while none is known.
  var licenses: Set<String> = []
  private var ruleIndex: [String: Int] = [:]
  private var lifeIndex: [String: Int] = [:]
  /// The rules that could be read.
  private var read: Set<Int> = []
  private var usedRows: Set<String> = []
  private(set) var usedConflictRows: Set<String> = []

  var citedRows: Set<String> { usedRows }

  func declareRule(_ id: String, _ fields: Fields) {
    if ruleIndex[id] != nil { fields.fault("the rule '\(id)' is written twice: give one of them another name") }
    declareRule(id)
  }

  /// The place of a rule with a name that no other has.
  @discardableResult
  func declareRule(_ id: String) -> Int {
    let index = book.rules.count
    ruleIndex[id] = index
    let zero = CivilDate(days: 0)
    book.rules.append(
      Rule(id: id, title: Phrase("", ""), acts: [], asks: nil, root: 0, encoded: zero, reviewBy: zero))
    return index
  }

  /// A rule that has been read, in the place where it was declared.
  func put(_ index: Int, _ rule: Rule) {
    book.rules[index] = rule
    read.insert(index)
  }

  /// A rule that could not be read stays in the book, as its name is taken: nothing is known about it.
  func closeUnread() {
    for index in book.rules.indices where !read.contains(index) {
      let rule = book.rules[index]
      let root = add(
        Requirement(
          path: rule.id, name: nil, text: nil, word: .leaf(.notKnown), measuredOn: nil, neededFor: nil,
          appliesWhen: nil, asks: .selfReported, citations: [], rule: index, place: ""))
      put(
        index,
        Rule(
          id: rule.id, title: rule.title, acts: [], asks: nil, root: root, encoded: rule.encoded,
          reviewBy: rule.reviewBy))
    }
  }

  func declareLife(_ credential: String, _ fields: Fields) {
    if lifeIndex[credential] != nil { fields.fault("the life of '\(credential)' is written twice") }
    lifeIndex[credential] = book.lives.count
    book.lives.append(LifeRule(credential: credential, versions: VersionList([]), periods: [], rule: 0))
  }

  func rule(_ id: String) -> Int? { ruleIndex[id] }
  func life(_ credential: String) -> Int? { lifeIndex[credential] }

  func act(_ name: String) -> Act.ID {
    if let id = book.act(name) { return id }
    book.acts.append(Act(name: name))
    return book.acts.count - 1
  }

  func add(_ requirement: Requirement) -> Requirement.ID {
    book.requirements.append(requirement)
    return book.requirements.count - 1
  }

  /// The number of a conflict; every place that names it must have the same number of readings.
  func conflict(_ id: String, text: Phrase, readings: Int, _ fields: Fields) -> Int {
    if let i = book.conflicts.firstIndex(where: { $0.id == id }) {
      if book.conflicts[i].readings != readings {
        fields.fault("the conflict '\(id)' has \(book.conflicts[i].readings) readings elsewhere, here \(readings)")
      }
      return i
    }
    book.conflicts.append(Conflict(id: id, text: text, readings: readings))
    return book.conflicts.count - 1
  }

  func cite(row: String) { usedRows.insert(row) }

  /// `source:` as one citation or a list of them; also `row:` beside it.
  func citations(_ fields: Fields) -> [Citation] {
    var rows: [String] = []
    if let row = fields.take("row") { rows = fields.words(row, "row") ?? [] }
    for row in rows { cite(row: row) }
    guard let node = fields.take("source") else { return [] }
    let nodes: [Node] = if case .list(let items) = node.content { items } else { [node] }
    return nodes.compactMap { citation($0, fields, defaultRow: rows.first) }
  }

  private func citation(_ node: Node, _ parent: Fields, defaultRow: String?) -> Citation? {
    guard let fields = Fields(node, parent.file, faults, what: "'source'") else { return nil }
    let key = fields.require("id", "'source'").flatMap { fields.scalar($0, "id") }
    let place = fields.text("at")
    let quote = fields.text("quote")
    var rows: [String] = []
    if let row = fields.take("row") { rows = fields.words(row, "row") ?? [] }
    for row in rows { cite(row: row) }
    fields.finish("'source'", known: ["id", "at", "quote", "row"])
    guard let key else { return nil }
    guard let source = sources[key] else {
      fields.fault("unknown source '\(key)': add it to sources.yaml or correct the key")
      return nil
    }
    return Citation(source: source, place: place, quote: quote, row: rows.first ?? defaultRow)
  }
}
