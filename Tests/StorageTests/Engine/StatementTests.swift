import Testing

@testable import Storage

@Suite("Statements mean the same on every engine")
struct StatementTests {
  @Test("a placeholder may stand in several places", arguments: TestDatabase.tested)
  func placeholdersRepeat(_ database: TestDatabase) async throws {
    try await withSample(database) { statements in
      try statements.run("INSERT INTO sample (id, number, label) VALUES ($1, $1, $2)", [3, "three"])
      let rows = try statements.rows(
        "SELECT id FROM sample WHERE label = $1 AND number = $2 AND id = $2", ["three", 3])
      #expect(rows.count == 1)
    }
  }

  @Test("placeholders out of order, missing values and `?` are refused", arguments: TestDatabase.tested)
  func placeholdersAreChecked(_ database: TestDatabase) async throws {
    let wrong: [(String, [Value])] = [
      ("SELECT id FROM sample WHERE id = $2 AND number = $1", [1, 2]), ("SELECT id FROM sample WHERE id = ?", [1]),
      ("SELECT id FROM sample WHERE id = $1", []), ("SELECT id FROM sample", [1]),
      ("SELECT id FROM sample WHERE id = $0", [1]),
    ]
    for (sql, values) in wrong {
      await #expect(throws: StorageError.self, "\(sql)") {
        try await withSample(database) { _ = try $0.rows(sql, values) }
      }
    }
  }

  @Test("what stands in quotes is no placeholder", arguments: TestDatabase.tested)
  func quotesAreText(_ database: TestDatabase) async throws {
    try await withSample(database) { statements in
      try statements.run("INSERT INTO sample (id, label) VALUES (1, 'what? it''s $9')")
      try #expect(statements.rows("SELECT label FROM sample").first?.text("label") == "what? it's $9")
    }
  }

  @Test("`run` counts what it changed", arguments: TestDatabase.tested)
  func changesAreCounted(_ database: TestDatabase) async throws {
    try await withSample(database) { statements in
      try #expect(statements.run("INSERT INTO sample (id) VALUES (1), (2), (3)") == 3)
      try #expect(statements.run("UPDATE sample SET number = 1 WHERE id < 3") == 2)
      try #expect(statements.run("SELECT id FROM sample") == 0)
      try #expect(statements.run("UPDATE sample SET number = 1 WHERE id > 3") == 0)
      try #expect(statements.run("CREATE TABLE other (id INTEGER PRIMARY KEY)") == 0)
      try #expect(statements.run("DELETE FROM sample") == 3)
      try #expect(statements.run("INSERT INTO sample (id) VALUES (1) ON CONFLICT (id) DO NOTHING") == 1)
      try #expect(statements.run("INSERT INTO sample (id) VALUES (1) ON CONFLICT (id) DO NOTHING") == 0)
    }
  }

  @Test("a change can return rows, and a count is one number", arguments: TestDatabase.tested)
  func changesReturnRows(_ database: TestDatabase) async throws {
    try await withSample(database) { statements in
      let rows = try statements.rows("INSERT INTO sample (id, number) VALUES (1, $1), (2, $2) RETURNING id", [5, 6])
      try #expect(rows.map { try $0.integer("id") }.sorted() == [1, 2])
      try #expect(statements.count("SELECT COUNT(*) FROM sample") == 2)
      try #expect(statements.count("SELECT CAST(SUM(number) AS BIGINT) FROM sample") == 11)
      try #expect(statements.first("SELECT id FROM sample WHERE id = 9") == nil)
    }
  }

  @Test("one statement for many lists of values", arguments: TestDatabase.tested)
  func manyLists(_ database: TestDatabase) async throws {
    let insert = "INSERT INTO sample (id, label, body) VALUES ($1, $2, $3)"
    let all = (0..<1_777).map { number -> [Value] in
      let body: Value = number % 3 == 0 ? .null : .bytes([UInt8(number % 256)])
      return [Value(number), .text("n\(number)"), body]
    }
    try await withSample(database) { statements in
      try #expect(statements.run(insert, each: []) == 0)
      try #expect(statements.run(insert, each: all) == 1_777)
      try #expect(statements.run("UPDATE sample SET number = $1 WHERE id < $2", each: [[1, 10], [2, 5]]) == 15)
      let rows = try statements.rows("SELECT id, label, body FROM sample ORDER BY id")
      #expect(rows.map(\.values) == all)
    }
  }

  @Test("one of many that fails is told, and none of them stays", arguments: TestDatabase.tested)
  func manyListsFail(_ database: TestDatabase) async throws {
    try await database.withEngine { engine in
      try await engine.write { try $0.makeSample() }
      for place in [0, 1, 250, 600, 999] {
        let values = (0..<1_000).map { [Value($0 == place ? 5_000 : $0)] } + [[5_000]]
        let error = await #expect(throws: StorageError.self) {
          try await engine.write { try $0.run("INSERT INTO sample (id) VALUES ($1)", each: values) }
        }
        guard case .constraint(.unique, _) = error else {
          Issue.record("\(String(describing: error))")
          continue
        }
      }
      await #expect(throws: StorageError.self) {
        try await engine.write { try $0.run("INSERT INTO sample (id) VALUES ($1)", each: [[1], []]) }
      }
      try await #expect(engine.read { try $0.count("SELECT COUNT(*) FROM sample") } == 0)
    }
  }

  @Test("a body cannot begin or end a transaction", arguments: TestDatabase.tested)
  func transactionWordsAreRefused(_ database: TestDatabase) async throws {
    for sql in ["BEGIN", "COMMIT", " rollback", "SAVEPOINT a", "start transaction"] {
      await #expect(throws: StorageError.self, "\(sql)") {
        try await withSample(database) { try $0.run(sql) }
      }
    }
  }

  @Test("a fault in a statement is named", arguments: TestDatabase.tested)
  func faultsAreNamed(_ database: TestDatabase) async throws {
    for (sql, part) in [("SELEC 1", "SELEC"), ("SELECT x FROM nowhere", "nowhere"), ("SELECT x FROM sample", "x")] {
      let error = await #expect(throws: StorageError.self, "\(sql)") {
        try await withSample(database) { _ = try $0.rows(sql) }
      }
      guard case .misuse(let message) = error else {
        Issue.record("\(sql): \(String(describing: error))")
        continue
      }
      #expect(message.contains(part), "\(message)")
    }
  }

  @Test("two statements in one text are refused", arguments: TestDatabase.tested)
  func oneStatementAtATime(_ database: TestDatabase) async throws {
    await #expect(throws: StorageError.self) {
      try await withSample(database) { try $0.run("DELETE FROM sample; DELETE FROM sample") }
    }
  }

  private func withSample(
    _ database: TestDatabase, _ body: @escaping @Sendable (any Statements) throws -> Void
  ) async throws {
    try await database.withEngine { engine in
      try await engine.write { try $0.makeSample() }
      try await engine.write(body)
    }
  }
}
