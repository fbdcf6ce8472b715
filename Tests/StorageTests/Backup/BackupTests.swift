import Cryptography
import Foundation
import Services
import Testing
import Vocabulary

@testable import Storage

@Suite("An installation is backed up and restored")
struct BackupTests {
  @Test("what is restored is what there was: database, keys, packs, lists")
  func roundTrip() async throws {
    try await BackupFixture.with { fixture in
      let person = RandomHistory.people[1]
      let (head, known) = try await fixture.withData { sealed in
        (try await sealed.log.head(), try await sealed.evidence.versions(of: person))
      }
      let saved = try await fixture.backUp()
      #expect(saved.entries == head.size && saved.files == 11)
      let summary = try await fixture.restore()
      #expect(summary.audit?.isIntact == true && summary.files == saved.files && summary.madeAt == .sample)
      try await fixture.withData(in: fixture.restored) { sealed in
        try await #expect(sealed.log.head() == head)
        try await #expect(sealed.evidence.versions(of: person) == known)
        try await sealed.fill(3)
      }
      for path in ["editions.json", "editions/abc/eligibility.yaml", "programs.tsv", "empty", "keys/record-1.key"] {
        #expect(
          FileManager.default.contents(atPath: "\(fixture.restored)/\(path)")
            == FileManager.default.contents(atPath: "\(fixture.data)/\(path)"), "\(path)")
      }
      for path in ["serve.json", "programs.tsv.new", "editions/incoming-1.yaml"] {
        #expect(!FileManager.default.fileExists(atPath: "\(fixture.restored)/\(path)"), "\(path)")
      }
      #expect(try fixture.names() == ["data", "one.fobwatch-backup", "restored"])
      #expect(try FileManager.default.contentsOfDirectory(atPath: fixture.data).allSatisfy { !$0.hasPrefix(".") })
    }
  }

  @Test("nobody else can read the file or the folder")
  func modes() async throws {
    try await BackupFixture.with { fixture in
      try await fixture.backUp()
      try await fixture.restore()
      for (path, mode) in [
        (fixture.file, 0o600), (fixture.restored, 0o700), ("\(fixture.restored)/keys", 0o700),
        ("\(fixture.restored)/keys/record-1.key", 0o600), ("\(fixture.restored)/fobwatch.sqlite", 0o600),
      ] {
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == mode, "\(path)")
      }
    }
  }

  @Test("while somebody writes: a moment of it, whole")
  func whileWriting() async throws {
    try await BackupFixture.with { fixture in
      try await fixture.withData { sealed in
        try await withThrowingTaskGroup { group in
          group.addTask { for round in 0..<40 { try await sealed.fill(5, from: 100 + 5 * round) } }
          for number in 0..<3 { try await fixture.backUp(to: "\(fixture.file)-\(number)") }
          try await group.waitForAll()
        }
      }
      for number in 0..<3 {
        let summary = try await fixture.restore("\(fixture.file)-\(number)")
        #expect(summary.audit?.isIntact == true)
        try FileManager.default.removeItem(atPath: fixture.restored)
      }
    }
  }

  @Test("refused: a short passphrase, a file that is there, no database, keys of another database")
  func refused() async throws {
    try await BackupFixture.with { fixture in
      await #expect(throws: BackupError.shortPassphrase(least: 15)) {
        try await fixture.backUp(passphrase: "too short")
      }
      try await fixture.backUp()
      await #expect(throws: BackupError.exists(fixture.file)) { try await fixture.backUp() }
      await #expect(throws: BackupError.noDatabase("\(fixture.root)/none")) {
        try await Backup(folder: "\(fixture.root)/none").make(
          fixture.file + "2", passphrase: BackupFixture.passphrase, at: .sample)
      }
      try FileManager.default.removeItem(atPath: "\(fixture.data)/keys/record-1.key")
      await #expect(throws: KeyLedgerError.self) { try await fixture.backUp(to: fixture.file + "3") }
      #expect(try fixture.names() == ["data", "one.fobwatch-backup"])
    }
  }

  @Test("refused: a folder with something in it; an empty one is taken")
  func target() async throws {
    try await BackupFixture.with { fixture in
      try await fixture.backUp()
      try FileManager.default.createDirectory(atPath: fixture.restored, withIntermediateDirectories: false)
      try Data("x".utf8).write(to: URL(filePath: "\(fixture.restored)/mine"))
      await #expect(throws: BackupError.notEmpty(fixture.restored)) { try await fixture.restore() }
      #expect(try FileManager.default.contentsOfDirectory(atPath: fixture.restored) == ["mine"])
      try FileManager.default.removeItem(atPath: "\(fixture.restored)/mine")
      try await #expect(fixture.restore().audit?.isIntact == true)
    }
  }

  @Test("a database of an older form is saved without a checkpoint, and restored")
  func olderForm() async throws {
    try await BackupFixture.with { fixture in
      try FileManager.default.removeItem(atPath: "\(fixture.data)/fobwatch.sqlite")
      let engine = try await SQLiteEngine.open("\(fixture.data)/fobwatch.sqlite")
      try await Migrator([.jobs]).migrate(engine, at: .sample)
      await engine.close()
      try await #expect(fixture.backUp().entries == nil)
      try await #expect(fixture.restore().audit == nil)
    }
  }

  @Test("accents count the same however they were typed")
  func accents() async throws {
    try await BackupFixture.with { fixture in
      try await fixture.backUp(passphrase: "caf\u{E9} con leche y az\u{FA}car")
      try await fixture.restore(passphrase: "cafe\u{301} con leche y azu\u{301}car")
    }
  }
}
