/// PostgreSQL 15 or later, through libpq: several connections, each on a queue of its own.
///
/// Nothing is kept in the process: any number of processes can use one database.
public final class PostgresEngine: Engine {
  public let dialect = Dialect.postgres
  public var executor: any TaskExecutor { lanes }
  private let settings: PostgresSettings
  private let lanes: Lanes<PostgresConnection>

  /// Does not connect yet: that is done by the first transaction, and again whenever a connection has broken.
  public init(_ settings: PostgresSettings) {
    self.settings = settings
    lanes = Lanes(
      limit: settings.connections, longestWait: settings.longestWait, place: "\(settings.address)",
      label: "fobwatch.postgres", make: { PostgresConnection(settings) })
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

  public func close() async { await lanes.close { $0.close() } }

  private func transaction<T: Sendable>(
    _ mode: PostgresConnection.Mode, _ body: @escaping @Sendable (any Statements) throws -> T
  ) async throws -> T {
    var conflicts = 0
    var hasReconnected = false
    while true {
      let lend = Lend()
      switch try await lanes.run(lend, { $0.transaction(mode, lend, body) }) {
      case .committed(let value): return value
      case .failed(_, .reconnect) where !hasReconnected:
        // The connections of a server that was started again are all broken; a new one works, or none does.
        hasReconnected = true
        await lanes.withIdle { $0.close() }
      case .failed(_, .again) where conflicts < settings.attempts - 1:
        conflicts += 1
        try await Task.sleep(for: Self.pause(after: conflicts))
      case .failed(let error, _): throw error
      }
    }
  }

  /// A pause that grows, and differs from one transaction to the next so that they do not meet again.
  private static func pause(after conflicts: Int) -> Duration {
    let longest = min(100_000, 1_000 << min(conflicts, 7))
    return .microseconds(Int.random(in: 0...longest))
  }
}
