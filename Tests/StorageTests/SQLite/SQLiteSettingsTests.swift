import GRDB
import Testing

@testable import Storage

@Suite("How SQLite is set")
struct SQLiteSettingsTests {
  @Test("commits are on the disk before they are acknowledged, rows obey their rules, what is deleted is gone")
  func settings() async throws {
    try await withFolder { folder in
      let engine = try await SQLiteEngine.open("\(folder)/test.sqlite")
      let wanted: [(String, Value)] = [
        ("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("secure_delete", 1), ("trusted_schema", 0),
        ("busy_timeout", 10_000),
      ]
      for (name, value) in wanted {
        let found = try await engine.write { try $0.first("PRAGMA \(name)")?.value(at: 0) }
        #expect(found == value, "\(name) of the connection that writes")
      }
      await engine.close()
    }
  }

  @Test("what reads cannot write, however it is asked, and obeys the same rules")
  func readers() async throws {
    try await withFolder { folder in
      let engine = try await SQLiteEngine.open("\(folder)/test.sqlite")
      let wanted: [(String, Value)] = [
        ("journal_mode", "wal"), ("foreign_keys", 1), ("trusted_schema", 0), ("busy_timeout", 10_000),
      ]
      for (name, value) in wanted {
        let found = try await engine.read { try $0.first("PRAGMA \(name)")?.value(at: 0) }
        #expect(found == value, "\(name) of a connection that reads")
      }
      await #expect(throws: StorageError.misuse("a body that reads cannot write")) {
        try await engine.read { try $0.script("CREATE TABLE made (id INTEGER PRIMARY KEY) STRICT") }
      }
      await engine.close()
    }
  }

  @Test("the settings that the engine gives GRDB are these", arguments: [SQLiteFileConnection.Mode.read, .write])
  func configuration(_ mode: SQLiteFileConnection.Mode) {
    let configuration = SQLiteEngine.configuration(mode, busyTimeout: SQLiteEngine.busyTimeout)
    #expect(configuration.foreignKeysEnabled)
    #expect(configuration.readonly == (mode == .read))
    #expect(!configuration.publicStatementArguments, "errors would show values")
    #expect(!configuration.allowsUnsafeTransactions)
  }

  @Test("a table that is not STRICT is not among ours")
  func tablesAreStrict() async throws {
    try await withFolder { folder in
      let engine = try await SQLiteEngine.open("\(folder)/test.sqlite")
      try await Migrator().migrate(engine, at: .sample)
      let loose = try await engine.read { statements in
        try statements.rows("SELECT name FROM pragma_table_list WHERE type = 'table' AND strict = 0").map {
          try $0.text("name")
        }
      }
      #expect(loose.allSatisfy { $0.hasPrefix("sqlite_") }, "\(loose)")
      await engine.close()
    }
  }
}
