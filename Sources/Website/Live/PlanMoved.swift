import Planning
import Services
import Vocabulary

/// The difference of two plans as facts: "Exam: Jun 14, 2027 → Jul 26, 2027".
struct PlanMoved {
  let language: Language
  let dates: DateWording

  init(_ wording: LiveWording) { (language, dates) = (wording.language, wording.dates) }

  /// Days of the whole plan, route and cost.
  func facts(_ difference: PlanDifference) -> [Fact] {
    var facts = difference.days.map { Fact(say(PlanWording.point($0.point)), moved($0.before, $0.after)) }
    if difference.routeBefore != difference.routeAfter {
      let none = Phrase("none", "ninguna")[language]
      let (old, new) = (difference.routeBefore?.text[language] ?? none, difference.routeAfter?.text[language] ?? none)
      facts.append(Fact(say(Phrase("Route", "Vía")), "\(old) → \(new)"))
    }
    if let cost = difference.cost {
      let (old, new) = (PlanWording.cost(cost.before)[language], PlanWording.cost(cost.after)[language])
      facts.append(Fact(say(Phrase("Cost", "Costo")), "\(old) → \(new)"))
    }
    return facts
  }

  /// Those, and what becomes of each step: its day, until when it is open, whether it now decides the last day; and what is
  /// lost.
  func all(_ difference: PlanDifference) -> [Fact] {
    facts(difference) + difference.steps.flatMap(facts) + critical(difference)
      + difference.routesLost.map { Fact(say(Phrase("Lost", "Se pierde")), $0.text[language]) }
  }

  /// Which steps now decide the last day, and which do no more.
  private func critical(_ difference: PlanDifference) -> [Fact] {
    func titles(_ isCritical: Bool) -> String {
      difference.steps.filter { change in
        let (before, after) = (change.before?.isCritical ?? false, change.after?.isCritical ?? false)
        return before != after && after == isCritical
      }.map { $0.title[language] }.joined(separator: "; ")
    }
    let (now, before) = (titles(true), titles(false))
    var facts: [Fact] = []
    if !now.isEmpty { facts.append(Fact(say(Phrase("Now decides the last day", "Ahora decide la última fecha")), now)) }
    if !before.isEmpty {
      facts.append(Fact(say(Phrase("Decides the last day no more", "Ya no decide la última fecha")), before))
    }
    return facts
  }

  private func facts(_ change: PlanDifference.StepChange) -> [Fact] {
    let title = change.title[language]
    switch change.what {
    case .added: return [Fact(title, say(Phrase("A new step", "Un paso nuevo")))]
    case .removed: return [Fact(title, say(Phrase("Not in the plan any more", "Ya no está en el plan")))]
    case .changed: break
    }
    guard let before = change.before, let after = change.after else { return [] }
    var facts: [Fact] = []
    // The exam and the last step stand among the days of the plan.
    let isPoint = change.id == "exam" || change.id == "stay-certified"
    if before.end != after.end, !isPoint { facts.append(Fact(title, moved(before.end, after.end))) }
    let (old, new) = (before.window?.last, after.window?.last)
    if change.id != "stay-certified", old != new, old?.isFinite ?? false || new?.isFinite ?? false {
      facts.append(
        Fact(
          say(Phrase("\(title): open through", "\(title): abierto hasta")),
          moved(old, new, never: Phrase("no end", "sin fin"))))
    }
    return facts
  }

  private func moved(
    _ before: CivilDate?, _ after: CivilDate?, never: Phrase = Phrase("not known", "no se sabe")
  ) -> String {
    func day(_ day: CivilDate?) -> String {
      guard let day else { return say(Phrase("not known", "no se sabe")) }
      return day.isFinite ? dates.day(day) : say(never)
    }
    return "\(day(before)) → \(day(after))"
  }

  private func say(_ phrase: Phrase) -> String { phrase[language] }
}
