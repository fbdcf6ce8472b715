import Documents
import Rules
import Vocabulary

/// Collects every fault of a reading, so that all are reported at once.
final class FaultList {
  private(set) var all: [Fault] = []

  func add(_ message: String, _ file: String, _ node: Node) {
    all.append(Fault(message, at: Place(file: file, line: node.line, column: node.column)))
  }

  func add(_ message: String, _ file: String, _ entry: Node.Entry) {
    all.append(Fault(message, at: Place(file: file, line: entry.keyLine, column: entry.keyColumn)))
  }
}

/// A map being read: each key is taken once, and what is left over is a fault.
final class Fields {
  let node: Node
  let file: String
  let faults: FaultList
  private let entries: [Node.Entry]
  /// One an entry.
  private var taken: [Bool]

  /// nil, with a fault, when the node is not a map.
  init?(_ node: Node, _ file: String, _ faults: FaultList, what: String) {
    guard case .map(let entries) = node.content else {
      faults.add("expected a map for \(what), found \(node.kindName)", file, node)
      return nil
    }
    self.node = node
    self.file = file
    self.faults = faults
    self.entries = entries
    taken = Array(repeating: false, count: entries.count)
  }

  var keys: [String] { entries.map(\.key) }
  var remaining: [Node.Entry] { entries.indices.filter { !taken[$0] }.map { entries[$0] } }

  func has(_ key: String) -> Bool { entries.contains { $0.key == key } }

  func take(_ key: String) -> Node? {
    guard let i = entries.firstIndex(where: { $0.key == key }) else { return nil }
    let entry = entries[i]
    taken[i] = true
    if case .null = entry.value.content {
      faults.add("expected a value for '\(key)', found nothing: fill it in or remove the key", file, entry)
      return nil
    }
    return entry.value
  }

  func require(_ key: String, _ what: String) -> Node? {
    if !has(key) { faults.add("expected '\(key)' in \(what)", file, node) }
    return take(key)
  }

  /// Every key that nobody took is unknown.
  func finish(_ what: String, known: [String] = []) {
    for entry in remaining {
      let hint = known.isEmpty ? "" : "; known here: " + known.joined(separator: ", ")
      faults.add("unknown key '\(entry.key)' in \(what)\(hint)", file, entry)
    }
  }

  // MARK: - Typed values

  func text(_ key: String) -> String? { take(key).flatMap { scalar($0, key) } }

  func scalar(_ node: Node, _ what: String) -> String? {
    if case .scalar(let text, _) = node.content { return text }
    faults.add("expected text for '\(what)', found \(node.kindName)", file, node)
    return nil
  }

  func day(_ key: String) -> CivilDate? { take(key).flatMap { day($0, key) } }

  func day(_ node: Node, _ what: String) -> CivilDate? {
    guard let text = scalar(node, what) else { return nil }
    guard let day = CivilDate(text) else {
      faults.add("expected a day like 2026-11-22 for '\(what)', found '\(text)'", file, node)
      return nil
    }
    return day
  }

  func int(_ key: String, from least: Int = 0, through most: Int = 99_999) -> Int? {
    guard let node = take(key), let text = scalar(node, key) else { return nil }
    guard let n = Int(text), (least...most).contains(n) else {
      faults.add("expected a whole number from \(least) to \(most) for '\(key)', found '\(text)'", file, node)
      return nil
    }
    return n
  }

  func phrase(_ key: String) -> Phrase? { take(key).flatMap { phrase($0, key) } }

  func phrase(_ node: Node, _ what: String) -> Phrase? {
    guard let fields = Fields(node, file, faults, what: "'\(what)' (a text in both languages: en, es)") else {
      return nil
    }
    defer { fields.finish("'\(what)'", known: ["en", "es"]) }
    guard let en = fields.require("en", "'\(what)'").flatMap({ scalar($0, "en") }),
      let es = fields.require("es", "'\(what)'").flatMap({ scalar($0, "es") })
    else { return nil }
    if en.isEmpty || es.isEmpty { faults.add("expected both languages of '\(what)' to have words", file, node) }
    return Phrase(en, es)
  }

  /// One text, or a list of texts.
  func words(_ key: String) -> [String]? { take(key).flatMap { words($0, key) } }

  func words(_ node: Node, _ what: String) -> [String]? {
    switch node.content {
    case .list(let items): return items.compactMap { scalar($0, what) }
    case .scalar(let text, _): return [text]
    default:
      faults.add("expected a list of words for '\(what)', found \(node.kindName)", file, node)
      return nil
    }
  }

  func list(_ key: String) -> [Node]? {
    guard let node = take(key) else { return nil }
    return list(node, key)
  }

  func list(_ node: Node, _ what: String) -> [Node]? {
    guard case .list(let items) = node.content else {
      faults.add("expected a list for '\(what)', found \(node.kindName)", file, node)
      return nil
    }
    return items
  }

  func map(_ key: String) -> Fields? { take(key).flatMap { Fields($0, file, faults, what: "'\(key)'") } }

  func fault(_ message: String, _ at: Node? = nil) { faults.add(message, file, at ?? node) }
}

extension Node {
  /// For messages.
  var kindName: String {
    switch content {
    case .scalar(let text, _): "'\(text.prefix(40))'"
    case .list: "a list"
    case .map: "a map"
    case .null: "nothing"
    }
  }
}
