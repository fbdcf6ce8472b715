import Testing

@testable import Storage

@Suite("A row that breaks a rule of its table is a typed error on every engine")
struct ConstraintTests {
  @Test("unique, not null, check, foreign key, type", arguments: TestDatabase.tested)
  func constraintsAreTyped(_ database: TestDatabase) async throws {
    try await database.withEngine { engine in
      try await engine.write { statements in
        try statements.makeSample()
        try statements.run("INSERT INTO ruled (id, name) VALUES (1, 'first')")
      }
      let wrong: [(String, [Value], StorageError.Constraint)] = [
        ("INSERT INTO ruled (id, name) VALUES (1, $1)", ["other"], .unique),
        ("INSERT INTO ruled (id, name) VALUES (2, $1)", ["first"], .unique),
        ("INSERT INTO ruled (id, name) VALUES (2, $1)", [.null], .notNull),
        ("INSERT INTO ruled (id, name, size) VALUES (2, 'x', $1)", [0], .check),
        ("INSERT INTO ruled (id, name, owner) VALUES (2, 'x', $1)", [77], .foreignKey),
      ]
      for (sql, values, kind) in wrong {
        let error = await #expect(throws: StorageError.self) { try await engine.write { try $0.run(sql, values) } }
        guard case .constraint(let found, at: let place) = error else {
          Issue.record("\(sql): \(String(describing: error))")
          continue
        }
        #expect(found == kind)
        #expect(!place.contains("first") && !place.contains("77"), "a message holds no value: \(place)")
      }
      try await #expect(engine.read { try $0.count("SELECT COUNT(*) FROM ruled") } == 1)
    }
  }

  @Test("a body learns of it, and can throw an error of its own instead", arguments: TestDatabase.tested)
  func bodyLearns(_ database: TestDatabase) async throws {
    struct Taken: Error {}
    try await database.withEngine { engine in
      try await engine.write { try $0.makeSample() }
      try await engine.write { try $0.run("INSERT INTO ruled (id, name) VALUES (1, 'first')") }
      await #expect(throws: Taken.self) {
        try await engine.write { statements in
          do {
            try statements.run("INSERT INTO ruled (id, name) VALUES (2, 'first')")
          } catch StorageError.constraint(.unique, _) {
            throw Taken()
          }
        }
      }
    }
  }

  @Test("what a trigger refuses is told in its words", arguments: TestDatabase.tested)
  func triggersRefuse(_ database: TestDatabase) async throws {
    try await database.withEngine { engine in
      try await engine.write { statements in
        try statements.makeSample()
        try statements.run("INSERT INTO ruled (id, name) VALUES (1, 'first')")
      }
      await #expect(throws: StorageError.refused("rows of ruled stay")) {
        try await engine.write { try $0.run("DELETE FROM ruled") }
      }
    }
  }
}
