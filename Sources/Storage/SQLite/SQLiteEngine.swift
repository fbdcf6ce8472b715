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
  /// How many bodies can read at once: as many as this machine has processors, between two and four. What they read is mostly in
  /// memory, so more of them would only take the processors from each other.
  public static let readers = min(4, max(2, ProcessInfo.processInfo.activeProcessorCount))

  public let dialect = Dialect.sqlite
  public var executor: any TaskExecutor { reading }
  private let reading: Lanes<SQLiteFileConnection>
  private let writing: Lanes<SQLiteFileConnection>

  private init(_ path: String, _ errors: SQLiteErrors, busyTimeout: Double, longestWait: Duration) {
    reading = Lanes(limit: Self.readers, longestWait: longestWait, place: path, label: "fobwatch.sqlite.reading") {
      SQLiteFileConnection(.read, errors) {
        try DatabaseQueue(path: path, configuration: Self.configuration(.read, busyTimeout: busyTimeout))
      }
    }
    writing = Lanes(limit: 1, longestWait: longestWait, place: path, label: "fobwatch.sqlite.writing") {
      SQLiteFileConnection(.write, errors) { try Self.writer(path, busyTimeout: busyTimeout) }
    }
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
    let engine = SQLiteEngine(path, errors, busyTimeout: busyTimeout, longestWait: longestWait)
    // Those who read need the log of the file, which whoever writes makes.
    let opening = try await engine.writing.run(Lend()) { connection in Result { try connection.openNow() } }
    do {
      try opening.get()
    } catch {
      throw errors.translated(error, isReading: false)
    }
    return engine
  }

  private static func writer(_ path: String, busyTimeout: Double) throws -> DatabaseQueue {
    var configuration = configuration(.write, busyTimeout: busyTimeout)
    configuration.journalMode = .wal
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    // GRDB makes commits of a write-ahead log lazy when it opens the file, so this comes after it.
    try queue.inDatabase { try $0.execute(sql: "PRAGMA synchronous = FULL") }
    return queue
  }

  /// The settings of a connection.
  static func configuration(_ mode: SQLiteFileConnection.Mode, busyTimeout: Double) -> Configuration {
    var configuration = Configuration()
    configuration.label = "fobwatch.sqlite"
    configuration.foreignKeysEnabled = true
    configuration.busyMode = .timeout(busyTimeout)
    configuration.readonly = mode == .read
    configuration.prepareDatabase { db in
      // What is deleted is overwritten; views and triggers of a foreign file can do nothing.
      try db.execute(sql: "PRAGMA secure_delete = ON; PRAGMA trusted_schema = OFF")
    }
    return configuration
  }

  public func read<T: Sendable>(_ body: @escaping @Sendable (any Statements) throws -> T) async throws -> T {
    try await transaction(reading, body)
  }

  @discardableResult
  public func write<T: Sendable>(
    _ isolation: Isolation, _ body: @escaping @Sendable (any Statements) throws -> T
  ) async throws -> T {
    try await transaction(writing, body)
  }

  private func transaction<T: Sendable>(
    _ lanes: Lanes<SQLiteFileConnection>, _ body: @escaping @Sendable (any Statements) throws -> T
  ) async throws -> T {
    let lend = Lend()
    return try await lanes.run(lend) { connection in Result { try connection.transaction(lend, body) } }.get()
  }

  public func close() async {
    // The last to close a file tidies it up, which takes the right to write.
    await reading.close { $0.close() }
    await writing.close { $0.close() }
  }
}
