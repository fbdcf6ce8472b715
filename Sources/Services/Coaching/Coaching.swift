public import Knowledge
public import Rules
public import Vocabulary

/// Helps people toward a certification: whom a coach helps, what comes next for each, notes, and whose turn it is. Nothing is seen
/// but by a consent that stands now, and each look is an entry in the log of the person.
public struct Coaching: Sendable {
  let accounts: Accounts
  let evidence: any EvidenceStore
  public let base: KnowledgeBase
  let policy: CheckPolicy

  public init(_ accounts: Accounts, evidence: any EvidenceStore, base: KnowledgeBase, policy: CheckPolicy = .standard) {
    (self.accounts, self.evidence, self.base, self.policy) = (accounts, evidence, base, policy)
  }

  /// When somebody looks or writes: the time, and the day where the work is.
  public struct Moment: Hashable, Sendable {
    public let now: Instant
    public let day: CivilDate

    public init(now: Instant, day: CivilDate) { (self.now, self.day) = (now, day) }
  }

  /// A member of an organization.
  public struct Member: Hashable, Sendable {
    public let account: Account.ID
    public let email: EmailAddress
  }

  /// Somebody who shares with a coach.
  public struct Candidate: Sendable {
    public let person: PersonID
    public let organization: Organization
    public let email: EmailAddress
    /// As the record says it today; nil: not shared, or not said.
    public let name: String?
    /// What is shared.
    public let kinds: Set<EvidenceKind>
    /// What is shared, as rules take it.
    public let evidence: Evidence
    public let standing: CandidateStanding
    public let plan: CoachingPlan
    /// How often the plan was said: a form of an older one changes nothing.
    public let version: Int
    /// Under consents that stand, the newest first.
    public let notes: [CoachingNote]
    /// Who can see to it.
    public let staff: [Member]

    /// The address of a member; nil: not one of the staff any more.
    public func email(of account: Account.ID) -> EmailAddress? { staff.first { $0.account == account }?.email }
  }

  /// What can be worked toward: every credential of which a rule says who can sit its exam.
  public var goals: [Credential] { base.credentials.filter { base.book.rule($0.id + "/eligibility") != nil } }

  // MARK: - Looking

  /// All whom somebody coaches, for every organization: overdue replies first, then what is nearest to failing. Opening the list
  /// is a look at each of them, and noted as one.
  ///
  /// - Throws: `Refusal`, `LogError`.
  public func list(for signedIn: SignedIn, at moment: Moment) async throws -> [Candidate] {
    var found: [Opened] = []
    let places = signedIn.memberships.filter { $0.role == .coach }
    guard !places.isEmpty else { throw Refusal.notInRole }
    for place in places {
      try require(signedIn, .seeCandidates, on: .organization(place.organization, place.kind), at: moment.now)
      let people = try await accounts.store.read { tables in
        Array(Set(try tables.consents(to: place.organization).filter { $0.isActive(at: moment.now) }.map(\.person)))
      }
      found += try await open(people, for: place.organization, signedIn, moment)
    }
    // What asks the rules is made once: it keeps what is the same for everybody.
    let rules = CandidateRules(base)
    return Self.inOrder(try found.map { try candidate($0, rules, moment) }, on: moment.day)
  }

  /// One of them.
  ///
  /// - Throws: `Refusal`: `.noConsent` also for who does not exist; `LogError`.
  public func look(
    _ person: PersonID, for id: Organization.ID, by signedIn: SignedIn, at moment: Moment
  ) async throws -> Candidate {
    try await requireCoach(signedIn, id, moment.now)
    guard let opened = try await open([person], for: id, signedIn, moment).first else { throw Refusal.noConsent }
    return try candidate(opened, CandidateRules(base), moment)
  }

  /// Overdue replies, the longest overdue first; then by the first day on which something fails or has failed; then by the day of
  /// an expected reply.
  static func inOrder(_ candidates: [Candidate], on today: CivilDate) -> [Candidate] {
    func rank(_ candidate: Candidate) -> (Int, CivilDate, CivilDate, String) {
      let reply = candidate.plan.reply
      let (fails, by) = (candidate.standing.failing ?? .distantFuture, reply?.by ?? .distantFuture)
      return reply?.isOverdue(on: today) == true
        ? (0, by, fails, candidate.email.text) : (1, fails, by, candidate.email.text)
    }
    return candidates.sorted { rank($0) < rank($1) }
  }

  // MARK: - Parts

  func require(_ signedIn: SignedIn, _ action: Action, on subject: Subject, at now: Instant) throws(Refusal) {
    try AccessPolicy.require(.account(signedIn), action, on: subject, at: now)
  }

  /// Lets only those on who coach for an organization.
  func requireCoach(_ signedIn: SignedIn, _ id: Organization.ID, _ now: Instant) async throws {
    guard let organization = try await accounts.store.read({ try $0.organization(id) }) else { throw Refusal.notMember }
    try require(signedIn, .seeCandidates, on: .organization(id, organization.kind), at: now)
  }

