import Testing

@testable import Storage

@Suite("Who gives up waiting stops the statement, on every engine")
struct CancellationTests {
  /// Counts for longer than a test takes.
  static let endless = """
    WITH RECURSIVE n (i) AS (SELECT CAST(1 AS BIGINT) UNION ALL SELECT i + 1 FROM n WHERE i < 100000000000)
    SELECT COUNT(*) AS n FROM n
    """

  @Test("a statement that runs is stopped, and the engine goes on", arguments: TestDatabase.tested)
  func statementIsStopped(_ database: TestDatabase) async throws {
    try await database.withEngine { engine in
      for reading in [true, false] {
        let started = Gate()
        let task = Task {
          let body: @Sendable (any Statements) throws -> Int = { statements in
            started.open()
            return try statements.count(Self.endless)
          }
          return reading ? try await engine.read(body) : try await engine.write(body)
        }
        await started.opened()
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        try await #expect(engine.read { try $0.count("SELECT 1 AS one") } == 1)
      }
    }
  }

  @Test("what a cancelled body wrote is not there", arguments: TestDatabase.tested)
  func cancelledWritesNothing(_ database: TestDatabase) async throws {
    try await database.withEngine { engine in
      try await engine.write { try $0.makeSample() }
      let written = Gate()
      let cancelled = Gate()
      let task = Task {
        try await engine.write { statements in
          try statements.run("INSERT INTO sample (id) VALUES (1)")
          written.open()
          cancelled.wait()
          try statements.run("INSERT INTO sample (id) VALUES (2)")
        }
      }
      await written.opened()
      task.cancel()
      cancelled.open()
      await #expect(throws: CancellationError.self) { try await task.value }
      try await #expect(engine.read { try $0.count("SELECT COUNT(*) FROM sample") } == 0)
    }
  }

  @Test("a task that is cancelled already does nothing", arguments: TestDatabase.tested)
  func cancelledBefore(_ database: TestDatabase) async throws {
    try await database.withEngine { engine in
      let gate = Gate()
      let runs = Tally()
      let task = Task {
        await gate.opened()
        try await engine.write { _ in runs.add() }
      }
      task.cancel()
      gate.open()
      await #expect(throws: CancellationError.self) { try await task.value }
      #expect(runs.count == 0)
    }
  }
}
