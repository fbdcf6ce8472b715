import Cryptography
import Rules
import Services
import Testing
import Vocabulary

@testable import Storage

@Suite("Pages of papers that are under way, on every engine")
struct PaperPagesTests {
  private let person = PersonID.sample(1)
  private let limits = PaperLimits()

  private func page(_ number: UInt8, size: Int = 40) -> ReadPage {
    ReadPage(
      upload: .fresh(from: .system), width: 3, height: Int(number), content: PaperStoreTests.bytes(size, number),
      preview: [number])
  }

  private func draft(_ kind: PaperKind = .transcript, _ seconds: Int = 60) -> PaperDraft {
    PaperDraft(
      id: .fresh(from: .system), kind: kind, record: kind.isHealth ? nil : .fresh(from: .system),
      endsAt: .sample + .seconds(seconds))
  }

  private func order(_ store: some PaperStore, _ draft: PaperDraft) async throws -> [Int] {
    try await store.pages(of: person, at: .sample).filter { $0.page?.paper == draft.id }
      .compactMap(\.page?.read?.height)
  }

  private func paper(_ draft: PaperDraft, _ content: [UInt8]) -> Paper {
    Paper(
      id: draft.id, kind: draft.kind, form: .document(pages: 3), size: content.count,
      digest: SHA256.digest(of: content), previewSize: 1, record: draft.record)
  }

