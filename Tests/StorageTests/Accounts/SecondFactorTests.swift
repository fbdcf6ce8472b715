import Cryptography
import Services
import Testing
import Vocabulary

@testable import Storage

@Suite("The second factor, on every database", .serialized)
struct SecondFactorTests {
  private func ticket(_ fixture: AccountFixture, _ origin: Origin = AccountFixture.here) async throws -> String {
    let outcome = try await SignIn(fixture.accounts).attempt(
      email: "maya@example.org", password: AccountFixture.password, AccountFixture.manner(origin), at: fixture.now)
    guard case .needsCode(let ticket) = outcome else { throw Unexpected(what: "\(outcome)") }
    return ticket.text
  }

  private func step(_ fixture: AccountFixture, _ ticket: String, _ code: String) async throws -> SecondStep.Answer {
    try await SecondStep(fixture.accounts).attempt(
      ticket: ticket, code: code, AccountFixture.manner(), at: fixture.now)
  }

  @Test(
    "it is on after its first right code, and then the password alone lets nobody in", arguments: TestDatabase.tested)
  func enabling(_ database: TestDatabase) async throws {
    try await AccountFixture.with(database) { fixture in
      let maya = try await fixture.signUp("maya@example.org")
      let factors = SecondFactors(fixture.accounts)
      guard case .notBegun = try await factors.enable("123456", for: maya.signedIn, at: fixture.now) else {
        throw Unexpected(what: "enabled from nothing")
      }
      _ = try await factors.begin(for: maya.signedIn, at: fixture.now)
      guard case .wrongCode = try await factors.enable("000000", for: maya.signedIn, at: fixture.now) else {
        throw Unexpected(what: "enabled by a wrong code")
      }
      // Begun and not on: the password still is enough.
      try await #expect(
        factors.standing(of: maya.signedIn.account, by: .account(maya.signedIn), at: fixture.now) == .off)

      let on = try await fixture.enableFactor(maya.signedIn)
      #expect(on.signedIn.factors == 2 && on.codes.count == RecoveryCode.count)
      try await #expect(Sessions(fixture.accounts).current(maya.opened.token.text, at: fixture.now) == nil)
      try await #expect(factors.begin(for: on.signedIn, at: fixture.now) == nil)
      try await #expect(fixture.outbox().last?.content == .secondFactorOn)
      try await #expect(fixture.log() == ["account.created", "account.second-factor-on"])
      let ticket = try await ticket(fixture)
      try await #expect(Sessions(fixture.accounts).current(ticket, at: fixture.now) == nil)
    }
  }

  @Test("a code is good once, also the one that turned it on", arguments: TestDatabase.tested)
  func once(_ database: TestDatabase) async throws {
    try await AccountFixture.with(database) { fixture in
      let maya = try await fixture.enableFactor(try await fixture.signUp("maya@example.org").signedIn)
      let used = try fixture.code(maya.totp)
      guard case .refused = try await step(fixture, ticket(fixture), used) else { throw Unexpected(what: "used twice") }
      fixture.pass(.seconds(30))
      let fresh = try fixture.code(maya.totp)
      let first = try await ticket(fixture)
      guard case .signedIn(let opened) = try await step(fixture, first, "\(fresh.prefix(3)) \(fresh.suffix(3))") else {
        throw Unexpected(what: "kept out")
      }
      #expect(opened.session.factors == 2)
      guard case .ended = try await step(fixture, first, fresh) else { throw Unexpected(what: "a ticket used twice") }
      guard case .refused = try await step(fixture, ticket(fixture), fresh) else {
        throw Unexpected(what: "used twice")
      }
      fixture.pass(.seconds(30))
      guard case .refused = try await step(fixture, ticket(fixture), used) else {
        throw Unexpected(what: "an old code")
      }
    }
  }

  @Test("each recovery code is good once, in place of a code", arguments: TestDatabase.tested)
  func recovery(_ database: TestDatabase) async throws {
    try await AccountFixture.with(database) { fixture in
      let maya = try await fixture.enableFactor(try await fixture.signUp("maya@example.org").signedIn)
      guard case .signedIn = try await step(fixture, ticket(fixture), maya.codes[0].text.lowercased()) else {
        throw Unexpected(what: "kept out")
      }
      try await #expect(fixture.outbox().last?.content == .recoveryCodeUsed(left: 9))
      guard case .refused = try await step(fixture, ticket(fixture), maya.codes[0].text) else {
        throw Unexpected(what: "used twice")
      }
      let factors = SecondFactors(fixture.accounts)
      let renewed = try await factors.renewRecoveryCodes(for: maya.signedIn, at: fixture.now)
      #expect(renewed.count == 10)
      guard case .refused = try await step(fixture, ticket(fixture), maya.codes[1].text) else {
        throw Unexpected(what: "an old code")
      }
      guard case .signedIn = try await step(fixture, ticket(fixture), renewed[9].text) else {
        throw Unexpected(what: "kept out")
      }
    }
  }

  @Test("of many who use one code at once, one gets in", arguments: TestDatabase.tested)
  func race(_ database: TestDatabase) async throws {
    try await AccountFixture.with(database) { fixture in
      let maya = try await fixture.enableFactor(try await fixture.signUp("maya@example.org").signedIn)
      let (ticket, code) = (try await ticket(fixture), maya.codes[0].text)
      let done = try await withThrowingTaskGroup(of: Bool.self) { group in
        for _ in 0..<8 {
          group.addTask {
            if case .signedIn = try await step(fixture, ticket, code) { return true }
            return false
          }
        }
        return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
      }
      #expect(done == 1)
    }
  }

  @Test("wrong codes end the ticket, and then wait longer and longer", arguments: TestDatabase.tested)
  func wrongCodes(_ database: TestDatabase) async throws {
    try await AccountFixture.with(database) { fixture in
      _ = try await fixture.enableFactor(try await fixture.signUp("maya@example.org").signedIn)
      let first = try await ticket(fixture)
      for _ in 0..<4 {
        guard case .refused = try await step(fixture, first, "000000") else { throw Unexpected(what: "let in") }
      }
      guard case .ended = try await step(fixture, first, "000000") else { throw Unexpected(what: "a ticket for six") }
      guard case .refused = try await step(fixture, ticket(fixture), "000000") else { throw Unexpected(what: "let in") }
      guard case .wait = try await step(fixture, ticket(fixture), "000000") else { throw Unexpected(what: "no wait") }
      var tries = 0
      for number in 0..<96 {
        let ticket = try await ticket(fixture, Origin(address: "198.51.\(number).9"))
        if case .refused = try await step(fixture, ticket, "000000") { tries += 1 }
        fixture.pass(.seconds(900))
      }
      #expect(tries <= 40, "\(tries) codes in a day")
    }
  }

  @Test("turning it off takes a sign-in just now; then the codes are gone too", arguments: TestDatabase.tested)
  func disabling(_ database: TestDatabase) async throws {
    try await AccountFixture.with(database) { fixture in
      let maya = try await fixture.enableFactor(try await fixture.signUp("maya@example.org").signedIn)
      fixture.pass(Session.recent)
      let later = try await fixture.current(maya.opened)
      let factors = SecondFactors(fixture.accounts)
      await #expect(throws: Refusal.recentSignInNeeded) {
        try await factors.disable(of: later.account, by: .account(later), at: fixture.now)
      }
      let change = PasswordChange(fixture.accounts)
      let missing = try await change.confirm(
        password: AccountFixture.password, code: nil, for: later, at: fixture.now)
      guard case .wrongCode = missing else { throw Unexpected(what: "\(missing)") }
      let confirmed = try await change.confirm(
        password: AccountFixture.password, code: try fixture.code(maya.totp), for: later, at: fixture.now)
      guard case .done(let opened) = confirmed else { throw Unexpected(what: "\(confirmed)") }
      let recent = try await fixture.current(opened)
      #expect(recent.isRecent && recent.factors == 2)
      let off = try #require(try await factors.disable(of: recent.account, by: .account(recent), at: fixture.now))
      try await #expect(fixture.current(off).factors == 1)
      try await #expect(fixture.count("recovery_code") == 0)
      try await #expect(fixture.log().last == "account.second-factor-off")
      let outcome = try await SignIn(fixture.accounts).attempt(
        email: "maya@example.org", password: AccountFixture.password, AccountFixture.manner(), at: fixture.now)
      guard case .signedIn = outcome else { throw Unexpected(what: "\(outcome)") }
    }
  }

  @Test(
    "at the machine it is turned off for somebody who has lost everything, and all sessions end",
    arguments: TestDatabase.tested)
  func machine(_ database: TestDatabase) async throws {
    try await AccountFixture.with(database) { fixture in
      let maya = try await fixture.enableFactor(try await fixture.signUp("maya@example.org").signedIn)
      try await SecondFactors(fixture.accounts).disable(of: maya.signedIn.account, by: .machine, at: fixture.now)
      try await #expect(Sessions(fixture.accounts).current(maya.opened.token.text, at: fixture.now) == nil)
      try await #expect(fixture.count("known_device") == 0)
    }
  }
}
