import Cryptography
import Rules
import Services
import Testing
import Vocabulary

@testable import Storage

@Suite("Deleting, holding and tidying accounts, on every database", .serialized)
struct AdministrationTests {
  @Test("a deleted account leaves no row and no key; others stay", arguments: TestDatabase.tested)
  func deletion(_ database: TestDatabase) async throws {
    try await AccountFixture.with(database) { fixture in
      let eve = try await fixture.signUp("eve@example.org")
      let maya = try await fixture.enableFactor(try await fixture.signUp("maya@example.org").signedIn)
      let school = try await fixture.organization("Riverside", .school)
      for (receiver, signedIn) in [
        (Consent.Receiver.organization(school.id), maya.signedIn), (.account(eve.signedIn.account), maya.signedIn),
        (.account(maya.signedIn.account), eve.signedIn),
      ] {
        let draft = Consents.Draft(receiver: receiver, purpose: .schooling, kinds: [.program])
        guard case .given = try await Consents(fixture.accounts).give(draft, by: signedIn, at: fixture.now) else {
          throw Unexpected(what: "refused")
        }
      }
      let deletion = AccountDeletion(fixture.accounts)
      await #expect(throws: Refusal.notYours) {
        try await deletion.delete(maya.signedIn.account, by: .account(eve.signedIn), at: fixture.now)
      }
      try await #expect(
        deletion.delete(maya.signedIn.account, by: .account(maya.signedIn), at: fixture.now) == .deleted)
      try await #expect(deletion.delete(maya.signedIn.account, by: .machine, at: fixture.now) == .nothing)
      for (table, left) in [
        ("account", 1), ("session", 1), ("known_device", 1), ("second_factor", 0), ("recovery_code", 0), ("consent", 0),
        ("one_time_token", 0),
      ] { try await #expect(fixture.count(table) == left, "\(table)") }
      try await #expect(Sessions(fixture.accounts).current(maya.opened.token.text, at: fixture.now) == nil)
      let forgotten = try await fixture.engine.read {
        try $0.rows("SELECT person FROM test_forgotten")[0].bytes("person")
      }
      #expect(forgotten == maya.signedIn.person.bytes)
      try await #expect(fixture.log().last == "account.deleted")
      try await #expect(fixture.outbox().last?.content == .accountDeleted)
      // The address is free again.
      _ = try await fixture.signUp("maya@example.org")
    }
  }

  @Test("a hold refuses deletion and says why, until it is lifted or over", arguments: TestDatabase.tested)
  func holds(_ database: TestDatabase) async throws {
    try await AccountFixture.with(database) { fixture in
      let maya = try await fixture.signUp("maya@example.org").signedIn
      let (holds, deletion) = (Holds(fixture.accounts), AccountDeletion(fixture.accounts))
      let through = try #require(CivilDate("2027-01-20"))
      await #expect(throws: Refusal.notAdministrator) {
        try await holds.place(
          .legal, on: .fresh(from: .system), reason: "x", through: nil, by: .account(maya), at: fixture.now)
      }
      try await #expect(
        holds.place(.retention, on: maya.account, reason: "state rule", through: through, by: .machine, at: fixture.now)
      )
      try await #expect(
        deletion.delete(maya.account, by: .account(maya), at: fixture.now)
          == .held(.retention, reason: "state rule", through: through))
      try await #expect(
        holds.place(.legal, on: maya.account, reason: "a dispute", through: nil, by: .machine, at: fixture.now))
      try await #expect(
        deletion.delete(maya.account, by: .machine, at: fixture.now) == .held(.legal, reason: "a dispute", through: nil)
      )
      try await #expect(fixture.count("account") == 1)
      try await #expect(holds.lift(.legal, on: maya.account, by: .machine, at: fixture.now))
      try await #expect(!holds.lift(.legal, on: maya.account, by: .machine, at: fixture.now))
      fixture.pass(.seconds(7 * 86_400))
      try await #expect(deletion.delete(maya.account, by: .machine, at: fixture.now) == .deleted)
      try await #expect(
        fixture.log() == ["account.created", "hold.placed", "hold.placed", "hold.lifted", "account.deleted"])
    }
  }

  @Test("the last administrator is not deleted", arguments: TestDatabase.tested)
  func lastAdministrator(_ database: TestDatabase) async throws {
    try await AccountFixture.with(database) { fixture in
      let root = try await fixture.administrator()
      let deletion = AccountDeletion(fixture.accounts)
      try await #expect(
        deletion.delete(root.account, by: .account(root), at: fixture.now) == .lastAdministrator)
      let maya = try await fixture.signUp("maya@example.org").signedIn
      try await #expect(
        Administrators(fixture.accounts).set(true, maya.account, by: .account(root), at: fixture.now) == .done)
      try await #expect(deletion.delete(root.account, by: .account(root), at: fixture.now) == .deleted)
    }
  }

  @Test("an administrator lists accounts and disables one; whoever is none does not", arguments: TestDatabase.tested)
  func administrators(_ database: TestDatabase) async throws {
    try await AccountFixture.with(database) { fixture in
      let root = try await fixture.administrator()
      let maya = try await fixture.signUp("maya@example.org").signedIn
      let administrators = Administrators(fixture.accounts)
      let me = Requester.account(root)
      var seen: [String] = []
      var after: Account.ID?
      repeat {
        let some = try await administrators.list(after: after, limit: 1, by: me, at: fixture.now)
        seen += some.map(\.email.text)
        after = some.last?.account.id
      } while after != nil
      #expect(Set(seen) == ["root@example.org", "maya@example.org"] && seen.count == 2)
      try await #expect(administrators.find(email: "MAYA@example.org", by: me, at: fixture.now)?.id == maya.account)
      await #expect(throws: Refusal.notAdministrator) {
        try await administrators.list(after: nil, limit: 1, by: .account(maya), at: fixture.now)
      }
      await #expect(throws: Refusal.notOnYourself) {
        try await administrators.disable(true, root.account, by: me, at: fixture.now)
      }
      try await #expect(administrators.disable(true, maya.account, by: me, at: fixture.now) == .done)
      let zoe = try await fixture.signUp("zoe@example.org")
      let sessions = Sessions(fixture.accounts)
      await #expect(throws: Refusal.notAdministrator) {
        try await sessions.endAll(by: .account(zoe.signedIn), at: fixture.now)
      }
      try await sessions.endOthers(of: zoe.signedIn.account, by: me, at: fixture.now)
      try await #expect(sessions.current(zoe.opened.token.text, at: fixture.now) == nil)
      try await sessions.endAll(by: me, at: fixture.now)
      try await #expect(fixture.count("session") == 0)
    }
  }

  @Test(
    "keys are renewed: everything opens with the newest, and addresses are found by it", arguments: TestDatabase.tested)
  func keys(_ database: TestDatabase) async throws {
    try await AccountFixture.with(database) { fixture in
      try await withFolder { folder in
        let ring = try KeyRing(folder: "\(folder)/keys")
        func accounts() throws -> Accounts {
          try AccountFixture.accounts(
            fixture.engine, record: try ring.keys(for: .record), lookup: try ring.keys(for: .lookup))
        }
        func signIn(_ accounts: Accounts) async throws -> Bool {
          let outcome = try await SignIn(accounts).attempt(
            email: "maya1@example.org", password: AccountFixture.password, AccountFixture.manner(), at: fixture.now)
          if case .signedIn = outcome { return true }
          return false
        }
        let old = try accounts()
        for number in 0..<5 {
          let request = SignUp.Request(
            email: "maya\(number)@example.org", born: CivilDate(days: 0), language: .english, carried: [],
            origin: .unknown)
          _ = try await SignUp(old).ask(request, at: fixture.now)
          let payload = try await fixture.engine.read {
            try $0.rows("SELECT payload FROM job ORDER BY id DESC LIMIT 1")[0].bytes("payload")
          }
          guard case .signUp(let token)? = try MailSeal(keys: try ring.keys(for: .record)).open(payload)?.content else {
            throw Unexpected(what: "no mail")
          }
          _ = try await SignUp(old).finish(
            token, password: AccountFixture.password, AccountFixture.manner(), at: fixture.now)
        }
        try ring.rotate(.record)
        try ring.rotate(.lookup)
        let both = try accounts()
        try await #expect(signIn(both), "before they are renewed")
        var (after, rounds): (Account.ID?, Int) = (nil, 0)
        repeat {
          after = try await KeyRenewal(both).renew(after: after, limit: 2, by: .machine, at: fixture.now)
          rounds += 1
        } while after != nil
        #expect(rounds == 3)
        try ring.remove(1, of: .record)
        try ring.remove(1, of: .lookup)
        let new = try accounts()
        try await #expect(signIn(new), "with the newer keys only")
        try await #expect(Administrators(new).list(after: nil, limit: 9, by: .machine, at: fixture.now).count == 5)
      }
    }
  }

  @Test("what has ended is removed, and nothing else", arguments: TestDatabase.tested)
  func housekeeping(_ database: TestDatabase) async throws {
    try await AccountFixture.with(database) { fixture in
      let maya = try await fixture.signUp("maya@example.org")
      _ = try await PasswordReset(fixture.accounts).ask(
        email: "maya@example.org", language: .english, origin: AccountFixture.here, at: fixture.now)
      let keeping = Housekeeping(fixture.accounts)
      try await keeping.tidy(at: fixture.now)
      try await #expect(fixture.count("one_time_token") == 1)
      try await #expect(Sessions(fixture.accounts).current(maya.opened.token.text, at: fixture.now) != nil)
      fixture.pass(.seconds(200 * 86_400))
      try await keeping.tidy(at: fixture.now)
      for table in ["session", "known_device", "one_time_token", "throttle"] {
        try await #expect(fixture.count(table) == 0, "\(table)")
      }
      try await #expect(fixture.count("account") == 1)
    }
  }

  @Test("what is not written to the log did not happen", arguments: TestDatabase.tested)
  func together(_ database: TestDatabase) async throws {
    struct Refusing: EntryWriter {
      struct Full: Error {}
      func append(_ drafts: [LogEntryDraft], in statements: any Statements, at now: Instant) throws -> Range<Int> {
        throw Full()
      }
      func entries(of person: PersonID, kind: String, in statements: any Statements) throws -> [PersonEntry] { [] }
      func entries(
        of people: [PersonID], kinds: [String], in statements: any Statements
      ) throws -> [PersonID: [String: [PersonEntry]]] { [:] }
      func destroyKey(of person: PersonID, in statements: any Statements) throws { throw Full() }
    }
    try await AccountFixture.with(database) { fixture in
      let maya = try await fixture.signUp("maya@example.org").signedIn
      let good = fixture.accounts
      let accounts = Accounts(
        store: SQLAccountStore(fixture.engine, log: Refusing(), record: NumberedKeys(.random())), vault: good.vault,
        passwords: good.passwords)
      await #expect(throws: Refusing.Full.self) {
        try await AccountDeletion(accounts).delete(maya.account, by: .machine, at: fixture.now)
      }
      try await #expect(fixture.count("account") == 1)
      try await #expect(fixture.outbox().last?.content != .accountDeleted)
    }
  }
}
