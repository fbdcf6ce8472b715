import Cryptography
import Services
import Testing
import Vocabulary

@testable import Storage

@Suite("Every way in leaves a session that says how strong it is, on every database", .serialized)
struct WaysInTests {
  /// How many factors a session says were shown.
  private func factors(_ opened: OpenedSession, _ fixture: AccountFixture) async throws -> Int {
    let signedIn = try await fixture.current(opened)
    #expect(signedIn.isRecent && signedIn.factors == opened.session.factors)
    return signedIn.factors
  }

  @Test("without a second factor: sign-up, password and invitation show one", arguments: TestDatabase.tested)
  func one(_ database: TestDatabase) async throws {
    try await AccountFixture.with(database) { fixture in
      let maya = try await fixture.signUp("maya@example.org")
      try await #expect(factors(maya.opened, fixture) == 1)
      let outcome = try await SignIn(fixture.accounts).attempt(
        email: "maya@example.org", password: AccountFixture.password, AccountFixture.manner(), at: fixture.now)
      guard case .signedIn(let opened) = outcome else { throw Unexpected(what: "\(outcome)") }
      try await #expect(factors(opened, fixture) == 1)
      let school = try await fixture.organization("Riverside", .school)
      _ = try await Invitations(fixture.accounts).invite(
        email: "coach@example.org", to: school.id, as: .coach, language: .english, by: .machine, at: fixture.now)
      let coach = try await fixture.acceptAnew(try await fixture.token(to: "coach@example.org"))
      #expect(coach.factors == 1)
      // With one factor the role opens nothing of others.
      await #expect(throws: Refusal.secondFactorNeeded) {
        try await Organizations(fixture.accounts).members(of: school.id, by: .account(coach), at: fixture.now)
      }
    }
  }

  @Test(
    "with a second factor: password, mailed link and reset let nobody in without a code or a recovery code",
    arguments: TestDatabase.tested)
  func two(_ database: TestDatabase) async throws {
    try await AccountFixture.with(database) { fixture in
      let maya = try await fixture.enableFactor(try await fixture.signUp("maya@example.org").signedIn)
      let signIn = SignIn(fixture.accounts)
      func password(_ manner: SignInManner) async throws -> SignIn.Answer {
        try await signIn.attempt(
          email: "maya@example.org", password: AccountFixture.password, manner, at: fixture.now)
      }
      // A reset lets nobody in by itself: it has no session to give.
      let reset = PasswordReset(fixture.accounts)
      _ = try await reset.ask(
        email: "maya@example.org", language: .english, origin: AccountFixture.here, at: fixture.now)
      _ = try await reset.finish(
        try await fixture.token(to: "maya@example.org"), password: AccountFixture.password, AccountFixture.manner(),
        at: fixture.now)
      try await #expect(fixture.count("session") == 0)
      // The mailed link asks for the code too.
      for number in 0...100 {
        _ = try await signIn.attempt(
          email: "maya@example.org", password: "wrong wrong wrong",
          AccountFixture.manner(Origin(address: "198.51.\(number).1")), at: fixture.now)
      }
      let manner = AccountFixture.manner(Origin(address: "203.0.113.5"))
      guard case .mailed(let bound) = try await password(manner) else { throw Unexpected(what: "no mail") }
      let link = try await fixture.token(to: "maya@example.org")
      let followed = try await signIn.attempt(mailed: link, ticket: bound.text, manner, at: fixture.now)
      guard case .needsCode(let ticket) = followed else { throw Unexpected(what: "\(followed)") }
      fixture.pass(.seconds(30))
      let step = SecondStep(fixture.accounts)
      let byCode = try await step.attempt(
        ticket: ticket.text, code: try fixture.code(maya.totp), manner, at: fixture.now)
      guard case .signedIn(let opened) = byCode else { throw Unexpected(what: "\(byCode)") }
      try await #expect(factors(opened, fixture) == 2)
      let known = AccountFixture.manner(knownDevice: opened.knownDevice?.text)
      guard case .needsCode(let second) = try await password(known) else { throw Unexpected(what: "no code") }
      let byRecovery = try await step.attempt(ticket: second.text, code: maya.codes[3].text, known, at: fixture.now)
      guard case .signedIn(let recovered) = byRecovery else { throw Unexpected(what: "\(byRecovery)") }
      try await #expect(factors(recovered, fixture) == 2)
    }
  }
}
