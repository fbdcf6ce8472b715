import Planning
import Rules
public import Vocabulary

extension Roadmaps {
  /// Takes what the person says of one step. Its day, or that it is done, becomes a fact of their record or an assumption of
  /// the roadmap; then all of it is planned from scratch.
  ///
  /// - Parameter sequence: the entry that the person was looking at; nil: whatever stands now.
  /// - Throws: `Refusal`, `RecordError`, `LogError`.
  public func change(
    _ id: RoadmapID, step stepID: String, to statement: StepStatement, seen sequence: Int? = nil,
    for signedIn: SignedIn, at moment: Moment
  ) async throws -> Outcome {
    try require(signedIn, at: moment.now)
    guard let kept = try await kept(id, signedIn) else { return .noSuchRoadmap }
    guard sequence == nil || sequence == kept.sequence else { return .changedMeanwhile }
    let known = try await facts(signedIn)
    let planning = RoadmapPlanning(base: base)
    var roadmap = kept.roadmap
    guard
      let plan = try planning.plan(roadmap.credential, known.evidence, roadmap.assumptions, asOf: moment.day)
    else { return .noSuchRoadmap }
    roadmap.steps = planning.steps(plan, after: roadmap.steps)
    guard let place = roadmap.steps.firstIndex(where: { $0.id == stepID }) else { return .refused(.noSuchStep) }
    let old = roadmap.steps[place]
    if let refusal = Self.refusal(of: statement, old, asOf: moment.day) { return .refused(refusal) }

    var facts = StepFacts(plan, known.evidence, roadmap.assumptions)
    var settles: String?
    if let step = plan.steps.first(where: { $0.id == stepID }) {
      do { settles = try facts.take(statement, step, old: old) } catch { return .refused(error) }
    }
    let after = known.evidence.saidAnew(facts.evidence)
    let hasMoved = after != known.evidence || facts.assumptions != roadmap.assumptions
    roadmap.steps[place] = Self.told(old, statement, record: settles)
    if hasMoved {
      roadmap.before = RoadmapBefore(known: moment.now - .microseconds(1), assumptions: roadmap.assumptions)
      roadmap.assumptions = facts.assumptions
    }
    guard let next = try planning.plan(roadmap.credential, after, facts.assumptions, asOf: moment.day) else {
      return .noSuchRoadmap
    }
    planned(&roadmap, next, planning, moment)
    let written: Int
    do {
      written = try await store.write(
        .change(roadmap, sequence: kept.sequence),
        records: known.changes(to: after, why: "said of a step of a roadmap"), of: signedIn.person,
        by: signedIn.account.text, at: moment.now)
    } catch RoadmapError.changedMeanwhile, RecordError.changedMeanwhile {
      return .changedMeanwhile
    }
    let moved = hasMoved ? PlanDifference(from: plan, to: next) : try await self.moved(roadmap, next, signedIn)
    return .changed(
      View(
        kept: KeptRoadmap(roadmap: roadmap, sequence: written, changedAt: moment.now), plan: next,
        steps: roadmap.steps, moved: moved, since: PlanDifference(from: next, to: next), evidence: after))
  }

  /// Moves the promised day of a step, and plans again.
  ///
  /// - Throws: as `change`.
  public func slip(
    _ id: RoadmapID, step: String, to day: CivilDate, for signedIn: SignedIn, at moment: Moment
  ) async throws -> Outcome {
    guard let kept = try await kept(id, signedIn) else { return .noSuchRoadmap }
    guard let old = kept.roadmap.steps.first(where: { $0.id == step }) else { return .refused(.noSuchStep) }
    var statement = StepStatement(old)
    statement.day = day
    return try await change(id, step: step, to: statement, seen: kept.sequence, for: signedIn, at: moment)
  }

  /// The step with what is said of it now. A record that was evidence stays so; the one that settles it is added.
  private static func told(_ old: RoadmapStep, _ statement: StepStatement, record: String?) -> RoadmapStep {
    var step = old
    if statement.status != old.status { step.said = statement.status }
    step.owner = statement.owner
    step.note = statement.note
    step.evidence = old.evidence.filter {
      switch $0 {
      case .record: true
      case .said: false
      }
    }
    if let record, statement.status == .done, !step.evidence.contains(.record(record)) {
      step.evidence.append(.record(record))
    }
    step.evidence += statement.said.map { [.said($0)] } ?? []
    return step
  }

  /// Why a statement is not taken, whatever the step is.
  private static func refusal(
    of statement: StepStatement, _ old: RoadmapStep, asOf: CivilDate
  ) -> StepRefusal? {
    if case .role(let name) = statement.owner, !(1...RoadmapStep.longestOwner).contains(name.count) { return .badText }
    for text in [statement.note, statement.said].compactMap(\.self)
    where !(1...RoadmapStep.longestNote).contains(text.count) { return .badText }
    guard let day = statement.day, day != old.day || statement.status != old.status || statement.isFailedExam else {
      return nil
    }
    guard day.year >= 1930, day.year <= asOf.year + 20 else { return .dayOutOfRange }
    if statement.status == .done || statement.isFailedExam { return day > asOf ? .doneAhead : nil }
    // A certificate that is held has a day that is over; an exam can be today.
    if old.kind == .stayCertified || day == old.day { return nil }
    return day < asOf || (day == asOf && old.kind != .exam) ? .promisedBefore : nil
  }
}

extension Evidence {
  /// Other evidence, in which what the person changed is what they say themselves, whoever had confirmed it before.
  func saidAnew(_ other: Evidence) -> Evidence {
    var result = other
    for record in other.records {
      guard let old = records.first(where: { $0.id == record.id }), old.values != record.values else { continue }
      var said = record
      said.grade = .selfReported
      result.put(said)
    }
    return result
  }
}
