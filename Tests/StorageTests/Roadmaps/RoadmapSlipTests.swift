import Cryptography
import Knowledge
import Planning
import Population
import Rules
import Services
import Testing
import Vocabulary

@testable import Storage

@Suite("A roadmap whose dates slip is the one planned from scratch")
struct RoadmapSlipTests {
  /// Facts and assumptions as the test itself keeps them, changed by plain code beside the services.
  private struct Naive: Equatable {
    var evidence: Evidence
    var assumptions = PlanAssumptions()
    let goal: String
    let asOf: CivilDate

    /// The promised day of a step moves.
    mutating func slip(_ step: Step, of plan: Plan, to day: CivilDate) {
      let expected = FactValue.day(DayInterval(day), expected: day > asOf)
      func own() -> EvidenceRecord? { evidence.records.first { $0.id == step.fact?.record } }
      switch step.kind {
      case .diploma:
        assumptions.diplomaDay = nil
        guard var record = own(), record["earned"] != .unknown else {
          assumptions.diplomaDay = day
          return
        }
        record["earned"] = expected
        say(record)
      case .program:
        guard var record = own() else {
          assumptions.program = DayInterval(assumptions.program?.first ?? step.start ?? asOf, day)
          return
        }
        var old = step.end
        if case .day(let days, _) = record["graduated"], days.last.isFinite { old = days.last }
        for name in ["coursework_completed", "practicum_completed"] {
          guard let old, case .day(let days, true) = record[name] else { continue }
          let moved = old.days(to: day)
          func place(_ end: CivilDate) -> CivilDate { min(day, max(asOf.next, end.adding(days: moved))) }
          record[name] = .day(DayInterval(place(days.first), place(days.last)), expected: true)
        }
        record["graduated"] = expected
        say(record)
      case .clinicalHours:
        guard var record = own() else { return }
        record["practicum_completed"] = expected
        if case .day(let days, true) = record["graduated"], days.last < day { record["graduated"] = expected }
        say(record)
      case .exam where step.id == "review":
        guard let event = plan.events.first(where: { $0.kind == .decision }), let decided = event.day else { return }
        assumptions.reviewDays = max(0, decided.days(to: day) + (assumptions.reviewDays ?? 0))
      case .exam: assumptions.examDay = day
      case .stayCertified: break
      }
    }

    /// What the person changes is what they say, whoever had confirmed it before.
    private mutating func say(_ record: EvidenceRecord) {
      var said = record
      if evidence.records.first(where: { $0.id == record.id })?.values != record.values { said.grade = .selfReported }
      evidence.put(said)
    }

    func plan(_ service: PlanService) throws -> Plan? {
      guard let credential = RoadmapFixture.base.credential(goal) else { return nil }
      return try service.plan(credential, evidence, Inquiry(asOf: asOf), assumptions)
    }
  }

  /// What a run did.
  private struct Tally {
    var slips = 0
    var moved = 0
    var done = 0
    var promises = 0
    var steps: Set<String> = []
  }

