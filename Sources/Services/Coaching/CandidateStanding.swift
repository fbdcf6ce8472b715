public import Knowledge
public import Planning
public import Rules
public import Vocabulary

/// What comes next for somebody, as far as they share it: read from what runs out (`DueList`) and from the plan to their goal
/// (`PlanService`), both of which ask the one evaluator. Nothing here is a rule, and nothing of health is in it.
public struct CandidateStanding: Sendable {
  /// What comes next.
  public enum Next: Hashable, Sendable {
    /// Something that runs out, or has.
    case due(DueItem)
    /// A step of the plan to a goal.
    case step(Step)
    /// The rule leaves no way to the goal that is known.
    case noWay
    /// Nobody has named a goal, and no certification is shared.
    case nameGoal
    /// What is shared does not tell.
    case notKnown
  }

  /// What the next step waits for.
  public enum Blocker: Hashable, Sendable {
    /// A paper to get or hand in.
    case document(Phrase)
    /// Something that nobody has told, and who knows it.
    case answer(Phrase, Ask?)
    /// Something that is not there yet.
    case missing(Phrase)
    /// A kind that an answer needs and that is not shared.
    case notShared(EvidenceKind)
    /// The window was open through this day.
    case closed(CivilDate)
    /// The window opens on this day.
    case opens(CivilDate)
  }

  public let next: Next
  /// What the next step is about; nil: no credential.
  public let credential: Credential?
  /// What runs out, what has failed first.
  public let items: [DueItem]
  /// The plan to the goal; nil: there is none, or it is held.
  public let plan: Plan?
  /// The most important first.
  public let blockers: [Blocker]
  /// The first day on which something fails, or the first on which something has; nil: none is known.
  public let failing: CivilDate?
  /// The rule that the next step follows from, with its reasons and sources; nil: it follows from a day that is written on something.
  public let why: Determination?

  /// - Parameters:
  ///   - evidence: what is shared, of these kinds and no others.
  ///   - kinds: what is shared.
  ///   - goal: the credential that was named as the goal; nil: the one that the evidence names an application or attempt for.
  /// - Throws: `DeterminationError`.
  init(
    _ rules: CandidateRules, _ evidence: Evidence, shared kinds: Set<EvidenceKind>, goal: String?, asOf: CivilDate
  ) throws {
    let reader = CandidateReader(rules: rules, evidence: evidence, kinds: kinds, asOf: asOf)
    let wanted = goal ?? reader.impliedGoal
    let items = try reader.items(goal: wanted)
    let plan = try reader.plan(to: wanted)
    let step = plan?.steps.first { $0.status != .done && $0.status != .notNeeded }
    self.items = items
    self.plan = plan
    failing = [items.first?.day, step?.window?.last.finite].compactMap(\.self).min()
    // A step without a day is to be found out now.
    let stepDay = step.map { $0.end ?? $0.window?.last.finite ?? asOf } ?? .distantFuture
    if let item = items.first, item.day < stepDay {
      next = .due(item)
      credential = rules.base.credentials.first { reader.isAbout(item, $0) }
      why = try credential.flatMap { try reader.why(item, $0) }
      // Of another certification it is told, too, when nothing can be said.
      let hidden = reader.hidden(try reader.openCertification()?.answer)
      let own = try reader.blockers(item, credential)
      blockers = own + hidden.filter { !own.contains($0) }
    } else if let plan, let step {
      next = plan.isClosed ? .noWay : .step(step)
      credential = rules.base.credential(plan.credential)
      why = try credential.flatMap { try reader.determine("eligibility", $0) }
      blockers = try reader.blockers(step, plan, why)
    } else {
      let open = try reader.openCertification()
      credential = open?.credential
      why = open?.answer
      next = open == nil && reader.held.isEmpty ? .nameGoal : .notKnown
      blockers = open.map { reader.gaps($0.answer) } ?? []
    }
  }
}
