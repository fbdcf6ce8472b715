import Cryptography
import Rules
import Services
import Testing
import Vocabulary

@testable import Storage

/// Somebody with a certification, and an employer whose verifier asks issuers.
struct VerificationFixture {
  let fixture: AccountFixture
  let sealed: SealedDatabase
  let maya: SignedIn
  let employer: Organization
  let verifier: SignedIn

  static let day = RoadmapFixture.asOf

  var moment: SourceChecks.Moment { SourceChecks.Moment(now: fixture.now, day: Self.day) }
  var checks: SourceChecks {
    SourceChecks(fixture.accounts, evidence: sealed.evidence, base: RoadmapFixture.base)
  }
  var links: ProofLinks { ProofLinks(fixture.accounts, evidence: sealed.evidence, base: RoadmapFixture.base) }

  static func with(_ database: TestDatabase, _ body: (VerificationFixture) async throws -> Void) async throws {
    try await database.withSealed { sealed in
      let fixture = try await AccountFixture(sealed)
      let employer = try await fixture.organization("Lakeside", .employer)
      let maya = try await fixture.member("maya@example.org", of: employer, as: .person)
      let verifier = try await fixture.member("vera@example.org", of: employer, as: .verifier)
      let here = VerificationFixture(
        fixture: fixture, sealed: sealed, maya: maya, employer: employer, verifier: verifier)
      try await sealed.evidence.apply(
        [.add(.evidence(certified(day.adding(days: -200), through: day.adding(days: 400))))], to: maya.person,
        by: maya.account.text, at: fixture.now)
      try await body(here)
    }
  }

  static func certified(_ first: CivilDate, through last: CivilDate?, of credential: String = "aama/cma")
    -> EvidenceRecord
  {
    var record = EvidenceRecord(
      id: "certification-1", kind: .certification,
      values: [
        "of": .word(credential), "date": .day(DayInterval(first), expected: false), "by": .word("examination"),
      ])
    if let last { record["expires"] = .day(DayInterval(last), expected: false) }
    return record
  }

  @discardableResult
  func share(_ purpose: Consent.Purpose = .verification, _ kinds: Set<EvidenceKind> = [.certification]) async throws
    -> Consent
  {
    let outcome = try await Consents(fixture.accounts).give(
      Consents.Draft(receiver: .organization(employer.id), purpose: purpose, kinds: kinds), by: maya, at: fixture.now)
    guard case .given(let consent) = outcome else { throw Unexpected(what: "\(outcome)") }
    return consent
  }

  /// What the record of Maya says of her certification.
  func place() async throws -> RecordReference {
    let versions = try await sealed.evidence.versions(of: maya.person)
    let version = try #require(versions.first { $0.content.kind == .certification })
    return RecordReference(record: version.record, sequence: version.sequence)
  }

  func draft(
    _ answer: SourceCheck.Answer, stated: CivilDate? = VerificationFixture.day, seen: Int? = nil
  ) async throws -> SourceChecks.Draft {
    var entry = seen
    if entry == nil { entry = try await place().sequence }
    return SourceChecks.Draft(
      seen: entry ?? 0, method: .website, answer: answer, stated: stated, source: "",
      evidence: nil)
  }

  /// Maya says names of hers.
  func names(_ names: [(name: String, type: String)]) async throws {
    let changes = names.enumerated().map { index, name in
      RecordChange.add(
        .evidence(
          EvidenceRecord(
            id: "person-name-\(index + 1)", kind: .personName,
            values: ["name": .word(name.name), "type": .word(name.type)])))
    }
    try await sealed.evidence.apply(changes, to: maya.person, by: maya.account.text, at: fixture.now)
  }

  /// The issuer confirms, and shows a name.
  func note(showing name: String) async throws -> SourceChecks.Outcome {
    var draft = try await draft(Self.confirmed)
    draft.name = name
    return try await checks.record(
      draft, of: place().record, maya.person, for: employer.id, by: verifier, at: moment)
  }

  /// The issuer confirms the days of the record.
  static let confirmed = SourceCheck.Answer.confirms(begins: day.adding(days: -200), ends: day.adding(days: 400))

  @discardableResult
  func note(_ answer: SourceCheck.Answer = VerificationFixture.confirmed, stated: CivilDate? = VerificationFixture.day)
    async throws -> SourceChecks.Outcome
  {
    try await checks.record(
      draft(answer, stated: stated), of: place().record, maya.person, for: employer.id, by: verifier, at: moment)
  }

  func link(_ name: String = "Maya Sample", days: Int = 30) async throws -> (ProofLink, SecretToken) {
    let content = ProofLink.Content(credentials: ["aama/cma"], purpose: .job, name: name)
    let outcome = try await links.make(content, days: days, for: maya, at: fixture.now)
    guard case .made(let link, let token) = outcome else { throw Unexpected(what: "\(outcome)") }
    return (link, token)
  }

  func look(_ token: SecretToken, through: CivilDate? = nil, on day: CivilDate = VerificationFixture.day) async throws
    -> ProofLinks.Look
  {
    try await links.look(
      token.text, through: through, origin: AccountFixture.here,
      at: SourceChecks.Moment(now: fixture.now, day: day))
  }
}

extension ProofLinks.Look {
  /// What an open link shows; nil for any other answer.
  var shown: ProofLinks.Shown? { if case .shown(let shown) = self { shown } else { nil } }
}