  /// 1,000 on SQLite in four parts, which run beside each other, and some more on PostgreSQL.
  @Test("1,000 slips of random people, and what is done stays done", arguments: TestDatabase.tested, 1...4)
  func slips(_ database: TestDatabase, _ part: Int) async throws {
    let most = database == .sqlite ? 250 : 20
    let people = Population(300, seed: UInt64(26 + part), asOf: RoadmapFixture.asOf).people
    var random = SeededGenerator(seed: UInt64(part))
    var tally = Tally()
    try await database.withSealed { sealed in
      for (number, person) in people.enumerated() where tally.slips < most {
        try await run(person.evidence, number, sealed, most, &random, &tally)
      }
    }
    #expect(tally.slips == most)
    #expect(tally.moved > most / 3 && tally.promises > most / 3 && tally.done >= most / 50, "\(tally)")
    if most > 100 { #expect(tally.steps.isSuperset(of: ["program", "clinical-hours", "exam"]), "\(tally)") }
  }

  private func run(
    _ evidence: Evidence, _ number: Int, _ sealed: SealedDatabase, _ most: Int, _ random: inout SeededGenerator,
    _ tally: inout Tally
  ) async throws {
    let asOf = RoadmapFixture.asOf
    let planner = PlanService(RoadmapFixture.base)
    let goal = RoadmapFixture.goals.randomElement(using: &random) ?? ""
    var known = Evidence(records: evidence.records.filter { !$0.kind.isHealth }, completeThrough: [:])
    for (kind, day) in evidence.completeThrough where !kind.isHealth { known.completeThrough[kind] = day }
    var naive = Naive(evidence: known, goal: goal, asOf: asOf)
    guard var plan = try naive.plan(planner), !plan.isHeld, plan.route != nil else { return }
    let service = sealed.service
    let signedIn = RoadmapFixture.signedIn(.fresh(from: .system))
    let keeping = try await service.keep(goal, told: known, for: signedIn, at: RoadmapFixture.moment(number * 100))
    let id = try #require(keeping.id)
    var finished: Set<String> = []

    for turn in 1...8 where tally.slips < most {
      let moment = RoadmapFixture.moment(number * 100 + turn)
      let open = plan.steps.filter { $0.kind != .stayCertified && $0.status != .done && !finished.contains($0.id) }
      guard let step = open.randomElement(using: &random) else { return }
      if random.chance(12), step.kind == .diploma || step.id == "exam" {
        // Done, with something that shows it. The exam only once: after that there is nothing left to slip.
        let day = asOf.adding(days: -Int.random(in: 0...40, using: &random))
        let statement = StepStatement(status: .done, day: day, said: "in my folder")
        let outcome = try await service.change(id, step: step.id, to: statement, for: signedIn, at: moment)
        let view = try #require(outcome.view)
        finished.insert(step.id)
        tally.done += 1
        naive.evidence = view.evidence
        naive.assumptions = view.kept.roadmap.assumptions
        plan = try #require(try naive.plan(planner))
        try check(view, plan, finished)
        continue
      }
      let day = asOf.adding(days: Int.random(in: 1...700, using: &random))
      let outcome = try await service.slip(id, step: step.id, to: day, for: signedIn, at: moment)
      guard let view = outcome.view else {
        #expect(outcome.refusal == .dayFollows || outcome.refusal == .programFirst, "\(step.id): \(outcome)")
        continue
      }
      let (old, before) = (plan, naive)
      if step.end != day { naive.slip(step, of: plan, to: day) }
      plan = try #require(try naive.plan(planner))
      try check(view, plan, finished)
      let difference = PlanDifference(from: old, to: plan)
      // A slip to the day that was wanted anyway moves nothing, and what an earlier one moved stays told.
      let isSame = naive == before || view.moved == difference
      #expect(isSame, "\(goal) \(step.id) to \(day)")
      let isPlanned = view.plan == plan
      #expect(isPlanned, "\(goal) \(step.id) to \(day): \(RoadmapPromise(view.plan)) \(RoadmapPromise(plan))")
      tally.slips += 1
      tally.steps.insert(step.id)
      if old != plan { tally.moved += 1 }
      if let promised = plan.eligible {
        tally.promises += 1
        #expect(verdict(naive, plan, on: promised) == .met, "\(goal) on \(promised)")
      }
    }
    // What is read from the database later is the same.
    let moment = RoadmapFixture.moment(number * 100 + 99)
    let look = try #require(try await service.look(id, for: signedIn, at: moment))
    try check(look, plan, finished)
    #expect(look.since.isEmpty)
    #expect(same(look.evidence, naive.evidence))
  }

  /// What is stored is what was planned.
  private func check(_ view: Roadmaps.View, _ plan: Plan, _ finished: Set<String>) throws {
    let roadmap = view.kept.roadmap
    #expect(roadmap.promise == RoadmapPromise(plan))
    let planned = roadmap.steps.filter { $0.promise != nil }
    #expect(planned.map(\.id) == plan.steps.map(\.id))
    for (saved, step) in zip(planned, plan.steps) {
      #expect(
        saved.promise?.start == step.start && saved.promise?.end == step.end && saved.promise?.status == step.status)
      #expect(saved.promise?.window == step.window && saved.promise?.isCritical == step.isCritical)
    }
    for id in finished {
      let step = try #require(roadmap.steps.first { $0.id == id })
      #expect(step.status == .done && step.evidence.contains(.said("in my folder")))
    }
  }

  /// Once everything that was promised has happened on its day.
  private func verdict(_ naive: Naive, _ plan: Plan, on day: CivilDate) -> Verdict {
    let book = RoadmapFixture.base.book
    guard let rule = book.rule(naive.goal + "/eligibility") else { return .notCovered }
    let done = naive.evidence.planning(plan.events).carriedOut(asOf: plan.asOf, through: day)
    let evaluator = Evaluator(book: book)
    evaluator.begin(done, Question(asOf: plan.asOf, act: rule.asks))
    return evaluator.timeline(of: rule.root).value(on: day).verdict
  }

  private func same(_ one: Evidence, _ other: Evidence) -> Bool {
    func plain(_ evidence: Evidence) -> [String: [FactValue]] {
      Dictionary(evidence.records.map { ($0.id, $0.values) }) { first, _ in first }
    }
    return plain(one) == plain(other) && one.completeThrough == other.completeThrough
  }
}
