import Dispatch
import Foundation
import GRDB

/// SQLite in one file, through GRDB: one connection that writes, and several that read beside it.
///
/// A commit is on the disk before it is acknowledged (write-ahead log, `synchronous = FULL`).
public final class SQLiteEngine: Engine {
  /// How long one waits for a writer of another process, in seconds.
  public static let busyTimeout: Double = 10
  /// How long one waits for one's turn in this process.
  public static let longestWait = Duration.seconds(10)
  /// How many bodies can read at once.
  public static let readers = 4

  public let dialect = Dialect.sqlite
  private let pool: DatabasePool
  private let reading: ConnectionPool<SQLiteLane>
  private let writing: ConnectionPool<SQLiteLane>

  private init(_ pool: DatabasePool, _ errors: SQLiteErrors, longestWait: Duration) {
    self.pool = pool
    let make: @Sendable () -> SQLiteLane = { SQLiteLane(pool, errors) }
    reading = ConnectionPool(
      limit: Self.readers, longestWait: longestWait, place: pool.path, make: make, discard: { _ in })
    writing = ConnectionPool(limit: 1, longestWait: longestWait, place: pool.path, make: make, discard: { _ in })
  }

  /// Opens a file, or makes it. Its folder must be there.
  ///
  /// - Parameters:
  ///   - path: of the file.
  ///   - busyTimeout: how long one waits for a writer of another process, in seconds.
  ///   - longestWait: how long one waits for one's turn in this process.
  /// - Throws: `StorageError` when the file cannot be opened, changed or read.
  public static func open(
    _ path: String, busyTimeout: Double = SQLiteEngine.busyTimeout, longestWait: Duration = SQLiteEngine.longestWait
  ) async throws -> SQLiteEngine {
    let end = ContinuousClock.now + .seconds(busyTimeout)
    while true {
      do {
        return try await openNow(path, busyTimeout, longestWait)
      } catch StorageError.timedOut where ContinuousClock.now < end {
        // While another process makes the file, or closes it as the last one, SQLite does not wait by itself.
        try await Task.sleep(for: .milliseconds(Int.random(in: 5...50)))
      }
    }
  }

  private static func openNow(_ path: String, _ busyTimeout: Double, _ longestWait: Duration) async throws
    -> SQLiteEngine
  {
    let errors = SQLiteErrors(path: path)
    return try await offThread {
      do {
        let pool = try DatabasePool(path: path, configuration: configuration(busyTimeout: busyTimeout))
        // GRDB makes commits of a write-ahead log lazy when it opens the file, so this comes after it.
        try pool.writeWithoutTransaction { db in
          try db.execute(sql: "PRAGMA synchronous = FULL")
        }
        return SQLiteEngine(pool, errors, longestWait: longestWait)
      } catch {
        throw errors.translated(error, isReading: false)
      }
    }
  }

  /// The settings of every connection.
  static func configuration(busyTimeout: Double) -> Configuration {
    var configuration = Configuration()
    configuration.label = "fobwatch.sqlite"
    configuration.foreignKeysEnabled = true
    configuration.busyMode = .timeout(busyTimeout)
    configuration.maximumReaderCount = readers
    configuration.prepareDatabase { db in
      // What is deleted is overwritten; views and triggers of a foreign file can do nothing.
      try db.execute(sql: "PRAGMA secure_delete = ON; PRAGMA trusted_schema = OFF")
    }
    return configuration
  }

  public func read<T: Sendable>(_ body: @escaping @Sendable (any Statements) throws -> T) async throws -> T {
    try await transaction(.read, reading, body)
  }

  @discardableResult
  public func write<T: Sendable>(
    _ isolation: Isolation, _ body: @escaping @Sendable (any Statements) throws -> T
  ) async throws -> T {
    try await transaction(.write, writing, body)
  }

  private func transaction<T: Sendable>(
    _ mode: SQLiteLane.Mode, _ lanes: ConnectionPool<SQLiteLane>,
    _ body: @escaping @Sendable (any Statements) throws -> T
  ) async throws -> T {
    let lane = try await lanes.take()
    let lend = Lend()
    do {
      let value = try await withTaskCancellationHandler {
        try await lane.transaction(mode, lend, body)
      } onCancel: {
        lend.cancel()
      }
      await lanes.give(lane, reusable: true)
      return value
    } catch {
      await lanes.give(lane, reusable: true)
      throw error
    }
  }

  public func close() async {
    await reading.close()
    await writing.close()
    // It fails only while statements are in use, and nobody has a lane any more.
    try? await Self.offThread { [pool] in try pool.close() }
  }

  /// Runs what blocks on a thread of its own.
  private static func offThread<T: Sendable>(_ body: @escaping @Sendable () throws -> T) async throws -> T {
    try await withCheckedThrowingContinuation { continuation in
      DispatchQueue.global().async { continuation.resume(with: Result(catching: body)) }
    }
  }
}