  @Test("they come back in their order with their bytes, turn, leave, and end together", arguments: TestDatabase.tested)
  func kept(_ database: TestDatabase) async throws {
    try await database.withSealed { sealed in
      let (store, draft) = (sealed.papers, draft())
      let pages = [page(1, size: PaperPieces.size + 9), page(2), page(3)]
      try await store.keep([pages[0], pages[1]], of: draft, limits: limits, of: person, at: .sample)
      // One more, later: all of them are kept longer.
      let later = PaperDraft(
        id: draft.id, kind: draft.kind, record: draft.record, endsAt: .sample + .seconds(90))
      try await store.keep([pages[2]], of: later, limits: limits, of: person, at: .sample)
      let found = try await store.pages(of: person, at: .sample)
      #expect(found.map(\.id) == pages.map(\.upload))
      #expect(found.allSatisfy { $0.endsAt == later.endsAt && $0.record == draft.record && $0.kind == .transcript })
      for page in pages {
        try await #expect(store.bytes(page.upload, of: person) == page.content + page.preview)
      }
      try await #expect(store.pages(of: .sample(2), at: .sample).isEmpty)
      try await #expect(sealed.healthPapers.pages(of: person, at: .sample).isEmpty)
      let ids = pages.map(\.upload)
      for turned in [[ids[2], ids[0], ids[1]], [ids[1], ids[0], ids[2]], ids] {
        try await store.arrange(turned, of: draft.id, of: person, at: .sample)
        try await #expect(store.pages(of: person, at: .sample).map(\.id) == turned)
      }
      for wrong in [[ids[0], ids[0]], [ids[0], UploadID.fresh(from: .system)]] {
        await #expect(throws: PaperError.noSuchUpload) {
          try await store.arrange(wrong, of: draft.id, of: person, at: .sample)
        }
      }
      await #expect(throws: PaperError.noSuchUpload) {
        try await store.arrange(ids, of: draft.id, of: .sample(2), at: .sample)
      }
      try await store.arrange([ids[2], ids[0]], of: draft.id, of: person, at: .sample)
      try await #expect(order(store, draft) == [3, 1])
      try await #expect(store.bytes(ids[1], of: person).isEmpty)
      // A page that comes after others were taken out is the last.
      try await store.keep([page(4)], of: later, limits: limits, of: person, at: .sample)
      try await #expect(order(store, draft) == [3, 1, 4])
      try await store.tidy(at: .sample + .seconds(89))
      try await #expect(order(store, draft).count == 3)
      try await store.tidy(at: .sample + .seconds(90))
      try await #expect(sealed.engine.read { try $0.count("SELECT COUNT(*) FROM upload_piece") } == 0)
      try await #expect(store.papers(of: person).isEmpty)
      try await #expect(sealed.recordAudit.report { _ in }.faultCount == 0)
    }
  }

  @Test(
    "the paper is kept with the end of its pages, once, and not when they changed meanwhile",
    arguments: TestDatabase.tested)
  func finished(_ database: TestDatabase) async throws {
    try await database.withSealed { sealed in
      let (store, draft, other) = (sealed.papers, draft(), draft())
      let pages = [page(1), page(2)]
      try await store.keep(pages, of: draft, limits: limits, of: person, at: .sample)
      try await store.keep([page(9)], of: other, limits: limits, of: person, at: .sample)
      let (ids, content) = (pages.map(\.upload), PaperStoreTests.bytes(90))
      let paper = paper(draft, content)
      func keep(_ pages: [UploadID], _ limits: PaperLimits = PaperLimits()) async throws {
        try await store.keep(
          paper, content: content, preview: [7], pages: pages, limits: limits, of: person, by: "account", at: .sample)
      }
      for wrong in [[ids[1], ids[0]], [ids[0]], [], ids + [.fresh(from: .system)]] {
        await #expect(throws: PaperError.noSuchUpload) { try await keep(wrong) }
      }
      var none = PaperLimits()
      none.most = 0
      await #expect(throws: PaperError.full) { try await keep(ids, none) }
      // What was refused has ended nothing.
      try await #expect(store.papers(of: person).isEmpty)
      try await #expect(order(store, draft) == [1, 2])
      try await keep(ids)
      try await #expect(store.papers(of: person).map(\.paper) == [paper])
      try await #expect(store.bytes(paper.id, .content, of: person) == content)
      try await #expect(store.bytes(paper.id, .preview, of: person) == [7])
      try await #expect(order(store, draft).isEmpty)
      try await #expect(order(store, other) == [9])
      await #expect(throws: PaperError.noSuchUpload) { try await keep(ids) }
      try await #expect(sealed.recordAudit.report { _ in }.faultCount == 0)
      try await #expect(sealed.report().isIntact)
    }
  }

  @Test(
    "one that came in pieces is no page before it was read, and takes nothing after", arguments: TestDatabase.tested)
  func uploaded(_ database: TestDatabase) async throws {
    try await database.withSealed { sealed in
      let (store, draft) = (sealed.papers, draft())
      let upload = PaperUpload(
        id: .fresh(from: .system), kind: .transcript, record: draft.record, size: 5, endsAt: draft.endsAt,
        page: PaperPage(of: draft.id))
      try await store.begin(upload, limits: limits, of: person, at: .sample)
      try await #expect(store.upload(upload.id, of: person, at: .sample) == upload)
      let whole = try await store.append([1, 2, 3, 4, 5], at: 0, to: upload.id, of: person, now: .sample)
      #expect(whole.page == upload.page && whole.received == 5)
      // It is no page before it was read.
      try await #expect(store.pages(of: person, at: .sample).isEmpty)
      let read = ReadPage(upload: upload.id, width: 1, height: 2, content: [8, 8], preview: [9])
      try await store.keep([read], of: draft, limits: limits, of: person, at: .sample)
      try await #expect(store.bytes(upload.id, of: person) == [8, 8, 9])
      try await #expect(store.upload(upload.id, of: person, at: .sample)?.paper == draft.id)
      await #expect(throws: PaperError.noSuchUpload) {
        try await store.append([1], at: 3, to: upload.id, of: person, now: .sample)
      }
    }
  }

  @Test("a paper has so many pages and bytes, a person so many papers under way", arguments: TestDatabase.tested)
  func limited(_ database: TestDatabase) async throws {
    try await database.withSealed { sealed in
      var limits = PaperLimits()
      (limits.pages, limits.pagesBytes, limits.drafts) = (3, 130, 2)
      let (store, drafts) = (sealed.papers, [draft(), draft(), draft()])
      try await store.keep([page(1)], of: drafts[0], limits: limits, of: person, at: .sample)
      // All of them or none.
      await #expect(throws: PaperError.pagesFull) {
        try await store.keep([page(2), page(3), page(4)], of: drafts[0], limits: limits, of: person, at: .sample)
      }
      await #expect(throws: PaperError.pagesFull) {
        try await store.keep([page(2, size: 100)], of: drafts[0], limits: limits, of: person, at: .sample)
      }
      try await #expect(order(store, drafts[0]) == [1])
      try await store.keep([page(2)], of: drafts[1], limits: limits, of: person, at: .sample)
      await #expect(throws: PaperError.tooManyUploads) {
        try await store.keep([page(3)], of: drafts[2], limits: limits, of: person, at: .sample)
      }
      try await store.keep([page(3)], of: drafts[2], limits: limits, of: .sample(2), at: .sample)
      // Those of health are counted apart, under a key of their own.
      try await sealed.healthPapers.keep([page(5)], of: draft(.health), limits: limits, of: person, at: .sample)
      await #expect(throws: PaperError.otherStore) {
        try await store.keep([page(5)], of: draft(.health), limits: limits, of: person, at: .sample)
      }
      // Pages that are read do not count as uploads under way.
      for _ in 0..<limits.uploads {
        let upload = PaperUpload(
          id: .fresh(from: .system), kind: .card, record: nil, size: 9, endsAt: .sample + .seconds(9))
        try await store.begin(upload, limits: limits, of: person, at: .sample)
      }
    }
  }
}
