import Rules
import Vocabulary

/// A plan in the making.
struct PlanDraft {
  let request: PlanRequest
  /// With everything planned.
  var evidence: Evidence
  let prober: Prober
  let outlooks: [Plan.Outlook]
  var isHeld = false
  /// The exam was passed, and no certificate is on record yet.
  var hasPassed = false
  var route: PlanRequest.Route?
  var events: [PlannedEvent] = []
  var needs: [Need] = []
  var eligible: CivilDate?
  var notBefore: CivilDate?
  var finding: Finding?
  var sittings: [Plan.Sitting] = []
  var certified: CivilDate?
  var window: DayInterval?
  var critical: Set<String> = []
  var attemptsLeft = Plan.AttemptsLeft.noLimitStated
  var upkeep = Upkeep.none

  init(request: PlanRequest, evidence: Evidence, prober: Prober, outlooks: [Plan.Outlook]) {
    self.request = request
    self.evidence = evidence
    self.prober = prober
    self.outlooks = outlooks
  }

  var asOf: CivilDate { prober.asOf }

  /// No route was found, but not because the rule says so: facts are missing.
  var isUnsettled: Bool { !isHeld && route == nil && !outlooks.allSatisfy(\.isClosed) }

  func plan() -> Plan {
    let steps = StepWriter(draft: self).steps
    let cost = steps.filter { $0.kind != .stayCertified }.map(\.cost).reduce(Cost(), +)
    return Plan(
      credential: request.credential, asOf: asOf, isHeld: isHeld, route: route, events: events, eligible: eligible,
      notBefore: notBefore, finding: finding, sittings: sittings, certified: certified, attemptsLeft: attemptsLeft,
      upkeep: upkeep, steps: steps, outlooks: outlooks, cost: cost,
      budget: request.assumptions.budget.map { BudgetFit($0, cost) })
  }
}
