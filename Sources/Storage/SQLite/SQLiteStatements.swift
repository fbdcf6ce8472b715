import Foundation
import GRDB

/// The statements of one transaction on SQLite. It remembers a failure: SQLite would go on after one and PostgreSQL
/// cannot, so on neither does a transaction end well then.
final class SQLiteStatements: Statements {
  private let database: Database
  private let errors: SQLiteErrors
  private let isReading: Bool
  private(set) var hasFailed = false

  init(_ database: Database, _ errors: SQLiteErrors, isReading: Bool) {
    self.database = database
    self.errors = errors
    self.isReading = isReading
  }

  /// Runs a body, and refuses its result when a statement of it has failed.
  static func running<T>(
    _ body: (any Statements) throws -> T, on database: Database, _ errors: SQLiteErrors, isReading: Bool
  ) throws -> T {
    let statements = SQLiteStatements(database, errors, isReading: isReading)
    let value = try body(statements)
    guard !statements.hasFailed else {
      throw StorageError.misuse("a body went on after a statement of it had failed")
    }
    return value
  }

  var dialect: Dialect { .sqlite }

  func rows(_ sql: String, _ values: [Value]) throws -> [Row] {
    try remembering {
      let statement = try prepare(sql, values)
      let columns = statement.columnNames
      var rows: [Row] = []
      let cursor = try GRDB.Row.fetchCursor(statement)
      while let found = try cursor.next() {
        rows.append(Row(columns: columns, values: try columns.indices.map { try Self.value(found, $0, columns[$0]) }))
      }
      return rows
    }
  }

  @discardableResult
  func run(_ sql: String, _ values: [Value]) throws -> Int {
    try remembering {
      let statement = try prepare(sql, values)
      let before = database.totalChangesCount
      try statement.execute()
      // The number of the last change stands until the next one, so look first whether there was one.
      return database.totalChangesCount == before ? 0 : database.changesCount
    }
  }

  func script(_ sql: String) throws {
    try remembering { try database.execute(sql: sql) }
  }

  private func remembering<T>(_ body: () throws -> T) throws -> T {
    guard !hasFailed else { throw StorageError.misuse("a statement of this transaction has failed before") }
    do {
      return try body()
    } catch {
      hasFailed = true
      throw errors.translated(error, isReading: isReading)
    }
  }

  private func prepare(_ sql: String, _ values: [Value]) throws -> Statement {
    try StatementCheck.check(sql, values)
    let statement = try database.cachedStatement(sql: sql)
    try statement.setArguments(StatementArguments(values.map(Self.stored)))
    return statement
  }

  private static func stored(_ value: Value) -> DatabaseValue {
    switch value {
    case .null: .null
    case .integer(let number): number.databaseValue
    case .text(let text): text.databaseValue
    case .bytes(let bytes): Data(bytes).databaseValue
    }
  }

  private static func value(_ row: GRDB.Row, _ index: Int, _ column: String) throws -> Value {
    let value: DatabaseValue = row[index]
    switch value.storage {
    case .null: return .null
    case .int64(let number): return .integer(number)
    case .string(let text): return .text(text)
    case .blob(let data): return .bytes([UInt8](data))
    case .double:
      throw StorageError.wrongType(column: column, expected: "no fraction", found: "a floating-point number")
    }
  }
}
