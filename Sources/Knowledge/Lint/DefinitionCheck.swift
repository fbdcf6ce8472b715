import Documents

/// Every shared requirement is used: one that is not is never read, so nothing in it is checked.
enum DefinitionCheck {
  static func faults(_ documents: [(path: String, node: Node)]) -> [Fault] {
    documents.filter { KnowledgeReader.isRuleFile($0.path) }.flatMap { path, node -> [Fault] in
      var defined: [Node.Entry] = []
      var used: Set<String> = []
      func walk(_ node: Node) {
        switch node.content {
        case .map(let entries):
          for entry in entries {
            if entry.key == "define", case .map(let shared) = entry.value.content { defined += shared }
            if entry.key == "use", let name = entry.value.text { used.insert(name) }
            walk(entry.value)
          }
        case .list(let items): for item in items { walk(item) }
        case .scalar, .null: break
        }
      }
      walk(node)
      return defined.filter { !used.contains($0.key) }.map { entry in
        Fault(
          "'\(entry.key)' is defined and never used: use it or remove it",
          at: Place(file: path, line: entry.keyLine, column: entry.keyColumn))
      }
    }
  }
}
