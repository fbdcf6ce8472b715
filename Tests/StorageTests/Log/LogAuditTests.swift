import Cryptography
import MerkleLog
import Services
import Testing
import Vocabulary

@testable import Storage

@Suite("Going through the log finds what was changed, on every engine")
struct LogAuditTests {
  @Test("an untouched log agrees with itself and with every checkpoint", arguments: TestDatabase.tested)
  func intact(_ database: TestDatabase) async throws {
    try await database.withSealed { sealed in
      try await #expect(sealed.report().isIntact)
      var notes: [[UInt8]] = []
      for step in 0..<6 {
        try await sealed.fill(50 * step, from: 1_000 * step)
        notes.append(try await sealed.checkpointBytes())
      }
      let report = try await sealed.report(against: notes.reversed())
      #expect(report.isIntact && report.suspects == nil)
      #expect(report.size == 750 && report.keptCheckpoints == 6)
      #expect(report.comparisons.map(\.given.checkpoint.size) == [750, 500, 300, 150, 50, 0])
      let head = try await sealed.log.head()
      #expect(report.root == head.root && report.origin == head.origin)
    }
  }

  /// One change of one row, with the place it is found at.
  static let changes: [(String, Int)] = [
    ("UPDATE entry SET kind = 'sample.noticed' WHERE sequence = 70", 70),
    ("UPDATE entry SET recorded_at = recorded_at + 1 WHERE sequence = 70", 70),
    ("UPDATE entry SET person = NULL WHERE sequence = 70", 70),
    ("UPDATE entry SET person = (SELECT person FROM entry WHERE sequence = 71) WHERE sequence = 70", 70),
    ("UPDATE entry SET salt = (SELECT salt FROM entry WHERE sequence = 71) WHERE sequence = 70", 70),
    ("UPDATE entry SET ciphertext = (SELECT ciphertext FROM entry WHERE sequence = 71) WHERE sequence = 70", 70),
    ("UPDATE entry SET leaf = (SELECT leaf FROM entry WHERE sequence = 71) WHERE sequence = 70", 70),
  ]

  @Test("one changed column is found, and where", arguments: TestDatabase.tested, changes)
  func changedColumn(_ database: TestDatabase, _ change: (sql: String, place: Int)) async throws {
    try await database.withSealed { sealed in
      try await sealed.fill(100)
      try await sealed.tamper { try $0.script(change.sql) }
      let report = try await sealed.report()
      #expect(!report.isConsistent && report.faults.first == .changed(sequence: change.place))
    }
  }

  @Test("one flipped bit in salt or ciphertext is found, and where", arguments: TestDatabase.tested)
  func flippedBit(_ database: TestDatabase) async throws {
    try await database.withSealed { sealed in
      try await sealed.fill(60)
      let entries = try await sealed.log.entries(0..<60)
      try await sealed.tamper { _ in }
      var generator = SeededGenerator(seed: 5)
      for column in ["salt", "ciphertext"] {
        for _ in 0..<8 {
          let entry = entries[Int.random(in: 0..<60, using: &generator)]
          let bytes = column == "salt" ? entry.salt : entry.ciphertext
          var changed = bytes
          changed[Int.random(in: 0..<bytes.count, using: &generator)] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
          let (flipped, sql) = (changed, "UPDATE entry SET \(column) = $1 WHERE sequence = $2")
          try await sealed.engine.write { try $0.run(sql, [.bytes(flipped), Value(entry.sequence)]) }
          try await #expect(sealed.report().faults.first == .changed(sequence: entry.sequence))
          try await sealed.engine.write { try $0.run(sql, [.bytes(bytes), Value(entry.sequence)]) }
        }
      }
      try await #expect(sealed.report().isIntact)
    }
  }

  @Test("two entries that changed places are found", arguments: TestDatabase.tested)
  func swapped(_ database: TestDatabase) async throws {
    try await database.withSealed { sealed in
      try await sealed.fill(100)
      try await sealed.tamper { statements in
        for (from, to) in [(40, 1_000), (41, 40), (1_000, 41)] {
          try statements.run("UPDATE entry SET sequence = $1 WHERE sequence = $2", [Value(to), Value(from)])
        }
      }
      try await #expect(sealed.report().faults.prefix(2) == [.changed(sequence: 40), .changed(sequence: 41)])
    }
  }

  @Test("removed entries are found: within, and at the end", arguments: TestDatabase.tested)
  func removed(_ database: TestDatabase) async throws {
    try await database.withSealed { sealed in
      try await sealed.fill(100)
      try await sealed.tamper { try $0.script("DELETE FROM entry WHERE sequence IN (50, 97, 98, 99)") }
      let report = try await sealed.report()
      #expect(report.faults.contains(.otherCount(head: 100, found: 97)))
      #expect(report.faults.compactMap(\.sequence) == [50, 97, 98, 99])
    }
  }

  @Test("entries behind the end are found", arguments: TestDatabase.tested)
  func appended(_ database: TestDatabase) async throws {
    try await database.withSealed { sealed in
      try await sealed.fill(100)
      let old = try await sealed.log.head()
      try await sealed.fill(5, from: 200)
      try await sealed.tamper { try LogHeadTable.write(old.frontier, in: $0) }
      let report = try await sealed.report()
      #expect(report.faults == [.otherCount(head: 100, found: 105)])
    }
  }

  @Test("checkpoints beside the log that were changed are found", arguments: TestDatabase.tested)
  func keptCheckpoints(_ database: TestDatabase) async throws {
    try await database.withSealed { sealed in
      try await sealed.fill(50)
      _ = try await sealed.checkpoints.sign(at: .sample)
      try await sealed.tamper { try $0.script("UPDATE checkpoint SET size = 49") }
      try await #expect(sealed.report().faults == [.damagedCheckpoint(size: 49)])
      try await sealed.engine.write { try $0.script("UPDATE checkpoint SET note = 'none'") }
      try await #expect(sealed.report().faults == [.damagedCheckpoint(size: 49)])
    }
  }
}
