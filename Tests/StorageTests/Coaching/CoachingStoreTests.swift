import CanonicalJSON
import Cryptography
import Knowledge
import Rules
import Services
import Testing
import Vocabulary

@testable import Storage

@Suite("Coaching, on every database", .serialized)
struct CoachingStoreTests {
  typealias Fixture = CoachingFixture
  private let day = Fixture.day

  @Test(
    "whom a coach sees shares with them now; each look is logged, and the person sees it",
    arguments: TestDatabase.tested)
  func looks(_ database: TestDatabase) async throws {
    try await Fixture.with(database) { here in
      try await #expect(here.list().isEmpty)
      await #expect(throws: Refusal.noConsent) { try await here.look() }
      await #expect(throws: Refusal.noConsent) { try await here.look(at: .fresh(from: .system)) }
      try await here.keep([Fixture.card(40)])
      // For another purpose is not for this.
      try await here.share([.card], .schooling)
      await #expect(throws: Refusal.noConsent) { try await here.look() }
      try await here.share([.card, .health, .screening])
      let found = try #require(try await here.list().first)
      #expect(found.person == here.maya.person && found.kinds == [.card] && found.name == nil)
      #expect(found.standing.failing == day.adding(days: 40))
      guard case .due(let item) = found.standing.next else { throw Unexpected(what: "\(found.standing.next)") }
      #expect(item.kind == .card && found.standing.blockers == [.document(Phrase("a new card", "una tarjeta nueva"))])
      _ = try await here.look()
      let engagement = try #require(try await here.coaching.own(for: here.maya, at: here.fixture.now).first)
      #expect(
        engagement.organization == here.school
          && engagement.looks.map(\.by?.text) == ["cora@example.org", "cora@example.org"])
      try await #expect(here.sealed.report().isIntact)
      // Nobody else coaches: not the director, not the person, not a stranger.
      for who in [here.director, here.maya] {
        await #expect(throws: Refusal.notInRole) { try await here.list(who) }
        await #expect(throws: Refusal.notInRole) { try await here.look(who) }
      }
      let eve = try await here.fixture.signUp("eve@example.org").signedIn
      await #expect(throws: Refusal.notInRole) { try await here.list(eve) }
      await #expect(throws: Refusal.notMember) { try await here.look(eve) }
    }
  }

  @Test(
    "when sharing ends everything is gone at once: name, notes, plan, and what an open page sends",
    arguments: TestDatabase.tested)
  func revoked(_ database: TestDatabase) async throws {
    try await Fixture.with(database) { here in
      let consent = try await here.share()
      try await #expect(here.note("Called the school.") == .kept)
      try await #expect(here.set(CoachingPlan(goal: "aama/cma", owner: here.coach.account)) == .kept)
      let seen = try await here.look()
      #expect(seen.notes.map(\.text) == ["Called the school."] && seen.version == 1)
      try await here.revoke(consent)
      try await #expect(here.list().isEmpty)
      await #expect(throws: Refusal.noConsent) { try await here.look() }
      await #expect(throws: Refusal.noConsent) { try await here.note("Too late.") }
      await #expect(throws: Refusal.noConsent) { try await here.set(CoachingPlan(), seen: 1) }
      try await #expect(here.coaching.own(for: here.maya, at: here.fixture.now).isEmpty)
      try await #expect(here.entries("coach.note").count == 1)
      // A new consent does not bring back what was written under the old one.
      try await here.share()
      let again = try await here.look()
      #expect(again.notes.isEmpty && again.plan == CoachingPlan() && again.version == 0)
      // The person has all of it.
      try await #expect(here.note("Another one.") == .kept)
      let file = try await here.coaching.file(for: here.maya, at: here.fixture.now)
      #expect(file.contains("Called the school.") && file.contains("Another one.") && file.contains("aama/cma"))
      let eve = try await here.fixture.signUp("eve@example.org").signedIn
      try await #expect(!here.coaching.file(for: eve, at: here.fixture.now).contains("school"))
    }
  }

  @Test("a consent that runs out, or that a guardian takes back, ends it too", arguments: TestDatabase.tested)
  func expired(_ database: TestDatabase) async throws {
    try await Fixture.with(database) { here in
      try await here.share(until: here.fixture.now + .seconds(60))
      let kim = try await here.minor("kim@example.org")
      try await here.share(by: kim)
      try await #expect(here.look(at: kim.person).email.text == "kim@example.org")
      try await here.guardian(of: kim, gives: false)
      await #expect(throws: Refusal.noConsent) { try await here.look(at: kim.person) }
      try await here.guardian(of: kim, gives: true)
      await #expect(throws: Refusal.noConsent) { try await here.look(at: kim.person) }
      try await here.note("Called.")
      here.fixture.pass(.seconds(60))
      await #expect(throws: Refusal.noConsent) { try await here.look() }
      await #expect(throws: Refusal.noConsent) { try await here.note("Too late.") }
      try await #expect(here.list().isEmpty)
    }
  }

  @Test("nothing of health reaches a coach, the file or the entries", arguments: TestDatabase.tested)
  func health(_ database: TestDatabase) async throws {
    try await Fixture.with(database) { here in
      try await here.share(Set(EvidenceKind.allCases))
      let found = try await here.look()
      #expect(!found.kinds.contains { $0.isHealth } && !found.evidence.records.contains { $0.kind.isHealth })
      #expect(!found.standing.items.contains { $0.kind.isHealth })
      try await here.note("Called the school.")
      try await here.set(CoachingPlan(goal: "amt/rma"))
      let file = try await here.coaching.file(for: here.maya, at: here.fixture.now)
      let entries = try await here.entries("coach.note") + here.entries("coach.plan")
      for secret in Fixture.planted {
        #expect(!file.contains(secret) && !entries.joined().contains(secret), "\(secret)")
      }
      for use in try await here.entries("consent.used") {
        #expect(!use.contains("\"health\"") && !use.contains("\"screening\""))
      }
    }
  }

  @Test(
    "notes are bounded, asked about when they look like a patient's, and never changed",
    arguments: TestDatabase.tested)
  func notes(_ database: TestDatabase) async throws {
    try await Fixture.with(database) { here in
      try await here.share()
      for bad in ["", "a\u{202E}b", String(repeating: "x", count: 501)] {
        try await #expect(here.note(bad) == .badText)
      }
      let patient = "Patient 4711, DOB 3/14/1961"
      guard case .patient(let signs) = try await here.note(patient) else { throw Unexpected(what: "not asked about") }
      #expect(signs.contains(.birth))
      try await #expect(here.note(patient, isNoPatient: true) == .kept)
      here.fixture.pass(.seconds(1))
      try await #expect(here.note("Ask on Monday.") == .kept)
      let found = try await here.look()
      #expect(found.notes.map(\.text) == ["Ask on Monday.", patient])
      #expect(found.notes.map(\.by) == [here.coach.account, here.coach.account] && found.notes[0].day == day)
      let file = try await here.coaching.file(for: here.maya, at: here.fixture.now)
      #expect(!file.contains("Patient 4711") && file.contains("Ask on Monday.") && file.contains("cora@example.org"))
    }
  }

  @Test(
    "owner, goal and reply are of lists, and nobody overwrites what they have not seen",
    arguments: TestDatabase.tested)
  func plans(_ database: TestDatabase) async throws {
    try await Fixture.with(database) { here in
      try await here.share()
      typealias Reply = CoachingPlan.Reply
      for (plan, outcome) in [
        (CoachingPlan(goal: "nobody/none"), Coaching.Outcome.noSuchGoal),
        (CoachingPlan(owner: here.maya.account), .noSuchOwner),
        (CoachingPlan(owner: .fresh(from: .system)), .noSuchOwner),
        (CoachingPlan(reply: Reply(from: .issuer, by: day.previous)), .wrongDay),
        (CoachingPlan(reply: Reply(from: .issuer, by: day.adding(days: 731))), .wrongDay),
      ] {
        try await #expect(here.set(plan) == outcome)
      }
      let plan = CoachingPlan(
        goal: "aama/cma", owner: here.director.account, reply: Reply(from: .school, by: day.adding(days: 7)))
      try await #expect(here.set(plan) == .kept)
      try await #expect(here.set(CoachingPlan(), seen: 0) == .changedMeanwhile)
      let found = try await here.look()
      #expect(found.plan == plan && found.version == 1 && found.standing.credential?.id == "aama/cma")
      #expect(found.email(of: here.director.account)?.text == "dora@example.org")
      let engagement = try #require(try await here.coaching.own(for: here.maya, at: here.fixture.now).first)
      #expect(engagement.owner?.text == "dora@example.org" && engagement.plan == plan)
      // An overdue reply can stand while something else is changed.
      let late = Coaching.Moment(now: here.fixture.now, day: day.adding(days: 30))
      var other = plan
      other.owner = here.coach.account
      let outcome = try await here.coaching.set(
        other, seen: 1, of: here.maya.person, for: here.school.id, by: here.coach, at: late)
      #expect(outcome == .kept)
      // The same again is no change.
      try await #expect(here.set(other, seen: 2) == .kept)
      try await #expect(here.look().version == 2)
    }
  }

  @Test("overdue replies come first, then what is nearest to failing", arguments: TestDatabase.tested)
  func order(_ database: TestDatabase) async throws {
    try await Fixture.with(database) { here in
      var people: [SignedIn] = []
      for (name, days) in [("ana", 90), ("ben", 10), ("cid", -5), ("dan", 400)] {
        let person = try await here.fixture.member("\(name)@example.org", of: here.school, as: .person)
        try await here.keep([Fixture.card(days)], of: person)
        try await here.share(by: person)
        people.append(person)
      }
      func names(on day: CivilDate) async throws -> [String] {
        let moment = Coaching.Moment(now: here.fixture.now, day: day)
        return try await here.coaching.list(for: here.coach, at: moment).map { String($0.email.text.prefix(3)) }
      }
      try await #expect(names(on: day) == ["cid", "ben", "ana", "dan"])
      let outcome = try await here.coaching.set(
        CoachingPlan(reply: .init(from: .candidate, by: day)), seen: 0, of: people[3].person, for: here.school.id,
        by: here.coach, at: here.moment)
      #expect(outcome == .kept)
      try await #expect(names(on: day) == ["cid", "ben", "ana", "dan"])
      try await #expect(names(on: day.next) == ["dan", "cid", "ben", "ana"])
    }
  }

  @Test(
    "what is not shared is not taken to be missing: the answer is not known, and says why",
    arguments: TestDatabase.tested)
  func notShared(_ database: TestDatabase) async throws {
    try await Fixture.with(database) { here in
      // Of a fee that could have been paid, nothing is said; of one that is shared and not there, that its day has passed.
      try await here.keep([VerificationFixture.certified(day.adding(days: -1000), through: nil, of: "amt/rma")])
      let consent = try await here.share([.certification])
      let part = try await here.look()
      #expect(part.standing.items.isEmpty && part.standing.failing == nil && part.standing.next == .notKnown)
      #expect(part.standing.credential?.id == "amt/rma" && part.standing.blockers.contains(.notShared(.fee)))
      try await here.revoke(consent)
      try await here.share()
      let whole = try await here.look()
      #expect(try #require(whole.standing.failing) < day && !whole.standing.blockers.contains(.notShared(.fee)))
    }
  }

  @Test("deleting the person destroys what was noted of them", arguments: TestDatabase.tested)
  func deleted(_ database: TestDatabase) async throws {
    try await Fixture.with(database) { here in
      try await here.share()
      try await here.note("Called the school.")
      try await #expect(
        AccountDeletion(here.fixture.accounts).delete(
          here.maya.account, by: .account(here.maya), at: here.fixture.now) == .deleted)
      await #expect(throws: Refusal.noConsent) { try await here.look() }
      try await #expect(here.list().isEmpty)
      await #expect(throws: LogError.personErased) { try await here.entries("coach.note") }
      try await #expect(here.sealed.report().isIntact)
    }
  }
}
