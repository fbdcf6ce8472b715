public import Knowledge
public import Planning
import Rules
public import Vocabulary

/// A plan as text for people.
public struct PlanText {
  private let base: KnowledgeBase
  private let language: Language
  private let dates: DateWording

  public init(_ base: KnowledgeBase, _ language: Language, asOf: CivilDate) {
    self.base = base
    self.language = language
    dates = DateWording(language, asOf: asOf)
  }

  /// The whole plan.
  ///
  /// - Parameters:
  ///   - name: the person's, as a heading.
  ///   - missing: the facts without which no day can be named, from `PlanService.missing`.
  public func render(_ plan: Plan, name: String? = nil, missing: [Phrase] = []) -> String {
    var lines: [String] = []
    if let name { lines.append(name) }
    lines.append(
      (plan.isHeld
        ? say("Keeping the", "Cómo mantener la certificación") : say("The way to the", "El camino a la certificación"))
        + " " + mark(plan))
    lines.append(headline(plan, missing: missing))
    if let route = plan.route { lines.append(say("Route: ", "Vía: ") + route.text[language]) }
    if let finding = plan.finding { lines.append(VerdictWording.gradeSentence(finding.grade)[language]) }
    for condition in plan.conditions where condition.text != nil {
      lines.append(
        say("Rests on: ", "Depende de: ") + (condition.text?[language] ?? "") + " ("
          + PlanWording.ask(condition.ask)[language] + ")")
    }
    for (number, step) in plan.steps.enumerated() {
      lines.append("")
      lines += self.step(step, number: number + 1)
    }
    if plan.steps.contains(where: \.isCritical) {
      lines += ["", say("* A delay here moves the last day.", "* Un retraso aquí mueve el último día.")]
    }
    if !plan.isHeld {
      lines.append("")
      lines.append(
        say("Cost until certified: ", "Costo hasta la certificación: ") + PlanWording.cost(plan.cost)[language])
      if let budget = plan.budget { lines.append(PlanWording.budget(budget)[language]) }
      lines.append(PlanWording.attempts(plan.attemptsLeft)[language])
      lines += outlooks(plan)
    }
    lines.append("")
    lines.append(say("Rules edition ", "Edición de las reglas ") + base.edition + ".")
    lines.append(VerdictWording.notice[language])
    lines.append(VerdictWording.affiliation[language])
    return lines.joined(separator: "\n")
  }

  /// One sentence: what the plan promises, or why it cannot.
  public func headline(_ plan: Plan, missing: [Phrase] = []) -> String {
    if plan.isHeld {
      let through = plan.upkeep.currentThrough.map {
        say(", current through ", ", vigente hasta el ") + dates.dayWithDistance($0)
      }
      return say("Certified now", "Con certificación ahora") + (through ?? "") + "."
    }
    guard let eligible = plan.eligible else {
      if let day = plan.notBefore {
        return say("Not before ", "No antes del ") + dates.dayWithDistance(day)
          + say(
            ": how long the decision takes is not known, ask the certifying body.",
            ": no se sabe cuánto tarda la decisión, pregunte al organismo certificador.")
      }
      if plan.route == nil, !missing.isEmpty {
        return say(
          "Some facts are still missing. Without them no day can be named: ",
          "Aún faltan datos. Sin ellos no se puede dar una fecha: ")
          + missing.map { $0[language] }.joined(separator: ", ") + "."
      }
      return plan.isClosed
        ? say("No way to it is known from these facts.", "No se conoce una vía desde estos datos.")
        : say(
          "A day is not known yet: the steps say whom to ask.",
          "Aún no se sabe la fecha: los pasos dicen a quién preguntar.")
    }
    var text =
      say("The rule is first met on ", "La regla se cumple por primera vez el ") + dates.dayWithDistance(eligible)
    if plan.sittings.last?.passed == false {
      return text
        + say(
          "; after so many failed exams no further attempt is known.",
          "; después de tantos exámenes no aprobados no se conoce otro intento.")
    }
    if let exam = plan.examDay, exam != eligible { text += say(", exam on ", ", examen el ") + dates.day(exam) }
    if let certified = plan.certified {
      text +=
        say("; certified on ", "; certificación el ") + dates.dayWithDistance(certified)
        + say(" at the earliest", " como muy pronto")
    }
    return text + "."
  }

