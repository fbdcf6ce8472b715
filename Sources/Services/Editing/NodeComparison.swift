import Documents
import Vocabulary

/// The differences of two nodes of a pack, in words, each with the way to it in keys.
struct NodeComparison {
  /// One difference.
  struct Difference {
    let path: [String]
    let words: Phrase
  }

  static func differences(_ old: Node, _ new: Node) -> [Difference] { compare(old, new, path: []) }

  private static func compare(_ old: Node, _ new: Node, path: [String]) -> [Difference] {
    if old.says(new) { return [] }
    switch (old.content, new.content) {
    case (.map(let before), .map(let after)): return maps(before, after, path)
    case (.list(let before), .list(let after)): return lists(before, after, path)
    default:
      let change = "\(old.brief) → \(new.brief)"
      return [Difference(path: path, words: Phrase("changed: \(change)", "cambió: \(change)"))]
    }
  }

  private static func maps(_ before: [Node.Entry], _ after: [Node.Entry], _ path: [String]) -> [Difference] {
    var found: [Difference] = []
    for entry in before {
      if let other = after.first(where: { $0.key == entry.key }) {
        found += compare(entry.value, other.value, path: path + [entry.key])
      } else {
        found.append(removed(entry.value, path + [entry.key]))
      }
    }
    for entry in after where !before.contains(where: { $0.key == entry.key }) {
      found.append(added(entry.value, path + [entry.key]))
    }
    return found
  }

  /// Equal items pair up first, then items of one name, then what is left in order.
  private static func lists(_ before: [Node], _ after: [Node], _ path: [String]) -> [Difference] {
    var old = before.filter { item in !after.contains { $0.says(item) } }
    var new = after.filter { item in !before.contains { $0.says(item) } }
    var found: [Difference] = []
    let isVersions = path.last == "versions"
    for item in old {
      guard let name = item.label, let i = new.firstIndex(where: { $0.label == name }) else { continue }
      found += compare(item, new.remove(at: i), path: path + [name])
      old.removeAll { $0.says(item) }
    }
    // A version whose dates changed is another version; other items were rewritten.
    while !isVersions, let one = old.first, let other = new.first, case .map = one.content, case .map = other.content {
      found += compare(one, other, path: path)
      old.removeFirst()
      new.removeFirst()
    }
    return found + old.map { removed($0, path) } + new.map { added($0, path) }
  }

  private static func added(_ node: Node, _ path: [String]) -> Difference {
    let isVersion = path.last == "versions"
    let what = isVersion ? Phrase("version added", "versión añadida") : Phrase("added", "añadido")
    return Difference(path: path, words: Phrase("\(what.en): \(node.brief)", "\(what.es): \(node.brief)"))
  }

  private static func removed(_ node: Node, _ path: [String]) -> Difference {
    let isVersion = path.last == "versions"
    let what = isVersion ? Phrase("version removed", "versión quitada") : Phrase("removed", "quitado")
    return Difference(path: path, words: Phrase("\(what.en): \(node.brief)", "\(what.es): \(node.brief)"))
  }
}

extension Node {
  /// Whether both say the same, wherever they stand.
  func says(_ other: Node) -> Bool {
    switch (content, other.content) {
    case (.scalar(let a, _), .scalar(let b, _)): a == b
    case (.list(let a), .list(let b)): a.count == b.count && zip(a, b).allSatisfy { $0.says($1) }
    case (.map(let a), .map(let b)):
      a.count == b.count
        && a.allSatisfy { entry in b.first { $0.key == entry.key }.map { $0.value.says(entry.value) } ?? false }
    case (.null, .null): true
    default: false
    }
  }

  /// What a list item is known by: its id or rule, or the dates of a version.
  var label: String? {
    guard case .map(let entries) = content else { return nil }
    func value(_ key: String) -> String? { entries.first { $0.key == key }?.value.brief }
    if let name = value("rule") ?? value("id") { return name }
    let dates = ["from", "until", "seen", "undated"].compactMap { key in value(key).map { "\(key) \($0)" } }
    return dates.isEmpty ? nil : dates.joined(separator: " ")
  }

  /// On one line, without sources and Spanish texts, at most 160 characters.
  var brief: String {
    let all = flow
    return all.count > 160 ? all.prefix(159) + "…" : all
  }

  private var flow: String {
    switch content {
    case .scalar(let text, _): text
    case .list(let items): "[" + items.map(\.flow).joined(separator: ", ") + "]"
    case .map(let entries):
      entries.contains { $0.key == "en" }
        ? entries.first { $0.key == "en" }?.value.flow ?? ""
        : "{ "
          + entries.filter { $0.key != "source" && $0.key != "row" }.map { "\($0.key): \($0.value.flow)" }
          .joined(separator: ", ") + " }"
    case .null: "nothing"
    }
  }
}
