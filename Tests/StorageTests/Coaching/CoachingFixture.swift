import CanonicalJSON
import Cryptography
import Rules
import Services
import Testing
import Vocabulary

@testable import Storage

/// A school with a coach, a director, and somebody who studies there.
struct CoachingFixture {
  let fixture: AccountFixture
  let sealed: SealedDatabase
  let school: Organization
  let maya: SignedIn
  let coach: SignedIn
  let director: SignedIn

  static let day = RoadmapFixture.asOf
  /// All that a coach can see.
  static let all = Role.coach.needs
  /// Texts of records that nobody but their owner is to see.
  static let planted = ["tb-test", "drug-screen", "declined", "exempt", "exclusion", "background"]

  var coaching: Coaching { Coaching(fixture.accounts, evidence: sealed.evidence, base: RoadmapFixture.base) }
  var moment: Coaching.Moment { Coaching.Moment(now: fixture.now, day: Self.day) }

  static func with(_ database: TestDatabase, _ body: (CoachingFixture) async throws -> Void) async throws {
    try await database.withSealed { sealed in
      let fixture = try await AccountFixture(sealed)
      let school = try await fixture.organization("Riverside", .school)
      let here = CoachingFixture(
        fixture: fixture, sealed: sealed, school: school,
        maya: try await fixture.member("maya@example.org", of: school, as: .person),
        coach: try await fixture.member("cora@example.org", of: school, as: .coach, Set(Permission.allCases)),
        director: try await fixture.member("dora@example.org", of: school, as: .director))
      try await here.plant()
      try await body(here)
    }
  }

  /// Health items and screenings of Maya.
  private func plant() async throws {
    func record(_ id: String, _ kind: EvidenceKind, _ values: [String: FactValue]) -> RecordChange {
      .add(.evidence(EvidenceRecord(id: id, kind: kind, values: values)))
    }
    try await sealed.health.apply(
      [
        record("health-1", .health, ["type": .word("tb-test"), "outcome": .word("declined")]),
        record("health-2", .health, ["type": .word("drug-screen"), "outcome": .word("exempt")]),
        record("screening-1", .screening, ["type": .word("exclusion"), "clear": .flag(false)]),
        record("screening-2", .screening, ["type": .word("background"), "clear": .flag(false)]),
      ], to: maya.person, by: maya.account.text, at: fixture.now)
  }

  func keep(_ records: [EvidenceRecord], of signedIn: SignedIn? = nil) async throws {
    let owner = signedIn ?? maya
    try await sealed.evidence.apply(
      records.map { .add(.evidence($0)) }, to: owner.person, by: owner.account.text, at: fixture.now)
  }

  /// Somebody under 18 who studies there, whose guardian has consented on paper.
  func minor(_ email: String) async throws -> SignedIn {
    _ = try #require(
      try await Invitations(fixture.accounts).invite(
        email: email, to: school.id, as: .person, language: .english, by: .machine, at: fixture.now))
    let minor = try await fixture.acceptAnew(try await fixture.token(to: email), born: "2011-06-01")
    try await guardian(of: minor, gives: true)
    return minor
  }

  func guardian(of minor: SignedIn, gives isGiven: Bool) async throws {
    try await #expect(
      GuardianConsents(fixture.accounts).note(given: isGiven, of: minor.person, by: director, at: fixture.now))
  }

  static func card(_ days: Int, _ id: String = "card-1") -> EvidenceRecord {
    EvidenceRecord(
      id: id, kind: .card,
      values: ["type": .word("bls"), "expires": .day(DayInterval(day.adding(days: days)), expected: false)])
  }

  @discardableResult
  func share(
    _ kinds: Set<EvidenceKind> = all, _ purpose: Consent.Purpose = .coaching, by signedIn: SignedIn? = nil,
    until: Instant? = nil
  ) async throws -> Consent {
    let outcome = try await Consents(fixture.accounts).give(
      Consents.Draft(receiver: .organization(school.id), purpose: purpose, kinds: kinds, until: until),
      by: signedIn ?? maya, at: fixture.now)
    guard case .given(let consent) = outcome else { throw Unexpected(what: "\(outcome)") }
    return consent
  }

  func revoke(_ consent: Consent) async throws {
    try await #expect(Consents(fixture.accounts).revoke(consent.id, by: maya, at: fixture.now))
  }

  func list(_ who: SignedIn? = nil) async throws -> [Coaching.Candidate] {
    try await coaching.list(for: who ?? coach, at: moment)
  }

  func look(_ who: SignedIn? = nil, at person: PersonID? = nil) async throws -> Coaching.Candidate {
    try await coaching.look(person ?? maya.person, for: school.id, by: who ?? coach, at: moment)
  }

  @discardableResult
  func note(_ text: String, isNoPatient: Bool = false, by who: SignedIn? = nil) async throws -> Coaching.Outcome {
    try await coaching.note(
      text, isNoPatient: isNoPatient, about: maya.person, for: school.id, by: who ?? coach, at: moment)
  }

  @discardableResult
  func set(_ plan: CoachingPlan, seen: Int = 0, by who: SignedIn? = nil) async throws -> Coaching.Outcome {
    try await coaching.set(plan, seen: seen, of: maya.person, for: school.id, by: who ?? coach, at: moment)
  }

  /// What the log says of Maya's coaching, opened with her key.
  func entries(_ kind: String) async throws -> [String] {
    try await fixture.accounts.store.read { [maya] in
      try $0.entries(of: maya.person, kind: kind).map(\.payload.text)
    }
  }
}
