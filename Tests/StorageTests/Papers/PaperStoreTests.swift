import Cryptography
import Rules
import Services
import Testing
import Vocabulary

@testable import Storage

@Suite("Papers, on every engine")
struct PaperStoreTests {
  private let person = PersonID.sample(1)
  private let limits = PaperLimits()

  /// Bytes that no two numbers share.
  static func bytes(_ count: Int, _ number: UInt8 = 0) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: $0 / 7 + $0) ^ number }
  }

  static func paper(_ content: [UInt8], _ preview: [UInt8] = [], _ kind: PaperKind = .card) -> Paper {
    Paper(
      id: .fresh(from: .system), kind: kind, form: preview.isEmpty ? .document(pages: 3) : .photo(width: 4, height: 5),
      size: content.count, digest: SHA256.digest(of: content), previewSize: preview.count,
      record: kind.isHealth ? nil : .fresh(from: .system))
  }

  private func keep(
    _ store: some PaperStore, _ paper: Paper, _ content: [UInt8], _ preview: [UInt8] = [], upload: UploadID? = nil,
    limits: PaperLimits = PaperLimits(), of person: PersonID = .sample(1), at number: Int = 0
  ) async throws {
    try await store.keep(
      paper, content: content, preview: preview, upload: upload, limits: limits, of: person, by: "account",
      at: .sample + .seconds(number))
  }

  @Test("one comes back as it was, in pieces or whole; removed, nothing of it is left", arguments: TestDatabase.tested)
  func kept(_ database: TestDatabase) async throws {
    try await database.withSealed { sealed in
      let store = sealed.papers
      // Two pieces and a part of one; exactly one; a single byte.
      for count in [(PaperPieces.size * 2 + 5), PaperPieces.size, 1] {
        let (content, preview) = (Self.bytes(count), Self.bytes(9, 1))
        let paper = Self.paper(content, preview)
        try await keep(store, paper, content, preview)
        let found = try await store.papers(of: person).last
        #expect(found?.paper == paper && found?.addedAt == .sample)
        try await #expect(store.bytes(paper.id, .content, of: person) == content)
        try await #expect(store.bytes(paper.id, .preview, of: person) == preview)
        try await #expect(store.bytes(paper.id, .content, of: .sample(2)) == nil)
        try await #expect(!store.remove(paper.id, of: .sample(2), by: "other", at: .sample))
        try await #expect(sealed.recordAudit.report { _ in }.faultCount == 0)
        try await #expect(store.remove(paper.id, of: person, by: "account", at: .sample))
        try await #expect(store.bytes(paper.id, .content, of: person) == nil)
      }
      let rows = try await sealed.engine.read { try $0.count("SELECT COUNT(*) FROM paper_piece") }
      #expect(rows == 0)
      try await #expect(sealed.recordAudit.report { _ in }.faultCount == 0)
      try await #expect(sealed.report().isIntact)
    }
  }

  @Test("one belongs to something else, or to nothing, and all else of it stays", arguments: TestDatabase.tested)
  func moved(_ database: TestDatabase) async throws {
    try await database.withSealed { sealed in
      let (store, content) = (sealed.papers, Self.bytes(40))
      let (first, second) = (Self.paper(content, [1]), Self.paper(content, [2]))
      try await keep(store, first, content, [1], at: 1)
      try await keep(store, second, content, [2], at: 2)
      let place = RecordID.fresh(from: .system)
      for record in [place, nil, place] {
        try await #expect(
          store.move(first.id, to: record, of: person, by: "account", at: .sample + .seconds(9)))
        let found = try await store.papers(of: person)
        #expect(found.map(\.paper) == [first.moved(to: record), second])
        #expect(found.map(\.addedAt) == [.sample + .seconds(1), .sample + .seconds(2)])
      }
      try await #expect(store.bytes(first.id, .content, of: person) == content)
      try await #expect(!store.move(first.id, to: nil, of: .sample(2), by: "other", at: .sample))
      try await #expect(!store.move(.fresh(from: .system), to: nil, of: person, by: "account", at: .sample))
      try await #expect(sealed.recordAudit.report { _ in }.faultCount == 0)
      try await #expect(store.remove(first.id, of: person, by: "account", at: .sample))
      try await #expect(sealed.recordAudit.report { _ in }.faultCount == 0)
      try await #expect(sealed.report().isIntact)
    }
  }

  @Test("those of health are in tables and under a key of their own", arguments: TestDatabase.tested)
  func health(_ database: TestDatabase) async throws {
    try await database.withSealed { sealed in
      let content = Self.bytes(40)
      let paper = Self.paper(content, [], .health)
      await #expect(throws: PaperError.otherStore) { try await keep(sealed.papers, paper, content) }
      try await keep(sealed.healthPapers, paper, content)
      try await #expect(sealed.papers.papers(of: person).isEmpty)
      try await #expect(sealed.healthPapers.papers(of: person).map(\.paper) == [paper])
      try await #expect(sealed.papers.bytes(paper.id, .content, of: person) == nil)
      // Neither what is known of health nor evidence takes it for a record.
      try await #expect(sealed.health.versions(of: person).isEmpty)
      try await #expect(sealed.health.history(of: person, nil).isEmpty)
      let upload = PaperUpload(
        id: .fresh(from: .system), kind: .health, record: nil, size: 9, endsAt: .sample + .seconds(99))
      try await sealed.healthPapers.begin(upload, limits: limits, of: person, at: .sample)
      _ = try await sealed.healthPapers.append([1, 2], at: 0, to: upload.id, of: person, now: .sample)
      // Only the key of health was ever made.
      let purposes = try await sealed.engine.read {
        try $0.rows("SELECT purpose FROM person_key").map { try $0.text("purpose") }
      }
      #expect(purposes == ["health"])
      try await #expect(sealed.papers.upload(upload.id, of: person, at: .sample) == nil)
      try await #expect(sealed.recordAudit.report { _ in }.faultCount == 0)
    }
  }

  @Test("nothing of a file stands in the database as it is, and a changed one is found", arguments: TestDatabase.tested)
  func sealed(_ database: TestDatabase) async throws {
    try await database.withSealed { sealed in
      let content = Array("a certificate of somebody".utf8)
      let paper = Self.paper(content, content)
      try await keep(sealed.papers, paper, content, content)
      let upload = PaperUpload(
        id: .fresh(from: .system), kind: .card, record: nil, size: 99, endsAt: .sample + .seconds(99))
      try await sealed.papers.begin(upload, limits: limits, of: person, at: .sample)
      _ = try await sealed.papers.append(content, at: 0, to: upload.id, of: person, now: .sample)
      let stored = try await sealed.engine.read { statements in
        try statements.rows("SELECT sealed FROM paper_piece").map { try $0.bytes("sealed") }
          + statements.rows("SELECT sealed FROM upload_piece").map { try $0.bytes("sealed") }
          + statements.rows("SELECT about AS sealed FROM upload").map { try $0.bytes("sealed") }
          + statements.rows("SELECT ciphertext AS sealed FROM entry").map { try $0.bytes("sealed") }
      }
      #expect(stored.count == 5)
      for text in ["certificate", "card"] {
        #expect(!stored.contains { String(decoding: $0, as: UTF8.self).contains(text) })
      }
      // A piece of another paper, or of the preview, does not open in its place.
      try await sealed.tamper {
        try $0.run(
          "UPDATE paper_piece SET sealed = (SELECT p.sealed FROM paper_piece p WHERE p.part = 1) WHERE part = 0")
      }
      await #expect(throws: PaperError.damaged) { try await sealed.papers.bytes(paper.id, .content, of: person) }
      try await sealed.tamper { try $0.run("DELETE FROM paper_piece WHERE part = 0") }
      try await #expect(sealed.recordAudit.report { _ in }.faultCount == 1)
    }
  }

  @Test("a person keeps so many papers and so many bytes, and no more", arguments: TestDatabase.tested)
  func limited(_ database: TestDatabase) async throws {
    try await database.withSealed { sealed in
      var limits = PaperLimits()
      (limits.most, limits.mostBytes) = (3, 100)
      let content = Self.bytes(40)
      try await keep(sealed.papers, Self.paper(content), content, limits: limits)
      try await keep(sealed.healthPapers, Self.paper(content, [], .screening), content, limits: limits)
      await #expect(throws: PaperError.full) {
        try await keep(sealed.papers, Self.paper(content), content, limits: limits)
      }
      try await keep(sealed.papers, Self.paper([1]), [1], limits: limits)
      await #expect(throws: PaperError.full) { try await keep(sealed.papers, Self.paper([1]), [1], limits: limits) }
      try await keep(sealed.papers, Self.paper(content), content, limits: limits, of: .sample(2))
    }
  }

  @Test(
    "pieces of an upload come in order, by whichever process, and are gone when it is done",
    arguments: TestDatabase.tested)
  func uploaded(_ database: TestDatabase) async throws {
    try await database.withSealed { sealed in
      let (store, file) = (sealed.papers, Self.bytes(PaperPieces.size + 10))
      let upload = PaperUpload(
        id: .fresh(from: .system), kind: .letter, record: .fresh(from: .system), size: file.count,
        endsAt: .sample + .seconds(60))
      try await store.begin(upload, limits: limits, of: person, at: .sample)
      try await #expect(store.upload(upload.id, of: person, at: .sample) == upload)
      try await #expect(store.upload(upload.id, of: .sample(2), at: .sample) == nil)
      _ = try await store.append(Array(file[..<100]), at: 0, to: upload.id, of: person, now: .sample)
      await #expect(throws: PaperError.otherOffset(expected: 100)) {
        try await store.append([1], at: 0, to: upload.id, of: person, now: .sample)
      }
      await #expect(throws: PaperError.noSuchUpload) {
        try await store.append([1], at: 100, to: upload.id, of: .sample(2), now: .sample)
      }
      // The same piece twice at once: one of the two comes too late.
      let rest = Array(file[100...])
      let outcomes = await withTaskGroup(of: Bool.self) { group in
        for _ in 0..<2 {
          group.addTask {
            (try? await store.append(rest, at: 100, to: upload.id, of: person, now: .sample)) != nil
          }
        }
        return await group.reduce(into: []) { $0.append($1) }
      }
      #expect(outcomes.filter(\.self).count == 1)
      try await #expect(store.bytes(upload.id, of: person) == file)
      let paper = Self.paper(file)
      try await keep(store, paper, file, upload: upload.id)
      try await #expect(store.upload(upload.id, of: person, at: .sample)?.paper == paper.id)
      try await #expect(store.bytes(upload.id, of: person).isEmpty)
      // A second paper does not come of it.
      await #expect(throws: PaperError.noSuchUpload) {
        try await keep(store, Self.paper(file), file, upload: upload.id)
      }
      try await #expect(store.papers(of: person).count == 1)
      try await store.tidy(at: .sample + .seconds(59))
      try await #expect(store.upload(upload.id, of: person, at: .sample) != nil)
      try await store.tidy(at: .sample + .seconds(60))
      try await #expect(store.upload(upload.id, of: person, at: .sample) == nil)
    }
  }

  @Test("with the keys of a person go their papers and uploads", arguments: TestDatabase.tested)
  func erased(_ database: TestDatabase) async throws {
    try await database.withSealed { sealed in
      let content = Self.bytes(40)
      for other in [person, .sample(2)] {
        try await keep(sealed.papers, Self.paper(content), content, of: other)
        try await keep(sealed.healthPapers, Self.paper(content, [], .health), content, of: other)
        let upload = PaperUpload(
          id: .fresh(from: .system), kind: .card, record: nil, size: 9, endsAt: .sample + .seconds(60))
        try await sealed.papers.begin(upload, limits: limits, of: other, at: .sample)
        _ = try await sealed.papers.append([1], at: 0, to: upload.id, of: other, now: .sample)
      }
      try await sealed.engine.write(.locking) { [person] in
        try sealed.writer.destroyKey(of: person, in: $0, at: .sample)
      }
      for table in ["paper", "paper_piece", "health_paper", "health_paper_piece", "upload", "upload_piece"] {
        let rows = try await sealed.engine.read { try $0.count("SELECT COUNT(*) FROM \(table)") }
        #expect(rows == 1, "\(table)")
      }
      try await #expect(sealed.recordAudit.report { _ in }.faultCount == 0)
      try await #expect(sealed.report().isIntact)
    }
  }
}
