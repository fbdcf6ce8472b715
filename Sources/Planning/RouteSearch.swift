import Rules
import Vocabulary

/// The smallest set of events found for one route, and when it is met.
struct RouteSearch {
  struct Found {
    let route: PlanRequest.Route
    let events: [PlannedEvent]
    /// First day on which the rule is met by the route; only a trial where a day of the events is not known.
    let day: CivilDate
    let window: DayInterval

    /// 0: every day known; 1: only a decision's day is not; 2: other days are not.
    var openness: Int {
      let open = events.filter { !$0.isDayKnown }
      return open.isEmpty ? 0 : open.allSatisfy { $0.kind == .decision } ? 1 : 2
    }
    var conditions: Int { events.count { $0.isCondition } }

    /// Things to take up that are not open to everybody's choice: work nobody has yet, military training and the like.
    var detours: Int {
      events.count { event in
        switch event.change {
        case .add(let record): record.kind == .work
        case .fill(Proposals.newProgram, let field, .word(let type)): field.path == "program.type" && type != "school"
        case .fill: false
        }
      }
    }

    /// Days first where they are known; otherwise the way that is open to choice, with the fewest things to find out.
    func isBetter(than other: Found) -> Bool {
      if openness != other.openness { return openness < other.openness }
      if openness < 2, day != other.day { return day < other.day }
      return (detours, conditions, events.count) < (other.detours, other.conditions, other.events.count)
    }
  }

  let prober: Prober
  let evidence: Evidence
  let routes: [PlanRequest.Route]
  let assumptions: PlanAssumptions

  private var asOf: CivilDate { prober.asOf }

  func needs(_ route: String) -> [Need] {
    RouteNeeds(prober.evaluator.book, prober.rule, route: route, routes: routes, asOf: asOf).all
  }

  /// The best way by one route; nil: none was found.
  func search(_ route: PlanRequest.Route) -> Found? {
    if let day = prober.firstMet(evidence, by: route.name) { return found(route, [], day) }
    let asked = prober.position(prober.rule.asks) ?? Int.max
    let needs = needs(route.name).filter { (prober.position($0.neededFor) ?? 0) <= asked }
    let decision = needs.first { if case .record(let filter) = $0.content { filter.kind == .decision } else { false } }
    var best: Found?
    for variant in Proposals(needs, evidence, asOf: asOf, assumptions).variants {
      guard let found = decision.map({ deciding(route, variant, $0) }) ?? plain(route, variant) else { continue }
      if best.map(found.isBetter) ?? true { best = found }
    }
    return best
  }

  private func plain(_ route: PlanRequest.Route, _ variant: [PlannedEvent]) -> Found? {
    guard let (events, day) = smallest(variant, route.name, act: nil) else { return nil }
    return found(route, events, day)
  }

  /// The issuer decides once everything else is fulfilled for the act before: an approval settles the route, so it
  /// comes last.
  private func deciding(_ route: PlanRequest.Route, _ variant: [PlannedEvent], _ need: Need) -> Found? {
    guard case .record(let filter) = need.content, let position = prober.position(need.neededFor), position > 0,
      let (events, ready) = smallest(variant, route.name, act: prober.rule.acts[position - 1])
    else { return nil }
    let days = assumptions.reviewDays
    let event = Proposals.record(
      filter, on: ready.adding(days: days ?? 0), isDayKnown: days != nil, asOf: asOf, id: "planned-decision", need)
    let all = events + [event]
    guard let day = prober.firstMet(evidence.planning(all), by: route.name) else { return nil }
    return found(route, all, day)
  }

  private func found(_ route: PlanRequest.Route, _ events: [PlannedEvent], _ day: CivilDate) -> Found {
    let root = prober.root(evidence.planning(events))
    let line = root.combined(with: prober.part(route.name), Finding.all)
    return Found(route: route, events: events, day: day, window: line.verdictSpan(on: day))
  }

  /// Leaves out, last first, every event without which the rule is met as early.
  private func smallest(
    _ variant: [PlannedEvent], _ route: String, act: Act.ID?
  ) -> (events: [PlannedEvent], day: CivilDate)? {
    guard let day = prober.firstMet(evidence.planning(variant), by: route, act: act) else { return nil }
    var events = variant
    for index in variant.indices.reversed() {
      var fewer = events
      fewer.remove(at: index)
      if let other = prober.firstMet(evidence.planning(fewer), by: route, act: act), other <= day { events = fewer }
    }
    return (events, day)
  }
}
