import Cryptography
import Services
import Testing
import Vocabulary

@testable import Storage

@Suite("Signing up, on every database", .serialized)
struct SignUpTests {
  private func request(_ email: String, born: String = "1990-05-01", carried: [UInt8] = []) throws -> SignUp.Request {
    SignUp.Request(
      email: email, born: try #require(CivilDate(born)), language: .spanish, carried: carried,
      origin: AccountFixture.here)
  }

  @Test(
    "an address, a mail, a password: then there is an account, signed in, with what was carried",
    arguments: TestDatabase.tested)
  func all(_ database: TestDatabase) async throws {
    try await AccountFixture.with(database) { fixture in
      let signUp = SignUp(fixture.accounts)
      try await #expect(signUp.ask(request("Maya@Example.org", carried: [1, 2, 3]), at: fixture.now) == .mailed)
      try await #expect(fixture.count("account") == 0)
      let mail = try #require(try await fixture.outbox().last)
      #expect(mail.language == .spanish && mail.to.text == "Maya@example.org")
      let token = try await fixture.token(to: "Maya@example.org")
      try await #expect(signUp.look(token, at: fixture.now)?.text == "Maya@example.org")

      let weak = try await signUp.finish(token, password: "too short", AccountFixture.manner(), at: fixture.now)
      guard case .refused(.tooShort(9)) = weak else { throw Unexpected(what: "\(weak)") }
      let outcome = try await signUp.finish(
        token, password: AccountFixture.password, AccountFixture.manner(), at: fixture.now)
      guard case .signedUp(let opened, carried: [1, 2, 3]) = outcome else { throw Unexpected(what: "\(outcome)") }
      let signedIn = try await fixture.current(opened)
      #expect(!signedIn.isMinor && !signedIn.isAdministrator && signedIn.factors == 1 && signedIn.isRecent)
      #expect(opened.session.kind == .own && opened.knownDevice != nil)
      try await #expect(fixture.log() == ["account.created"])

      let again = try await signUp.finish(
        token, password: AccountFixture.password, AccountFixture.manner(), at: fixture.now)
      guard case .linkEnded = again else { throw Unexpected(what: "\(again)") }
    }
  }

  @Test(
    "under 13 nothing is kept at all; from 13 to 17 the day is kept on which that ends", arguments: TestDatabase.tested)
  func ages(_ database: TestDatabase) async throws {
    try await AccountFixture.with(database) { fixture in
      let signUp = SignUp(fixture.accounts)
      // The sample clock stands in January 2027.
      try await #expect(signUp.ask(request("kid@example.org", born: "2014-06-01"), at: fixture.now) == .tooYoung)
      for table in ["account", "one_time_token", "throttle", "job", "test_entry"] {
        try await #expect(fixture.count(table) == 0, "\(table)")
      }
      let teen = try await fixture.signUp("teen@example.org", born: "2011-06-01").signedIn
      #expect(teen.isMinor)
      let adultFrom = try await fixture.engine.read {
        try $0.rows("SELECT adult_from FROM account")[0].day("adult_from")
      }
      #expect("\(adultFrom)" == "2029-06-01")
      _ = try await fixture.signUp("adult@example.org")
      let kept = try await fixture.engine.read {
        try $0.count("SELECT COUNT(*) FROM account WHERE adult_from IS NULL")
      }
      #expect(kept == 1)
    }
  }

  @Test(
    "an address with an account gets the same answer and the same rows, and another mail",
    arguments: TestDatabase.tested)
  func sameAnswer(_ database: TestDatabase) async throws {
    try await AccountFixture.with(database) { fixture in
      _ = try await fixture.signUp("maya@example.org")
      let signUp = SignUp(fixture.accounts)
      let before = try await [fixture.count("one_time_token"), fixture.count("job"), fixture.count("throttle")]
      try await #expect(signUp.ask(request("MAYA@example.org"), at: fixture.now) == .mailed)
      let known = try await [fixture.count("one_time_token"), fixture.count("job"), fixture.count("throttle")]
      try await #expect(fixture.outbox().last?.content == .alreadySignedUp)
      try await #expect(signUp.ask(request("nobody@example.org"), at: fixture.now) == .mailed)
      let unknown = try await [fixture.count("one_time_token"), fixture.count("job"), fixture.count("throttle")]
      #expect(known[0] - before[0] == 1 && unknown[0] - known[0] == 1)
      #expect(known[1] - before[1] == 1 && unknown[1] - known[1] == 1)
      // Nobody has the token of the first one.
      try await #expect(fixture.outbox().filter { $0.to.text == "MAYA@example.org" }.count == 1)
    }
  }

  @Test(
    "a link dies with the next one, with its time, and with an account for the address", arguments: TestDatabase.tested)
  func links(_ database: TestDatabase) async throws {
    try await AccountFixture.with(database) { fixture in
      let signUp = SignUp(fixture.accounts)
      try await #expect(signUp.ask(request("maya@example.org"), at: fixture.now) == .mailed)
      let first = try await fixture.token(to: "maya@example.org")
      try await #expect(signUp.ask(request("maya@example.org"), at: fixture.now) == .mailed)
      let second = try await fixture.token(to: "maya@example.org")
      try await #expect(signUp.look(first, at: fixture.now) == nil)
      try await #expect(signUp.look(second, at: fixture.now) != nil)
      try await #expect(PasswordReset(fixture.accounts).isGood(second, at: fixture.now) == false)
      fixture.pass(.seconds(86_400))
      try await #expect(signUp.look(second, at: fixture.now) == nil)
    }
  }

  @Test("nothing of an address or a password stands in the database", arguments: TestDatabase.tested)
  func sealed(_ database: TestDatabase) async throws {
    try await AccountFixture.with(database) { fixture in
      _ = try await fixture.signUp("findme@needle.example")
      let rows = try await fixture.engine.read { statements in
        try ["account", "one_time_token", "throttle", "job", "session", "known_device", "test_entry"].flatMap {
          try statements.rows("SELECT * FROM \($0)")
        }
      }
      #expect(rows.count >= 6)
      for value in rows.flatMap(\.values) {
        let bytes: [UInt8] =
          switch value {
          case .null, .integer: []
          case .text(let text): Array(text.utf8)
          case .bytes(let bytes): bytes
          }
        let text = String(decoding: bytes, as: UTF8.self).lowercased()
        #expect(!text.contains("findme") && !text.contains("needle") && !text.contains("lantern"))
      }
    }
  }

  @Test("of many who finish with one link at once, one gets the account", arguments: TestDatabase.tested)
  func race(_ database: TestDatabase) async throws {
    try await AccountFixture.with(database) { fixture in
      try await #expect(SignUp(fixture.accounts).ask(request("maya@example.org"), at: fixture.now) == .mailed)
      let token = try await fixture.token(to: "maya@example.org")
      let done = try await withThrowingTaskGroup(of: Bool.self) { group in
        for _ in 0..<8 {
          group.addTask {
            let outcome = try await SignUp(fixture.accounts).finish(
              token, password: AccountFixture.password, AccountFixture.manner(), at: fixture.now)
            if case .signedUp = outcome { return true }
            return false
          }
        }
        return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
      }
      #expect(done == 1)
      try await #expect(fixture.count("account") == 1)
    }
  }
}
