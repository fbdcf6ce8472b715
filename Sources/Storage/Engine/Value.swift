public import Vocabulary

/// One value in a statement or a row. Truth values are 0 and 1; instants are microseconds since 1970 in UTC; days are
/// `CivilDate.days`.
public enum Value: Sendable, Hashable {
  case null
  case integer(Int64)
  case text(String)
  case bytes([UInt8])

  /// What kind of value it is, for messages: the value itself may be personal.
  public var kind: String {
    switch self {
    case .null: "null"
    case .integer: "an integer"
    case .text: "a text"
    case .bytes: "bytes"
    }
  }
}

extension Value: ExpressibleByIntegerLiteral, ExpressibleByStringLiteral, ExpressibleByNilLiteral {
  public init(integerLiteral value: Int64) { self = .integer(value) }
  public init(stringLiteral value: String) { self = .text(value) }
  public init(nilLiteral: ()) { self = .null }
}

extension Value {
  /// A whole number, or null.
  public init(_ number: Int64?) { self = number.map(Value.integer) ?? .null }
  /// A whole number, or null.
  public init(_ number: Int?) { self = number.map { .integer(Int64($0)) } ?? .null }
  /// A text, or null.
  public init(_ text: String?) { self = text.map(Value.text) ?? .null }
  /// Bytes, or null.
  public init(_ bytes: [UInt8]?) { self = bytes.map(Value.bytes) ?? .null }
  /// 0 or 1, or null.
  public init(_ truth: Bool?) { self = truth.map { .integer($0 ? 1 : 0) } ?? .null }
  /// Microseconds since 1970 in UTC, or null.
  public init(_ instant: Instant?) { self = instant.map { .integer($0.microseconds) } ?? .null }
  /// Days since 1970-01-01, or null.
  public init(_ day: CivilDate?) { self = day.map { .integer(Int64($0.days)) } ?? .null }
}
