import Services
import Testing
import Vocabulary

@testable import Storage

@Suite("Rows of records that do not say what the log says are found, on every engine")
struct RecordAuditTests {
  static let changes = [
    "UPDATE evidence SET true_through = true_through + 1 WHERE entry = 3",
    "UPDATE evidence SET kind = 'diploma' WHERE entry = 3",
    "UPDATE evidence SET known_from = known_from + 1 WHERE entry = 3",
    "UPDATE evidence SET known_until = 5 WHERE entry = 3",
    "DELETE FROM evidence WHERE entry = 3",
    "UPDATE evidence SET person = (SELECT person FROM entry WHERE person IS NOT NULL AND person <> evidence.person LIMIT 1) WHERE entry = 3",
    "UPDATE evidence SET record = (SELECT record FROM evidence WHERE entry = 4) WHERE entry = 3",
  ]

  @Test("one change", arguments: TestDatabase.tested, changes)
  func changed(_ database: TestDatabase, _ sql: String) async throws {
    try await database.withSealed { sealed in
      for number in 0..<8 {
        let day = CivilDate(days: 20_000 + Int32(number))
        try await sealed.evidence.apply(
          [.add(.card(issued: day, expires: day))], to: .sample(UInt8(number % 3)), by: "test", at: .sample)
      }
      try await #expect(sealed.recordAudit.report { _ in }.faultCount == 0)
      try await sealed.tamper { try $0.script(sql) }
      let report = try await sealed.recordAudit.report { _ in }
      #expect(report.faults.contains(.otherRow(sequence: 3)), "\(report)")
      try await #expect(sealed.report().isIntact, "the log itself was left alone")
    }
  }

  @Test("an entry that does not open with its person's key", arguments: TestDatabase.tested)
  func sealBroken(_ database: TestDatabase) async throws {
    try await database.withSealed { sealed in
      for number in 0..<4 {
        try await sealed.evidence.apply([.add(.card())], to: .sample(UInt8(number)), by: "test", at: .sample)
      }
      try await sealed.tamper {
        try $0.script("DELETE FROM person_key WHERE person = (SELECT person FROM entry WHERE sequence = 2)")
      }
      let report = try await sealed.recordAudit.report { _ in }
      #expect(report.faults.contains(.sealBroken(sequence: 2)))
      let page = try await sealed.report()
      var both = page
      both.add(report)
      #expect(page.isIntact && !both.isIntact && both.comparedRecords == 3)
    }
  }
}
