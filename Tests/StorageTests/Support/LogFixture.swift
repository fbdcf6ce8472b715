import CanonicalJSON
import Cryptography
import Foundation
import MerkleLog
import Services
import Vocabulary

@testable import Storage

extension TestDatabase {
  /// Runs a body with an empty database in its newest form, and keys of its own.
  func withSealed<T>(_ body: (SealedDatabase) async throws -> T) async throws -> T {
    try await withEngine { engine in
      try await Migrator().migrate(engine, at: .sample)
      return try await withFolder { folder in
        try await body(SealedDatabase(engine, KeyRing(folder: "\(folder)/keys"), at: .sample))
      }
    }
  }
}

extension PersonID {
  /// Another person for each number.
  static func sample(_ number: UInt8) -> PersonID {
    PersonID.fresh(from: .repeatable(SecretKey(Array(repeating: number, count: 32)) ?? .random()))
  }
}

extension LogEntryDraft {
  static func sample(_ number: Int, _ person: PersonID? = nil) -> LogEntryDraft {
    LogEntryDraft(kind: "sample.noted", person: person, payload: ["number": .string("\(number)")])
  }
}

extension SealedDatabase {
  /// Adds so many entries, in batches of several sizes: some belong to nobody, the others to three people.
  func fill(_ count: Int, from first: Int = 0) async throws {
    var next = first
    while next < first + count {
      let end = min(next + 1 + next % 37, first + count)
      let drafts = (next..<end).map { LogEntryDraft.sample($0, $0 % 4 == 0 ? nil : .sample(UInt8($0 % 4))) }
      try await log.append(drafts, at: .sample + .seconds(next))
      next = end
    }
  }

  /// The checkpoint of now, as bytes of a file.
  func checkpointBytes() async throws -> [UInt8] { Array(try await checkpoints.sign(at: .sample).note.utf8) }

  /// What comes out of comparing the log with checkpoints.
  func report(against notes: [[UInt8]] = []) async throws -> LogAuditReport {
    var given: [GivenCheckpoint] = []
    for note in notes { given += try await audit.read(note) }
    return try await audit.report(against: given)
  }

  /// Changes tables as somebody does who owns the database: nothing there refuses.
  func tamper(_ body: @escaping @Sendable (any Statements) throws -> Void) async throws {
    try await engine.write { statements in
      let tables = ["entry", "checkpoint", "evidence", "health"]
      switch statements.dialect {
      case .sqlite:
        for row in try statements.rows("SELECT name FROM sqlite_schema WHERE type = 'trigger'") {
          try statements.script("DROP TRIGGER \(row.text("name"))")
        }
      case .postgres: for table in tables { try statements.script("ALTER TABLE \(table) DISABLE TRIGGER USER") }
      }
      try body(statements)
    }
  }
}
