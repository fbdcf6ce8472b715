import Documents
import Vocabulary

/// `us-wa/tasks.yaml` is a short way to write rules and values: each task becomes the rule `us-wa/task/<task>` about the
/// act `practice`, and its `supervision` and `conditions` become values. Everything after reads only those.
enum TaskExpansion {
  /// Values of a task, with their titles.
  static let statements: [(key: String, title: Phrase)] = [
    ("supervision", Phrase("Supervision", "Supervisión")),
    ("conditions", Phrase("What the rule asks of the practice", "Lo que la regla pide al consultorio")),
  ]

  /// Whether a file holds the tasks of one state.
  static func isTaskFile(_ path: String) -> Bool {
    path.contains("jurisdictions/") && path.hasSuffix("/tasks.yaml") && !TaskCatalog.isCatalog(path)
  }

  /// `us-wa` of `knowledge/jurisdictions/us-wa/tasks.yaml`.
  static func jurisdiction(of path: String) -> String? {
    let parts = path.split(separator: "/").map(String.init)
    guard let i = parts.firstIndex(of: "jurisdictions"), parts.count > i + 2 else { return nil }
    return parts[i + 1]
  }

  /// Whether a rule is about a task in a state: `us-wa/task/venipuncture`.
  static func isTaskRule(_ id: String) -> Bool { id.hasPrefix("us-") && id.contains("/task/") }

  static func title(_ task: Phrase, in jurisdiction: Phrase) -> Phrase {
    Phrase("\(task.en): \(jurisdiction.en)", "\(task.es): \(jurisdiction.es)")
  }

  /// The documents with the task files written out.
  static func expanded(_ documents: [(path: String, node: Node)]) -> [(path: String, node: Node)] {
    guard documents.contains(where: { isTaskFile($0.path) }) else { return documents }
    let catalog = documents.first { TaskCatalog.isCatalog($0.path) }?.node
    var states: [String: Node] = [:]
    for (path, node) in documents where path.hasSuffix("/jurisdiction.yaml") {
      if let id = jurisdiction(of: path) { states[id] = node }
    }
    return documents.map { path, node in
      guard isTaskFile(path), let id = jurisdiction(of: path) else { return (path, node) }
      return (path, expanded(node, id, names: catalog?["tasks"], state: states[id]?["name"]))
    }
  }

  private static func expanded(_ node: Node, _ id: String, names: Node?, state: Node?) -> Node {
    guard case .map(let entries) = node.content, case .map(let tasks)? = node["tasks"]?.content else { return node }
    var rules: [Node] = []
    var values: [Node.Entry] = []
    for task in tasks {
      guard case .map(let parts) = task.value.content else { continue }
      let name = names?[task.key]?["name"]
      let title = self.title(phrase(name) ?? Phrase(task.key, task.key), in: phrase(state) ?? Phrase(id, id))
      var rule = [
        task.entry("rule", "\(id)/task/\(task.key)"), task.entry("title", title), task.entry("asks", "practice"),
        task.entry("acts", Node(.list([task.scalar("practice")]), line: task.keyLine, column: task.keyColumn)),
      ]
      for part in parts {
        if let statement = statements.first(where: { $0.key == part.key }) {
          let value = Node(
            .map([part.entry("text", statement.title), part.entry("versions", part.value)]), line: part.keyLine,
            column: part.keyColumn)
          values.append(part.entry("task.\(task.key).\(part.key)", value))
        } else {
          rule.append(part)
        }
      }
      rules.append(Node(.map(rule), line: task.keyLine, column: task.keyColumn))
    }
    var written = entries.filter { $0.key != "tasks" }
    if let tasks = entries.first(where: { $0.key == "tasks" }) {
      written.append(tasks.entry("rules", Node(.list(rules), line: tasks.keyLine, column: tasks.keyColumn)))
      if !values.isEmpty {
        written.append(tasks.entry("values", Node(.map(values), line: tasks.keyLine, column: tasks.keyColumn)))
      }
    }
    return Node(.map(written), line: node.line, column: node.column)
  }

  private static func phrase(_ node: Node?) -> Phrase? {
    guard let en = node?["en"]?.text, let es = node?["es"]?.text else { return nil }
    return Phrase(en, es)
  }
}

extension Node.Entry {
  fileprivate func scalar(_ text: String) -> Node {
    Node(.scalar(text, quoted: true), line: keyLine, column: keyColumn)
  }

  fileprivate func entry(_ key: String, _ value: Node) -> Node.Entry {
    Node.Entry(key: key, keyLine: keyLine, keyColumn: keyColumn, value: value)
  }

  fileprivate func entry(_ key: String, _ text: String) -> Node.Entry { entry(key, scalar(text)) }

  fileprivate func entry(_ key: String, _ phrase: Phrase) -> Node.Entry {
    let languages = [entry("en", phrase.en), entry("es", phrase.es)]
    return entry(key, Node(.map(languages), line: keyLine, column: keyColumn))
  }
}
