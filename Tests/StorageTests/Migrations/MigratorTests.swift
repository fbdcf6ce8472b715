import Testing
import Vocabulary

@testable import Storage

@Suite("A database is brought forward in one step or not at all, on every engine")
struct MigratorTests {
  private static func table(_ number: Int, _ name: String) -> Migration {
    let text = "CREATE TABLE \(name) (id INTEGER PRIMARY KEY)"
    return Migration(number: number, name: name, sqlite: text + " STRICT", postgres: text)
  }
  private static let first = Migrator([table(1, "one")])
  private static let second = Migrator([table(1, "one"), table(2, "two")])

  @Test("what is missing is done, once", arguments: TestDatabase.tested)
  func missingStepsAreDone(_ database: TestDatabase) async throws {
    try await database.withEngine { engine in
      try await #expect(Self.first.migrate(engine, at: .sample) == ["one"])
      try await #expect(Self.first.migrate(engine, at: .sample) == [])
      try await #expect(Self.second.migrate(engine, at: .sample) == ["two"])
      let rows = try await engine.read {
        try $0.rows("SELECT number, applied_at FROM schema_migration ORDER BY number")
      }
      try #expect(rows.map { try $0.int("number") } == [1, 2])
      try #expect(rows[0].instant("applied_at") == .sample)
      try await #expect(engine.read { try $0.count("SELECT COUNT(*) FROM two") } == 0)
    }
  }

  @Test("a step that fails leaves none of the steps", arguments: TestDatabase.tested)
  func nothingHalfApplied(_ database: TestDatabase) async throws {
    let broken = Migration(
      number: 3, name: "broken",
      sqlite: "CREATE TABLE three (id INTEGER PRIMARY KEY) STRICT; INSERT INTO nowhere VALUES (1)",
      postgres: "CREATE TABLE three (id INTEGER PRIMARY KEY); INSERT INTO nowhere VALUES (1)")
    try await database.withEngine { engine in
      try await Self.first.migrate(engine, at: .sample)
      await #expect(throws: StorageError.self) {
        try await Migrator([Self.table(1, "one"), Self.table(2, "two"), broken]).migrate(engine, at: .sample)
      }
      for table in ["two", "three"] {
        await #expect(throws: StorageError.self) { try await engine.read { try $0.rows("SELECT id FROM \(table)") } }
      }
      try await #expect(Self.second.migrate(engine, at: .sample) == ["two"])
    }
  }

  @Test("a newer database is refused", arguments: TestDatabase.tested)
  func newerIsRefused(_ database: TestDatabase) async throws {
    try await database.withEngine { engine in
      try await Self.second.migrate(engine, at: .sample)
      await #expect(throws: StorageError.newerDatabase(found: 2, known: 1)) {
        try await Self.first.migrate(engine, at: .sample)
      }
    }
  }

  @Test("a step whose text is another one now is refused", arguments: TestDatabase.tested)
  func changedIsRefused(_ database: TestDatabase) async throws {
    try await database.withEngine { engine in
      try await Self.first.migrate(engine, at: .sample)
      await #expect(throws: StorageError.changedMigration(number: 1, name: "one")) {
        try await Migrator([Self.table(1, "uno"), Self.table(2, "two")]).migrate(engine, at: .sample)
      }
    }
  }

  @Test("of several that migrate at once, one does it and the others wait", arguments: TestDatabase.tested)
  func severalAtOnce(_ database: TestDatabase) async throws {
    for _ in 0..<3 {
      try await database.withEngines(6) { engines in
        let done = try await withThrowingTaskGroup { group in
          for engine in engines {
            group.addTask { try await Self.second.migrate(engine, at: .sample) }
          }
          return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(done.filter { $0 == ["one", "two"] }.count == 1)
        #expect(done.filter(\.isEmpty).count == 5)
      }
    }
  }

  @Test("the steps of the program are numbered without gaps, and both texts name the same tables and columns")
  func stepsAreInOrder() async throws {
    #expect([Migration].all.map(\.number) == Array(1...[Migration].all.count))
    var columns: [TestDatabase: Set<String>] = [:]
    for database in TestDatabase.tested {
      columns[database] = try await database.withEngine { engine in
        try await Migrator().migrate(engine, at: .sample)
        return try await engine.read { statements in
          let sql =
            switch statements.dialect {
            case .sqlite:
              """
              SELECT m.name || '.' || c.name || ' ' || c."notnull" AS name
              FROM sqlite_schema m, pragma_table_info(m.name) c
              WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' AND c.pk = 0
              """
            case .postgres:
              """
              SELECT CAST(table_name || '.' || column_name AS TEXT)
                || CASE is_nullable WHEN 'NO' THEN ' 1' ELSE ' 0' END AS name
              FROM information_schema.columns c
              WHERE table_schema = 'public' AND NOT EXISTS (
                SELECT 1 FROM information_schema.key_column_usage k
                JOIN information_schema.table_constraints t USING (constraint_schema, constraint_name)
                WHERE t.constraint_type = 'PRIMARY KEY' AND k.table_name = c.table_name
                  AND k.column_name = c.column_name)
              """
            }
          return Set(try statements.rows(sql).map { try $0.text("name") })
        }
      }
    }
    #expect(columns[.sqlite]?.contains("job.payload 1") == true)
    for found in columns.values { #expect(found == columns[.sqlite]) }
  }
}
