import Cryptography
import Services
import Testing
import Vocabulary

@testable import Storage

@Suite("Papers in a backup")
struct PaperBackupTests {
  @Test("one of several photos comes back byte by byte with its preview, and pages under way in their order")
  func pages() async throws {
    try await BackupFixture.with { fixture in
      let person = PersonID.sample(1)
      func pages(_ sizes: [Int]) -> [ReadPage] {
        sizes.enumerated().map { index, size in
          ReadPage(
            upload: .fresh(from: .system), width: 3, height: index + 1,
            content: PaperStoreTests.bytes(size, UInt8(index)), preview: [UInt8(index)])
        }
      }
      func draft() -> PaperDraft {
        PaperDraft(id: .fresh(from: .system), kind: .transcript, record: nil, endsAt: .sample + .seconds(60))
      }
      let (done, waiting, whole, left) = (draft(), draft(), pages([40, PaperPieces.size + 3]), pages([9, 50]))
      let content = PhotoPages.pdf(
        whole.map { PhotoPages.Page(width: $0.width, height: $0.height, jpeg: $0.content) })
      let paper = Paper(
        id: done.id, kind: .transcript, form: .document(pages: 2), size: content.count,
        digest: SHA256.digest(of: content), previewSize: 1, record: nil)
      try await fixture.withData { sealed in
        let store = sealed.papers
        try await store.keep(whole, of: done, limits: PaperLimits(), of: person, at: .sample)
        try await store.keep(left, of: waiting, limits: PaperLimits(), of: person, at: .sample)
        try await store.arrange(left.map(\.upload).reversed(), of: waiting.id, of: person, at: .sample)
        try await store.keep(
          paper, content: content, preview: [0], pages: whole.map(\.upload), limits: PaperLimits(), of: person,
          by: "account", at: .sample)
      }
      _ = try await fixture.backUp()
      _ = try await fixture.restore()
      try await fixture.withData(in: fixture.restored) { sealed in
        try await #expect(sealed.papers.papers(of: person).map(\.paper) == [paper])
        try await #expect(sealed.papers.bytes(paper.id, .content, of: person) == content)
        try await #expect(sealed.papers.bytes(paper.id, .preview, of: person) == [0])
        try await #expect(sealed.papers.pages(of: person, at: .sample).map(\.id) == left.map(\.upload).reversed())
        for page in left {
          try await #expect(sealed.papers.bytes(page.upload, of: person) == page.content + page.preview)
        }
      }
    }
  }

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
