import GRDB
import GRDBSQLite

/// The statements of one transaction on SQLite. It remembers a failure: SQLite would go on after one and PostgreSQL
/// cannot, so on neither does a transaction end well then.
///
/// GRDB compiles and keeps the statements. Values go in and out through SQLite itself, as a row made by GRDB costs
/// several times as much.
final class SQLiteStatements: Statements {
  private let database: Database
  private let check: StatementCheck
  private let errors: SQLiteErrors
  private let lend: Lend
  private let isReading: Bool
  private var hasFailed = false
  private var hasEnded = false

  init(_ database: Database, _ check: StatementCheck, _ errors: SQLiteErrors, _ lend: Lend, isReading: Bool) {
    self.database = database
    self.check = check
    self.errors = errors
    self.lend = lend
    self.isReading = isReading
  }

  var dialect: Dialect { .sqlite }

  func rows(_ sql: String, _ values: [Value]) throws -> [Row] {
    try remembering {
      let statement = try prepare(sql, values)
      let columns = statement.columnNames
      var rows: [Row] = []
      try step(statement) { handle in
        rows.append(Row(columns: columns, values: try columns.indices.map { try value(handle, $0, columns) }))
      }
      return rows
    }
  }

  @discardableResult
  func run(_ sql: String, _ values: [Value]) throws -> Int {
    try remembering {
      let statement = try prepare(sql, values)
      let before = database.totalChangesCount
      try step(statement) { _ in }
      // The number of the last change stands until the next one, so look first whether there was one.
      return database.totalChangesCount == before ? 0 : database.changesCount
    }
  }

  @discardableResult
  func run(_ sql: String, each: [[Value]]) throws -> Int {
    try each.reduce(0) { try $0 + run(sql, $1) }
  }

  func script(_ sql: String) throws {
    try remembering { try database.execute(sql: sql) }
  }

  /// Begins or ends the transaction.
  func command(_ sql: String) throws {
    try step(database.cachedStatement(sql: sql)) { _ in }
  }

  /// After this, no statement runs.
  ///
  /// - Throws: `StorageError.misuse` when one has failed and the body went on.
  func end() throws {
    hasEnded = true
    if hasFailed { throw StorageError.misuse("a body went on after a statement of it had failed") }
  }

  private func remembering<T>(_ body: () throws -> T) throws -> T {
    guard !hasEnded else { throw StorageError.misuse("the transaction of this statement has ended") }
    guard !hasFailed else { throw StorageError.misuse("a statement of this transaction has failed before") }
    guard !lend.isCancelled else { throw CancellationError() }
    do {
      return try body()
    } catch {
      hasFailed = true
      throw errors.translated(error, isReading: isReading)
    }
  }

  private func prepare(_ sql: String, _ values: [Value]) throws -> Statement {
    try check.check(sql, values)
    let statement = try database.cachedStatement(sql: sql)
    let handle = statement.sqliteStatement
    sqlite3_reset(handle)
    for (index, value) in values.enumerated() {
      try checked(bind(value, handle, Int32(index + 1)))
    }
    return statement
  }

  private func bind(_ value: Value, _ handle: SQLiteStatement, _ index: Int32) -> Int32 {
    switch value {
    case .null: sqlite3_bind_null(handle, index)
    case .integer(let number): sqlite3_bind_int64(handle, index, number)
    case .text(var text):
      text.withUTF8 { sqlite3_bind_text(handle, index, $0.baseAddress, Int32(clamping: $0.count), copied) }
    case .bytes(let bytes):
      // No bytes at no address would be null.
      bytes.isEmpty
        ? sqlite3_bind_zeroblob(handle, index, 0)
        : bytes.withUnsafeBytes { sqlite3_bind_blob(handle, index, $0.baseAddress, Int32(clamping: $0.count), copied) }
    }
  }

  /// Tells SQLite to copy what it is given: its constant is a macro that Swift does not see.
  private var copied: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }

  /// Runs a statement to its end, and calls a body for each row.
  private func step(_ statement: Statement, _ body: (SQLiteStatement) throws -> Void) throws {
    let handle = statement.sqliteStatement
    defer {
      sqlite3_reset(handle)
      // What was bound may be large, and personal.
      sqlite3_clear_bindings(handle)
    }
    while true {
      let code = sqlite3_step(handle)
      switch code {
      case SQLITE_ROW: try body(handle)
      case SQLITE_DONE: return
      default: try checked(code)
      }
    }
  }

  private func checked(_ code: Int32) throws {
    guard code != SQLITE_OK else { return }
    let message = sqlite3_errmsg(database.sqliteConnection).map { String(cString: $0) }
    throw DatabaseError(
      resultCode: ResultCode(rawValue: sqlite3_extended_errcode(database.sqliteConnection)), message: message)
  }

  private func value(_ handle: SQLiteStatement, _ index: Int, _ columns: [String]) throws -> Value {
    let column = Int32(index)
    switch sqlite3_column_type(handle, column) {
    case SQLITE_NULL: return .null
    case SQLITE_INTEGER: return .integer(sqlite3_column_int64(handle, column))
    case SQLITE_TEXT:
      // The text before its length: that is how SQLite wants to be asked.
      let start = sqlite3_column_text(handle, column)
      let bytes = UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column)))
      return .text(String(decoding: bytes, as: UTF8.self))
    case SQLITE_BLOB:
      let start = sqlite3_column_blob(handle, column)
      return .bytes([UInt8](UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column)))))
    default:
      throw StorageError.wrongType(column: columns[index], expected: "no fraction", found: "a floating-point number")
    }
  }
}
