import Cryptography
import Rules
import Services
import Testing
import Vocabulary

@testable import Storage

@Suite("Links that show a certification, on every database", .serialized)
struct ProofLinkTests {
  private let day = VerificationFixture.day

  @Test("yes needs a check with the issuer that still counts, through every day asked", arguments: TestDatabase.tested)
  func yes(_ database: TestDatabase) async throws {
    try await VerificationFixture.with(database) { here in
      try await here.share()
      let (_, token) = try await here.link()
      let before = try #require(try await here.look(token).shown)
      #expect(before.name == "Maya Sample" && before.answers.map(\.word) == [.notChecked])
      #expect(!before.answers[0].hasLetters)
      try await here.note()
      let now = try #require(try await here.look(token, through: day.adding(days: 400)).shown)
      #expect(now.answers.map(\.word) == [.yes] && now.answers[0].hasLetters)
      #expect(now.answers[0].through == day.adding(days: 400))
      let beyond = try #require(try await here.look(token, through: day.adding(days: 401)).shown)
      // The list of certifications is open: a renewal that nobody wrote down may follow.
      #expect(beyond.answers.map(\.word) == [.notKnown] && beyond.answers[0].hasLetters)
      here.fixture.pass(.seconds(29 * 86_400))
      let last = try #require(try await here.look(token, on: day.adding(days: 29)).shown)
      #expect(last.answers.map(\.word) == [.yes])
    }
  }

  @Test("a check that is too old, or that found something else, is no yes", arguments: TestDatabase.tested)
  func others(_ database: TestDatabase) async throws {
    try await VerificationFixture.with(database) { here in
      try await here.share()
      let (_, token) = try await here.link()
      try await here.note(stated: day.adding(days: -30))
      let old = try #require(try await here.look(token).shown?.answers.first)
      #expect(old.word == .notChecked && !old.hasLetters)
      guard case .tooOld = old.standing else { throw Unexpected(what: "\(old.standing)") }
      for (answer, word) in [
        (SourceCheck.Answer.differs("ended in March"), CertificationAnswer.Word.differs), (.nothingFound, .differs),
        (.revoked(on: day.adding(days: -3)), .no), (VerificationFixture.confirmed, .yes),
      ] {
        here.fixture.pass(.seconds(1))
        try await here.note(answer)
        let found = try #require(try await here.look(token).shown?.answers.first)
        #expect(found.word == word, "\(answer)")
        #expect(found.hasLetters == (word == .yes))
      }
    }
  }

  @Test(
    "a link says how its name stands to the one the issuer shows; one that nobody knows is no yes",
    arguments: TestDatabase.tested)
  func names(_ database: TestDatabase) async throws {
    try await VerificationFixture.with(database) { here in
      try await here.names([("Maya Rivera", "earlier")])
      try await here.share()
      let (_, token) = try await here.link()
      try await here.note()
      let none = try #require(try await here.look(token).shown?.answers.first)
      #expect(none.name == .notNoted && none.word == .yes)
      for (shown, word) in [
        ("Sample, Maya", CertificationAnswer.Word.yes), ("Maya Rivera", .yes), ("Somebody Else", .notKnown),
      ] {
        here.fixture.pass(.seconds(1))
        guard case .recorded = try await here.note(showing: shown) else { throw Unexpected(what: shown) }
        let answer = try #require(try await here.look(token).shown?.answers.first)
        #expect(answer.word == word && answer.hasLetters == (word == .yes), "\(shown)")
        switch answer.name {
        case .same: #expect(shown == "Sample, Maya")
        case .known(let name): #expect(shown == "Maya Rivera" && name.name == shown)
        case .other: #expect(shown == "Somebody Else")
        case .notNoted: Issue.record("it was noted")
        }
      }
    }
  }

