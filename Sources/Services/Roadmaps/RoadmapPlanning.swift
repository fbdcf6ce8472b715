import Knowledge
import Planning
import Rules
import Vocabulary

/// Plans kept roadmaps. Every plan is made from scratch by the one planner; here only its days are put beside what the person
/// said of each step.
struct RoadmapPlanning {
  let base: KnowledgeBase
  private let service: PlanService

  init(base: KnowledgeBase) { (self.base, service) = (base, PlanService(base)) }

  /// The plan from some facts, as asked on a day; nil where no rule of the credential is known.
  func plan(
    _ credential: String, _ evidence: Evidence, _ assumptions: PlanAssumptions, asOf: CivilDate
  ) throws -> Plan? {
    guard let credential = base.credential(credential) else { return nil }
    return try service.plan(credential, evidence.standing(on: asOf), Inquiry(asOf: asOf), assumptions)
  }

  /// The steps of a plan with what was said of them. What was said is never lost: a step that the plan has no more stays, at
  /// the end, without a day.
  func steps(_ plan: Plan, after old: [RoadmapStep]) -> [RoadmapStep] {
    let planned = plan.steps.map { step in
      var saved =
        old.first { $0.id == step.id }
        ?? RoadmapStep(id: step.id, kind: step.kind, promise: nil)
      saved.promise = RoadmapStep.Promise(step)
      return saved
    }
    let gone = old.filter { saved in saved.isTold && !plan.steps.contains { $0.id == saved.id } }
    return planned
      + gone.map { saved in
        var saved = saved
        saved.promise = nil
        return saved
      }
  }
}

extension Evidence {
  /// What the person told us, as if told on that day: a list that was whole is taken to be whole until more is told. So answers
  /// that a browser keeps are read, too.
  func standing(on day: CivilDate) -> Evidence {
    var standing = self
    for (kind, through) in completeThrough { standing.completeThrough[kind] = max(through, day) }
    return standing
  }
}
