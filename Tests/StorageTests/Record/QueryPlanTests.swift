import Cryptography
import Services
import Testing
import Vocabulary

@testable import Storage

@Suite("Questions about records are answered by index, on every engine")
struct QueryPlanTests {
  private static let somebody = PersonID([UInt8](repeating: 0, count: 15) + [7]) ?? .sample(0)

  @Test("what is known, was known, and held on a day", arguments: TestDatabase.tested)
  func plans(_ database: TestDatabase) async throws {
    try await database.withSealed { sealed in
      // Enough people that a planner which counts would not read them all.
      try await sealed.engine.write(.locking) { statements in
        try Self.fill(statements)
        try statements.script("ANALYZE")
      }
      let (time, day) = (Instant.sample, CivilDate(days: 20_010))
      for shelf in RecordShelf.allCases {
        let table = RecordTable(shelf: shelf, writer: sealed.writer)
        for (known, on) in [(nil, nil), (time, nil), (nil, day), (time, day)] as [(Instant?, CivilDate?)] {
          let (sql, values) = table.query(Self.somebody, known, on)
          let plan = try await sealed.engine.read { try $0.plan(of: sql, values) }
          #expect(plan.contains("\(shelf.table)_"), "\(sql)\n\(plan)")
          for whole in ["SCAN r", "SCAN n", "Seq Scan"] { #expect(!plan.contains(whole), "\(sql)\n\(plan)") }
        }
        let people = (1...2).compactMap { PersonID([UInt8](repeating: 0, count: 15) + [UInt8($0)]) }
        let plan = try await sealed.engine.read {
          try $0.plan(of: table.query(people), people.map { .bytes($0.bytes) })
        }
        for whole in ["SCAN r", "SCAN n", "Seq Scan"] { #expect(!plan.contains(whole), "\(plan)") }
      }
    }
  }

  @Test("what the log says of a person, or of some, is found by their index", arguments: TestDatabase.tested)
  func entries(_ database: TestDatabase) async throws {
    try await database.withSealed { sealed in
      let people = (1...3).compactMap { PersonID([UInt8](repeating: 0, count: 15) + [UInt8($0)]) }
      let queries = [
        EntryTable.query(Self.somebody, kinds: "evidence."), EntryTable.query(Self.somebody, kinds: "consent.used"),
        EntryTable.query(people, kinds: ["consent.used", "source-check.noted"]),
        EntryTable.query([Self.somebody], kinds: ["consent.used"]),
      ]
      try await sealed.engine.write(.locking) { try Self.fill($0) }
      // A SQLite database is never counted through, a PostgreSQL one by itself.
      for isCounted in [false, true] where isCounted || sealed.engine is SQLiteEngine {
        if isCounted { try await sealed.engine.write(.locking) { try $0.script("ANALYZE") } }
        for (sql, values) in queries {
          let plan = try await sealed.engine.read { try $0.plan(of: sql, values) }
          #expect(plan.contains("entry_person"), "\(sql)\n\(plan)")
          for whole in ["SCAN entry", "Seq Scan"] { #expect(!plan.contains(whole), "\(sql)\n\(plan)") }
        }
      }
    }
  }

  /// Four hundred people with 30 records each, which no key opens: only their places matter here.
  private static func fill(_ statements: any Statements) throws {
    let noise = [UInt8](repeating: 7, count: 200)
    let rows = (0..<12_000).map { sequence -> (RecordRow, [Value]) in
      let person = [UInt8](repeating: 0, count: 14) + [UInt8(sequence % 400 / 256), UInt8(sequence % 400 % 256)]
      let row = RecordRow(sequence: sequence, person: person, at: Instant.sample + .seconds(sequence))
      let entry: [Value] = [
        Value(sequence), .bytes(person), "evidence.added", Value(Instant.sample), .bytes(Array(noise.prefix(32))),
        .bytes(noise), .bytes(Array(noise.prefix(32))),
      ]
      return (row, entry)
    }
    try EntryTable.insert(rows.map(\.1), in: statements)
    for (row, _) in rows {
      try statements.run(
        "INSERT INTO evidence (\(RecordRow.columns(.evidence))) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)", row.values)
      try statements.run(
        "INSERT INTO health (\(RecordRow.columns(.health))) VALUES ($1, $2, $3, $4, $5)", Array(row.values.prefix(5)))
    }
  }
}

extension RecordRow {
  /// A row that stands, of a card of some day.
  fileprivate init(sequence: Int, person: [UInt8], at time: Instant) {
    let id = RecordID.fresh(from: .system)
    let day = CivilDate(days: 20_000 + Int32(sequence % 30))
    let content = RecordContent.card(issued: day, expires: day.adding(days: 5))
    let event = RecordEvent(
      record: id, sequence: sequence, content: content, at: time, statement: RecordStatement(by: "test"))
    self.init(event, content, of: PersonID(person) ?? .sample(0), on: .evidence)
  }
}

extension Statements {
  /// How the database will find the rows, in its own words.
  func plan(of sql: String, _ values: [Value]) throws -> String {
    switch dialect {
    case .sqlite:
      return try rows("EXPLAIN QUERY PLAN " + sql, values).map { try $0.text("detail") }.joined(separator: "\n")
    case .postgres:
      return try rows("EXPLAIN " + sql, values).map { try $0.text("QUERY PLAN") }.joined(separator: "\n")
    }
  }
}
