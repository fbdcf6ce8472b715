import Cryptography
import Services
import Testing
import Vocabulary

@testable import Storage

@Suite("Signing in, on every database", .serialized)
struct SignInTests {
  @Test("with address and password, however the address is written", arguments: TestDatabase.tested)
  func plain(_ database: TestDatabase) async throws {
    try await AccountFixture.with(database) { fixture in
      let maya = try await fixture.signUp("maya@example.org").signedIn
      let outcome = try await SignIn(fixture.accounts).attempt(
        email: " MAYA@Example.org", password: AccountFixture.password, AccountFixture.manner(), at: fixture.now)
      guard case .signedIn(let opened) = outcome else { throw Unexpected(what: "\(outcome)") }
      try await #expect(fixture.current(opened).account == maya.account)
    }
  }

  @Test("a wrong password, an unknown address and what is no address get one answer", arguments: TestDatabase.tested)
  func oneAnswer(_ database: TestDatabase) async throws {
    try await AccountFixture.with(database) { fixture in
      _ = try await fixture.signUp("maya@example.org")
      for (email, password) in [
        ("maya@example.org", AccountFixture.otherPassword), ("nobody@example.org", AccountFixture.password),
        ("no address", AccountFixture.password), ("", ""), ("maya@example.org", String(repeating: "x", count: 9999)),
      ] {
        let before = try await fixture.count("throttle")
        let outcome = try await SignIn(fixture.accounts).attempt(
          email: email, password: password, AccountFixture.manner(), at: fixture.now)
        guard case .refused = outcome else { throw Unexpected(what: "\(email): \(outcome)") }
        try await #expect(fixture.count("throttle") >= before)
      }
    }
  }

  @Test("it takes as long where there is no account", arguments: [TestDatabase.sqlite])
  func sameWork(_ database: TestDatabase) async throws {
    // The cost stands out from everything else, so that its absence would show, however busy the machine is.
    let cost = try #require(PasswordHash.Cost(passes: 3, memory: 32 << 20))
    try await database.withEngine { engine in
      try await Migrator().migrate(engine, at: .sample)
      let accounts = try AccountFixture.accounts(
        engine, record: NumberedKeys(.random()), lookup: NumberedKeys(.random()), cost: cost)
      let clock = ContinuousClock()
      var fastest = Duration.seconds(99)
      for number in 0..<3 {
        let time = try await clock.measure {
          _ = try await SignIn(accounts).attempt(
            email: "nobody\(number)@example.org", password: AccountFixture.password, AccountFixture.manner(),
            at: .sample)
        }
        fastest = min(fastest, time)
      }
      let one = try clock.measure { _ = try PasswordHash(cost: cost).text(of: AccountFixture.password) }
      #expect(fastest > one / 4, "\(fastest) without an account, one hash takes \(one)")
    }
  }

  @Test("a hash made at another cost is made again when the password is there", arguments: TestDatabase.tested)
  func renewed(_ database: TestDatabase) async throws {
    try await AccountFixture.with(database) { fixture in
      let (record, lookup) = (NumberedKeys(.random()), NumberedKeys(.random()))
      let cheap = try AccountFixture.accounts(fixture.engine, record: record, lookup: lookup)
      let cost = try #require(PasswordHash.Cost(passes: 2, memory: 8192))
      let dear = try AccountFixture.accounts(fixture.engine, record: record, lookup: lookup, cost: cost)
      let pending = SignUp.Request(
        email: "maya@example.org", born: CivilDate(days: 0), language: .english, carried: [], origin: .unknown)
      try await #expect(SignUp(cheap).ask(pending, at: fixture.now) == .mailed)
      let payload = try await fixture.engine.read { try $0.rows("SELECT payload FROM job")[0].bytes("payload") }
      guard case .signUp(let token)? = try MailSeal(keys: record).open(payload)?.content else {
        throw Unexpected(what: "no mail")
      }
      _ = try await SignUp(cheap).finish(
        token, password: AccountFixture.password, AccountFixture.manner(), at: fixture.now)
      for _ in 0..<2 {
        let outcome = try await SignIn(dear).attempt(
          email: "maya@example.org", password: AccountFixture.password, AccountFixture.manner(), at: fixture.now)
        guard case .signedIn = outcome else { throw Unexpected(what: "\(outcome)") }
        let kept = try await fixture.engine.read {
          try $0.rows("SELECT password_hash FROM account")[0].text("password_hash")
        }
        #expect(!PasswordHash(cost: cost).needsRehash(kept))
      }
    }
  }

