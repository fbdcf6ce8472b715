import Cryptography
public import Knowledge
public import Rules
public import Vocabulary

/// Notes what issuers say of people's records, and shows what is due. Who looks at a record of somebody else here needs their
/// consent, and each look is an entry in their log.
public struct SourceChecks: Sendable {
  let accounts: Accounts
  let evidence: any EvidenceStore
  public let base: KnowledgeBase
  public let policy: CheckPolicy

  public init(_ accounts: Accounts, evidence: any EvidenceStore, base: KnowledgeBase, policy: CheckPolicy = .standard) {
    (self.accounts, self.evidence, self.base, self.policy) = (accounts, evidence, base, policy)
  }

  /// A record that an issuer can be asked about.
  public struct Item: Sendable {
    public let person: PersonID
    /// The address of their account, by which members know each other; nil for one's own.
    public let email: EmailAddress?
    public let record: EvidenceRecord
    public let place: RecordReference
    public let standing: CheckStanding
    public let issuer: RecordIssuer
    /// The names of the person; nil: they are not shared with who looks.
    public let names: [KnownName]?
    /// Since when it is to be looked at: the day it was recorded or changed while nobody has asked, else the day on which the last
    /// check counts no more.
    public let due: CivilDate

    /// Whether it is to be looked at on a day.
    public func isDue(on day: CivilDate) -> Bool { due <= day }
  }

  /// What a look at a list or a record is about: the present time, and the day where the work is.
  public struct Moment: Hashable, Sendable {
    public let now: Instant
    public let day: CivilDate

    public init(now: Instant, day: CivilDate) { (self.now, self.day) = (now, day) }
  }

  /// One's own record, with all that was said of it, what is due first.
  public struct Own: Sendable {
    public let items: [Item]
    /// Every check, the newest first, those of earlier versions too.
    public let checks: [KeptCheck]
    /// The names of the organizations that checked.
    public let organizations: [Organization.ID: String]
  }

  /// All checks of whoever is signed in.
  ///
  /// - Throws: `Refusal`, `LogError`.
  public func own(for signedIn: SignedIn, at moment: Moment) async throws -> Own {
    let record = SharedRecord(
      person: signedIn.person, isMinor: signedIn.isMinor, hasGuardian: false, memberOf: [], consents: [])
    try AccessPolicy.require(.account(signedIn), .seeChecks, on: .record(record), at: moment.now)
    let versions = try await evidence.versions(of: signedIn.person)
    let (checks, names) = try await accounts.store.read { tables in
      let checks = try Self.checks(of: signedIn.person, in: tables)
      var names: [Organization.ID: String] = [:]
      for id in Set(checks.map(\.check.by.organization)) { names[id] = try tables.organization(id)?.name }
      return (checks, names)
    }
    return Own(
      items: items(
        of: signedIn.person, nil, versions, checks.counting(by: policy), SourceCheck.kinds,
        names: Self.names(versions), moment),
      checks: checks.reversed(),
      organizations: names)
  }

  /// One's own record as rules take it, with what issuers said of it: what every answer about a person rests on.
  ///
  /// - Throws: `Refusal`, `LogError`.
  public func evidence(for signedIn: SignedIn, at moment: Moment) async throws -> CheckedEvidence {
    let record = SharedRecord(
      person: signedIn.person, isMinor: signedIn.isMinor, hasGuardian: false, memberOf: [], consents: [])
    try AccessPolicy.require(.account(signedIn), .seeChecks, on: .record(record), at: moment.now)
    let versions = try await evidence.versions(of: signedIn.person)
    let checks = try await accounts.store.read { try Self.checks(of: signedIn.person, in: $0) }
    return CheckedEvidence(
      RecordedEvidence(versions) { Self.day($0, moment) }, checks.counting(by: policy), on: moment.day)
  }

  /// How long checks count for an organization: its own policy, else that of the installation.
  public func policy(of organization: Organization) -> CheckPolicy { organization.checkPolicy ?? policy }

  /// The checks of a person, in the order in which they were noted.
  static func checks(of person: PersonID, in tables: any AccountTables) throws -> [KeptCheck] {
    checks(try tables.entries(of: person, kind: SourceCheckJSON.kind))
  }

  static func checks(_ entries: [PersonEntry]) -> [KeptCheck] {
    entries.compactMap { entry in
      SourceCheckJSON.check(entry.payload).map { KeptCheck($0, observed: entry.recordedAt) }
    }
  }

  /// The records of some kinds, the one that has waited longest first.
  ///
  /// - Parameter names: see `Item.names`.
  func items(
    of person: PersonID, _ email: EmailAddress?, _ versions: [RecordVersion], _ checks: [KeptCheck],
    _ kinds: Set<EvidenceKind>, names: [KnownName]?, _ moment: Moment
  ) -> [Item] {
    let recorded = RecordedEvidence(versions.filter { kinds.contains($0.content.kind) }) { Self.day($0, moment) }
    let checked = CheckedEvidence(recorded, checks, on: moment.day)
    return recorded.evidence.records.compactMap { record -> Item? in
      guard let standing = checked.standings[record.id], let place = checked.places[record.id] else { return nil }
      return Item(
        person: person, email: email, record: record, place: place, standing: standing,
        issuer: RecordIssuer(of: record, base, on: moment.day), names: names, due: due(record, standing, moment.day))
    }.sorted { ($0.due, $0.record.id) < ($1.due, $1.record.id) }
  }

  static func names(_ versions: [RecordVersion]) -> [KnownName] {
    versions.compactMap { version in
      if case .evidence(let record) = version.content { KnownName(record) } else { nil }
    }
  }

  private func due(_ record: EvidenceRecord, _ standing: CheckStanding, _ day: CivilDate) -> CivilDate {
    switch standing {
    case .unchecked, .changedSince: min(record.recorded ?? day, day)
    case .holds(let kept), .inPart(let kept), .tooOld(let kept), .differs(let kept): kept.check.dueAgain
    }
  }

  /// The day of an earlier time, counted back from now.
  private static func day(_ time: Instant, _ moment: Moment) -> CivilDate {
    moment.day.adding(days: -Int(max(0, (moment.now - time).components.seconds) / 86_400))
  }
}
