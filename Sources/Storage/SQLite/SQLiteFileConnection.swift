import GRDB
import GRDBSQLite

/// One connection to a file: opened when it is first used, and used on one queue.
///
/// GRDB is asked synchronously, so it runs where it is asked.
final class SQLiteFileConnection {
  /// How a transaction begins.
  enum Mode: String, Sendable {
    case read = "BEGIN DEFERRED TRANSACTION"
    case write = "BEGIN IMMEDIATE TRANSACTION"
  }

  private let errors: SQLiteErrors
  private let mode: Mode
  private let check = StatementCheck()
  private let open: () throws -> DatabaseQueue
  private var opened: DatabaseQueue?

  /// - Parameters:
  ///   - mode: of its transactions.
  ///   - open: opens the file.
  init(_ mode: Mode, _ errors: SQLiteErrors, open: @escaping () throws -> DatabaseQueue) {
    (self.mode, self.errors, self.open) = (mode, errors, open)
  }

  /// Runs a body as one transaction.
  func transaction<T>(_ lend: Lend, _ body: (any Statements) throws -> T) throws -> T {
    do {
      return try database().inDatabase { try run(lend, body, $0) }
    } catch {
      throw errors.translated(error, isReading: mode == .read)
    }
  }

  /// Opens the file now.
  func openNow() throws { _ = try database() }

  func close() {
    // It fails only while statements are in use.
    try? opened?.close()
    opened = nil
  }

  private func database() throws -> DatabaseQueue {
    if let opened { return opened }
    let new = try open()
    opened = new
    return new
  }

  private func run<T>(_ lend: Lend, _ body: (any Statements) throws -> T, _ database: Database) throws -> T {
    if let connection = database.sqliteConnection { lend.begin(Interruption(connection).interrupt) }
    let statements = SQLiteStatements(database, check, errors, lend, isReading: mode == .read)
    do {
      try statements.command(mode.rawValue)
      let value = try body(statements)
      try statements.end()
      // A commit is not stopped: it would not be known what came of it.
      try lend.end()
      try statements.command("COMMIT TRANSACTION")
      return value
    } catch {
      let cancellation = Result { try lend.end() }
      try? database.rollback()
      try cancellation.get()
      throw error
    }
  }
}

/// Stops the statement that runs on a connection.
///
/// Invariant: `sqlite3_interrupt` may be called from any thread while the connection is open, and a transaction ends its
/// `Lend` no later than it lets go of the connection.
private struct Interruption: @unchecked Sendable {
  private let connection: OpaquePointer
  init(_ connection: OpaquePointer) { self.connection = connection }
  func interrupt() { sqlite3_interrupt(connection) }
}
