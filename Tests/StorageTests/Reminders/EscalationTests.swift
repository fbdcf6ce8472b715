import Cryptography
import Rules
import Services
import Testing
import Vocabulary

@testable import Storage

@Suite("Coordinators hear of what stays unanswered, on every engine")
struct EscalationTests {
  /// An agency with a coordinator and one who keeps its members too, and Maya, who shares with it.
  private struct Here {
    let fixture: ReminderFixture
    let agency: Organization
    let maya: SignedIn
    let carol: SignedIn
    let lee: SignedIn

    func run() async throws { _ = try await fixture.run() }

    /// The mails to coordinators, with how many things each tells of.
    func told() async throws -> [String: Int] {
      let seal = MailSeal(keys: fixture.sealed.keys.record)
      let payloads = try await fixture.sealed.engine.read { statements in
        try statements.rows("SELECT payload FROM job WHERE kind = 'mail'").map { try $0.bytes("payload") }
      }
      var counts: [String: Int] = [:]
      for payload in payloads {
        let mail = try #require(try seal.open(payload))
        guard case .unanswered(let name, let id, let count) = mail.content else { continue }
        #expect(name == agency.name && id == agency.id)
        counts[mail.to.text, default: 0] += count
      }
      return counts
    }

    func unanswered(_ signedIn: SignedIn) async throws -> [Reminders.Unanswered]? {
      try await fixture.reminders.unanswered(in: agency.id, for: signedIn, at: fixture.now)
    }

    func wants(_ isEscalated: Bool) async throws {
      try await fixture.reminders.set(
        ReminderSettings(
          isMailOn: true, language: .english, zone: .newYork, quiet: QuietHours(from: 21, until: 7),
          isEscalated: isEscalated), for: maya, at: fixture.now)
    }

    func share(_ kinds: Set<EvidenceKind> = [.card, .certification, .health]) async throws -> Consent {
      let outcome = try await Consents(fixture.accounts).give(
        Consents.Draft(receiver: .organization(agency.id), purpose: .placement, kinds: kinds), by: maya,
        at: fixture.now)
      guard case .given(let consent) = outcome else { throw Unexpected(what: "\(outcome)") }
      return consent
    }
  }

  private func with(_ database: TestDatabase, _ body: (Here) async throws -> Void) async throws {
    try await ReminderFixture.with(database) { fixture in
      let agency = Organization(id: .fresh(from: .system), name: "Agency", kind: .agency, createdAt: fixture.now)
      try await fixture.accounts.store.write(at: fixture.now) { try $0.add(agency) }
      func member(_ name: String, _ permissions: Set<Permission>) async throws -> SignedIn {
        let signedIn = try await fixture.person(name)
        let membership = Membership(
          organization: agency.id, kind: .agency, account: signedIn.account, role: .coordinator,
          permissions: permissions, since: fixture.now)
        try await fixture.accounts.store.write(at: fixture.now) { [now = fixture.now] tables in
          try tables.put(membership)
          try tables.put(SecondFactor(account: signedIn.account, secret: [1], lastStep: nil, enabledAt: now))
        }
        return SignedIn(
          account: signedIn.account, person: signedIn.person, isMinor: false, isAdministrator: false,
          memberships: [membership], session: signedIn.session, factors: 2, isRecent: true)
      }
      try await body(
        Here(
          fixture: fixture, agency: agency, maya: try await fixture.person("maya"),
          carol: try await member("carol", []), lee: try await member("lee", [.members])))
    }
  }

