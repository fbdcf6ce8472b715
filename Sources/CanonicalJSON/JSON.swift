/// A JSON value that has exactly one way to be written (RFC 8785): what is hashed or signed is the same bytes everywhere.
///
/// Two values are equal when they are written alike. Texts that only look alike, such as é as one or as two code points,
/// differ.
public enum JSON: Hashable, Sendable {
  case null
  case bool(Bool)
  case number(JSONNumber)
  case string(String)
  case array([JSON])
  case object(JSONObject)

  /// The canonical bytes, in UTF-8.
  public var bytes: [UInt8] {
    var writer = JSONWriter()
    writer.write(self)
    return writer.bytes
  }

  /// The canonical bytes as a text.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  public static func == (one: JSON, other: JSON) -> Bool { one.bytes == other.bytes }
  public func hash(into hasher: inout Hasher) { hasher.combine(bytes) }
}

extension JSON {
  /// The text, if it is one.
  public var asString: String? { if case .string(let text) = self { text } else { nil } }
  /// The number, if it is one.
  public var asNumber: Double? { if case .number(let number) = self { number.value } else { nil } }
  /// The number, if it is a whole one that every reader of JSON takes exactly: from -(2⁵³ - 1) to 2⁵³ - 1.
  public var asWhole: Int64? { if case .number(let number) = self { number.whole } else { nil } }
  /// True or false, if it is one of them.
  public var asBool: Bool? { if case .bool(let value) = self { value } else { nil } }
  /// The elements, if it is an array.
  public var asArray: [JSON]? { if case .array(let elements) = self { elements } else { nil } }
  /// The members, if it is an object.
  public var asObject: JSONObject? { if case .object(let object) = self { object } else { nil } }
  /// The member of that name, if it is an object that has one.
  public subscript(key: String) -> JSON? { asObject?[key] }
}

// There is no literal nil: `value["x"] == nil` asks whether there is a member, not whether it is null.
extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  public init(stringLiteral text: String) { self = .string(text) }
  public init(integerLiteral value: Int32) { self = .number(JSONNumber(value)) }
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  public init(arrayLiteral elements: JSON...) { self = .array(elements) }

  /// Of members of the same name, the last one counts.
  public init(dictionaryLiteral members: (String, JSON)...) {
    var object = JSONObject()
    for (key, value) in members { object[key] = value }
    self = .object(object)
  }
}
