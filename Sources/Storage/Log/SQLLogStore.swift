public import Services
public import Vocabulary

/// The log as rows of the tables `entry`, `log_head` and `checkpoint`.
public struct SQLLogStore: LogStore {
  private let engine: any Engine
  private let writer: LogWriter

  public init(_ engine: any Engine, _ writer: LogWriter) { (self.engine, self.writer) = (engine, writer) }

  /// Adds entries in a transaction of their own.
  ///
  /// - Returns: their places in the log.
  @discardableResult
  public func append(_ drafts: [LogEntryDraft], at now: Instant) async throws -> Range<Int> {
    try await engine.write(.locking) { [writer] in try writer.append(drafts, in: $0, at: now) }
  }

  public func head() async throws -> LogHead { try await engine.read { try LogHeadTable.head(in: $0) } }

  public func leaves(_ range: Range<Int>) async throws -> LeafPage {
    try await engine.read { try EntryTable.leaves(range, in: $0) }
  }

  public func entries(_ range: Range<Int>) async throws -> [LogEntry] {
    try await engine.read { try EntryTable.entries(range, in: $0) }
  }

  public func add(_ checkpoint: KeptCheckpoint) async throws {
    try await engine.write(.locking) { statements in
      try statements.run(
        "INSERT INTO checkpoint (size, note, signed_at) VALUES ($1, $2, $3) ON CONFLICT (size) DO NOTHING",
        [Value(checkpoint.size), .text(checkpoint.note), Value(checkpoint.signedAt)])
    }
  }

  public func checkpoints() async throws -> [KeptCheckpoint] {
    try await engine.read { statements in
      try statements.rows("SELECT size, note, signed_at FROM checkpoint ORDER BY size").map(Self.checkpoint)
    }
  }

  public func lastCheckpoint() async throws -> KeptCheckpoint? {
    try await engine.read { statements in
      try statements.first("SELECT size, note, signed_at FROM checkpoint ORDER BY size DESC LIMIT 1")
        .map(Self.checkpoint)
    }
  }

  private static func checkpoint(_ row: Row) throws -> KeptCheckpoint {
    KeptCheckpoint(size: try row.int("size"), note: try row.text("note"), signedAt: try row.instant("signed_at"))
  }
}