  private func step(_ step: Step, number: Int) -> [String] {
    let critical = step.isCritical ? " *" : ""
    var lines = ["\(number). \(step.title[language]): \(PlanWording.status(step.status)[language])\(critical)"]
    func add(_ en: String, _ es: String, _ text: String?) {
      if let text { lines.append("   " + say(en, es) + text) }
    }
    switch step.status {
    case .notNeeded, .closed: break
    case .done where step.start == nil && step.end == nil: break
    case .done, .underWay, .planned, .notKnown: add("When: ", "Cuándo: ", when(step))
    }
    if let window = step.window, step.kind == .exam { add("Open: ", "Abierto: ", self.window(window)) }
    if step.status != .done, step.status != .notNeeded, !(step.cost.items.isEmpty && step.cost.unknown.isEmpty) {
      add("Cost: ", "Costo: ", PlanWording.cost(step.cost)[language])
    }
    for task in step.tasks { lines.append("   - \(task.text[language]) (\(PlanWording.ask(task.ask)[language]))") }
    for note in step.notes where note.isDocument || note.stage == .application || note.name.contains("retake") {
      lines.append("   - \(note.text[language])" + (note.detail.map { ": " + $0[language] } ?? ""))
    }
    return lines
  }

  /// "Jun 4, 2027", "Sep 8, 2026 to Jun 4, 2027", "not known: ask the school".
  public func when(_ step: Step) -> String {
    let unknown = say("not known", "no se sabe") + (step.ask.map { ": " + PlanWording.ask($0)[language] } ?? "")
    switch (step.start, step.end) {
    case (nil, nil): return unknown
    case (let start?, nil) where step.status == .done: return say("since ", "desde el ") + dates.day(start)
    case (let start?, nil):
      return say("from ", "desde el ") + dates.day(start) + say("; the end is ", "; el fin: ") + unknown
    case (nil, let end?) where step.status == .done: return dates.dayWithDistance(end)
    case (nil, let end?): return say("by ", "a más tardar el ") + dates.dayWithDistance(end)
    case (let start?, let end?):
      return start == end
        ? dates.dayWithDistance(end)
        : say("", "del ") + dates.day(start) + say(" to ", " al ") + dates.dayWithDistance(end)
    }
  }

  /// "from … through …: use it or lose it".
  public func window(_ window: DayInterval) -> String {
    var text = window.first.isFinite ? say("from ", "desde el ") + dates.day(window.first) : ""
    if window.last.isFinite {
      text +=
        (text.isEmpty ? "" : " ") + say("through ", "hasta el ") + dates.dayWithDistance(window.last)
        + say("; then this way closes", "; después esta vía se cierra")
    } else {
      text += (text.isEmpty ? "" : ", ") + say("no end known", "sin fin conocido")
    }
    return text
  }

  private func outlooks(_ plan: Plan) -> [String] {
    guard plan.outlooks.count > 1 else { return [] }
    return ["", say("All routes:", "Todas las vías:")]
      + plan.outlooks.map { outlook in
        var text = "  \(outlook.route.text[language]): "
        if let day = outlook.eligible {
          text += say("from ", "desde el ") + dates.dayWithDistance(day)
          if let last = outlook.window?.last, last.isFinite { text += say(" through ", " hasta el ") + dates.day(last) }
        } else {
          text += PlanWording.undated(outlook)[language]
        }
        if outlook.conditions > 0 {
          text += say("; facts to confirm: \(outlook.conditions)", "; datos por confirmar: \(outlook.conditions)")
        }
        return text
      }
  }

  func mark(_ plan: Plan) -> String { base.credential(plan.credential)?.mark ?? plan.credential }

  private func say(_ en: String, _ es: String) -> String { Phrase(en, es)[language] }
}