  /// What somebody shares for coaching with one organization, and the consents by which they do. Whoever does not exist, shares
  /// nothing or no more looks the same.
  ///
  /// - Throws: `Refusal.noConsent`.
  static func shared(
    _ person: PersonID, with id: Organization.ID, _ signedIn: SignedIn, in tables: any AccountTables, at now: Instant
  ) throws -> (owner: Account, record: SharedRecord, consents: [Consent.ID]) {
    guard let owner = try tables.account(of: person) else { throw Refusal.noConsent }
    let record = try SharedRecords(tables: tables, now: now).record(of: owner, for: signedIn)
    func only(_ consents: [Consent]) -> SharedRecord {
      SharedRecord(
        person: record.person, isMinor: record.isMinor, hasGuardian: record.hasGuardian, memberOf: record.memberOf,
        consents: consents)
    }
    let standing = record.consents.filter { consent in
      consent.receiver == .organization(id)
        && Role.coach.needs.contains {
          AccessPolicy.decide(.account(signedIn), .coach($0), on: .record(only([consent])), at: now).isAllowed
        }
    }
    guard !standing.isEmpty else { throw Refusal.noConsent }
    return (owner, only(standing), standing.map(\.id))
  }

  /// Who can see to somebody: the staff of an organization.
  func staff(of id: Organization.ID, in tables: any AccountTables) throws -> [Member] {
    let accounts = Set(try tables.members(of: id).filter { $0.role.isStaff }.map(\.account))
    return try accounts.compactMap { id in
      try tables.account(id).map { Member(account: id, email: try self.accounts.email(of: $0)) }
    }.sorted { $0.email.text < $1.email.text }
  }

  /// So many looks are noted in one transaction: others who write wait for it.
  private static let atOnce = 50

  /// A look at each of some people, noted in the transaction that decides on it. Who does not share, or no more, is left out.
  private func open(
    _ people: [PersonID], for id: Organization.ID, _ signedIn: SignedIn, _ moment: Moment
  ) async throws -> [Opened] {
    var all: [Opened] = []
    for start in stride(from: 0, to: people.count, by: Self.atOnce) {
      let some = people[start..<min(start + Self.atOnce, people.count)]
      let opened = try await accounts.store.write(at: moment.now) { tables -> [Opened] in
        guard let organization = try tables.organization(id) else { return [] }
        let staff = try self.staff(of: id, in: tables)
        let shared = try some.compactMap { person in
          do { return try self.grant(person, of: id, to: signedIn, in: tables, moment.now) } catch is Refusal {
            return nil
          }
        }
        let kinds = [CoachingEntries.plan, CoachingEntries.note, SourceCheckJSON.kind]
        let said = try tables.entries(of: shared.map(\.grant.person), kinds: kinds)
        return shared.map { shared in
          let own = said[shared.grant.person] ?? [:]
          return Opened(
            grant: shared.grant, organization: organization, email: shared.email,
            plans: CoachingEntries.plans(own[CoachingEntries.plan] ?? []).filter {
              shared.consents.contains($0.consent)
            },
            notes: CoachingEntries.notes(own[CoachingEntries.note] ?? []).filter {
              shared.consents.contains($0.consent)
            },
            staff: staff, checks: SourceChecks.checks(own[SourceCheckJSON.kind] ?? []))
        }
      }
      let versions = try await evidence.versions(of: opened.map(\.grant.person))
      all += opened.compactMap { one in
        guard let own = versions[one.grant.person] else { return nil }
        var one = one
        one.versions = own.filter { one.grant.kinds.contains($0.content.kind) }
        return one
      }
    }
    return all
  }

  /// What somebody can look at, noted as a look.
  ///
  /// - Throws: `Refusal`, before anything is noted.
  private func grant(
    _ person: PersonID, of id: Organization.ID, to signedIn: SignedIn, in tables: any AccountTables, _ now: Instant
  ) throws -> (grant: ReadGrant, email: EmailAddress, consents: [Consent.ID])? {
    let (owner, record, consents) = try Self.shared(person, with: id, signedIn, in: tables, at: now)
    let grant = try SharedReading.coached(record, by: signedIn, in: tables, at: now)
    return (grant, try accounts.email(of: owner), consents)
  }

  /// What comes next for somebody, by what was opened.
  private func candidate(_ opened: Opened, _ rules: CandidateRules, _ moment: Moment) throws -> Candidate {
    let recorded = RecordedEvidence(opened.versions) { time in
      moment.day.adding(days: -Int(max(0, (moment.now - time).components.seconds) / 86_400))
    }
    let known = CheckedEvidence(recorded, opened.checks.counting(by: policy), on: moment.day).evidence
    let plan = opened.plans.last?.plan ?? CoachingPlan()
    let kinds = opened.grant.kinds
    return Candidate(
      person: opened.grant.person, organization: opened.organization, email: opened.email,
      name: KnownName.all(in: known).first(where: \.isCurrent)?.name, kinds: kinds, evidence: known,
      standing: try CandidateStanding(rules, known, shared: kinds, goal: plan.goal, asOf: moment.day), plan: plan,
      version: opened.plans.count, notes: opened.notes.reversed(), staff: opened.staff)
  }

  private struct Opened: Sendable {
    let grant: ReadGrant
    let organization: Organization
    let email: EmailAddress
    let plans: [KeptCoachingPlan]
    let notes: [CoachingNote]
    let staff: [Member]
    let checks: [KeptCheck]
    /// Of the kinds that are shared.
    var versions: [RecordVersion] = []
  }
}
