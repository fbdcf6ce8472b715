public import Vocabulary

/// Brings a database to the form that this program knows: all missing steps in one transaction, so that it has the old
/// form or the new one and nothing between. Of several processes that do so at once one does the work, the others wait.
public struct Migrator: Sendable {
  private let migrations: [Migration]

  /// With every migration of the program.
  public init() { self.init(.all) }

  init(_ migrations: [Migration]) { self.migrations = migrations }

  /// The number of the newest form that this program knows.
  public var newest: Int { migrations.last?.number ?? 0 }

  /// Does what is missing.
  ///
  /// - Parameter now: what is noted as the time of the steps.
  /// - Returns: the names of the steps that were done; empty when none was missing.
  /// - Throws: `StorageError.newerDatabase` or `.changedMigration` when the database is not one that this program can
  ///   bring forward; else what stopped it. The database is as it was then.
  @discardableResult
  public func migrate(_ engine: some Engine, at now: Instant) async throws -> [String] {
    try await engine.write(.locking) { statements in
      try lock(statements)
      let done = try finished(statements)
      try check(done, statements.dialect)
      let missing = migrations.dropFirst(done.count)
      for migration in missing {
        try statements.script(migration.text(statements.dialect))
        try statements.run(
          "INSERT INTO schema_migration (number, name, checksum, applied_at) VALUES ($1, $2, $3, $4)",
          [
            Value(migration.number), Value(migration.name), Value(migration.checksum(statements.dialect)), Value(now),
          ])
      }
      return missing.map(\.name)
    }
  }

  /// Waits until nobody else migrates, and keeps others waiting until the transaction ends. SQLite has one writer, and
  /// that is this one.
  private func lock(_ statements: any Statements) throws {
    switch statements.dialect {
    case .sqlite:
      try statements.script(
        """
        CREATE TABLE IF NOT EXISTS schema_migration (
          number INTEGER PRIMARY KEY, name TEXT NOT NULL, checksum BLOB NOT NULL, applied_at INTEGER NOT NULL
        ) STRICT
        """)
    case .postgres:
      // Moving rows of a large database takes longer than any statement of a request may.
      try statements.script("SET LOCAL statement_timeout = 0")
      // Any number does that nothing else in this database locks.
      try statements.run("SELECT pg_advisory_xact_lock(7096381245)")
      try statements.script(
        """
        CREATE TABLE IF NOT EXISTS schema_migration (
          number BIGINT PRIMARY KEY, name TEXT NOT NULL, checksum BYTEA NOT NULL, applied_at BIGINT NOT NULL
        )
        """)
    }
  }

  private struct Finished {
    let number: Int
    let name: String
    let checksum: [UInt8]
  }

  private func finished(_ statements: any Statements) throws -> [Finished] {
    try statements.rows("SELECT number, name, checksum FROM schema_migration ORDER BY number").map { row in
      Finished(number: try row.int("number"), name: try row.text("name"), checksum: try row.bytes("checksum"))
    }
  }

  private func check(_ done: [Finished], _ dialect: Dialect) throws {
    if let last = done.last, last.number > newest {
      throw StorageError.newerDatabase(found: last.number, known: newest)
    }
    for (finished, migration) in zip(done, migrations)
    where finished.number != migration.number || finished.checksum != migration.checksum(dialect) {
      throw StorageError.changedMigration(number: finished.number, name: finished.name)
    }
  }
}
