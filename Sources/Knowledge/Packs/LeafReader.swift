import Documents
import Rules
import Vocabulary

/// Reads the words that look at evidence.
struct LeafReader {
  let builder: BookBuilder
  let fields: Fields
  let context: RequirementReader.Context

  var file: String { fields.file }

  func read(_ word: String, _ node: Node) -> Leaf? {
    switch word {
    case "is": isWord(node)
    case "at_least": amount(node).map { .atLeast($0.0, $0.1) }
    case "at_most": amount(node).map { .atMost($0.0, $0.1) }
    case "happened": event(node).map { .happened($0) }
    case "within", "not_before", "later_than", "no_later_than": window(word, node)
    case "related": related(node)
    case "holds": holds(node)
    case "points": points(node)
    case "worked": worked(node)
    case "attempts": attempts(node)
    case "entries": entries(node)
    case "life": life(node)
    case "none": inner(node, "none").flatMap { filter($0) }.map { .none($0) }
    case "in_season": inSeason(node)
    default: nil
    }
  }

  func inner(_ node: Node, _ what: String) -> Fields? { Fields(node, file, builder.faults, what: "'\(what)'") }

  /// The one entry of a map.
  func single(_ node: Node, _ what: String) -> Node.Entry? {
    guard case .map(let entries) = node.content, entries.count == 1 else {
      fields.fault("expected one field with its value in '\(what)', found \(node.kindName)", node)
      return nil
    }
    return entries[0]
  }

  func field(_ path: String, _ node: Node) -> Field? {
    guard let field = Field.named(path) else {
      fields.fault("unknown field '\(path)': the list is in docs/reference/person-file.md", node)
      return nil
    }
    if field.kind != .person, field.kind != context.kind {
      fields.fault(
        "'\(path)' reads a \(field.kind.rawValue) record: put it inside `some: \(field.kind.rawValue)`", node)
    }
    return field
  }

  func isWord(_ node: Node) -> Leaf? {
    guard let entry = single(node, "is"), let field = field(entry.key, node) else { return nil }
    switch field.content {
    case .flag:
      guard case .scalar(let text, _) = entry.value.content, text == "true" || text == "false" else {
        fields.fault("expected true or false for '\(entry.key)', found \(entry.value.kindName)", entry.value)
        return nil
      }
      return .isTrue(field, text == "true")
    case .choice(let allowed), .set(let allowed):
      guard let words = fields.words(entry.value, entry.key) else { return nil }
      for word in words where !allowed.contains(word) {
        fields.fault(
          "expected one of \(allowed.joined(separator: ", ")) for '\(entry.key)', found '\(word)'", entry.value)
      }
      return .isOneOf(field, Set(words))
    case .name:
      return fields.words(entry.value, entry.key).map { .isOneOf(field, Set($0)) }
    case .day, .amount, .spans:
      fields.fault("'is' compares words and true/false, and '\(entry.key)' is neither", node)
      return nil
    }
  }

  func amount(_ node: Node) -> (Field, Quantity)? {
    guard let entry = single(node, "at_least"), let field = field(entry.key, node) else { return nil }
    guard case .amount(let unit) = field.content else {
      fields.fault("'\(entry.key)' is not an amount", node)
      return nil
    }
    return quantity(entry.value, unit: unit, entry.key).map { (field, $0) }
  }

  /// `560 hours`: the unit is always written.
  func quantity(_ node: Node, unit: String, _ what: String) -> Quantity? {
    guard let text = fields.scalar(node, what) else { return nil }
    let parts = text.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, parts[1] == unit, let amount = Quantity(String(parts[0])) else {
      fields.fault("expected an amount in \(unit) for '\(what)', like `560 \(unit)`; found '\(text)'", node)
      return nil
    }
    return amount
  }

  func plain(_ inner: Fields, _ key: String) -> Quantity? {
    guard let node = inner.take(key), let text = inner.scalar(node, key) else { return nil }
    guard let amount = Quantity(text) else {
      fields.fault("expected a number for '\(key)', found '\(text)'", node)
      return nil
    }
    return amount
  }
}
