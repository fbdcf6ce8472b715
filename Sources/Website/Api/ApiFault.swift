import CanonicalJSON
import Services

/// One thing wrong with a request of a program.
struct ApiFault: Sendable, Hashable {
  /// The part of the request it stands in.
  enum Part: String, Sendable {
    case body, query, path, header
  }

  let part: Part
  /// In a body a JSON pointer (RFC 6901), or a line and a column where it is no JSON; else the name of what is wrong.
  let place: String
  /// What is wrong, in a sentence.
  let detail: String
  var expected: String?
  var found: String?
  /// What to do.
  var advice: String?

  init(_ part: Part, _ place: String, expected: String, found: String, advice: String? = nil) {
    (self.part, self.place, self.advice) = (part, place, advice)
    let found = Self.short(found)
    (self.expected, self.found) = (expected, found)
    detail = "expected \(expected), found \(found)"
  }

  /// What another reader says of it: split where it says what was expected and what was found.
  init(_ part: Part, _ place: String, message: String) {
    (self.part, self.place) = (part, place)
    detail = Self.short(message, most: 600)
    let parts = message.replacing("; found ", with: ", found ").split(separator: ", found ", maxSplits: 1).map(
      String.init)
    guard parts.count == 2, parts[0].hasPrefix("expected ") else { return }
    expected = Self.short(String(parts[0].dropFirst("expected ".count)), most: 600)
    found = Self.short(parts[1])
  }

  init(_ part: Part, _ place: String, _ error: QuestionError) {
    self.init(part, place, expected: error.expected, found: "'\(error.found)'", advice: error.advice)
  }

  var json: JSON {
    var object = JSONObject()
    object["in"] = .string(part.rawValue)
    object["where"] = .string(place)
    object["detail"] = .string(detail)
    object["expected"] = expected.map(JSON.string)
    object["found"] = found.map(JSON.string)
    object["advice"] = advice.map(JSON.string)
    return .object(object)
  }

  /// What was sent may be long; a problem is not.
  private static func short(_ text: String, most: Int = 120) -> String {
    text.count <= most ? text : text.prefix(most) + "…"
  }
}
