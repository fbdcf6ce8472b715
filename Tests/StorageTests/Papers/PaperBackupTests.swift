import Services
import Testing

@testable import Storage

@Suite("Papers in a backup")
struct PaperBackupTests {
  @Test("they come back with it, byte by byte; a piece that is missing stops the restore")
  func restored() async throws {
    try await BackupFixture.with { fixture in
      let (content, person) = (PaperStoreTests.bytes(PaperPieces.size + 3), PersonID.sample(1))
      let (open, health) = (PaperStoreTests.paper(content), PaperStoreTests.paper([1, 2, 3], [], .health))
      try await fixture.withData { sealed in
        try await sealed.papers.keep(
          open, content: content, preview: [], upload: nil, limits: PaperLimits(), of: person, by: "account",
          at: .sample)
        try await sealed.healthPapers.keep(
          health, content: [1, 2, 3], preview: [], upload: nil, limits: PaperLimits(), of: person, by: "account",
          at: .sample)
      }
      _ = try await fixture.backUp()
      _ = try await fixture.restore()
      try await fixture.withData(in: fixture.restored) { sealed in
        try await #expect(sealed.papers.bytes(open.id, .content, of: person) == content)
        try await #expect(sealed.healthPapers.bytes(health.id, .content, of: person) == [1, 2, 3])
      }
      try await fixture.withData { sealed in
        try await sealed.engine.write { try $0.run("DELETE FROM paper_piece WHERE number = 1") }
      }
      let other = fixture.file + ".2"
      _ = try await fixture.backUp(to: other)
      await #expect(throws: BackupError.self) {
        try await Restore(other).run(into: fixture.restored + "2", passphrase: BackupFixture.passphrase, at: .sample)
      }
    }
  }
}
