import Documents

/// Which rule files a change of one file can reach, and which files are needed to read those.
struct MutationFiles {
  /// Rule files without values, by path: values decide nothing here and cost time to read.
  let rules: [String: Node]
  private let sources: [(path: String, node: Node)]
  /// File to the files whose rules or lives it names.
  private let uses: [String: Set<String>]
  private let ownerOfRule: [String: String]

  private static let keys: Set<String> = [
    "rule", "rules", "define", "life", "title", "encoded", "review_by", "acts", "asks", "requires",
  ]

  init(_ written: [(path: String, node: Node)]) {
    let documents = SetExpansion.expanded(TaskExpansion.expanded(written))
    sources = documents.filter { $0.path.hasSuffix("sources.yaml") }
    var rules: [String: Node] = [:]
    var ownerOfRule: [String: String] = [:]
    var ownerOfLife: [String: String] = [:]
    for (path, node) in documents where KnowledgeReader.isRuleFile(path) {
      guard case .map(let entries) = node.content else { continue }
      let kept = entries.filter { MutationFiles.keys.contains($0.key) }
      let heads: [Node] = if case .list(let items)? = node["rules"]?.content { items } else { [node] }
      for id in heads.compactMap({ $0["rule"]?.text }) { ownerOfRule[id] = path }
      if let credential = node["life"]?["of"]?.text { ownerOfLife[credential] = path }
      if kept.contains(where: { ["rule", "rules", "life"].contains($0.key) }) {
        rules[path] = Node(.map(kept), line: node.line, column: node.column)
      }
    }
    self.rules = rules
    self.ownerOfRule = ownerOfRule
    var uses: [String: Set<String>] = [:]
    for (path, node) in rules {
      var found: Set<String> = []
      MutationFiles.eachText(node) { text in
        if let owner = ownerOfRule[text] ?? ownerOfLife[text] { found.insert(owner) }
        for prefix in ["life.start of ", "life.expiry of "] where text.hasPrefix(prefix) {
          if let owner = ownerOfLife[String(text.dropFirst(prefix.count))] { found.insert(owner) }
        }
      }
      uses[path] = found
    }
    self.uses = uses
  }

  /// The files whose rules may answer differently when a file changes: itself, and those that refer to it.
  func affected(by file: String) -> Set<String> {
    var reached: Set<String> = [file]
    var grew = true
    while grew {
      grew = false
      for (path, used) in uses where !reached.contains(path) && !used.isDisjoint(with: reached) {
        reached.insert(path)
        grew = true
      }
    }
    return reached
  }

  /// Everything that must be read to answer the rules of some files, with one of them replaced.
  func documents(for files: Set<String>, replacing file: String, by node: Node) -> [(path: String, node: Node)] {
    needed(for: files).sorted().compactMap { path in
      path == file ? (path, node) : rules[path].map { (path, $0) }
    } + sources
  }

  private func needed(for files: Set<String>) -> Set<String> {
    var all = files
    var open = Array(files)
    while let next = open.popLast() {
      for used in uses[next] ?? [] where all.insert(used).inserted { open.append(used) }
    }
    return all
  }

  /// The file in which a rule stands.
  func file(ofRule id: String) -> String? { ownerOfRule[id] }

  private static func eachText(_ node: Node, _ body: (String) -> Void) {
    switch node.content {
    case .scalar(let text, _): body(text)
    case .list(let items): for item in items { eachText(item, body) }
    case .map(let entries): for entry in entries { eachText(entry.value, body) }
    case .null: break
    }
  }
}
