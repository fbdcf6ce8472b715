import Documents
import Rules
import Vocabulary

/// Every single change of a rule file that its worked examples are expected to notice: each number by one, each date
/// by one day, `all` and `any` swapped, each condition, version, reading, word and limit taken away.
///
/// Texts, sources, the days of encoding and values are left alone: cases do not test them.
enum MutationMaker {
  /// Keys whose content is not part of what a rule decides.
  static let ignored: Set<String> = [
    "text", "title", "source", "row", "about", "not_known", "unresearched", "encoded", "review_by", "retrieved", "id",
    "rule", "acts", "asks", "values", "credential", "mark", "name", "focus", "body", "url", "coverage", "accreditor",
    "unit",
  ]
  /// Keys that stand for a condition of their own and can be left out.
  static let optional: Set<String> = [
    "limit", "waits", "measured_on", "needed_for", "applies_when", "evidence", "lost_after", "full_time", "where",
    "setting", "role", "in_last", "since", "approved_by", "each", "remaining",
  ]
  /// Keys whose entries or items are conditions.
  static let collections: Set<String> = ["all", "any", "of", "versions", "waits", "each", "where", "one_of", "either"]

  static func mutants(of document: Node, file: String) -> [Mutant] {
    mutations(document, key: nil).map {
      Mutant(file: file, place: $0.place, change: $0.change, line: $0.line, document: $0.node)
    }
  }

  private static func mutations(_ node: Node, key: String?) -> [Mutation] {
    switch node.content {
    case .scalar(let text, let quoted):
      return shifted(text).map { other in
        Mutation(
          path: [], change: "\(text) → \(other)", line: node.line,
          node: Node(.scalar(other, quoted: quoted), line: node.line, column: node.column))
      }
    case .list(let items): return list(node, items, key)
    case .map(let entries): return map(node, entries, key)
    case .null: return []
    }
  }

  private static func list(_ node: Node, _ items: [Node], _ key: String?) -> [Mutation] {
    var found: [Mutation] = []
    let isWords = items.allSatisfy { $0.text != nil }
    if items.count > 1, isWords || collections.contains(key ?? "") || key == "readings" && items.count > 2 {
      for (i, item) in items.enumerated() {
        let what = item.text ?? label(i, item)
        found.append(Mutation(path: [], change: "without \(what)", line: item.line, node: node.removing(i)))
      }
    }
    for (i, item) in items.enumerated() where item.text == nil {
      found += mutations(item, key: nil).map {
        Mutation(
          path: [label(i, item)] + $0.path, change: $0.change, line: $0.line,
          node: node.replacing(item: i, by: $0.node))
      }
    }
    return found
  }

  private static func map(_ node: Node, _ entries: [Node.Entry], _ key: String?) -> [Mutation] {
    var found: [Mutation] = []
    let isCollection = collections.contains(key ?? "") || isFilter(entries, key)
    for (i, entry) in entries.enumerated() where !ignored.contains(entry.key) || key == "all" || key == "any" {
      func add(_ change: String, _ changed: Node, at: [String] = []) {
        found.append(Mutation(path: at, change: change, line: entry.keyLine, node: changed))
      }
      if isCollection && entries.count > 1 && !isRequirement(entries) || optional.contains(entry.key)
        || key == "undated" && ["not_before", "not_after"].contains(entry.key)
      {
        add("without \(entry.key)", node.removing(i))
      }
      if let swapped = ["all": "any", "any": "all"][entry.key], entry.value.count > 1 {
        add("\(entry.key) → \(swapped)", node.renaming(entry: i, to: swapped))
      }
      if entry.key == "readings", case .list(let readings) = entry.value.content, readings.count == 2 {
        for k in 0..<2 { add("only reading [\(k)]", single(node, readings[k])) }
      }
      found += mutations(entry.value, key: entry.key).map {
        Mutation(
          path: [entry.key] + $0.path, change: $0.change, line: $0.line, node: node.replacing(entry: i, by: $0.node))
      }
    }
    return found
  }

  /// Words of records, as in `attempt: { of: [..], result: [..] }`; a part may also be called `program`.
  private static func isFilter(_ entries: [Node.Entry], _ key: String?) -> Bool {
    guard let kind = EvidenceKind(rawValue: key ?? "") else { return false }
    return entries.allSatisfy { entry in kind.fields.contains { $0.name == entry.key } }
  }

  /// Under `of`, a requirement (`at_least_of`) rather than words of a filter.
  private static func isRequirement(_ entries: [Node.Entry]) -> Bool { entries.contains { $0.key == "count" } }

  /// A conflict as if its other reading had never been written.
  private static func single(_ conflict: Node, _ reading: Node) -> Node {
    guard case .map(let outer) = conflict.content, case .map(let inner) = reading.content else { return conflict }
    let own = Set(inner.map(\.key)).union(["conflict", "readings", "about", "row"])
    return Node(.map(outer.filter { !own.contains($0.key) } + inner), line: conflict.line, column: conflict.column)
  }

  private static func label(_ i: Int, _ item: Node) -> String {
    let name = item["rule"]?.text ?? item["id"]?.text
    return name.map { "[\($0)]" } ?? "[\(i)]"
  }

  /// A number one less and one more, a date one day earlier and later; nothing for other texts.
  static func shifted(_ text: String) -> [String] {
    if let day = CivilDate(text) { return [day.previous.description, day.next.description] }
    // A day of every year, where seasons begin and end.
    if Season.YearDay(text) != nil, let day = CivilDate("2001-" + text) {
      return [day.previous, day.next].map { String($0.description.dropFirst(5)) }
    }
    let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
    guard let first = parts.first, let number = Int(first) else { return [] }
    let rest = parts.dropFirst().map { " " + $0 }.joined()
    return (number > 0 ? [number - 1, number + 1] : [number + 1]).map { "\($0)" + rest }
  }
}
