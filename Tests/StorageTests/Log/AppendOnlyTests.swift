import Cryptography
import Rules
import Services
import Testing
import Vocabulary

@testable import Storage

@Suite("What was recorded stays, on every engine")
struct AppendOnlyTests {
  private static let common = [
    "UPDATE entry SET kind = 'other'", "UPDATE entry SET salt = salt", "DELETE FROM entry",
    "DELETE FROM entry WHERE sequence = 3", "UPDATE checkpoint SET note = ''", "DELETE FROM checkpoint",
    "UPDATE evidence SET kind = 'card'", "UPDATE evidence SET true_from = NULL", "UPDATE evidence SET known_from = 0",
    "DELETE FROM evidence", "UPDATE health SET known_from = 0", "DELETE FROM health",
  ]
  private static let own: [TestDatabase: [String]] = [
    .sqlite: [
      "REPLACE INTO entry SELECT * FROM entry WHERE sequence = 3",
      "INSERT OR REPLACE INTO entry SELECT sequence, person, 'x.y', recorded_at, salt, ciphertext, leaf FROM entry",
    ],
    .postgres: [
      "TRUNCATE entry CASCADE", "TRUNCATE checkpoint", "TRUNCATE evidence", "TRUNCATE health",
      "INSERT INTO entry SELECT * FROM entry ON CONFLICT (sequence) DO UPDATE SET kind = 'x.y'",
    ],
  ]

  @Test("the database refuses to change or remove it", arguments: TestDatabase.tested)
  func refused(_ database: TestDatabase) async throws {
    try await database.withSealed { sealed in
      try await sealed.fill(20)
      _ = try await sealed.checkpoints.sign(at: .sample)
      try await sealed.evidence.apply([.add(.card())], to: .sample(1), by: "test", at: .sample)
      try await sealed.health.apply([.add(.vaccine())], to: .sample(1), by: "test", at: .sample)
      let head = try await sealed.log.head()
      for sql in Self.common + Self.own[database, default: []] {
        do {
          try await sealed.engine.write { try $0.script(sql) }
          Issue.record("accepted: \(sql)")
        } catch StorageError.refused(let why) {
          #expect(why.contains("never") || why.contains("removed only"), "\(sql): \(why)")
        }
      }
      try await #expect(sealed.log.head() == head)
      try await #expect(sealed.report().isIntact)
      try await #expect(sealed.recordAudit.report { _ in }.faultCount == 0)
    }
  }
}

extension RecordContent {
  static func card(_ id: String = "", issued: CivilDate? = nil, expires: CivilDate? = nil) -> RecordContent {
    var values: [String: FactValue] = ["type": .word("bls")]
    if let issued { values["issued"] = .day(DayInterval(issued), expected: false) }
    if let expires { values["expires"] = .day(DayInterval(expires), expected: false) }
    return .evidence(EvidenceRecord(id: id, kind: .card, values: values, grade: .document, provenance: "the card"))
  }

  static func vaccine(_ type: String = "influenza", on day: CivilDate? = nil) -> RecordContent {
    var values: [String: FactValue] = ["type": .word(type), "outcome": .word("done")]
    if let day { values["date"] = .day(DayInterval(day), expected: false) }
    return .evidence(EvidenceRecord(id: "", kind: .health, values: values))
  }
}
