public import Vocabulary

/// One row of an answer. A getter of a type throws when the column is not there, is null or holds something else, and
/// says which; the one that ends in `IfAny` returns nil for null.
public struct Row: Sendable, Hashable {
  /// The names of the columns, shared by all rows of an answer.
  public let columns: [String]
  /// The values, in the order of `columns`.
  public let values: [Value]

  public init(columns: [String], values: [Value]) {
    self.columns = columns
    self.values = values
  }

  /// The value in a column, counted from 0.
  public func value(at index: Int) throws -> Value {
    guard values.indices.contains(index) else {
      throw StorageError.misuse("expected a column \(index), found \(values.count) columns")
    }
    return values[index]
  }

  /// The value in a column.
  public func value(_ column: String) throws -> Value {
    guard let index = columns.firstIndex(of: column) else {
      throw StorageError.misuse("expected a column \(column), found \(columns.joined(separator: ", "))")
    }
    return values[index]
  }

  /// The whole number in a column counted from 0.
  public func integer(at index: Int) throws -> Int64 {
    guard case .integer(let number) = try value(at: index) else {
      throw StorageError.wrongType(column: columns[index], expected: "an integer", found: values[index].kind)
    }
    return number
  }

  public func integer(_ column: String) throws -> Int64 { try present(integerIfAny(column), column, "an integer") }
  public func integerIfAny(_ column: String) throws -> Int64? {
    switch try value(column) {
    case .null: nil
    case .integer(let number): number
    case let other: throw wrong(column, "an integer", other)
    }
  }

  /// A whole number that fits `Int`.
  public func int(_ column: String) throws -> Int { Int(try integer(column)) }

  public func text(_ column: String) throws -> String { try present(textIfAny(column), column, "a text") }
  public func textIfAny(_ column: String) throws -> String? {
    switch try value(column) {
    case .null: nil
    case .text(let text): text
    case let other: throw wrong(column, "a text", other)
    }
  }

  public func bytes(_ column: String) throws -> [UInt8] { try present(bytesIfAny(column), column, "bytes") }
  public func bytesIfAny(_ column: String) throws -> [UInt8]? {
    switch try value(column) {
    case .null: nil
    case .bytes(let bytes): bytes
    case let other: throw wrong(column, "bytes", other)
    }
  }

  /// A truth value: 0 or 1 and nothing else.
  public func bool(_ column: String) throws -> Bool { try present(boolIfAny(column), column, "0 or 1") }
  public func boolIfAny(_ column: String) throws -> Bool? {
    switch try integerIfAny(column) {
    case nil: nil
    case 0: false
    case 1: true
    case .some: throw StorageError.wrongType(column: column, expected: "0 or 1", found: "another integer")
    }
  }

  public func instant(_ column: String) throws -> Instant { Instant(microseconds: try integer(column)) }
  public func instantIfAny(_ column: String) throws -> Instant? {
    try integerIfAny(column).map(Instant.init(microseconds:))
  }

  public func day(_ column: String) throws -> CivilDate { try present(dayIfAny(column), column, "a day") }
  public func dayIfAny(_ column: String) throws -> CivilDate? {
    try integerIfAny(column).map { number in
      guard let days = Int32(exactly: number) else {
        throw StorageError.wrongType(column: column, expected: "a day", found: "a number beyond every day")
      }
      return CivilDate(days: days)
    }
  }

  private func present<T>(_ value: T?, _ column: String, _ expected: String) throws -> T {
    guard let value else { throw wrong(column, expected, .null) }
    return value
  }

  private func wrong(_ column: String, _ expected: String, _ found: Value) -> StorageError {
    .wrongType(column: column, expected: expected, found: found.kind)
  }
}
