import CanonicalJSON
import Cryptography
import Rules
import Services
import Testing
import Vocabulary

@testable import Storage

@Suite("Organizations are told of reminders of those who want that, on every engine")
struct HookStoreTests {
  private struct Here {
    let fixture: ReminderFixture
    let agency: Organization
    let maya: SignedIn
    let keeper: SignedIn

    var hooks: ReminderHooks { ReminderHooks(fixture.accounts) }

    func set(_ address: String = "https://texts.example.org/x") async throws -> HookSecret {
      let address = try #require(HookAddress(address, HookPolicy()))
      return try await hooks.set(address, of: agency.id, by: keeper, at: fixture.now)
    }

    func share(_ kinds: Set<EvidenceKind>) async throws -> Consent {
      let outcome = try await Consents(fixture.accounts).give(
        Consents.Draft(receiver: .organization(agency.id), purpose: .placement, kinds: kinds), by: maya,
        at: fixture.now)
      guard case .given(let consent) = outcome else { throw Unexpected(what: "\(outcome)") }
      return consent
    }

    func messages() async throws -> [OutgoingHook] {
      let seal = HookSeal(keys: fixture.sealed.keys.record)
      let payloads = try await fixture.sealed.engine.read { statements in
        try statements.rows("SELECT payload FROM job WHERE kind = 'webhook' ORDER BY id").map {
          try $0.bytes("payload")
        }
      }
      return try payloads.map { try #require(try seal.open($0)) }
    }

    func count(_ table: String) async throws -> Int {
      try await fixture.sealed.engine.read { try $0.count("SELECT COUNT(*) FROM \(table)") }
    }
  }

  private func with(_ database: TestDatabase, _ body: (Here) async throws -> Void) async throws {
    try await ReminderFixture.with(database) { fixture in
      let agency = Organization(id: .fresh(from: .system), name: "Agency", kind: .agency, createdAt: fixture.now)
      let maya = try await fixture.person("maya")
      let keeper = try await fixture.person("lee")
      let membership = Membership(
        organization: agency.id, kind: .agency, account: keeper.account, role: .coordinator, permissions: [.members],
        since: fixture.now)
      try await fixture.accounts.store.write(at: fixture.now) { tables in
        try tables.add(agency)
        try tables.put(membership)
      }
      let signedIn = SignedIn(
        account: keeper.account, person: keeper.person, isMinor: false, isAdministrator: false,
        memberships: [membership], session: keeper.session, factors: 2, isRecent: false)
      try await body(Here(fixture: fixture, agency: agency, maya: maya, keeper: signedIn))
    }
  }

  @Test(
    "with a consent for the channel and for the kind, once with each mail, and nothing of health",
    arguments: TestDatabase.tested)
  func told(_ database: TestDatabase) async throws {
    try await with(database) { here in
      let secret = try await here.set()
      try await #expect(here.hooks.channels(of: here.maya, at: here.fixture.now).isEmpty)
      let consent = try await here.share([.card, .health])
      try await #expect(here.hooks.channels(of: here.maya, at: here.fixture.now).map(\.isOn) == [false])
      try await here.fixture.card(20, of: here.maya)
      let expires = FactValue.day(DayInterval(ReminderFixture.today.adding(days: 5)), expected: false)
      try await here.fixture.sealed.health.apply(
        [
          .add(
            .evidence(
              EvidenceRecord(id: "", kind: .health, values: ["type": .word("tb-test"), "expires": expires])))
        ],
        to: here.maya.person, by: "test", at: here.fixture.now)
      _ = try await here.fixture.run()
      // The mail went out; nobody had said that others are told.
      try await #expect(here.messages().isEmpty)
      try await here.hooks.choose(true, here.agency.id, for: here.maya, at: here.fixture.now)
      try await #expect(here.hooks.channels(of: here.maya, at: here.fixture.now).map(\.isOn) == [true])
      here.fixture.pass(days: 6)
      _ = try await here.fixture.run()
      here.fixture.pass(.seconds(3_600))
      _ = try await here.fixture.run()
      let message = try #require(try await here.messages().first)
      try await #expect(here.messages().count == 1)
      let last = ReminderFixture.today.adding(days: 20)
      let text = String(decoding: message.body, as: UTF8.self)
      #expect(
        text == """
          {"data":{"day":"\(ReminderFixture.today.adding(days: 6))","language":"en","person":"\(here.maya.person.text)",\
          "things":[{"kind":"card","last_day":"\(last)"}]},"type":"reminder.due"}
          """)
      #expect(message.id.hasSuffix("-" + here.agency.id.text))
      let receiver = try #require(try await here.hooks.receiver(of: message, at: here.fixture.now))
      #expect(receiver.secret == secret && receiver.address.text == "https://texts.example.org/x")
      // What ends meanwhile is not told any more.
      _ = try await Consents(here.fixture.accounts).revoke(consent.id, by: here.maya, at: here.fixture.now)
      try await #expect(here.hooks.receiver(of: message, at: here.fixture.now) == nil)
      _ = try await here.share([.card])
      try await #expect(here.hooks.receiver(of: message, at: here.fixture.now) != nil)
      try await here.hooks.choose(false, here.agency.id, for: here.maya, at: here.fixture.now)
      try await #expect(here.hooks.receiver(of: message, at: here.fixture.now) == nil)
      try await #expect(here.fixture.sealed.report().isIntact)
      try await #expect(here.fixture.sealed.recordAudit.report { _ in }.faultCount == 0)
    }
  }

  @Test(
    "the address is kept by who keeps the members, sealed; another one asks everybody anew",
    arguments: TestDatabase.tested)
  func kept(_ database: TestDatabase) async throws {
    try await with(database) { here in
      await #expect(throws: Refusal.self) {
        _ = try await here.hooks.look(at: here.agency.id, by: here.maya, at: here.fixture.now)
      }
      let first = try await here.set()
      _ = try await here.share([.certification])
      try await here.hooks.choose(true, here.agency.id, for: here.maya, at: here.fixture.now)
      let kept = try await here.hooks.look(at: here.agency.id, by: here.keeper, at: here.fixture.now)
      #expect(kept.people.map(\.email.text) == ["maya@example.org"] && kept.address?.text.hasSuffix("/x") == true)
      let sealed = try await here.fixture.sealed.engine.read { statements in
        try statements.first("SELECT sealed FROM reminder_hook")?.bytes("sealed")
      }
      let text = String(decoding: try #require(sealed), as: UTF8.self)
      #expect(!text.contains("texts.example") && !text.contains("whsec"))
      let second = try await here.set("https://other.example.org/y")
      #expect(first != second)
      let again = try await here.hooks.look(at: here.agency.id, by: here.keeper, at: here.fixture.now)
      #expect(again.people.isEmpty && again.address?.text == "https://other.example.org/y")
      try await here.hooks.choose(true, here.agency.id, for: here.maya, at: here.fixture.now)
      _ = try await AccountDeletion(here.fixture.accounts).delete(
        here.maya.account, by: .account(here.maya), at: here.fixture.now)
      try await #expect(here.count("reminder_hook_consent") == 0)
      try await here.hooks.remove(of: here.agency.id, by: here.keeper, at: here.fixture.now)
      try await #expect(here.count("reminder_hook") == 0)
      // An address that nobody set cannot be wanted.
      try await here.hooks.choose(true, here.agency.id, for: here.keeper, at: here.fixture.now)
      try await #expect(here.count("reminder_hook_consent") == 0)
    }
  }
}
