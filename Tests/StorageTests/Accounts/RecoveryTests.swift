import Cryptography
import Services
import Testing
import Vocabulary

@testable import Storage

@Suite("Passwords and addresses are changed, on every database", .serialized)
struct RecoveryTests {
  private func signIn(_ fixture: AccountFixture, _ email: String, _ password: String) async throws -> SignIn.Answer {
    try await SignIn(fixture.accounts).attempt(
      email: email, password: password, AccountFixture.manner(AccountFixture.elsewhere), at: fixture.now)
  }

  @Test("a reset sets the password, ends every session, and lets nobody in by itself", arguments: TestDatabase.tested)
  func reset(_ database: TestDatabase) async throws {
    try await AccountFixture.with(database) { fixture in
      let maya = try await fixture.enableFactor(try await fixture.signUp("maya@example.org").signedIn)
      let reset = PasswordReset(fixture.accounts)
      func ask() async throws -> String {
        try await #expect(
          reset.ask(email: "Maya@example.org", language: .english, origin: AccountFixture.here, at: fixture.now)
            == .mailed)
        return try await fixture.outbox().compactMap { mail -> String? in
          if case .passwordReset(let token) = mail.content { token } else { nil }
        }.last ?? ""
      }
      let first = try await ask()
      let token = try await ask()
      try await #expect(!reset.isGood(first, at: fixture.now), "an old link dies with a new one")
      let weak = try await reset.finish(token, password: "maya@example.org", AccountFixture.manner(), at: fixture.now)
      guard case .refused(.context) = weak else { throw Unexpected(what: "\(weak)") }
      let done = try await reset.finish(
        token, password: AccountFixture.otherPassword, AccountFixture.manner(isShared: true), at: fixture.now)
      guard case .changed(knownDevice: nil) = done else { throw Unexpected(what: "\(done)") }
      let again = try await reset.finish(
        token, password: AccountFixture.password, AccountFixture.manner(), at: fixture.now)
      guard case .linkEnded = again else { throw Unexpected(what: "\(again)") }
      try await #expect(Sessions(fixture.accounts).current(maya.opened.token.text, at: fixture.now) == nil)
      try await #expect(fixture.count("session") == 0)
      try await #expect(fixture.count("known_device") == 0)
      guard case .refused = try await signIn(fixture, "maya@example.org", AccountFixture.password) else {
        throw Unexpected(what: "the old password")
      }
      // The second factor is asked for as before.
      guard case .needsCode = try await signIn(fixture, "maya@example.org", AccountFixture.otherPassword) else {
        throw Unexpected(what: "no code")
      }
      try await #expect(fixture.outbox().last?.content == .passwordChanged)
      try await #expect(fixture.log().last == "account.password-changed")
    }
  }

  @Test(
    "an unknown address gets the same answer and the same rows; a link ends after half an hour",
    arguments: TestDatabase.tested)
  func unknown(_ database: TestDatabase) async throws {
    try await AccountFixture.with(database) { fixture in
      _ = try await fixture.signUp("maya@example.org")
      let reset = PasswordReset(fixture.accounts)
      var rows: [[Int]] = []
      for email in ["maya@example.org", "nobody@example.org"] {
        let before = try await [fixture.count("one_time_token"), fixture.count("job"), fixture.count("throttle")]
        try await #expect(
          reset.ask(email: email, language: .spanish, origin: AccountFixture.elsewhere, at: fixture.now) == .mailed)
        let after = try await [fixture.count("one_time_token"), fixture.count("job"), fixture.count("throttle")]
        rows.append(zip(after, before).map { $0 - $1 }.dropLast() + [0])
      }
      #expect(rows[0] == [1, 1, 0] && rows[1] == rows[0])
      try await #expect(fixture.outbox().suffix(1).map(\.content) == [.noAccount])
      let token = try await fixture.token(to: "maya@example.org")
      fixture.pass(.seconds(1799))
      try await #expect(reset.isGood(token, at: fixture.now))
      fixture.pass(.seconds(1))
      try await #expect(!reset.isGood(token, at: fixture.now))
    }
  }

  @Test(
    "a change takes the present password; other sessions end, and links that were mailed",
    arguments: TestDatabase.tested)
  func change(_ database: TestDatabase) async throws {
    try await AccountFixture.with(database) { fixture in
      let maya = try await fixture.signUp("maya@example.org")
      guard case .signedIn(let other) = try await signIn(fixture, "maya@example.org", AccountFixture.password) else {
        throw Unexpected(what: "kept out")
      }
      let reset = PasswordReset(fixture.accounts)
      _ = try await reset.ask(
        email: "maya@example.org", language: .english, origin: AccountFixture.here, at: fixture.now)
      let link = try await fixture.token(to: "maya@example.org")
      let change = PasswordChange(fixture.accounts)
      let wrong = try await change.change(
        from: AccountFixture.otherPassword, to: AccountFixture.otherPassword, for: maya.signedIn, at: fixture.now)
      guard case .wrongPassword = wrong else { throw Unexpected(what: "\(wrong)") }
      let weak = try await change.change(
        from: AccountFixture.password, to: "12345678901234567", for: maya.signedIn, at: fixture.now)
      guard case .refused(.pattern) = weak else { throw Unexpected(what: "\(weak)") }
      let done = try await change.change(
        from: AccountFixture.password, to: AccountFixture.otherPassword, for: maya.signedIn, at: fixture.now)
      guard case .done(let opened) = done else { throw Unexpected(what: "\(done)") }
      let sessions = Sessions(fixture.accounts)
      try await #expect(sessions.current(maya.opened.token.text, at: fixture.now) == nil)
      try await #expect(sessions.current(other.token.text, at: fixture.now) == nil)
      try await #expect(sessions.current(opened.token.text, at: fixture.now)?.account == maya.signedIn.account)
      try await #expect(!reset.isGood(link, at: fixture.now))
      for _ in 0..<4 {
        _ = try await change.change(
          from: "wrong wrong wrong", to: AccountFixture.password, for: maya.signedIn, at: fixture.now)
      }
    }
  }

  @Test("a stolen session does not get to guess the password", arguments: TestDatabase.tested)
  func stolen(_ database: TestDatabase) async throws {
    try await AccountFixture.with(database) { fixture in
      let maya = try await fixture.signUp("maya@example.org").signedIn
      var answers: [String] = []
      for _ in 0..<8 {
        let outcome = try await PasswordChange(fixture.accounts).confirm(
          password: "wrong wrong wrong", code: nil, for: maya, at: fixture.now)
        let answer =
          switch outcome {
          case .wrongPassword: "wrong"
          case .wait: "wait"
          case .done, .refused, .wrongCode: "other"
          }
        answers.append(answer)
      }
      #expect(answers == Array(repeating: "wrong", count: 6) + ["wait", "wait"])
    }
  }

  @Test("another address is taken when its mail is answered; the old one is told", arguments: TestDatabase.tested)
  func email(_ database: TestDatabase) async throws {
    try await AccountFixture.with(database) { fixture in
      let maya = try await fixture.signUp("maya@example.org")
      let change = EmailChange(fixture.accounts)
      func ask(_ email: String, _ signedIn: SignedIn) async throws -> EmailChange.Answer {
        try await change.ask(email: email, for: signedIn, origin: AccountFixture.here, at: fixture.now)
      }
      try await #expect(ask("nonsense", maya.signedIn) == .noAddress)
      try await #expect(ask("new@example.org", maya.signedIn) == .mailed)
      let token = try await fixture.token(to: "new@example.org")
      try await #expect(fixture.outbox().last?.content == .emailChangeAsked)
      guard case .refused = try await signIn(fixture, "new@example.org", AccountFixture.password) else {
        throw Unexpected(what: "before the answer")
      }
      try await #expect(change.finish(token, at: fixture.now) == .changed)
      try await #expect(change.finish(token, at: fixture.now) == .linkEnded)
      let last = try #require(try await fixture.outbox().last)
      #expect(last.content == .emailChanged && last.to.text == "maya@example.org")
      try await #expect(Sessions(fixture.accounts).current(maya.opened.token.text, at: fixture.now) == nil)
      guard case .signedIn = try await signIn(fixture, "new@example.org", AccountFixture.password) else {
        throw Unexpected(what: "kept out")
      }
      guard case .refused = try await signIn(fixture, "maya@example.org", AccountFixture.password) else {
        throw Unexpected(what: "by the old address")
      }
      try await #expect(fixture.log() == ["account.created", "account.email-changed"])
    }
  }

  @Test(
    "an address that has an account gets the same answer and another mail, and is never taken",
    arguments: TestDatabase.tested)
  func takenEmail(_ database: TestDatabase) async throws {
    try await AccountFixture.with(database) { fixture in
      _ = try await fixture.signUp("eve@example.org")
      let maya = try await fixture.signUp("maya@example.org").signedIn
      let change = EmailChange(fixture.accounts)
      try await #expect(
        change.ask(email: "EVE@example.org", for: maya, origin: AccountFixture.here, at: fixture.now) == .mailed)
      let mails = try await fixture.outbox().suffix(2)
      #expect(mails.map(\.content) == [.emailTaken, .emailChangeAsked])
      // Taken between the question and the answer.
      try await #expect(
        change.ask(email: "zoe@example.org", for: maya, origin: AccountFixture.here, at: fixture.now) == .mailed)
      let token = try await fixture.token(to: "zoe@example.org")
      _ = try await fixture.signUp("zoe@example.org")
      try await #expect(change.finish(token, at: fixture.now) == .linkEnded)
      fixture.pass(Session.recent)
      let later = SignedIn(
        account: maya.account, person: maya.person, isMinor: false, isAdministrator: false, memberships: [],
        session: maya.session, factors: 1, isRecent: false)
      await #expect(throws: Refusal.recentSignInNeeded) {
        try await change.ask(email: "x@example.org", for: later, origin: AccountFixture.here, at: fixture.now)
      }
    }
  }
}
