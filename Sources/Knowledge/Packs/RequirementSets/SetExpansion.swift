import Documents
public import Vocabulary

/// `requirement-sets/sample-clinic.yaml` is a short way to write rules: each layer becomes the rule
/// `set/sample-clinic/<layer>` about the act `practice`; what is only preferred becomes `…/preferred`.
enum SetExpansion {
  static func isSet(_ path: String) -> Bool {
    path.contains("requirement-sets/") && path.hasSuffix(".yaml") && !path.hasSuffix(".cases.yaml")
      && !path.hasSuffix("sources.yaml")
  }

  static func rule(_ set: String, _ layer: RequirementSet.LayerName, _ gate: RequirementSet.Gate) -> String {
    "set/\(set)/\(layer.rawValue)" + (gate == .preferred ? "/preferred" : "")
  }

  /// How a layer is called where people read it.
  static func title(_ layer: RequirementSet.LayerName) -> Phrase {
    switch layer {
    case .law: Phrase("Law", "Ley")
    case .payer: Phrase("Payer or network", "Pagador o red")
    case .employer: Phrase("Employer", "Empleador")
    case .facility: Phrase("Facility", "Centro de trabajo")
    case .agency: Phrase("Agency", "Agencia")
    }
  }

  /// The documents with the requirement sets written out as rules.
  static func expanded(_ documents: [(path: String, node: Node)]) -> [(path: String, node: Node)] {
    documents.map { path, node in isSet(path) && !isWritten(node) ? (path, expanded(node)) : (path, node) }
  }

  /// Whether a document has been written out before.
  static func isWritten(_ node: Node) -> Bool { node["layers"] == nil && node["rules"] != nil }

  private static func expanded(_ node: Node) -> Node {
    guard case .map(let entries) = node.content, let set = node["set"]?.text,
      let layers = entries.first(where: { $0.key == "layers" }), case .list(let items) = layers.value.content
    else { return Node(.map([]), line: node.line, column: node.column) }
    let rules = items.compactMap { item -> Node? in
      guard case .map(let parts) = item.content, let word = item["layer"]?.text,
        let name = RequirementSet.LayerName(rawValue: word),
        let part = parts.first(where: { $0.key == "required" || $0.key == "preferred" }),
        let gate = RequirementSet.Gate(rawValue: part.key)
      else { return nil }
      let title = self.title(name)
      func text(_ text: String) -> Node {
        Node(.scalar(text, quoted: true), line: part.keyLine, column: part.keyColumn)
      }
      func entry(_ key: String, _ value: Node) -> Node.Entry {
        Node.Entry(key: key, keyLine: part.keyLine, keyColumn: part.keyColumn, value: value)
      }
      func phrase(_ language: String, _ layer: String) -> Node {
        text("\(node["title"]?[language]?.text ?? set): \(layer)")
      }
      let map: [Node.Entry] = [
        entry("rule", text(rule(set, name, gate))),
        entry(
          "title",
          Node(
            .map([entry("en", phrase("en", title.en)), entry("es", phrase("es", title.es))]), line: part.keyLine,
            column: part.keyColumn)),
        entry(
          "acts",
          Node(
            .list([text(RequirementSet.start), text(RequirementSet.work)]), line: part.keyLine,
            column: part.keyColumn)),
        entry("asks", text(RequirementSet.work)), entry("requires", part.value),
      ]
      return Node(.map(map), line: item.line, column: item.column)
    }
    let kept = entries.filter { ["define", "encoded", "review_by"].contains($0.key) }
    let written = Node.Entry(
      key: "rules", keyLine: layers.keyLine, keyColumn: layers.keyColumn,
      value: Node(.list(rules), line: layers.value.line, column: layers.value.column))
    return Node(.map(kept + [written]), line: node.line, column: node.column)
  }
}

extension RequirementSet.LayerName {
  /// "Payer or network".
  public var title: Phrase { SetExpansion.title(self) }
}
