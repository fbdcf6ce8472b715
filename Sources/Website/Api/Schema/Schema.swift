import CanonicalJSON

/// The words of JSON Schema that the questions of our description use. One that is not here is refused when the
/// description is read, so that nothing is described that is not held to.
final class Schema: Sendable {
  /// What kind of value.
  enum Kind: String, Sendable {
    case object, array, string, number, integer, boolean, null
  }

  /// Members that `properties` does not name.
  enum Additional: Sendable {
    case none, anything
    case like(Schema)
  }

  let description: String?
  let kind: Kind?
  let reference: String?
  let anyOf: [Schema]
  let choices: [JSON]?
  let pattern: TextPattern?
  /// The pattern as it is written.
  let patternText: String?
  let length: ClosedRange<Int>
  let minimum: Double?
  let maximum: Double?
  let multipleOf: Double?
  let items: Schema?
  let count: ClosedRange<Int>
  let properties: [String: Schema]
  let required: [String]
  let additional: Additional
  let members: ClosedRange<Int>

  /// - Throws: `SchemaError` for a word that is not known here.
  init(_ json: JSON, at place: String) throws(SchemaError) {
    guard let object = json.asObject else { throw SchemaError(place: place, what: "no object") }
    for key in object.keys where !Self.words.contains(key) {
      throw SchemaError(place: place, what: "the word '\(key)'")
    }
    func number(_ name: String) -> Double? { object[name]?.asNumber }
    func range(_ least: String, _ most: String) -> ClosedRange<Int> {
      let low = object[least]?.asWhole.map(Int.init) ?? 0
      return low...max(low, object[most]?.asWhole.map(Int.init) ?? Int.max)
    }
    description = object["description"]?.asString
    kind = object["type"]?.asString.flatMap(Kind.init)
    if object["type"] != nil, kind == nil { throw SchemaError(place: place, what: "its type") }
    reference = object["$ref"]?.asString
    choices = object["enum"]?.asArray ?? object["const"].map { [$0] }
    patternText = object["pattern"]?.asString
    pattern = patternText.flatMap { TextPattern($0) }
    if let patternText, pattern == nil { throw SchemaError(place: place, what: "the pattern \(patternText)") }
    length = range("minLength", "maxLength")
    (minimum, maximum, multipleOf) = (number("minimum"), number("maximum"), number("multipleOf"))
    count = range("minItems", "maxItems")
    members = range("minProperties", "maxProperties")
    required = (object["required"]?.asArray ?? []).compactMap(\.asString)
    items = try object["items"].map { json throws(SchemaError) in try Schema(json, at: place + "/items") }
    var any: [Schema] = []
    for (i, json) in (object["anyOf"]?.asArray ?? []).enumerated() {
      any.append(try Schema(json, at: place + "/anyOf/\(i)"))
    }
    anyOf = any
    var named: [String: Schema] = [:]
    for member in object["properties"]?.asObject?.members ?? [] {
      named[member.key] = try Schema(member.value, at: place + "/properties/" + member.key)
    }
    properties = named
    switch object["additionalProperties"] {
    case .bool(false): additional = .none
    case .bool(true), nil: additional = .anything
    case let json?: additional = .like(try Schema(json, at: place + "/additionalProperties"))
    }
  }

  private static let words: Set<String> = [
    "$ref", "additionalProperties", "anyOf", "const", "default", "description", "enum", "example", "examples", "items",
    "maxItems", "maxLength", "maxProperties", "maximum", "minItems", "minLength", "minProperties", "minimum",
    "multipleOf", "pattern", "properties", "required", "title", "type", "$defs",
  ]
}

/// A schema that says what is not held to here.
struct SchemaError: Error, Hashable, CustomStringConvertible {
  /// A JSON pointer into the description.
  let place: String
  let what: String

  var description: String { "\(place): expected words of JSON Schema that are known here, found \(what)" }
}