  @Test(
    "ended, expired and unknown links show nothing, each look is logged, and only looks", arguments: TestDatabase.tested
  )
  func states(_ database: TestDatabase) async throws {
    try await VerificationFixture.with(database) { here in
      let (first, one) = try await here.link()
      let (_, two) = try await here.link("M. S.", days: 7)
      for _ in 1...3 { _ = try await here.look(one) }
      _ = try await here.look(two)
      let listed = try await here.links.list(for: here.maya, at: here.fixture.now)
      #expect(
        Dictionary(uniqueKeysWithValues: listed.map { ($0.content.name, $0.looks.count) }) == [
          "Maya Sample": 3, "M. S.": 1,
        ])
      try await #expect(here.links.revoke(first.id, for: here.maya, at: here.fixture.now))
      guard case .revoked = try await here.look(one) else { throw Unexpected(what: "not revoked") }
      try await #expect(here.links.revoke(first.id, for: here.maya, at: here.fixture.now))
      // Nobody else ends it.
      try await #expect(!here.links.revoke(first.id, for: here.verifier, at: here.fixture.now))
      here.fixture.pass(.seconds(7 * 86_400))
      guard case .expired = try await here.look(two) else { throw Unexpected(what: "not expired") }
      guard case .unknown = try await here.look(SecretToken.fresh(from: .system)) else {
        throw Unexpected(what: "known")
      }
      let after = try await here.links.list(for: here.maya, at: here.fixture.now)
      #expect(after.map(\.looks.count).reduce(0, +) == 4)
      try await #expect(here.links.list(for: here.verifier, at: here.fixture.now).isEmpty)
      try await #expect(here.sealed.report().isIntact)
    }
  }

  @Test("no token is stored, and names that are none are refused", arguments: TestDatabase.tested)
  func stored(_ database: TestDatabase) async throws {
    try await VerificationFixture.with(database) { here in
      let (_, token) = try await here.link(" Maya \n Sample ")
      #expect(try await here.look(token).shown?.name == "Maya Sample")
      let bytes = try await here.fixture.engine.read { statements in
        try statements.rows("SELECT token FROM proof_link").map { try $0.bytes("token") }
      }
      #expect(bytes.count == 1 && Base64.url.text(bytes[0]) != token.text)
      for name in [
        "", "  ", "a\u{202E}b", "a\u{0}b", "Maya, CMA (AAMA)", "Maya c.m.a.", "RMA Maya",
        String(repeating: "x", count: 101),
      ] {
        let content = ProofLink.Content(credentials: ["aama/cma"], purpose: .job, name: name)
        guard case .badName = try await here.links.make(content, days: 30, for: here.maya, at: here.fixture.now) else {
          throw Unexpected(what: name)
        }
      }
      for credentials in [[], ["nha/ccma"], ["no/such"], ["aama/cma", "nha/ccma"]] {
        let content = ProofLink.Content(credentials: credentials, purpose: .job, name: "Maya")
        guard case .noCredential = try await here.links.make(content, days: 30, for: here.maya, at: here.fixture.now)
        else { throw Unexpected(what: "\(credentials)") }
      }
      let content = ProofLink.Content(credentials: ["aama/cma"], purpose: .job, name: "Maya")
      guard case .badTime = try await here.links.make(content, days: 31, for: here.maya, at: here.fixture.now) else {
        throw Unexpected(what: "31 days")
      }
    }
  }

  @Test("looks wait after a hundred, links end at the most, and go with the account", arguments: TestDatabase.tested)
  func limits(_ database: TestDatabase) async throws {
    try await VerificationFixture.with(database) { here in
      let (_, token) = try await here.link()
      for _ in 2...ProofLink.most { _ = try await here.link() }
      let content = ProofLink.Content(credentials: ["aama/cma"], purpose: .job, name: "Maya")
      guard case .tooMany = try await here.links.make(content, days: 30, for: here.maya, at: here.fixture.now) else {
        throw Unexpected(what: "one too many")
      }
      var waits = 0
      for _ in 1...102 { if case .wait = try await here.look(token) { waits += 1 } }
      #expect(waits == 1)
      #expect(try await here.links.list(for: here.maya, at: here.fixture.now).map(\.looks.count).max() == 101)
      here.fixture.pass(.seconds(4000))
      _ = try await AccountDeletion(here.fixture.accounts).delete(
        here.maya.account, by: .machine, at: here.fixture.now)
      guard case .unknown = try await here.look(token) else { throw Unexpected(what: "still known") }
      try await #expect(here.fixture.count("proof_link") == 0)
    }
  }
}
