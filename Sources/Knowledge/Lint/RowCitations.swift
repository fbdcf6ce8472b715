public import Documents

/// Which files cite which rows of the research notes.
public struct RowCitations: Sendable {
  /// One mention of a row.
  public struct Mention: Sendable, Hashable {
    public let row: String
    public let place: Place
    /// The row stands beside a rule, value or source, not in a list of rows for reading on.
    public let isSource: Bool
  }

  public let mentions: [Mention]

  /// Collects `row:`, `rows:` and the `conflict:` of values from every file but the coverage itself and the cases.
  public init(documents: [(path: String, node: Node)]) {
    var found: [Mention] = []
    func add(_ node: Node, _ path: String, isSource: Bool) {
      switch node.content {
      case .scalar(let text, _): found.append(Mention(row: text, place: Place(path, node), isSource: isSource))
      case .list(let items): for item in items { add(item, path, isSource: isSource) }
      case .map, .null: break
      }
    }
    func walk(_ node: Node, _ path: String, inValues: Bool) {
      switch node.content {
      case .map(let entries):
        for entry in entries {
          switch entry.key {
          case "row": add(entry.value, path, isSource: true)
          case "rows": add(entry.value, path, isSource: false)
          case "conflict" where inValues: add(entry.value, path, isSource: true)
          default: walk(entry.value, path, inValues: inValues || entry.key == "values")
          }
        }
      case .list(let items): for item in items { walk(item, path, inValues: inValues) }
      case .scalar, .null: break
      }
    }
    for (path, node) in documents where !path.contains("coverage/") && !path.hasSuffix(".cases.yaml") {
      walk(node, path, inValues: false)
    }
    mentions = found
  }

  /// Row to the files that mention it, sorted.
  public var files: [String: [String]] {
    Dictionary(grouping: mentions, by: \.row).mapValues { Set($0.map(\.place.file)).sorted() }
  }
}
