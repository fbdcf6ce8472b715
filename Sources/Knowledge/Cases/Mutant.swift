public import Documents

/// A rule file with one thing changed: a worked example that notices shows that the thing is tested.
public struct Mutant: Sendable {
  /// The rule file, as its path below the knowledge folder.
  public let file: String
  /// Where in the file, in keys: `requires/all/route/any/category-4/versions[1]`. It does not depend on line numbers.
  public let place: String
  /// What was done: `560 hours → 561 hours`, `all → any`, `without accredited`.
  public let change: String
  /// Line in the file, 1-based.
  public let line: Int
  /// The whole file, changed.
  public let document: Node
}

/// One change below a node.
struct Mutation {
  let path: [String]
  let change: String
  let line: Int
  let node: Node

  var place: String {
    path.reduce("") { $1.hasPrefix("[") || $0.isEmpty ? $0 + $1 : $0 + "/" + $1 }
  }
}

extension Node {
  func replacing(entry index: Int, by value: Node) -> Node {
    guard case .map(var entries) = content else { return self }
    let old = entries[index]
    entries[index] = Entry(key: old.key, keyLine: old.keyLine, keyColumn: old.keyColumn, value: value)
    return Node(.map(entries), line: line, column: column)
  }

  func renaming(entry index: Int, to key: String) -> Node {
    guard case .map(var entries) = content else { return self }
    let old = entries[index]
    entries[index] = Entry(key: key, keyLine: old.keyLine, keyColumn: old.keyColumn, value: old.value)
    return Node(.map(entries), line: line, column: column)
  }

  func replacing(item index: Int, by value: Node) -> Node {
    guard case .list(var items) = content else { return self }
    items[index] = value
    return Node(.list(items), line: line, column: column)
  }

  /// Without its entry or item of that number.
  func removing(_ index: Int) -> Node {
    switch content {
    case .map(var entries):
      entries.remove(at: index)
      return Node(.map(entries), line: line, column: column)
    case .list(var items):
      items.remove(at: index)
      return Node(.list(items), line: line, column: column)
    case .scalar, .null: return self
    }
  }

  /// How many entries or items it has.
  var count: Int {
    switch content {
    case .map(let entries): entries.count
    case .list(let items): items.count
    case .scalar, .null: 0
    }
  }

  subscript(key: String) -> Node? {
    guard case .map(let entries) = content else { return nil }
    return entries.first { $0.key == key }?.value
  }

  var text: String? { if case .scalar(let text, _) = content { text } else { nil } }
}
