public import Planning
public import Vocabulary

/// What a what-if changes, as text.
public struct PlanDifferenceText {
  private let language: Language
  private let dates: DateWording

  public init(_ language: Language, asOf: CivilDate) {
    self.language = language
    dates = DateWording(language, asOf: asOf)
  }

  public func render(_ difference: PlanDifference, _ changes: [WhatIf]) -> String {
    var lines = [say("What if: ", "Qué pasa si: ") + changes.map(\.text).joined(separator: ", ")]
    if difference.isEmpty {
      lines.append("  " + say("Nothing changes.", "Nada cambia."))
      return lines.joined(separator: "\n")
    }
    for change in difference.days {
      lines.append("  \(PlanWording.point(change.point)[language]): \(day(change.before)) → \(day(change.after))")
    }
    if difference.routeBefore != difference.routeAfter {
      lines.append(
        "  " + say("Route: ", "Vía: ") + route(difference.routeBefore) + " → " + route(difference.routeAfter))
    }
    if let cost = difference.cost {
      lines.append(
        "  " + say("Cost: ", "Costo: ") + PlanWording.cost(cost.before)[language] + " → "
          + PlanWording.cost(cost.after)[language])
    }
    if difference.attemptsLeftBefore != difference.attemptsLeftAfter {
      func count(_ n: Int?) -> String { n.map(String.init) ?? say("no limit stated", "sin límite indicado") }
      lines.append(
        "  " + say("Attempts left after the plan: ", "Intentos que quedan después del plan: ")
          + count(difference.attemptsLeftBefore) + " → " + count(difference.attemptsLeftAfter))
    }
    for route in difference.routesLost { lines.append("  " + say("Lost: ", "Se pierde: ") + route.text[language]) }
    for step in difference.steps where step.what != .changed {
      lines.append(
        "  "
          + (step.what == .added
            ? say("New step: ", "Paso nuevo: ") : say("Step no longer in it: ", "Paso que ya no está: "))
          + step.title[language])
    }
    if difference.budgetBefore != difference.budgetAfter, let after = difference.budgetAfter {
      lines.append("  " + PlanWording.budget(after)[language])
    }
    return lines.joined(separator: "\n")
  }

  /// The difference in a line or two: the day certified, the attempts that are left, what is lost.
  public func summary(_ difference: PlanDifference) -> String {
    if difference.isEmpty { return say("Nothing changes.", "Nada cambia.") }
    var parts: [String] = []
    for point in [PlanDifference.Point.certified, .eligible] {
      guard let change = difference.days.first(where: { $0.point == point }) else { continue }
      parts.append("\(PlanWording.point(point)[language]): \(day(change.after)).")
      break
    }
    if difference.attemptsLeftBefore != difference.attemptsLeftAfter, let left = difference.attemptsLeftAfter {
      parts.append(say("Attempts left: \(left).", "Intentos que quedan: \(left)."))
    }
    if let cost = difference.cost {
      parts.append(say("Cost: ", "Costo: ") + PlanWording.cost(cost.after)[language] + ".")
    }
    for route in difference.routesLost { parts.append(say("Lost: ", "Se pierde: ") + route.text[language] + ".") }
    return parts.joined(separator: " ")
  }

  private func day(_ day: CivilDate?) -> String {
    day.map(dates.dayWithDistance) ?? say("not known", "no se sabe")
  }

  private func route(_ route: PlanRequest.Route?) -> String { route?.text[language] ?? say("none", "ninguna") }

  private func say(_ en: String, _ es: String) -> String { Phrase(en, es)[language] }
}