  @Test("a coordinator hears after the person, who keeps the members later, each once", arguments: TestDatabase.tested)
  func levels(_ database: TestDatabase) async throws {
    try await with(database) { here in
      _ = try await here.share()
      try await here.wants(true)
      try await here.fixture.card(20, of: here.maya)
      try await here.run()
      // On the first day only Maya herself.
      try await #expect(here.told().isEmpty)
      for _ in 0..<5 {
        here.fixture.pass(days: 1)
        try await here.run()
      }
      try await #expect(here.told() == ["carol@example.org": 1])
      try await #expect(here.unanswered(here.carol)?.map(\.email.text) == ["maya@example.org"])
      try await #expect(here.unanswered(here.lee)?.isEmpty == true)
      for _ in 0..<10 {
        here.fixture.pass(days: 1)
        try await here.run()
      }
      try await #expect(here.told() == ["carol@example.org": 1, "lee@example.org": 1])
      let others = try await here.fixture.reminders.look(for: here.maya, .english, at: here.fixture.now).others
      #expect(others.map(\.organization) == ["Agency"])
      // Nobody else sees it.
      try await #expect(here.unanswered(here.maya) == nil)
      // An answer settles it.
      try await here.fixture.card(700, of: here.maya)
      here.fixture.pass(days: 1)
      try await here.run()
      try await #expect(here.unanswered(here.carol)?.isEmpty == true)
      try await #expect(here.fixture.sealed.report().isIntact)
      try await #expect(here.fixture.sealed.recordAudit.report { _ in }.faultCount == 0)
    }
  }

  @Test(
    "nobody hears without the tick, a consent that names it, and two steps of signing in",
    arguments: TestDatabase.tested)
  func consent(_ database: TestDatabase) async throws {
    try await with(database) { here in
      try await here.fixture.card(10, of: here.maya)
      let health = EvidenceRecord(
        id: "", kind: .health,
        values: [
          "type": .word("tb-test"),
          "expires": .day(DayInterval(ReminderFixture.today.adding(days: 5)), expected: false),
        ])
      try await here.fixture.sealed.health.apply(
        [.add(.evidence(health))], to: here.maya.person, by: "test", at: here.fixture.now)
      func day() async throws {
        here.fixture.pass(days: 1)
        try await here.run()
      }
      try await here.run()
      _ = try await here.share([.certification, .health])
      try await day()
      try await here.wants(true)
      try await day()
      // The consent names health, and not cards.
      try await #expect(here.told().isEmpty)
      let consent = try await here.share([.card])
      try await here.fixture.accounts.store.write(at: here.fixture.now) { [here] tables in
        try tables.removeSecondFactor(of: here.carol.account)
      }
      try await day()
      try await #expect(here.told() == ["lee@example.org": 1])
      try await #expect(here.unanswered(here.lee)?.count == 1)
      _ = try await Consents(here.fixture.accounts).revoke(consent.id, by: here.maya, at: here.fixture.now)
      try await here.wants(false)
      try await #expect(here.unanswered(here.lee)?.isEmpty == true)
      try await day()
      try await #expect(here.told() == ["lee@example.org": 1])
    }
  }

  @Test("a renewal that its issuer does not confirm settles nothing", arguments: TestDatabase.tested)
  func refusedProof(_ database: TestDatabase) async throws {
    try await with(database) { here in
      _ = try await here.share()
      try await here.fixture.card(5, of: here.maya)
      try await here.run()
      let sent = here.fixture.post.mails.count
      #expect(sent == 1)
      here.fixture.pass(.seconds(60))
      let newer = try await here.fixture.card(700, of: here.maya)
      here.fixture.pass(days: 1)
      try await here.run()
      #expect(here.fixture.post.mails.count == sent)
      let checks = SourceChecks(
        here.fixture.accounts, evidence: here.fixture.sealed.evidence, base: ReminderFixture.base)
      let day = ReminderFixture.local(here.fixture.now, .newYork).day
      let outcome = try await checks.record(
        SourceChecks.Draft(
          seen: newer.sequence, method: .website, answer: .nothingFound, stated: day,
          source: "American Heart Association", evidence: nil),
        of: newer.record, here.maya.person, for: here.agency.id, by: here.carol,
        at: SourceChecks.Moment(now: here.fixture.now, day: day))
      guard case .recorded = outcome else { throw Unexpected(what: "\(outcome)") }
      // On the day before the last day of the older one.
      here.fixture.pass(days: 3)
      try await here.run()
      #expect(here.fixture.post.mails.count == sent + 1)
      try await #expect(here.fixture.audit().isSound)
    }
  }
}
