/// What is looked for in the list of programs. A search, not a fact about a person.
public struct ProgramQuestion: Sendable, Hashable {
  /// The most characters of a search.
  static let longest = 100

  /// Words of the school or the city; empty: all.
  public let text: String
  /// `ca`; nil: every state.
  public let state: String?

  public init(text: String = "", state: String? = nil) {
    self.text = String(text.prefix(ProgramQuestion.longest))
    self.state = state
  }

  init(query: [String: String]) {
    self.init(text: trimmed(query["q"] ?? ""), state: query["in"].flatMap { isStateCode($0) ? $0 : nil })
  }

  /// With its question mark; empty for everything.
  var query: String {
    var parts: [String] = []
    if !text.isEmpty { parts.append("q=\(ProgramQuestion.escaped(text))") }
    if let state { parts.append("in=\(state)") }
    return parts.isEmpty ? "" : "?" + parts.joined(separator: "&")
  }

  /// As a form sends it: letters, digits and a few marks as they are.
  private static func escaped(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF")
    return text.utf8.map { byte -> String in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: String(UnicodeScalar(byte))
      case 0x20: "+"
      default: "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
      }
    }.joined()
  }
}
