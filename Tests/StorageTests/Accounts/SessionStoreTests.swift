import Cryptography
import Services
import Testing
import Vocabulary

@testable import Storage

@Suite("Sessions, on every database", .serialized)
struct SessionStoreTests {
  private func signIn(_ fixture: AccountFixture) async throws -> OpenedSession {
    let outcome = try await SignIn(fixture.accounts).attempt(
      email: "maya@example.org", password: AccountFixture.password, AccountFixture.manner(), at: fixture.now)
    guard case .signedIn(let opened) = outcome else { throw Unexpected(what: "\(outcome)") }
    return opened
  }

  @Test("a use is noted once a minute, and keeps the session alive", arguments: TestDatabase.tested)
  func touched(_ database: TestDatabase) async throws {
    try await AccountFixture.with(database) { fixture in
      let maya = try await fixture.signUp("maya@example.org")
      let sessions = Sessions(fixture.accounts)
      let start = fixture.now
      fixture.pass(.seconds(59))
      _ = try await fixture.current(maya.opened)
      try await #expect(sessions.list(of: maya.signedIn.account, by: .machine, at: fixture.now)[0].seenAt == start)
      fixture.pass(.seconds(1))
      _ = try await fixture.current(maya.opened)
      try await #expect(
        sessions.list(of: maya.signedIn.account, by: .machine, at: fixture.now)[0].seenAt == fixture.now)
      for _ in 0..<13 {
        fixture.pass(.seconds(12 * 3600 - 1))
        _ = try await fixture.current(maya.opened)
      }
      fixture.pass(.seconds(12 * 3600))
      try await #expect(sessions.current(maya.opened.token.text, at: fixture.now) == nil, "seven days are over")
    }
  }

  @Test(
    "one can be ended, or all others; ending takes a sign-in just now, signing out nothing",
    arguments: TestDatabase.tested)
  func ending(_ database: TestDatabase) async throws {
    try await AccountFixture.with(database) { fixture in
      let maya = try await fixture.signUp("maya@example.org")
      let sessions = Sessions(fixture.accounts)
      let others = [try await signIn(fixture), try await signIn(fixture), try await signIn(fixture)]
      let me = Requester.account(maya.signedIn)
      let listed = try await sessions.list(of: maya.signedIn.account, by: me, at: fixture.now)
      #expect(listed.count == 4 && listed.allSatisfy { $0.device.text == "android/firefox" })
      try await sessions.end(others[0].session.id, of: maya.signedIn.account, by: me, at: fixture.now)
      try await #expect(sessions.current(others[0].token.text, at: fixture.now) == nil)
      try await #expect(sessions.current(others[1].token.text, at: fixture.now) != nil)

      let eve = try await fixture.signUp("eve@example.org").signedIn
      await #expect(throws: Refusal.notYours) {
        try await sessions.end(others[1].session.id, of: maya.signedIn.account, by: .account(eve), at: fixture.now)
      }
      await #expect(throws: Refusal.notYours) {
        try await sessions.list(of: maya.signedIn.account, by: .account(eve), at: fixture.now)
      }
      // Under her own account she ends nothing of others either.
      try await sessions.end(others[1].session.id, of: eve.account, by: .account(eve), at: fixture.now)
      try await #expect(sessions.current(others[1].token.text, at: fixture.now) != nil)

      try await sessions.endOthers(of: maya.signedIn.account, by: me, at: fixture.now)
      for other in others { try await #expect(sessions.current(other.token.text, at: fixture.now) == nil) }
      try await #expect(sessions.current(maya.opened.token.text, at: fixture.now) != nil)
      try await sessions.signOut(maya.opened.token.text, at: fixture.now)
      try await #expect(sessions.current(maya.opened.token.text, at: fixture.now) == nil)
      try await #expect(sessions.current("", at: fixture.now) == nil)
    }
  }

  @Test("what was never a token, or is one changed by a letter, is nobody's", arguments: TestDatabase.tested)
  func madeUp(_ database: TestDatabase) async throws {
    try await AccountFixture.with(database) { fixture in
      let maya = try await fixture.signUp("maya@example.org").opened
      let sessions = Sessions(fixture.accounts)
      let token = maya.token.text
      let changed = (token.first == "A" ? "B" : "A") + token.dropFirst()
      for wrong in [
        "", " ", "null", changed, token + " ", token + token, String(token.dropLast()),
        SecretToken.fresh(from: .system).text, maya.session.id.text, maya.session.token.description,
        maya.knownDevice?.text ?? "", "' OR '1'='1", String(repeating: "A", count: 100_000),
      ] { try await #expect(sessions.current(wrong, at: fixture.now) == nil) }
      try await #expect(sessions.current(token, at: fixture.now) != nil)
    }
  }

  @Test(
    "a session of which nobody has shown for ten minutes who it is changes nothing about signing in",
    arguments: TestDatabase.tested)
  func older(_ database: TestDatabase) async throws {
    try await AccountFixture.with(database) { fixture in
      let maya = try await fixture.enableFactor(try await fixture.signUp("maya@example.org").signedIn)
      let others = try await fixture.signUp("other@example.org")
      fixture.pass(Session.recent)
      let (strong, weak) = (try await fixture.current(maya.opened), try await fixture.current(others.opened))
      let before = try await [fixture.count("one_time_token"), fixture.count("job"), fixture.count("session")]
      let (factors, sessions) = (SecondFactors(fixture.accounts), Sessions(fixture.accounts))
      let now = fixture.now
      let changes: [@Sendable () async throws -> Void] = [
        { _ = try await factors.begin(for: weak, at: now) },
        { _ = try await factors.enable("123456", for: weak, at: now) },
        { _ = try await factors.renewRecoveryCodes(for: strong, at: now) },
        { _ = try await factors.disable(of: strong.account, by: .account(strong), at: now) },
        {
          _ = try await EmailChange(fixture.accounts).ask(
            email: "new@example.org", for: strong, origin: AccountFixture.here, at: now)
        },
        { try await sessions.end(strong.session, of: strong.account, by: .account(strong), at: now) },
        { try await sessions.endOthers(of: strong.account, by: .account(strong), at: now) },
        { _ = try await AccountDeletion(fixture.accounts).delete(strong.account, by: .account(strong), at: now) },
      ]
      for change in changes { await #expect(throws: Refusal.recentSignInNeeded) { try await change() } }
      let after = try await [fixture.count("one_time_token"), fixture.count("job"), fixture.count("session")]
      #expect(after == before)
      // A password is changed with the present one, which shows who it is.
      let outcome = try await PasswordChange(fixture.accounts).change(
        from: AccountFixture.otherPassword, to: AccountFixture.otherPassword, for: strong, at: now)
      guard case .wrongPassword = outcome else { throw Unexpected(what: "\(outcome)") }
    }
  }

  @Test("the eleventh ends the one that was used longest ago", arguments: TestDatabase.tested)
  func most(_ database: TestDatabase) async throws {
    try await AccountFixture.with(database) { fixture in
      let first = try await fixture.signUp("maya@example.org").opened
      var all = [first]
      for _ in 0..<10 {
        fixture.pass(.seconds(1))
        all.append(try await signIn(fixture))
      }
      let sessions = Sessions(fixture.accounts)
      try await #expect(sessions.current(first.token.text, at: fixture.now) == nil)
      for other in all.dropFirst() { try await #expect(sessions.current(other.token.text, at: fixture.now) != nil) }
      try await #expect(fixture.count("known_device") == KnownDevice.most)
    }
  }

  @Test(
    "whatever is done, in whatever order: no token that was ended or rotated away lets anybody in",
    arguments: TestDatabase.tested)
  func sequences(_ database: TestDatabase) async throws {
    var generator = SeededGenerator(seed: 17)
    try await AccountFixture.with(database) { fixture in
      let sessions = Sessions(fixture.accounts)
      var live = [try await fixture.signUp("maya@example.org").opened]
      var dead: [OpenedSession] = []
      for _ in 0..<60 {
        guard let one = live.randomElement(using: &generator) else {
          live = [try await signIn(fixture)]
          continue
        }
        let me = try await fixture.current(one)
        switch Int.random(in: 0..<6, using: &generator) {
        case 0 where live.count < Session.most: live.append(try await signIn(fixture))
        case 1:
          try await sessions.signOut(one.token.text, at: fixture.now)
          live.removeAll { $0.token.text == one.token.text }
          dead.append(one)
        case 2:
          try await sessions.endOthers(of: me.account, by: .account(me), at: fixture.now)
          dead += live.filter { $0.token.text != one.token.text }
          live = [one]
        case 3:
          let outcome = try await PasswordChange(fixture.accounts).confirm(
            password: AccountFixture.password, code: nil, for: me, at: fixture.now)
          guard case .done(let opened) = outcome else { throw Unexpected(what: "\(outcome)") }
          dead.append(one)
          live = live.map { $0.token.text == one.token.text ? opened : $0 }
        case 4:
          let outcome = try await PasswordChange(fixture.accounts).change(
            from: AccountFixture.password, to: AccountFixture.password, for: me, at: fixture.now)
          guard case .done(let opened) = outcome else { throw Unexpected(what: "\(outcome)") }
          dead += live
          live = [opened]
        default: fixture.pass(.seconds(5))
        }
        for each in dead { try await #expect(sessions.current(each.token.text, at: fixture.now) == nil) }
        for each in live { try await #expect(sessions.current(each.token.text, at: fixture.now) != nil) }
      }
      #expect(dead.count > 10)
    }
  }
}
