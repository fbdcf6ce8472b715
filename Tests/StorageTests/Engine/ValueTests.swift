import Testing
import Vocabulary

@testable import Storage

@Suite("Values come back as they went, on every engine")
struct ValueTests {
  static let integers: [Int64] = [0, 1, -1, .max, .min, 1 << 53 + 1, Int64(Int32.max) + 1]
  static let texts = [
    "", "plain", "Zoë Ñandú", "日本語", "👩🏽‍⚕️", "e\u{301} is not é", "line\nline\ttab\r", "'; DROP TABLE sample; --",
    "$1 ? :name \\x41 %s", "\u{1}\u{7f}\u{FFFD}\u{10FFFF}",
  ]
  static let bytes: [[UInt8]] = [[], [0], [0, 1, 2, 255], Array(0...255)]

  @Test("integers to the limits of 64 bits", arguments: TestDatabase.tested)
  func integersReturn(_ database: TestDatabase) async throws {
    for number in Self.integers {
      let row = try await storedAndRead(database, number: .integer(number))
      try #expect(row.integer("number") == number)
    }
  }

  @Test("texts of every script, to the byte", arguments: TestDatabase.tested)
  func textsReturn(_ database: TestDatabase) async throws {
    try await database.withEngine { engine in
      try await engine.write { try $0.makeSample() }
      for (id, text) in Self.texts.enumerated() {
        try await engine.write {
          try $0.run("INSERT INTO sample (id, label) VALUES ($1, $2)", [Value(id), .text(text)])
        }
        let found = try await engine.read {
          try $0.rows("SELECT label FROM sample WHERE id = $1 AND label = $2", [Value(id), .text(text)])
        }
        try #expect(found.first.map { Array(try $0.text("label").utf8) } == Array(text.utf8), "\(text)")
      }
    }
  }

  @Test("bytes, none and a million too", arguments: TestDatabase.tested)
  func bytesReturn(_ database: TestDatabase) async throws {
    var million = [UInt8](repeating: 0xA5, count: 1_048_576)
    for index in stride(from: 0, to: million.count, by: 4_093) { million[index] = UInt8(truncatingIfNeeded: index) }
    for bytes in Self.bytes + [million] {
      let row = try await storedAndRead(database, body: .bytes(bytes))
      try #expect(row.bytes("body") == bytes)
    }
  }

  @Test("null in every column", arguments: TestDatabase.tested)
  func nullsReturn(_ database: TestDatabase) async throws {
    let row = try await storedAndRead(database)
    try #expect(row.integerIfAny("number") == nil)
    try #expect(row.textIfAny("label") == nil)
    try #expect(row.bytesIfAny("body") == nil)
    try #expect(row.boolIfAny("number") == nil)
    try #expect(row.instantIfAny("number") == nil)
    try #expect(row.dayIfAny("number") == nil)
    #expect(throws: StorageError.wrongType(column: "label", expected: "a text", found: "null")) {
      try row.text("label")
    }
  }

  @Test("truth values, instants and days are integers", arguments: TestDatabase.tested)
  func nounsReturn(_ database: TestDatabase) async throws {
    try await #expect(storedAndRead(database, number: Value(true)).bool("number"))
    try await #expect(!storedAndRead(database, number: Value(false)).bool("number"))
    let instant = Instant(microseconds: 1_800_000_000_123_456)
    try await #expect(storedAndRead(database, number: Value(instant)).instant("number") == instant)
    try await #expect(storedAndRead(database, number: Value(CivilDate.distantPast)).day("number") == .distantPast)
    let seven = try await storedAndRead(database, number: 7)
    #expect(throws: StorageError.wrongType(column: "number", expected: "0 or 1", found: "another integer")) {
      try seven.bool("number")
    }
  }

  @Test("a getter of another type, or of no column, says so", arguments: TestDatabase.tested)
  func gettersRefuse(_ database: TestDatabase) async throws {
    let row = try await storedAndRead(database, number: 5, label: "five", body: .bytes([5]))
    #expect(throws: StorageError.wrongType(column: "label", expected: "an integer", found: "a text")) {
      try row.integer("label")
    }
    #expect(throws: StorageError.wrongType(column: "number", expected: "a text", found: "an integer")) {
      try row.text("number")
    }
    #expect(throws: StorageError.wrongType(column: "body", expected: "a text", found: "bytes")) { try row.text("body") }
    #expect(throws: StorageError.misuse("expected a column other, found number, label, body")) {
      try row.integer("other")
    }
  }

  @Test("a text with the character 0 is refused", arguments: TestDatabase.tested)
  func zeroIsRefused(_ database: TestDatabase) async throws {
    await #expect(throws: StorageError.misuse("a text cannot hold the character U+0000")) {
      try await storedAndRead(database, label: "a\0b")
    }
  }

  @Test("a fraction is refused, as the two engines would not agree on it", arguments: TestDatabase.tested)
  func fractionIsRefused(_ database: TestDatabase) async throws {
    try await database.withEngine { engine in
      await #expect(throws: StorageError.self) {
        try await engine.read { try $0.rows("SELECT 1.5 AS half") }
      }
    }
  }

  private func storedAndRead(
    _ database: TestDatabase, number: Value = .null, label: Value = .null, body: Value = .null
  ) async throws -> Row {
    try await database.withEngine { engine in
      try await engine.write { try $0.makeSample() }
      let count = try await engine.write {
        try $0.run("INSERT INTO sample (id, number, label, body) VALUES (1, $1, $2, $3)", [number, label, body])
      }
      #expect(count == 1)
      let rows = try await engine.read { try $0.rows("SELECT number, label, body FROM sample") }
      #expect(rows.count == 1)
      return try #require(rows.first)
    }
  }
}
