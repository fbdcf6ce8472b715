import Testing

@testable import Storage

@Suite("A transaction happens or does not, on every engine")
struct TransactionTests {
  struct Thrown: Error {}

  @Test("a body that throws leaves nothing", arguments: TestDatabase.tested)
  func throwingLeavesNothing(_ database: TestDatabase) async throws {
    try await withCounter(database) { engine in
      await #expect(throws: Thrown.self) {
        try await engine.write { statements in
          try statements.run("UPDATE counter SET n = 5")
          try statements.script("CREATE TABLE half (id INTEGER PRIMARY KEY)")
          throw Thrown()
        }
      }
      try await #expect(Self.count(engine) == 0)
      await #expect(throws: StorageError.self) { try await engine.read { try $0.rows("SELECT id FROM half") } }
    }
  }

  @Test("a body that goes on after a failed statement is refused", arguments: TestDatabase.tested)
  func goingOnIsRefused(_ database: TestDatabase) async throws {
    try await withCounter(database) { engine in
      await #expect(throws: StorageError.self) {
        try await engine.write { statements in
          try statements.run("UPDATE counter SET n = 5")
          try? statements.script("INSERT INTO counter (id, n) VALUES (1, 1)")
        }
      }
      try await #expect(Self.count(engine) == 0)
    }
  }

  @Test("statements end with their body, also when somebody kept them", arguments: TestDatabase.tested)
  func statementsEnd(_ database: TestDatabase) async throws {
    final class Keeper: @unchecked Sendable { var statements: (any Statements)? }
    try await withCounter(database) { engine in
      let keeper = Keeper()
      try await engine.write { keeper.statements = $0 }
      let kept = try #require(keeper.statements)
      #expect(throws: StorageError.misuse("the transaction of this statement has ended")) {
        try kept.run("UPDATE counter SET n = 5")
      }
      try await #expect(Self.count(engine) == 0)
    }
  }

  @Test("a body that reads cannot write", arguments: TestDatabase.tested)
  func readingCannotWrite(_ database: TestDatabase) async throws {
    try await withCounter(database) { engine in
      await #expect(throws: StorageError.misuse("a body that reads cannot write")) {
        try await engine.read { try $0.run("UPDATE counter SET n = 5") }
      }
    }
  }

  @Test(
    "writers that read first lose no increment, in one process and in two",
    arguments: TestDatabase.tested, [1, 2])
  func incrementsAreKept(_ database: TestDatabase, processes: Int) async throws {
    try await withCounters(database, engines: processes) { engines in
      try await withThrowingTaskGroup { group in
        for task in 0..<8 {
          group.addTask {
            for _ in 0..<15 {
              try await engines[task % engines.count].write { statements in
                let n = try statements.count("SELECT n FROM counter WHERE id = 1")
                try statements.run("UPDATE counter SET n = $1 WHERE id = 1", [Value(n + 1)])
              }
            }
          }
        }
        try await group.waitForAll()
      }
      try await #expect(Self.count(engines[0]) == 120)
    }
  }

  @Test("writers that lock first lose none either, and are not started again", arguments: TestDatabase.tested)
  func lockedIncrementsAreKept(_ database: TestDatabase) async throws {
    let runs = Tally()
    try await withCounter(database) { engine in
      try await withThrowingTaskGroup { group in
        for _ in 0..<8 {
          group.addTask {
            for _ in 0..<25 {
              try await engine.write(.locking) { statements in
                runs.add()
                let n = try statements.count("SELECT n FROM counter WHERE id = 1 \(statements.dialect.forUpdate)")
                try statements.run("UPDATE counter SET n = $1 WHERE id = 1", [Value(n + 1)])
              }
            }
          }
        }
        try await group.waitForAll()
      }
      try await #expect(Self.count(engine) == 200)
      #expect(runs.count == 200)
    }
  }

  @Test("a rule over several rows holds, whoever writes at once", arguments: TestDatabase.tested)
  func noWriteSkew(_ database: TestDatabase) async throws {
    try await withCounter(database) { engine in
      try await engine.write { try $0.run("INSERT INTO counter (id, n) VALUES (2, 1), (3, 1)") }
      // At least one of the two must stay 1: each writer looks at both and clears its own.
      try await withThrowingTaskGroup { group in
        for id in [2, 3] {
          group.addTask {
            try await engine.write { statements in
              let left = try statements.count("SELECT CAST(SUM(n) AS BIGINT) FROM counter WHERE id IN (2, 3)")
              if left > 1 { try statements.run("UPDATE counter SET n = 0 WHERE id = $1", [Value(id)]) }
            }
          }
        }
        try await group.waitForAll()
      }
      let left = try await engine.read {
        try $0.count("SELECT CAST(SUM(n) AS BIGINT) FROM counter WHERE id IN (2, 3)")
      }
      #expect(left == 1)
    }
  }

  @Test("readers see nothing that is not committed, and one moment throughout", arguments: TestDatabase.tested)
  func readersSeeOneMoment(_ database: TestDatabase) async throws {
    try await withCounters(database, engines: 2) { engines in
      let written = Gate()
      let looked = Gate()
      async let writing: Void = engines[0].write { statements in
        try statements.run("UPDATE counter SET n = 1 WHERE id = 1")
        written.open()
        looked.wait()
      }
      await written.opened()
      try await #expect(Self.count(engines[0]) == 0)
      try await #expect(Self.count(engines[1]) == 0)
      let began = Gate()
      let committed = Gate()
      async let seen: [Int] = engines[1].read { statements in
        let before = try statements.count("SELECT n FROM counter WHERE id = 1")
        began.open()
        committed.wait()
        return [before, try statements.count("SELECT n FROM counter WHERE id = 1")]
      }
      await began.opened()
      looked.open()
      try await writing
      committed.open()
      try await #expect(seen == [0, 0])
      try await #expect(Self.count(engines[1]) == 1)
    }
  }

  @Test("many more at once than there are connections all get their turn", arguments: TestDatabase.tested)
  func manyAtOnce(_ database: TestDatabase) async throws {
    try await withCounter(database) { engine in
      let sum = try await withThrowingTaskGroup { group in
        for _ in 0..<300 {
          group.addTask { try await engine.read { try $0.count("SELECT n + 1 FROM counter WHERE id = 1") } }
        }
        return try await group.reduce(0, +)
      }
      #expect(sum == 300)
    }
  }

  @Test("a closed engine says so", arguments: TestDatabase.tested)
  func closedEngine(_ database: TestDatabase) async throws {
    try await withCounter(database) { engine in
      await engine.close()
      await #expect(throws: StorageError.unavailable("it is closed")) { try await Self.count(engine) }
      await #expect(throws: StorageError.unavailable("it is closed")) {
        try await engine.write { try $0.run("UPDATE counter SET n = 5") }
      }
    }
  }

  static func count(_ engine: any Engine) async throws -> Int {
    try await engine.read { try $0.count("SELECT n FROM counter WHERE id = 1") }
  }

  private func withCounter(_ database: TestDatabase, _ body: (any Engine) async throws -> Void) async throws {
    try await withCounters(database, engines: 1) { try await body($0[0]) }
  }

  private func withCounters(
    _ database: TestDatabase, engines: Int, _ body: ([any Engine]) async throws -> Void
  ) async throws {
    try await database.withEngines(engines) { engines in
      try await engines[0].write { statements in
        try statements.script("CREATE TABLE counter (id INTEGER PRIMARY KEY, n INTEGER NOT NULL)")
        try statements.run("INSERT INTO counter (id, n) VALUES (1, 0)")
      }
      try await body(engines)
    }
  }
}
