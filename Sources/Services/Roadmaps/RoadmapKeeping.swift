import Knowledge
public import Planning
public import Rules
import Vocabulary

extension Roadmaps {
  /// What came of keeping one.
  public enum Keeping: Sendable, Hashable {
    case kept(RoadmapID)
    /// There is one to this credential already: it was planned again from what was told now.
    case again(RoadmapID)
    /// No rule of the credential is known.
    case noSuchCredential
    case tooMany
  }

  /// Keeps a roadmap to a credential, and with it what the person told us so far.
  ///
  /// - Parameters:
  ///   - told: the evidence of their answers; what is known of a record and not told now stays.
  ///   - answers: the answers themselves, for looking at them elsewhere.
  /// - Throws: `Refusal`, `RecordError`, `LogError`.
  public func keep(
    _ credential: String, told: Evidence, answers: [KeptAnswer] = [],
    assumptions: PlanAssumptions = PlanAssumptions(), for signedIn: SignedIn, at moment: Moment
  ) async throws -> Keeping {
    try require(signedIn, at: moment.now)
    let known = try await facts(signedIn)
    let all = known.evidence.told(told)
    let changes = known.changes(to: all, why: Self.toldAnew)
    let planning = RoadmapPlanning(base: base)
    guard let plan = try planning.plan(credential, all, assumptions, asOf: moment.day) else {
      return .noSuchCredential
    }
    let kept = try await store.roadmaps(of: signedIn.person)
    if let old = kept.first(where: { $0.roadmap.credential == credential }) {
      var roadmap = old.roadmap
      roadmap.before = RoadmapBefore(known: moment.now - .microseconds(1), assumptions: roadmap.assumptions)
      roadmap.answers = answers
      planned(&roadmap, plan, planning, moment)
      try await store.write(
        .change(roadmap, sequence: old.sequence), records: changes, of: signedIn.person, by: signedIn.account.text,
        at: moment.now)
      return .again(roadmap.id)
    }
    guard kept.count < SavedRoadmap.most else { return .tooMany }
    let roadmap = SavedRoadmap(
      id: .fresh(from: random), credential: credential, keptOn: moment.day, plannedOn: moment.day,
      edition: base.edition, assumptions: assumptions, promise: RoadmapPromise(plan),
      steps: planning.steps(plan, after: []), answers: answers)
    try await store.write(
      .keep(roadmap), records: changes, of: signedIn.person, by: signedIn.account.text, at: moment.now)
    return .kept(roadmap.id)
  }

  /// Keeps what the person told us, without a roadmap.
  ///
  /// - Throws: `Refusal`, `RecordError`, `LogError`.
  public func keepAnswers(_ told: Evidence, for signedIn: SignedIn, at moment: Moment) async throws {
    try require(signedIn, at: moment.now)
    let known = try await facts(signedIn)
    let changes = known.changes(to: known.evidence.told(told), why: Self.toldAnew)
    guard !changes.isEmpty else { return }
    try await evidence.apply(changes, to: signedIn.person, by: signedIn.account.text, at: moment.now)
  }

  /// Keeps a roadmap no more. What was told stays in the record.
  ///
  /// - Returns: false when there is none of that name.
  /// - Throws: `Refusal`, `LogError`.
  public func remove(_ id: RoadmapID, for signedIn: SignedIn, at moment: Moment) async throws -> Bool {
    try require(signedIn, at: moment.now)
    guard let kept = try await kept(id, signedIn) else { return false }
    try await store.write(
      .remove(id, sequence: kept.sequence), records: [], of: signedIn.person, by: signedIn.account.text,
      at: moment.now)
    return true
  }

  func planned(_ roadmap: inout SavedRoadmap, _ plan: Plan, _ planning: RoadmapPlanning, _ moment: Moment) {
    roadmap.plannedOn = moment.day
    roadmap.edition = base.edition
    roadmap.promise = RoadmapPromise(plan)
    roadmap.steps = planning.steps(plan, after: roadmap.steps)
  }

  /// Why a record is corrected.
  private static let toldAnew = "told anew in the interview"
}

extension Evidence {
  /// The evidence once somebody has told more of themselves: what is told now counts, what is not told now stays, and what
  /// somebody else has confirmed is not touched.
  func told(_ other: Evidence) -> Evidence {
    var all = self
    for new in other.records where !new.kind.isHealth {
      guard let old = records.first(where: { $0.id == new.id && $0.kind == new.kind }) else {
        all.put(records.contains { $0.id == new.id } ? new.renamed("told-" + new.id) : new)
        continue
      }
      guard old.grade == .selfReported else { continue }
      var both = old
      for (slot, value) in new.values.enumerated() where value != .unknown { both.values[slot] = value }
      both.provenance = new.provenance ?? old.provenance
      all.put(both)
    }
    for (kind, through) in other.completeThrough where !kind.isHealth {
      all.completeThrough[kind] = max(through, completeThrough[kind] ?? .distantPast)
    }
    return all
  }
}

extension EvidenceRecord {
  /// The same under another id.
  fileprivate func renamed(_ id: String) -> EvidenceRecord {
    var copy = EvidenceRecord(id: id, kind: kind, grade: grade, recorded: recorded, provenance: provenance)
    copy.values = values
    return copy
  }
}
