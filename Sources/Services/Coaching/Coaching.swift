public import Knowledge
public import Rules
public import Vocabulary

/// Helps people toward a certification: whom a coach helps, what comes next for each, notes, and whose turn it is. Nothing is seen
/// but by a consent that stands now, and each look is an entry in the log of the person.
public struct Coaching: Sendable {
  let accounts: Accounts
  let evidence: any EvidenceStore
  public let base: KnowledgeBase

  public init(_ accounts: Accounts, evidence: any EvidenceStore, base: KnowledgeBase) {
    (self.accounts, self.evidence, self.base) = (accounts, evidence, base)
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
        Set(try tables.consents(to: place.organization).filter { $0.isActive(at: moment.now) }.map(\.person))
      }
      for person in people {
        // Somebody can revoke while the list is made.
        do { found.append(try await open(person, for: place.organization, signedIn, moment)) } catch is Refusal {}
      }
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
    return try candidate(try await open(person, for: id, signedIn, moment), CandidateRules(base), moment)
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

  /// A look, noted in the transaction that decides on it.
  private func open(
    _ person: PersonID, for id: Organization.ID, _ signedIn: SignedIn, _ moment: Moment
  ) async throws -> Opened {
    var opened = try await accounts.store.write(at: moment.now) { tables -> Opened in
      let (owner, record, consents) = try Self.shared(person, with: id, signedIn, in: tables, at: moment.now)
      guard let organization = try tables.organization(id) else { throw Refusal.noConsent }
      let grant = try SharedReading.coached(record, by: signedIn, in: tables, at: moment.now)
      let plans = CoachingEntries.plans(try tables.entries(of: person, kind: CoachingEntries.plan))
      let notes = CoachingEntries.notes(try tables.entries(of: person, kind: CoachingEntries.note))
      return Opened(
        grant: grant, organization: organization, email: try self.accounts.email(of: owner),
        plans: plans.filter { consents.contains($0.consent) }, notes: notes.filter { consents.contains($0.consent) },
        staff: try self.staff(of: id, in: tables), checks: try SourceChecks.checks(of: person, in: tables))
    }
    do {
      opened.versions = try await evidence.versions(of: person).filter { opened.grant.kinds.contains($0.content.kind) }
    } catch LogError.personErased {
      throw Refusal.noConsent
    }
    return opened
  }

  /// What comes next for somebody, by what was opened.
  private func candidate(_ opened: Opened, _ rules: CandidateRules, _ moment: Moment) throws -> Candidate {
    let recorded = RecordedEvidence(opened.versions) { time in
      moment.day.adding(days: -Int(max(0, (moment.now - time).components.seconds) / 86_400))
    }
    let known = CheckedEvidence(recorded, opened.checks, on: moment.day).evidence
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
