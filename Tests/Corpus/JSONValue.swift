import Documents

/// A pack value as JSON: what is written without quotes and looks like a number or a truth value becomes one.
enum JSONValue: Encodable, Hashable, Sendable {
  case text(String)
  case whole(Int)
  case number(Double)
  case flag(Bool)
  case list([JSONValue])
  case map([String: JSONValue])
  case null

  init(_ node: Node) {
    switch node.content {
    case .scalar("true", false): self = .flag(true)
    case .scalar("false", false): self = .flag(false)
    case .scalar(let text, let quoted):
      if !quoted, let whole = Int(text), String(whole) == text {
        // A year alone is a partial day, which is text.
        self = (1900...2100).contains(whole) ? .text(text) : .whole(whole)
      } else if !quoted, text.contains("."), let number = Double(text), text.first?.isNumber == true {
        self = .number(number)
      } else {
        self = .text(text)
      }
    case .list(let items): self = .list(items.map(JSONValue.init))
    case .map(let entries):
      self = .map(Dictionary(entries.map { ($0.key, JSONValue($0.value)) }) { first, _ in first })
    case .null: self = .null
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .text(let text): try container.encode(text)
    case .whole(let whole): try container.encode(whole)
    case .number(let number): try container.encode(number)
    case .flag(let flag): try container.encode(flag)
    case .list(let items): try container.encode(items)
    case .map(let entries): try container.encode(entries)
    case .null: try container.encodeNil()
    }
  }
}
