public import Rules
public import Vocabulary

/// Makes plans. It asks the evaluator for every verdict and adds nothing to the rules.
///
/// Not thread-safe: make one for each task.
public struct Planner {
  private let evaluator: Evaluator

  public init(book: RuleBook) { evaluator = Evaluator(book: book) }

  /// The plan to one credential.
  ///
  /// - Returns: nil where no eligibility rule of the credential is known.
  public func plan(_ request: PlanRequest) -> Plan? {
    guard let rule = evaluator.book.rule(request.credential + "/eligibility") else { return nil }
    let prober = Prober(evaluator: evaluator, rule: rule, question: request.question)
    let known = request.question.knownOn.map { request.evidence.known(on: $0) } ?? request.evidence
    let evidence = known.delayed(weeks: request.assumptions.delayWeeks)
    let current = prober.other(request.credential + "/current", evidence)
    if let current, current.value(on: prober.asOf).verdict == .met {
      return held(request, prober, evidence)
    }
    let search = RouteSearch(
      prober: prober, evidence: evidence, routes: request.routes, assumptions: request.assumptions)
    let found = request.routes.map { ($0, search.search($0)) }
    let root = prober.root(evidence)
    let outlooks = found.map { route, found in
      let isDated = found?.openness == 0
      let answers = root.combined(with: prober.part(route.name), Finding.all)
      return Plan.Outlook(
        route: route, eligible: isDated ? found?.day : nil, window: isDated ? found?.window : nil,
        isOpen: found.map { $0.openness > 0 } ?? false,
        isClosed: found == nil && answers.isRefused(from: prober.asOf), conditions: found?.conditions ?? 0)
    }
    var best: RouteSearch.Found?
    for candidate in found.compactMap(\.1) where best.map(candidate.isBetter) ?? true { best = candidate }
    return assemble(request, prober, search, evidence, best, outlooks)
  }

  /// How many more sittings a credential's limits leave room for from the day asked on, when each of them fails.
  ///
  /// - Returns: nil where no rule on attempts, or on eligibility, is known.
  public func attemptsLeft(_ credential: String, _ evidence: Evidence, _ question: Question) -> Plan.AttemptsLeft? {
    guard let rule = evaluator.book.rule(credential + "/eligibility"),
      evaluator.book.rule(credential + "/attempts") != nil
    else { return nil }
    let prober = Prober(evaluator: evaluator, rule: rule, question: question)
    return Schedule(prober: prober, assumptions: PlanAssumptions(), credential: credential, routes: [])
      .attemptsLeft(evidence)
  }

  private func assemble(
    _ request: PlanRequest, _ prober: Prober, _ search: RouteSearch, _ evidence: Evidence,
    _ best: RouteSearch.Found?, _ outlooks: [Plan.Outlook]
  ) -> Plan {
    var draft = PlanDraft(request: request, evidence: evidence, prober: prober, outlooks: outlooks)
    let routes = request.routes.filter { $0 == best?.route } + request.routes.filter { $0 != best?.route }
    let schedule = Schedule(
      prober: prober, assumptions: request.assumptions, credential: request.credential, routes: routes)
    draft.route = best?.route
    draft.events = best?.events ?? []
    draft.evidence = evidence.planning(draft.events)
    draft.needs = best.map { search.needs($0.route.name) } ?? []
    if let best, best.openness > 0 {
      draft.notBefore = best.openness == 1 ? best.day : nil
    } else if let best, let days = schedule.days(evidence.planning(best.events), needs: search.needs) {
      draft.eligible = days.eligible
      draft.finding = days.finding
      draft.sittings = days.sittings
      draft.hasPassed = days.hasPassed
      draft.route = days.route ?? best.route
      draft.events += days.certificateEvents
      draft.certified = days.certified
      draft.evidence = days.evidence
      draft.window = window(prober, evidence.planning(best.events), routes, days)
      draft.critical = critical(schedule, search, evidence, best, days)
    }
    draft.attemptsLeft = schedule.attemptsLeft(evidence)
    let reader = UpkeepReader(prober: prober, credential: request.credential)
    if let certified = draft.certified {
      draft.evidence.put(UpkeepReader.certification(request.credential, on: certified, asOf: prober.asOf))
      draft.upkeep = reader.upkeep(draft.evidence, on: certified)
    } else {
      draft.upkeep = Upkeep(currentThrough: nil, possiblyThrough: nil, grade: nil, duties: reader.duties)
    }
    return draft.plan()
  }

  /// Days on which the exam is open: the windows of routes that end, joined while they touch; a route without an end
  /// stands alone.
  private func window(
    _ prober: Prober, _ evidence: Evidence, _ routes: [PlanRequest.Route], _ days: Schedule.Days
  ) -> DayInterval? {
    guard let route = days.route, let day = days.sittings.last?.day else { return nil }
    let root = prober.root(evidence)
    func line(_ name: String) -> Timeline<Finding> { root.combined(with: prober.part(name), Finding.all) }
    var window = line(route.name).verdictSpan(on: day)
    guard window.last.isFinite else { return window }
    let others = routes.flatMap { route in
      line(route.name).map(\.verdict).spans(in: DayInterval(prober.asOf, .distantFuture))
        .filter { $0.value == .met && $0.days.last.isFinite }.map(\.days)
    }
    var grew = true
    while grew {
      grew = false
      for other in others where other.first <= window.last.next && window.first <= other.last.next {
        let joined = DayInterval(min(window.first, other.first), max(window.last, other.last))
        if joined != window {
          window = joined
          grew = true
        }
      }
    }
    return window
  }

  /// Which days of school or of others hold up the end: each is moved by one day and the plan's days are read again.
  private func critical(
    _ schedule: Schedule, _ search: RouteSearch, _ evidence: Evidence, _ best: RouteSearch.Found,
    _ days: Schedule.Days
  ) -> Set<String> {
    let planned = evidence.planning(best.events)
    let end = days.certified ?? days.sittings.last?.day
    func holdsUp(_ kinds: Set<EvidenceKind>, _ fields: Set<String>?) -> Bool {
      let moved = planned.shifted(days: 1, kinds: kinds, fields: fields)
      guard moved != planned else { return false }
      guard let other = schedule.days(moved, needs: search.needs) else { return true }
      return (other.certified ?? other.sittings.last?.day) != end
    }
    var result: Set<String> = []
    if holdsUp([.diploma], nil) { result.insert("diploma") }
    if holdsUp([.program], ["enrolled", "coursework_completed", "graduated"]) { result.insert("program") }
    if holdsUp([.program], ["practicum_completed"]) { result.insert("clinical-hours") }
    if holdsUp([.decision], nil) { result.insert("review") }
    return result
  }

  /// A certification that runs: only keeping it is left.
  private func held(_ request: PlanRequest, _ prober: Prober, _ evidence: Evidence) -> Plan {
    var draft = PlanDraft(request: request, evidence: evidence, prober: prober, outlooks: [])
    draft.isHeld = true
    draft.certified = evidence.records(of: .certification).filter { $0["of"] == .word(request.credential) }
      .compactMap { $0["date"].days?.last }.filter { $0 <= prober.asOf }.max()
    draft.upkeep = UpkeepReader(prober: prober, credential: request.credential).upkeep(evidence, on: prober.asOf)
    return draft.plan()
  }
}
