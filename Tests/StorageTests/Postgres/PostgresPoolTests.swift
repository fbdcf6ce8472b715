import Testing

@testable import Storage

@Suite("Connections to PostgreSQL", .enabled(if: TestDatabase.server != nil))
struct PostgresPoolTests {
  @Test("names, time limits and durability do not depend on the server's defaults")
  func settings() async throws {
    try await withPostgres { address in
      let engine = PostgresEngine(PostgresSettings(address))
      let wanted = [
        "search_path": "public, pg_temp", "synchronous_commit": "on", "statement_timeout": "30s",
        "client_encoding": "UTF8", "application_name": "fobwatch", "idle_in_transaction_session_timeout": "1min",
      ]
      for (name, value) in wanted {
        let found = try await engine.write { try $0.first("SELECT current_setting($1) AS value", [.text(name)]) }
        try #expect(found?.text("value") == value, "\(name)")
      }
      let isolation = "SELECT current_setting('transaction_isolation') AS value"
      try await #expect(engine.write { try $0.first(isolation)?.text("value") } == "serializable")
      try await #expect(engine.write(.locking) { try $0.first(isolation)?.text("value") } == "read committed")
      try await #expect(engine.read { try $0.first(isolation)?.text("value") } == "repeatable read")
      await engine.close()
    }
  }

  @Test("no more connections than allowed; who waits too long in line is told")
  func lineHasALimit() async throws {
    try await withPostgres { address in
      var settings = PostgresSettings(address)
      settings.connections = 2
      settings.longestWait = .milliseconds(50)
      let engine = PostgresEngine(settings)
      let busy = [Gate(), Gate()]
      let done = Gate()
      let tasks = busy.map { gate in
        Task {
          try await engine.read { statements in
            let one = try statements.count("SELECT 1 AS one")
            gate.open()
            done.wait()
            return one
          }
        }
      }
      for gate in busy { await gate.opened() }
      await #expect(throws: StorageError.timedOut("all 2 connections to \(address) are in use")) {
        try await engine.read { try $0.count("SELECT 1 AS one") }
      }
      let cancelled = Task { try await engine.read { try $0.count("SELECT 1 AS one") } }
      cancelled.cancel()
      await #expect(throws: CancellationError.self) { try await cancelled.value }
      done.open()
      for task in tasks { try await #expect(task.value == 1) }
      let open = "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database()"
      try await #expect(engine.read { try $0.count(open) } == 2)
      await engine.close()
    }
  }

  @Test("a statement that takes too long is stopped")
  func statementsHaveALimit() async throws {
    try await withPostgres { address in
      var settings = PostgresSettings(address)
      settings.longestStatement = .milliseconds(50)
      let engine = PostgresEngine(settings)
      await #expect(throws: StorageError.timedOut("a statement took longer than \(settings.longestStatement)")) {
        try await engine.read { try $0.count(CancellationTests.endless) }
      }
      try await #expect(engine.read { try $0.count("SELECT 1 AS one") } == 1)
      await engine.close()
    }
  }

  @Test("connections that broke are made again, and nobody notices")
  func brokenConnections() async throws {
    try await withPostgres { address in
      let engine = PostgresEngine(PostgresSettings(address))
      try await engine.write { try $0.makeSample() }
      for _ in 0..<3 {
        try await PostgresAdministrator.run(
          """
          SELECT pg_terminate_backend(pid) FROM pg_stat_activity
          WHERE datname = '\(address.parameters["dbname"] ?? "")' AND pid <> pg_backend_pid()
          """, on: address)
        try await #expect(engine.read { try $0.count("SELECT COUNT(*) FROM sample") } == 0)
      }
      await engine.close()
    }
  }

  @Test("a table that changes under a planned statement")
  func changedTable() async throws {
    try await withPostgres { address in
      let engines = [PostgresEngine(PostgresSettings(address)), PostgresEngine(PostgresSettings(address))]
      try await engines[0].write { try $0.makeSample() }
      let sql = "SELECT * FROM sample"
      for engine in engines { _ = try await engine.read { try $0.rows(sql) } }
      try await engines[0].write { try $0.script("ALTER TABLE sample ADD COLUMN more TEXT") }
      for engine in engines { _ = try await engine.read { try $0.rows(sql) } }
      for engine in engines { await engine.close() }
    }
  }

  @Test("no server, no database, no such user: told without a password")
  func unreachable() async throws {
    let none = PostgresEngine(PostgresSettings(try PostgresAddress("postgres://someone:secret@127.0.0.1:1/nothing")))
    let error = await #expect(throws: StorageError.self) { try await none.read { try $0.count("SELECT 1 AS one") } }
    guard case .unavailable(let why) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(why.hasPrefix("postgres://someone@127.0.0.1:1/nothing: connection to server"), "\(why)")
    #expect(!"\(String(describing: error))".contains("secret"))
    try await withPostgres { address in
      let other = PostgresEngine(PostgresSettings(address.database("no_such")))
      await #expect(throws: StorageError.self) { try await other.read { try $0.count("SELECT 1 AS one") } }
    }
  }
}
