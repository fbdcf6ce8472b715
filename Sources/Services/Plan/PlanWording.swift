public import Planning
public import Vocabulary

/// The words of plans in both languages.
public enum PlanWording {
  public static func status(_ status: Step.Status) -> Phrase {
    switch status {
    case .done: Phrase("done", "hecho")
    case .underWay: Phrase("under way", "en curso")
    case .planned: Phrase("planned", "previsto")
    case .notKnown: Phrase("not known yet", "aún no se sabe")
    case .notNeeded: Phrase("this route does not name it", "esta vía no lo nombra")
    case .closed: Phrase("no way is known from here", "no se conoce una vía desde aquí")
    }
  }

  /// What is said of a route without a day.
  public static func undated(_ outlook: Plan.Outlook) -> Phrase {
    if outlook.isOpen { return Phrase("open, day not known", "abierta, fecha no conocida") }
    return outlook.isClosed
      ? Phrase("no way known from these facts", "no se conoce una vía desde estos datos")
      : Phrase("not known yet, facts are missing", "aún no se sabe, faltan datos")
  }

  public static func ask(_ ask: Ask) -> Phrase {
    switch ask {
    case .school: Phrase("ask the school", "pregunte a la escuela")
    case .body: Phrase("ask the certifying body", "pregunte al organismo certificador")
    case .employer: Phrase("ask the employer", "pregunte al empleador")
    case .self_: Phrase("look in your own papers", "mire sus propios papeles")
    }
  }

  public static func point(_ point: PlanDifference.Point) -> Phrase {
    switch point {
    case .eligible: Phrase("Rule first met", "La regla se cumple por primera vez")
    case .notBefore: Phrase("Not before", "No antes del")
    case .exam: Phrase("Exam", "Examen")
    case .certified: Phrase("Certified", "Certificación")
    case .currentThrough: Phrase("Current through", "Vigente hasta")
    }
  }

  public static func attempts(_ left: Plan.AttemptsLeft) -> Phrase {
    switch left {
    case .atMost(0): Phrase("The rule leaves no more attempts.", "La regla no deja más intentos.")
    case .atMost(1): Phrase("The rule leaves 1 attempt.", "La regla deja 1 intento.")
    case .atMost(let n): Phrase("The rule leaves \(n) attempts.", "La regla deja \(n) intentos.")
    case .atLeast(0):
      Phrase(
        "Attempts left: not known, ask the certifying body.",
        "Intentos que quedan: no se sabe, pregunte al organismo certificador.")
    case .atLeast(1):
      Phrase(
        "1 attempt fits the rule; what comes after it is not known, ask the certifying body.",
        "1 intento cabe en la regla; no se sabe qué viene después, pregunte al organismo certificador.")
    case .atLeast(let n):
      Phrase(
        "\(n) attempts fit the rule; what comes after them is not known, ask the certifying body.",
        "\(n) intentos caben en la regla; no se sabe qué viene después, pregunte al organismo certificador.")
    case .noLimitStated: Phrase("No limit on attempts is stated.", "No se indica un límite de intentos.")
    }
  }

  public static func budget(_ fit: BudgetFit) -> Phrase {
    switch fit {
    case .enough: Phrase("The budget covers it.", "El presupuesto alcanza.")
    case .notEnough: Phrase("The known part alone is above the budget.", "La parte conocida ya supera el presupuesto.")
    case .notKnown:
      Phrase(
        "Whether the budget covers it is not known: part of the cost is not known.",
        "No se sabe si el presupuesto alcanza: no se conoce una parte del costo.")
    }
  }

  /// "$125", "$125 to $250".
  public static func amount(_ low: Money, _ high: Money) -> Phrase {
    low == high
      ? Phrase(low.description, low.description) : Phrase("\(low) to \(high)", "de \(low) a \(high)")
  }

  /// As it reads within a sentence: with a small first letter, unless it begins with letters that stand for a name.
  private static func within(_ text: String) -> String {
    let isName = text.dropFirst().first?.isUppercase ?? false
    return isName ? text : text.prefix(1).lowercased() + text.dropFirst()
  }

  /// The known part and what is not known: "$125; not known: the program (ask the school)".
  public static func cost(_ cost: Cost) -> Phrase {
    let known = cost.items.isEmpty ? nil : amount(cost.low, cost.high)
    let open = cost.unknown.map { item in
      Phrase("\(within(item.text.en)) (\(ask(item.ask).en))", "\(within(item.text.es)) (\(ask(item.ask).es))")
    }
    if open.isEmpty { return known ?? Phrase("nothing more", "nada más") }
    let missing = Phrase(
      "not known: " + open.map(\.en).joined(separator: ", "), "no se sabe: " + open.map(\.es).joined(separator: ", "))
    return known.map { Phrase("\($0.en); \(missing.en)", "\($0.es); \(missing.es)") } ?? missing
  }
}
