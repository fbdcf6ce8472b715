import Knowledge
import Rules
import Testing
import Vocabulary

@testable import Planning

@Suite("Plans of random people")
struct PlanProperties {
  /// Every person and goal once, with a what-if for some.
  static let plans: [(request: PlanRequest, plan: Plan)] = {
    let planner = Planner(book: Packs.base.book)
    var result: [(PlanRequest, Plan)] = []
    for seed in 0..<60 {
      let evidence = RandomPeople.evidence(UInt64(seed))
      var assumptions = PlanAssumptions()
      if seed % 3 == 1 { assumptions.program = DayInterval(day("2027-01-11"), day("2027-10-29")) }
      if seed % 4 == 2 { assumptions.reviewDays = 30 }
      if seed % 5 == 3 { assumptions.failures = seed % 4 }
      if seed % 7 == 4 { assumptions.delayWeeks = 6 }
      for goal in Packs.goals {
        let request = Packs.request(goal, evidence, assumptions)
        if let plan = planner.plan(request) { result.append((request, plan)) }
      }
    }
    return result
  }()

  private func verdict(_ request: PlanRequest, _ evidence: Evidence, asOf: CivilDate, on day: CivilDate) -> Verdict {
    let book = Packs.base.book
    guard let rule = book.rule(request.credential + "/eligibility") else { return .notCovered }
    let evaluator = Evaluator(book: book)
    evaluator.begin(evidence, Question(asOf: asOf, act: rule.asks))
    return evaluator.timeline(of: rule.root).value(on: day).verdict
  }

  @Test("there is enough to test: dated, open and closed plans, with and without conditions")
  func variety() {
    let plans = PlanProperties.plans.map(\.plan)
    #expect(plans.count == 240)
    #expect(plans.count { $0.isDated } > 80)
    #expect(plans.count { $0.isDated && $0.eligible != $0.asOf } > 30)
    #expect(plans.count { !$0.isDated && $0.route != nil } > 12)
    #expect(plans.count { $0.isDated && !$0.conditions.isEmpty } > 20)
    #expect(Set(plans.compactMap(\.route?.name)).count > 6)
  }

  @Test("a plan, once carried out, is met on the promised day and not on the day before")
  func carriedOut() {
    for (request, plan) in PlanProperties.plans {
      guard let promised = plan.eligible else { continue }
      let planned = request.evidence.delayed(weeks: request.assumptions.delayWeeks).planning(plan.events)
      let done = planned.carriedOut(asOf: plan.asOf, through: promised)
      var clocks = [plan.asOf]
      // Past its review day a rule says nothing any more.
      if promised <= day("2027-05-22") { clocks.append(promised) }
      for clock in clocks {
        #expect(
          verdict(request, done, asOf: clock, on: promised) == .met,
          "\(request.credential) on \(promised), asked \(clock)")
        if promised > plan.asOf {
          #expect(
            verdict(request, done, asOf: clock, on: promised.previous) != .met,
            "\(request.credential) on the day before \(promised), asked \(clock)")
        }
      }
    }
  }

  @Test("every sitting falls on a day on which the rule is met, after the failures before it")
  func sittings() {
    for (request, plan) in PlanProperties.plans where plan.isDated {
      var evidence = request.evidence.delayed(weeks: request.assumptions.delayWeeks).planning(plan.events)
      for (number, sitting) in plan.sittings.enumerated() {
        #expect(verdict(request, evidence, asOf: plan.asOf, on: sitting.day) == .met)
        #expect(sitting.passed || number < request.assumptions.failures)
        evidence.put(
          EvidenceRecord(
            id: "test-attempt-\(number)", kind: .attempt,
            values: [
              "of": .word(plan.credential), "date": .planned(sitting.day, asOf: plan.asOf), "result": .word("failed"),
            ]))
      }
    }
  }

  @Test("no event is left out of a plan without losing the day")
  func smallest() {
    for (request, plan) in PlanProperties.plans {
      guard let promised = plan.eligible, let route = plan.outlooks.first(where: { $0.eligible == promised })?.route,
        route == plan.route, !plan.events.contains(where: { $0.kind == .decision || $0.kind == .document })
      else { continue }
      let evidence = request.evidence.delayed(weeks: request.assumptions.delayWeeks)
      guard let rule = Packs.base.book.rule(request.credential + "/eligibility") else { continue }
      let prober = Prober(evaluator: Evaluator(book: Packs.base.book), rule: rule, question: request.question)
      // What only the certificate needs is judged there.
      guard prober.firstMet(evidence.planning(plan.events), by: route.name) == promised else { continue }
      for index in plan.events.indices where plan.certified == nil || plan.events[index].kind != .diploma {
        var fewer = plan.events
        fewer.remove(at: index)
        let day = prober.firstMet(evidence.planning(fewer), by: route.name)
        #expect(day.map { $0 > promised } ?? true, "\(request.credential): \(plan.events[index])")
      }
    }
  }

  @Test("a change that changes nothing gives an empty difference, and plans are the same every time")
  func emptyDifference() {
    let planner = Planner(book: Packs.base.book)
    for (request, plan) in PlanProperties.plans.prefix(80) {
      var again = request
      again.assumptions = request.assumptions.applying([
        .fail(request.assumptions.failures), .delay(weeks: request.assumptions.delayWeeks),
      ])
      guard let other = planner.plan(again) else { continue }
      #expect(PlanDifference(from: plan, to: other).isEmpty)
      #expect(other == plan)
    }
  }

  @Test("no step lies before the ones it depends on, and nothing is scheduled before the day asked")
  func order() {
    for (_, plan) in PlanProperties.plans {
      for step in plan.steps {
        for id in step.dependsOn {
          let other = plan.steps.first { $0.id == id }
          #expect(other != nil)
          if let end = other?.end, let start = step.start { #expect(end <= start, "\(step.id) after \(id)") }
        }
        if let start = step.start, let end = step.end { #expect(start <= end, "\(step.id)") }
        if step.status == .planned, let end = step.end { #expect(end >= plan.asOf, "\(step.id)") }
      }
      for event in plan.events { if let day = event.day { #expect(day >= plan.asOf) } }
      for sitting in plan.sittings { #expect(sitting.day >= plan.asOf) }
      let days = plan.sittings.map(\.day)
      #expect(days == days.sorted() && Set(days).count == days.count)
      if let certified = plan.certified, let exam = plan.examDay { #expect(certified >= exam) }
      if let exam = plan.sittings.first?.day, let eligible = plan.eligible { #expect(exam >= eligible) }
      #expect(Set(plan.steps.map(\.id)).count == plan.steps.count)
      #expect(Set(plan.steps.map(\.kind)).count == 5)
    }
  }

  @Test("what is not known has somebody to ask")
  func asks() {
    for (_, plan) in PlanProperties.plans {
      for step in plan.steps where step.status == .notKnown { #expect(step.ask != nil, "\(step.id)") }
    }
  }

  @Test("one more failure moves the passed exam to a later day and never leaves more attempts")
  func failuresCost() {
    let planner = Planner(book: Packs.base.book)
    for (request, plan) in PlanProperties.plans.prefix(80) where plan.certified != nil {
      var worse = request
      worse.assumptions.failures += 1
      guard let other = planner.plan(worse), let before = plan.examDay else { continue }
      if other.sittings.last?.passed == true, let after = other.examDay { #expect(after > before) }
      #expect((other.attemptsAfterPlan ?? 0) <= (plan.attemptsAfterPlan ?? Int.max))
    }
  }
}
