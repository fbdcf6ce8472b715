import GRDB
import GRDBSQLite

/// A place where transactions run on SQLite, one after the other, on a serial queue of its own.
///
/// Inside, GRDB is asked synchronously: its own asynchronous reads pass through one more queue, and so cost two more
/// changes of threads, which is most of what a short read costs.
actor SQLiteLane {
  /// How a transaction begins.
  enum Mode: String, Sendable {
    case read = "BEGIN DEFERRED TRANSACTION"
    case write = "BEGIN IMMEDIATE TRANSACTION"
  }

  private nonisolated let executor = QueueExecutor(label: "fobwatch.sqlite")
  nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }
  private let pool: DatabasePool
  private let errors: SQLiteErrors

  init(_ pool: DatabasePool, _ errors: SQLiteErrors) {
    self.pool = pool
    self.errors = errors
  }

  /// Runs a body as one transaction.
  func transaction<T: Sendable>(
    _ mode: Mode, _ lend: Lend, _ body: @Sendable (any Statements) throws -> T
  ) throws -> T {
    do {
      switch mode {
      case .read: return try pool.unsafeRead { try run(mode, lend, body, $0) }
      case .write: return try pool.writeWithoutTransaction { try run(mode, lend, body, $0) }
      }
    } catch {
      throw errors.translated(error, isReading: mode == .read)
    }
  }

  private func run<T>(
    _ mode: Mode, _ lend: Lend, _ body: (any Statements) throws -> T, _ database: Database
  ) throws -> T {
    if let connection = database.sqliteConnection { lend.begin(Interruption(connection).interrupt) }
    do {
      try database.cachedStatement(sql: mode.rawValue).execute()
      let statements = SQLiteStatements(database, errors, lend, isReading: mode == .read)
      let value = try body(statements)
      try statements.end()
      // A commit is not stopped: it would not be known what came of it.
      try lend.end()
      try database.cachedStatement(sql: "COMMIT TRANSACTION").execute()
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
/// Invariant: `sqlite3_interrupt` may be called from any thread while the connection is open, and a lane does not end
/// its `Lend` later than it lets go of the connection.
private struct Interruption: @unchecked Sendable {
  private let connection: OpaquePointer
  init(_ connection: OpaquePointer) { self.connection = connection }
  func interrupt() { sqlite3_interrupt(connection) }
}
