import Knowledge
import Planning
import Rules
import Vocabulary

/// What asks the rules about people, one after the other. Not thread-safe: make one for each task.
struct CandidateRules {
  let base: KnowledgeBase
  let assessor: Assessor
  let plans: PlanService
  let due: DueList

  init(_ base: KnowledgeBase) {
    (self.base, assessor, plans, due) = (base, Assessor(base), PlanService(base), DueList(base))
  }
}

/// Asks the evaluator about what somebody shares.
struct CandidateReader {
  let rules: CandidateRules
  let evidence: Evidence
  /// What is shared.
  let kinds: Set<EvidenceKind>
  let asOf: CivilDate

  private var base: KnowledgeBase { rules.base }

  /// Credentials that were given, in the order of the packs.
  var held: [Credential] {
    let named = names(.certification)
    return base.credentials.filter { named.contains($0.id) }
  }

  /// The first credential that an application or an attempt is for, and that is not held.
  var impliedGoal: String? {
    let (wanted, held) = (names(.application).union(names(.attempt)), names(.certification))
    return base.credentials.first { wanted.contains($0.id) && !held.contains($0.id) }?.id
  }

  private func names(_ kind: EvidenceKind) -> Set<String> {
    Set(evidence.records(of: kind).compactMap { if case .word(let name) = $0["of"] { name } else { nil } })
  }

  /// The plan to a goal; nil where there is none, or when it is held.
  func plan(to goal: String?) throws -> Plan? {
    guard let credential = goal.flatMap({ base.credential($0) }),
      let plan = try rules.plans.plan(credential, evidence.standing(on: asOf), Inquiry(asOf: asOf))
    else { return nil }
    return plan.isHeld ? nil : plan
  }

  /// A rule of a credential on a day; nil where the packs have no such rule.
  ///
  /// - Parameter day: nil: the day asked.
  func determine(_ rule: String, _ credential: Credential, on day: CivilDate? = nil) throws -> Determination? {
    let id = credential.id + "/" + rule
    guard base.book.rule(id) != nil else { return nil }
    return try rules.assessor.determine(id, evidence, Inquiry(asOf: asOf, on: day), credential: credential.id)
  }

  /// What runs out, what has failed first. What only seems to have failed, because the kind that would tell is not shared, is
  /// left out.
  func items(goal: String?) throws -> [DueItem] {
    let all = try rules.due.items(
      evidence, goals: goal.map { [$0] } ?? [], whole: kinds.filter { !$0.isHealth }, asOf: asOf)
    return try all.filter { item in
      guard item.hasFailed(on: asOf), let credential = held.first(where: { isAbout(item, $0) }) else { return true }
      return hidden(try determine("current", credential)).isEmpty
    }
  }

  /// Whether something that runs out is about a credential.
  func isAbout(_ item: DueItem, _ credential: Credential) -> Bool {
    switch item.kind {
    case .license, .card, .health, .season: false
    case .certification, .points, .yearly, .fee, .lateWindow, .examWindow, .renewalExam:
      item.id.split(separator: " ").dropFirst().contains { name in
        name == credential.id || name.hasPrefix(credential.id + "/")
      }
    }
  }

  /// The rule that the end of something follows from.
  func why(_ item: DueItem, _ credential: Credential) throws -> Determination? {
    switch item.kind {
    case .examWindow: try determine("eligibility", credential)
    case .lateWindow: try determine("late-renewal", credential) ?? determine("current", credential)
    case .certification, .points, .yearly, .fee, .renewalExam: try determine("current", credential)
    case .license, .card, .health, .season: nil
    }
  }

  // MARK: - What it waits for

  func blockers(_ item: DueItem, _ credential: Credential?) throws -> [CandidateStanding.Blocker] {
    var found: [CandidateStanding.Blocker] = []
    switch item.kind {
    case .card: found.append(.document(Phrase("a new card", "una tarjeta nueva")))
    case .license: found.append(.document(Phrase("its renewal", "su renovación")))
    case .certification, .points, .renewalExam, .lateWindow:
      let rule = item.kind == .lateWindow ? "late-renewal" : "renewal-by-education"
      if let credential, let answer = try determine(rule, credential) {
        found += missing(answer) + gaps(answer)
      }
    case .fee, .yearly, .examWindow, .health, .season: break
    }
    // What would tell whether it goes on after that day.
    if let credential, item.kind != .examWindow {
      found += hidden(try determine("current", credential, on: max(item.day.next, asOf)))
    }
    return found.unique
  }

  /// - Parameter answer: the rule of the exam.
  func blockers(_ step: Step, _ plan: Plan, _ answer: Determination?) throws -> [CandidateStanding.Blocker] {
    var found: [CandidateStanding.Blocker] = []
    if let window = step.window, window.first.isFinite, window.first > asOf { found.append(.opens(window.first)) }
    if let window = step.window, window.last.isFinite, window.last < asOf { found.append(.closed(window.last)) }
    for task in step.tasks {
      let event = plan.events.first { $0.text == task.text }
      switch event?.kind {
      case .document, .card: found.append(.document(task.text))
      case .application, .decision, .person, .diploma, .program, .work, .attempt, .certification, .activity, .fee,
        .license, .training, .health, .screening, .personName, nil:
        found.append(.answer(task.text, task.ask))
      }
    }
    if step.status == .notKnown, step.tasks.isEmpty { found.append(.answer(step.title, step.ask)) }
    found += plan.isDated ? hidden(answer) : gaps(answer)
    found += step.notes.filter(\.isDocument).map { .document($0.text) }
    return found.unique
  }

  /// The parts that decide a no.
  private func missing(_ answer: Determination) -> [CandidateStanding.Blocker] {
    guard answer.finding.verdict == .notMet, let explanation = answer.explanation else { return [] }
    return Reasons(explanation).deciding(limit: 3).compactMap { $0.text.map { .missing($0) } }
  }

  /// What leaves an answer open: kinds that are not shared, and facts of those that are.
  func gaps(_ answer: Determination?) -> [CandidateStanding.Blocker] {
    let told = FieldWording.names((answer?.explanation?.openGaps ?? []).filter { kinds.contains($0.kind) })
    return hidden(answer) + told.map { .answer($0, nil) }
  }

  /// The kinds that leave an answer open and are not shared; none of health.
  func hidden(_ answer: Determination?) -> [CandidateStanding.Blocker] {
    let gaps = answer?.explanation?.openGaps ?? []
    return EvidenceKind.allCases.filter { kind in
      !kind.isHealth && !kinds.contains(kind) && gaps.contains { $0.kind == kind }
    }.map { .notShared($0) }
  }

  /// The first certification whose standing cannot be told from what is shared.
  func openCertification() throws -> (credential: Credential, answer: Determination)? {
    for credential in held {
      if let answer = try determine("current", credential), answer.finding.verdict == .undetermined {
        return (credential, answer)
      }
    }
    return nil
  }
}

extension [CandidateStanding.Blocker] {
  /// Each once, in their order.
  fileprivate var unique: [CandidateStanding.Blocker] { reduce(into: []) { if !$0.contains($1) { $0.append($1) } } }
}
