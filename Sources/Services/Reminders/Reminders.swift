public import Cryptography
public import Knowledge
import Rules
public import Vocabulary

/// What people are reminded of: each person of what is their own, and nobody else.
public struct Reminders: Sendable {
  let base: KnowledgeBase
  let accounts: Accounts
  let store: any ReminderStore
  let feeds: any FeedStore
  let evidence: any EvidenceStore
  let health: any HealthStore
  let roadmaps: (any RoadmapStore)?
  let local: LocalClock
  let random: RandomBytes

  /// - Parameters:
  ///   - roadmaps: whose goals count as wanted; nil: only those that an application or an attempt names.
  ///   - local: what clocks show in a time zone.
  public init(
    _ base: KnowledgeBase, accounts: Accounts, store: any ReminderStore & FeedStore, evidence: any EvidenceStore,
    health: any HealthStore, roadmaps: (any RoadmapStore)?, local: @escaping LocalClock, random: RandomBytes = .system
  ) {
    (self.base, self.accounts, self.store, feeds, self.evidence) = (base, accounts, store, store, evidence)
    (self.health, self.roadmaps, self.local, self.random) = (health, roadmaps, local, random)
  }

  /// What somebody sees of their reminders.
  public struct View: Sendable {
    /// Nil: they have not said anything yet.
    public let settings: ReminderSettings?
    /// The day where they are.
    public let today: CivilDate
    /// What is told about at this time, what has failed first.
    public let open: [DueItem]
    /// What comes later, with the first day on which it is told.
    public let later: [(item: DueItem, first: CivilDate)]
    /// The last mails.
    public let mails: [DigestRow]
    /// Whom else we told of what stays unanswered: the organization and when.
    public let others: [(organization: String, toldAt: Instant)]
    /// Whether nobody has looked for a day.
    public let isLate: Bool
  }

  /// Looks at one's own.
  ///
  /// - Parameter language: of the page, for who has said nothing yet.
  /// - Throws: `Refusal`, `LogError`.
  public func look(for signedIn: SignedIn, _ language: Language, at now: Instant) async throws -> View {
    try AccessPolicy.require(.account(signedIn), .keepReminders, on: .record(own(signedIn)), at: now)
    let settings = try await store.settings(of: signedIn.person)
    let today = local(now, (settings ?? .usual(language)).zone).day
    let items = try await items(of: signedIn.person, known: nil, on: today)
    let choice = NoticeChoice(base.leadTimes)
    let later = items.compactMap { item in choice.series(item).map { (item, $0.first) } }.filter { $0.1 > today }
    return View(
      settings: settings, today: today, open: choice.open(items, on: today), later: later,
      mails: try await store.digests(of: signedIn.person, limit: 14), others: try await others(of: signedIn.person),
      isLate: try await store.watch().isLate(at: now))
  }

  /// Says how to be reminded.
  ///
  /// - Throws: `Refusal`, `LogError`.
  public func set(_ settings: ReminderSettings, for signedIn: SignedIn, at now: Instant) async throws {
    try AccessPolicy.require(.account(signedIn), .keepReminders, on: .record(own(signedIn)), at: now)
    try await store.set(settings, of: signedIn.person, by: signedIn.account.text, at: now)
  }

  /// Whether nobody has looked for a day, though somebody is to be reminded.
  public func isLate(at now: Instant) async throws -> Bool { try await watch().isLate(at: now) }

  /// When somebody last looked.
  public func watch() async throws -> ReminderWatch { try await store.watch() }

  /// The evidence without what its issuer did not confirm, where something else of the same name stands: a renewal that was
  /// refused settles nothing, so what it had settled is told again.
  private func accepted(
    _ recorded: RecordedEvidence, of person: PersonID, _ known: Instant?, on day: CivilDate
  ) async throws -> Evidence {
    let records = recorded.evidence.records
    guard records.contains(where: { SourceCheck.kinds.contains($0.kind) }) else { return recorded.evidence }
    let checks = try await accounts.store.read { try SourceChecks.checks(of: person, in: $0) }
      .filter { check in known.map { check.observed <= $0 } ?? true }
    guard !checks.isEmpty else { return recorded.evidence }
    let refused = CheckedEvidence(recorded, checks, on: day).standings.filter { $0.value.isRefusal }
    func name(_ record: EvidenceRecord) -> [FactValue] { [record["of"], record["type"]] }
    let kept = records.filter { record in
      refused[record.id] == nil
        || !records.contains {
          refused[$0.id] == nil && $0.kind == record.kind && name($0) == name(record)
        }
    }
    return Evidence(records: kept, completeThrough: recorded.evidence.completeThrough)
  }

  // MARK: - Inside

  func own(_ signedIn: SignedIn) -> SharedRecord {
    SharedRecord(person: signedIn.person, isMinor: signedIn.isMinor, hasGuardian: false, memberOf: [], consents: [])
  }

  /// What of a person runs out, by what is known now or was known at a time.
  func items(
    of person: PersonID, known: Instant?, on day: CivilDate, with list: DueList? = nil
  ) async throws -> [DueItem] {
    let versions = try await evidence.versions(of: person, known: known, on: nil)
    let evidence = try await accepted(RecordedEvidence(versions) { _ in .distantPast }, of: person, known, on: day)
    let health = Evidence(try await health.versions(of: person, known: known, on: nil)) { _ in .distantPast }
    let goals = try await roadmaps?.roadmaps(of: person).map(\.roadmap.credential) ?? []
    return try (list ?? DueList(base)).items(evidence, health: health, goals: Set(goals), asOf: day)
  }
}
