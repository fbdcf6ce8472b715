import CanonicalJSON
import Rules
import Services
import Testing
import Vocabulary

@testable import Storage

@Suite("Looks at pages of bodies, on every engine")
struct PageLookStoreTests {
  private let person = PersonID.sample(1)
  private let day = RoadmapFixture.asOf

  private func look(_ page: String, _ days: Int = 0) -> PageLook {
    PageLook(credential: "aama/cma", page: page, url: "https://example.org/\(page)", day: day.adding(days: days))
  }

  @Test(
    "what is noted comes back; the same page noted anew takes the place of the old one", arguments: TestDatabase.tested)
  func noted(_ database: TestDatabase) async throws {
    try await database.withSealed { sealed in
      let store = sealed.pageLooks
      try await #expect(store.looks(of: person).isEmpty)
      try await store.note([look("a"), look("b")], of: person, by: "me", at: .sample)
      try await store.note([look("a", 3)], of: person, by: "me", at: .sample + .seconds(1))
      let kept = try await store.looks(of: person)
      #expect(kept.map(\.look) == [look("b"), look("a", 3)])
      try await #expect(store.looks(of: .sample(2)).isEmpty)
      try await #expect(sealed.recordAudit.report { _ in }.faultCount == 0)
      try await #expect(sealed.report().isIntact)
    }
  }

  @Test("it is forgotten by its owner alone, once", arguments: TestDatabase.tested)
  func forgotten(_ database: TestDatabase) async throws {
    try await database.withSealed { sealed in
      let store = sealed.pageLooks
      try await store.note([look("a")], of: person, by: "me", at: .sample)
      let sequence = try #require(try await store.looks(of: person).first).sequence
      try await #expect(!store.forget(sequence, of: .sample(2), by: "other", at: .sample + .seconds(1)))
      try await #expect(store.forget(sequence, of: person, by: "me", at: .sample + .seconds(2)))
      try await #expect(!store.forget(sequence, of: person, by: "me", at: .sample + .seconds(3)))
      try await #expect(store.looks(of: person).isEmpty)
      try await #expect(sealed.recordAudit.report { _ in }.faultCount == 0)
    }
  }

  @Test("no more than the most are kept", arguments: TestDatabase.tested)
  func most(_ database: TestDatabase) async throws {
    try await database.withSealed { sealed in
      let store = sealed.pageLooks
      try await store.note((0..<PageLook.most).map { look("p\($0)") }, of: person, by: "me", at: .sample)
      await #expect(throws: PageLookError.tooMany(limit: PageLook.most)) {
        try await store.note([look("another")], of: person, by: "me", at: .sample + .seconds(1))
      }
      try await store.note([look("p0", 1)], of: person, by: "me", at: .sample + .seconds(2))
      try await #expect(store.looks(of: person).count == PageLook.most)
    }
  }

  @Test("with its person it is gone for good, and the log still verifies", arguments: TestDatabase.tested)
  func erased(_ database: TestDatabase) async throws {
    try await database.withSealed { sealed in
      try await sealed.pageLooks.note([look("a")], of: person, by: "me", at: .sample)
      try await sealed.engine.write(.locking) { statements in
        try sealed.writer.destroyKey(of: person, in: statements, at: .sample + .seconds(9))
      }
      await #expect(throws: LogError.personErased) { try await sealed.pageLooks.looks(of: person) }
      try await #expect(sealed.engine.read { try $0.count("SELECT COUNT(*) FROM page_look") } == 0)
      try await #expect(sealed.report().isIntact)
      try await #expect(sealed.recordAudit.report { _ in }.faultCount == 0)
    }
  }

  @Test("a row that the log does not tell of, or that is missing, is found", arguments: TestDatabase.tested)
  func tampered(_ database: TestDatabase) async throws {
    try await database.withSealed { sealed in
      try await sealed.pageLooks.note([look("a")], of: person, by: "me", at: .sample)
      try await sealed.tamper { try $0.script("DELETE FROM page_look") }
      try await #expect(sealed.recordAudit.report { _ in }.faultCount == 1)
    }
  }

  @Test("a payload reads back as it was, and nothing else is one")
  func payload() {
    for payload in [PageLookPayload.noted(look("a"), by: "me"), .forgotten(7, by: "me")] {
      #expect(PageLookPayload(payload.json) == payload)
    }
    #expect(PageLookPayload(["by": "me"]) == nil && PageLookPayload(["entry": "x", "by": "me"]) == nil)
  }
}
