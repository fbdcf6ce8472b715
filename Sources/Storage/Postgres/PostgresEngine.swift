/// PostgreSQL 15 or later, through libpq: several connections, each on a queue of its own.
///
/// Nothing is kept in the process: any number of processes can use one database.
public final class PostgresEngine: Engine {
  public let dialect = Dialect.postgres
  private let settings: PostgresSettings
  private let pool: ConnectionPool<PostgresConnection>

  /// Does not connect yet: that is done by the first transaction, and again whenever a connection has broken.
  public init(_ settings: PostgresSettings) {
    self.settings = settings
    pool = ConnectionPool(
      limit: settings.connections, longestWait: settings.longestWait, place: "\(settings.address)",
      make: { PostgresConnection(settings) }, discard: { await $0.close() })
  }

  public func read<T: Sendable>(_ body: @escaping @Sendable (any Statements) throws -> T) async throws -> T {
    try await transaction(.read, body)
  }

  @discardableResult
  public func write<T: Sendable>(
    _ isolation: Isolation, _ body: @escaping @Sendable (any Statements) throws -> T
  ) async throws -> T {
    switch isolation {
    case .serializable: try await transaction(.serializable, body)
    case .locking: try await transaction(.locking, body)
    }
  }

  public func close() async { await pool.close() }

  private func transaction<T: Sendable>(
    _ mode: PostgresConnection.Mode, _ body: @escaping @Sendable (any Statements) throws -> T
  ) async throws -> T {
    var conflicts = 0
    var hasReconnected = false
    while true {
      switch try await attempt(mode, body) {
      case .committed(let value): return value
      case .failed(_, .reconnect) where !hasReconnected:
        // The connections of a server that was started again are all broken; a new one works, or none does.
        hasReconnected = true
        await pool.dropIdle()
      case .failed(_, .again) where conflicts < settings.attempts - 1:
        conflicts += 1
        try await Task.sleep(for: Self.pause(after: conflicts))
      case .failed(let error, _): throw error
      }
    }
  }

  private func attempt<T: Sendable>(
    _ mode: PostgresConnection.Mode, _ body: @escaping @Sendable (any Statements) throws -> T
  ) async throws -> PostgresConnection.Outcome<T> {
    let connection = try await pool.take()
    let lend = Lend()
    let outcome = await withTaskCancellationHandler {
      await connection.transaction(mode, lend, body)
    } onCancel: {
      lend.cancel()
    }
    await pool.give(connection, reusable: !lend.isCancelled)
    return outcome
  }

  /// A pause that grows, and differs from one transaction to the next so that they do not meet again.
  private static func pause(after conflicts: Int) -> Duration {
    let longest = min(100_000, 1_000 << min(conflicts, 7))
    return .microseconds(Int.random(in: 0...longest))
  }
}
