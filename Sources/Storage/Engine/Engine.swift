/// A database that the stores of this target are written for. There are two: SQLite in a file, and PostgreSQL.
///
/// A body is synchronous and runs on a queue of the engine, never on a thread that connections or other tasks need. It cannot start
/// another transaction, as that would need `await`.
public protocol Engine: Sendable {
  /// Which SQL the database speaks, for the few places where the two differ.
  var dialect: Dialect { get }

  /// Where tasks go on that mostly read: a body that reads then runs where its task is, which saves it two changes of threads. There are as
  /// many threads as bodies that can read at once.
  var executor: any TaskExecutor { get }

  /// Runs a body that only reads. All its statements see the database as it was at one moment, and nothing that was
  /// not committed by then.
  ///
  /// - Throws: what the body throws, `StorageError`, or `CancellationError` when the task was cancelled.
  func read<T: Sendable>(_ body: @escaping @Sendable (any Statements) throws -> T) async throws -> T

  /// Runs a body as one transaction. When this returns, what the body wrote survives a crash; when it throws, nothing
  /// of it is there (except after `StorageError.unknownOutcome`).
  ///
  /// The body may run more than once, because a transaction that met another one is started again: it must have no
  /// effect but on the database.
  ///
  /// - Parameter isolation: what may happen beside it. See `Isolation`.
  /// - Throws: what the body throws, `StorageError`, or `CancellationError` when the task was cancelled.
  @discardableResult
  func write<T: Sendable>(
    _ isolation: Isolation, _ body: @escaping @Sendable (any Statements) throws -> T
  ) async throws -> T

  /// Ends every connection. Bodies that run are waited for; later ones throw `StorageError.unavailable`.
  func close() async
}

extension Engine {
  /// Runs a body as one transaction that nothing beside it can disturb.
  @discardableResult
  public func write<T: Sendable>(_ body: @escaping @Sendable (any Statements) throws -> T) async throws -> T {
    try await write(.serializable, body)
  }
}

/// What may happen beside a transaction that writes. SQLite has one writer at a time, so there the two are the same.
public enum Isolation: Sendable, Hashable {
  /// As if no other transaction ran meanwhile: what was read is still true when the transaction ends. One that cannot
  /// have this starts again.
  case serializable
  /// Each statement sees what was committed before it. For bodies that lock every row they decide by
  /// (`FOR UPDATE`) before they look: they wait for others instead of starting again. The log and the jobs do.
  case locking
}

/// Which SQL a database speaks.
public enum Dialect: String, Sendable, Hashable, CaseIterable {
  case sqlite
  case postgres

  /// What ends a query that must lock the rows it finds. SQLite needs nothing: it has one writer.
  public var forUpdate: String {
    switch self {
    case .sqlite: ""
    case .postgres: "FOR UPDATE"
    }
  }

  /// As `forUpdate`, leaving out rows that somebody else has locked.
  public var forUpdateSkippingLocked: String {
    switch self {
    case .sqlite: ""
    case .postgres: "FOR UPDATE SKIP LOCKED"
    }
  }
}
