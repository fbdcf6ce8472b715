public import Knowledge
public import Planning
public import Vocabulary

/// A day of a plan for a calendar file.
public struct PlanDay: Sendable, Hashable {
  /// Stable within the plan: `exam`, `exam-window-end`.
  public let id: String
  public let day: CivilDate
  public let title: Phrase
}

extension KnowledgeBase {
  /// The days of a plan from the day asked on, in order: each step's, the ends of windows, the end of the
  /// certification.
  public func calendar(of plan: Plan) -> [PlanDay] {
    let mark = credential(plan.credential)?.mark ?? plan.credential
    var days: [PlanDay] = []
    func add(_ id: String, _ day: CivilDate?, _ en: String, _ es: String) {
      if let day, day.isFinite, day >= plan.asOf { days.append(PlanDay(id: id, day: day, title: Phrase(en, es))) }
    }
    if !plan.isHeld {
      add("eligible", plan.eligible, "\(mark): the rule is first met", "\(mark): la regla se cumple por primera vez")
    }
    for step in plan.steps where step.status != .done && step.kind != .stayCertified {
      if step.kind == .exam {
        add(step.id, step.end, "\(mark): \(step.title.en)", "\(mark): \(step.title.es)")
        add(
          step.id + "-window-end", step.window?.last, "\(mark): last day of this way to the exam",
          "\(mark): último día de esta vía al examen")
      } else {
        add(step.id, step.end, "\(step.title.en): last day", "\(step.title.es): último día")
      }
    }
    if !plan.isHeld {
      add("certified", plan.certified, "\(mark): certified at the earliest", "\(mark): certificación como muy pronto")
    }
    add(
      "current-through", plan.upkeep.currentThrough, "\(mark): last day, renew before it",
      "\(mark): último día, renueve antes")
    return days.sorted { ($0.day, $0.id) < ($1.day, $1.id) }
  }
}
