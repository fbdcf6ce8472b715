public import Cryptography
public import Knowledge
public import Planning
public import Rules
public import Vocabulary

/// Keeps roadmaps for people with accounts: each person their own, and nobody else's. Sharing one with a coach or a director,
/// by consent, is not there yet.
public struct Roadmaps: Sendable {
  let base: KnowledgeBase
  let store: any RoadmapStore
  let evidence: any EvidenceStore
  let random: RandomBytes

  public init(
    _ base: KnowledgeBase, store: any RoadmapStore, evidence: any EvidenceStore, random: RandomBytes = .system
  ) {
    (self.base, self.store, self.evidence, self.random) = (base, store, evidence, random)
  }

  /// When something is done: the time, and the day that it is where the person is.
  public struct Moment: Hashable, Sendable {
    public let now: Instant
    public let day: CivilDate

    public init(now: Instant, day: CivilDate) { (self.now, self.day) = (now, day) }
  }

  /// A kept roadmap as it is looked at.
  public struct View: Sendable {
    public let kept: KeptRoadmap
    /// The plan made anew on the day of looking, from what is known then.
    public let plan: Plan
    /// The steps of that plan, with what the person says of them.
    public let steps: [RoadmapStep]
    /// What the last change moved: the plan before it beside the one after it, both as on the day of the change; nil before the
    /// first.
    public let moved: PlanDifference?
    /// What has moved since by itself, because days have passed or rules have changed.
    public let since: PlanDifference
    /// What it was made from, with the records that steps name as evidence.
    public let evidence: Evidence
  }

  /// What came of a change.
  public enum Outcome: Sendable {
    case changed(View)
    case refused(StepRefusal)
    /// There is none of that name, or not any more.
    case noSuchRoadmap
    /// Somebody has changed it since it was looked at.
    case changedMeanwhile
  }

  // MARK: - Looking

  /// The roadmaps of whoever is signed in.
  ///
  /// - Throws: `Refusal`, `LogError`.
  public func list(for signedIn: SignedIn, at now: Instant) async throws -> [KeptRoadmap] {
    try require(signedIn, at: now)
    return try await store.roadmaps(of: signedIn.person)
  }

  /// One of them, planned anew for today; nil when there is none of that name.
  ///
  /// - Throws: `Refusal`, `LogError`.
  public func look(_ id: RoadmapID, for signedIn: SignedIn, at moment: Moment) async throws -> View? {
    try require(signedIn, at: moment.now)
    guard let kept = try await kept(id, signedIn) else { return nil }
    let known = try await facts(signedIn).evidence
    let planning = RoadmapPlanning(base: base)
    let roadmap = kept.roadmap
    func plan(on day: CivilDate) throws -> Plan? {
      try planning.plan(roadmap.credential, known, roadmap.assumptions, asOf: day)
    }
    guard let now = try plan(on: moment.day),
      let then = roadmap.plannedOn == moment.day ? now : try plan(on: roadmap.plannedOn)
    else { return nil }
    return View(
      kept: kept, plan: now, steps: planning.steps(now, after: roadmap.steps),
      moved: try await moved(roadmap, then, signedIn), since: PlanDifference(from: then, to: now), evidence: known)
  }

  // MARK: - Inside

  func require(_ signedIn: SignedIn, at now: Instant) throws(Refusal) {
    let own = SharedRecord(
      person: signedIn.person, isMinor: signedIn.isMinor, hasGuardian: false, memberOf: [], consents: [])
    try AccessPolicy.require(.account(signedIn), .keepRoadmaps, on: .record(own), at: now)
  }

  func kept(_ id: RoadmapID, _ signedIn: SignedIn) async throws -> KeptRoadmap? {
    try await store.roadmaps(of: signedIn.person).first { $0.roadmap.id == id }
  }

  /// The record as it stands, or as it was known at a time. No question here is about what was known on a day, so no day of
  /// recording is needed.
  func facts(_ signedIn: SignedIn, known: Instant? = nil) async throws -> RecordedEvidence {
    let versions = try await evidence.versions(of: signedIn.person, known: known, on: nil)
    return RecordedEvidence(versions) { _ in .distantPast }
  }

  /// What the last change of a roadmap moved: the plan of the day of the change beside the one from what was known before it.
  func moved(_ roadmap: SavedRoadmap, _ then: Plan, _ signedIn: SignedIn) async throws -> PlanDifference? {
    guard let before = roadmap.before else { return nil }
    let known = try await facts(signedIn, known: before.known).evidence
    let planning = RoadmapPlanning(base: base)
    let old = try planning.plan(roadmap.credential, known, before.assumptions, asOf: roadmap.plannedOn)
    return old.map { PlanDifference(from: $0, to: then) }
  }
}
