public import Continuing
import Rules
import Vocabulary

/// Words for a set of courses and what is proved of it: the same on the terminal and on pages.
extension EducationWording {
  /// "Jun 7, 2027", or "on demand".
  public func when(_ course: Course) -> String {
    course.isOnDemand ? Phrase("On demand", "En cualquier momento")[language] : dates.day(course.day)
  }

  /// "16 courses, $151, 56.5 hours".
  public func sum(_ plan: CoursePlan) -> String {
    let count =
      plan.chosen.count == 1
      ? Phrase("1 course", "1 curso") : Phrase("\(plan.chosen.count) courses", "\(plan.chosen.count) cursos")
    return [count[language], plan.price.description, EducationWording.hours(plan.hours)[language]]
      .joined(separator: ", ")
  }

  /// "6 points, clinical, approved by AAMA".
  public func counts(_ place: CoursePlan.Chosen.Place) -> String {
    var text = amount(place.count.total, place.duty)
    if let category = place.category, place.count.each.contains(where: { $0 > .zero }) {
      text += ", " + EducationWording.category(category)[language]
    }
    if place.count.approved > .zero { text += ", " + part(.approved, place.duty) }
    return text
  }

  /// Whether the set is the least there is, without a sentence of how much was looked at: "No cheaper set exists (proved)."
  public func proof(_ plan: CoursePlan) -> String {
    if plan.answer.isImpossible {
      let alone =
        plan.shortfalls.isEmpty
        ? Phrase(
          " Each minimum can be reached alone, but not all at once.",
          " Cada mínimo se alcanza por separado, pero no todos a la vez.") : Phrase("", "")
      return Phrase(
        "No set of these courses is enough (proved)." + alone.en,
        "Ningún conjunto de estos cursos alcanza (demostrado)." + alone.es)[language]
    }
    guard plan.answer.chosen != nil else {
      return Phrase(
        "Stopped early: no set was found yet.", "Detenido antes del final: todavía no se encontró un conjunto.")[
          language]
    }
    if plan.hasAlternatives {
      return Phrase(
        "A rule has other ways, which were not compared.", "Una regla tiene otras vías, que no se compararon.")[
          language]
    }
    if plan.answer.isBest {
      switch plan.aim {
      case .cost:
        return Phrase("No cheaper set exists (proved).", "No existe un conjunto más barato (demostrado).")[language]
      case .hours:
        return Phrase("No shorter set exists (proved).", "No existe un conjunto más corto (demostrado).")[language]
      }
    }
    let bound = plan.answer.bound.map { amount($0, plan.aim) } ?? ""
    let gap = plan.gapPercent.map { EducationWording.percent($0) }
    return Phrase(
      "Stopped early: the best found. No set is below \(bound) (proved)"
        + (gap.map { "; this one is at most \($0) % above the best." } ?? "."),
      "Detenido antes del final: el mejor encontrado. Ningún conjunto baja de \(bound) (demostrado)"
        + (gap.map { "; este está como máximo \($0) % por encima del mejor." } ?? "."))[language]
  }

  /// "63 parts looked at".
  public func looked(_ plan: CoursePlan) -> String {
    plan.answer.parts == 1
      ? Phrase("1 part looked at", "1 parte revisada")[language]
      : Phrase("\(plan.answer.parts) parts looked at", "\(plan.answer.parts) partes revisadas")[language]
  }

  /// Whether the rules, asked again with the courses, find all of it met.
  public func confirmation(_ plan: CoursePlan) -> String {
    plan.isConfirmed
      ? Phrase(
        "Asked again with these courses, each rule finds its points met.",
        "Preguntada de nuevo con estos cursos, cada regla encuentra sus puntos cumplidos.")[language]
      : Phrase(
        "Asked again with these courses, not every rule finds its points met.",
        "Preguntadas de nuevo con estos cursos, no todas las reglas encuentran sus puntos cumplidos.")[language]
  }

  /// What cannot be reached: "CMA (AAMA), …, clinical: 10 points are missing, the courses give 4"; one a minimum that no
  /// choice of courses reaches.
  public func shortfalls(_ plan: CoursePlan) -> [String] {
    plan.shortfalls.compactMap { shortfall in
      guard
        let duty = plan.held.first(where: { $0.id == shortfall.credential })?.duties.first(where: {
          $0.address == shortfall.address
        })
      else { return nil }
      return "\(mark(shortfall.credential)), \(days(duty)), \(part(shortfall.part, duty)): "
        + Phrase(
          "\(amount(shortfall.missing, duty)) are missing, the courses give \(shortfall.offered)",
          "faltan \(amount(shortfall.missing, duty)), los cursos dan \(shortfall.offered)")[language]
    }
  }

  /// What is to be said of credentials beside the courses: sources that disagree, and what is not in the plan.
  public func remarks(_ plan: CoursePlan, _ ledger: Education.Ledger) -> [String] {
    var lines: [String] = []
    for credential in plan.held where credential.duties.contains(where: \.isReading) {
      let name = mark(credential.id)
      lines.append(
        Phrase(
          "\(name): sources disagree; the set meets what each of them says",
          "\(name): las fuentes no coinciden; el conjunto cumple lo que dice cada una")[language])
    }
    for credential in ledger.held where credential.isOver || !credential.gaps.isEmpty {
      let reason =
        credential.isOver
        ? Phrase("not current, so not planned", "no vigente, por eso no está en el plan")[language]
        : credential.gaps.map(gap).joined(separator: "; ")
      lines.append("\(mark(credential.id)): \(reason)")
    }
    return lines
  }

  /// "4.2"; what is not quite nothing is 0.1 at least.
  static func percent(_ share: Double) -> String {
    let tenths = Int((share * 10).rounded(.up))
    return tenths % 10 == 0 ? String(tenths / 10) : "\(tenths / 10).\(tenths % 10)"
  }

  private func amount(_ number: Int, _ aim: CourseAim) -> String {
    switch aim {
    case .cost: Money(cents: number).description
    case .hours: EducationWording.hours(Quantity(hundredths: number))[language]
    }
  }
}