  @Test("a password is as good after five years as on the first day", arguments: TestDatabase.tested)
  func noExpiry(_ database: TestDatabase) async throws {
    try await AccountFixture.with(database) { fixture in
      _ = try await fixture.signUp("maya@example.org")
      fixture.pass(.seconds(5 * 366 * 86_400))
      let outcome = try await SignIn(fixture.accounts).attempt(
        email: "maya@example.org", password: AccountFixture.password, AccountFixture.manner(), at: fixture.now)
      guard case .signedIn = outcome else { throw Unexpected(what: "\(outcome)") }
    }
  }

  @Test("a fresh database has no account, no session and no password that works", arguments: TestDatabase.tested)
  func empty(_ database: TestDatabase) async throws {
    try await AccountFixture.with(database) { fixture in
      for table in ["account", "session", "invitation", "organization", "one_time_token"] {
        try await #expect(fixture.count(table) == 0)
      }
      for email in ["admin@example.org", "root@localhost.local", "fobwatch@example.org"] {
        let outcome = try await SignIn(fixture.accounts).attempt(
          email: email, password: "", AccountFixture.manner(), at: fixture.now)
        guard case .refused = outcome else { throw Unexpected(what: "\(outcome)") }
      }
    }
  }

  @Test("a disabled account lets nobody in, and its sessions end", arguments: TestDatabase.tested)
  func disabled(_ database: TestDatabase) async throws {
    try await AccountFixture.with(database) { fixture in
      let maya = try await fixture.signUp("maya@example.org")
      let administrators = Administrators(fixture.accounts)
      try await #expect(administrators.disable(true, maya.signedIn.account, by: .machine, at: fixture.now) == .done)
      try await #expect(Sessions(fixture.accounts).current(maya.opened.token.text, at: fixture.now) == nil)
      let outcome = try await SignIn(fixture.accounts).attempt(
        email: "maya@example.org", password: AccountFixture.password, AccountFixture.manner(), at: fixture.now)
      guard case .disabled = outcome else { throw Unexpected(what: "\(outcome)") }
      try await #expect(administrators.disable(false, maya.signedIn.account, by: .machine, at: fixture.now) == .done)
      try await #expect(fixture.log().suffix(2) == ["account.disabled", "account.enabled"])
    }
  }

  @Test("the tokens that a browser had are worth nothing once it has signed in", arguments: TestDatabase.tested)
  func rotation(_ database: TestDatabase) async throws {
    try await AccountFixture.with(database) { fixture in
      let maya = try await fixture.signUp("maya@example.org")
      let manner = AccountFixture.manner(
        session: maya.opened.token.text, knownDevice: maya.opened.knownDevice?.text)
      let outcome = try await SignIn(fixture.accounts).attempt(
        email: "maya@example.org", password: AccountFixture.password, manner, at: fixture.now)
      guard case .signedIn(let opened) = outcome else { throw Unexpected(what: "\(outcome)") }
      try await #expect(Sessions(fixture.accounts).current(maya.opened.token.text, at: fixture.now) == nil)
      #expect(opened.knownDevice?.text != maya.opened.knownDevice?.text)
      try await #expect(fixture.count("session") == 1)
      try await #expect(fixture.count("known_device") == 1)
    }
  }

  @Test("on a shared phone the session is short and nothing is remembered", arguments: TestDatabase.tested)
  func shared(_ database: TestDatabase) async throws {
    try await AccountFixture.with(database) { fixture in
      _ = try await fixture.signUp("maya@example.org")
      let before = try await fixture.count("known_device")
      let outcome = try await SignIn(fixture.accounts).attempt(
        email: "maya@example.org", password: AccountFixture.password, AccountFixture.manner(isShared: true),
        at: fixture.now)
      guard case .signedIn(let opened) = outcome else { throw Unexpected(what: "\(outcome)") }
      #expect(opened.session.kind == .shared && opened.knownDevice == nil)
      try await #expect(fixture.count("known_device") == before)
      fixture.pass(.seconds(600))
      try await #expect(Sessions(fixture.accounts).current(opened.token.text, at: fixture.now) == nil)
    }
  }
}
