public import Continuing
import Rules
import Vocabulary

extension EducationText {
  /// A set of courses: each with its day, price, time, and where it counts; then what is proved of it.
  public func plan(_ plan: CoursePlan, _ ledger: Education.Ledger) -> String {
    var lines: [String] = []
    for chosen in plan.chosen { lines += self.chosen(chosen) }
    lines += sum(plan)
    for credential in plan.held where credential.duties.contains(where: \.isReading) {
      let name = words.mark(credential.id)
      lines.append(
        Phrase(
          "\(name): sources disagree; the set meets what each of them says",
          "\(name): las fuentes no coinciden; el conjunto cumple lo que dice cada una")[language])
    }
    for credential in ledger.held where credential.isOver || !credential.gaps.isEmpty {
      let reason =
        credential.isOver
        ? Phrase("not current, so not planned", "no vigente, por eso no está en el plan")[language]
        : credential.gaps.map(words.gap).joined(separator: "; ")
      lines.append("\(words.mark(credential.id)): \(reason)")
    }
    return (lines + closing(ledger)).joined(separator: "\n")
  }

  private func chosen(_ chosen: CoursePlan.Chosen) -> [String] {
    let course = chosen.course
    let hours = EducationWording.hours(course.hours)[language]
    var lines = ["\(words.dates.day(course.day)): \(course.id) \(course.title), \(course.price), \(hours)"]
    var seen: Set<String> = []
    for place in chosen.places {
      var text = "\(words.mark(place.credential)) " + words.amount(place.count.total, place.duty)
      if let category = place.category, place.count.each.contains(where: { $0 > .zero }) {
        text += ", " + EducationWording.category(category)[language]
      }
      if place.count.approved > .zero { text += ", " + words.part(.approved, place.duty) }
      if seen.insert(text).inserted { lines.append("  " + text) }
    }
    return lines
  }

  private func sum(_ plan: CoursePlan) -> [String] {
    if plan.held.isEmpty {
      return [Phrase("No duty can be planned.", "No hay un deber que se pueda planear.")[language]]
    }
    guard plan.answer.chosen != nil else { return noSet(plan) }
    if plan.chosen.isEmpty {
      return [
        Phrase("Nothing is missing: no course is needed.", "No falta nada: no hace falta ningún curso.")[language]
      ]
    }
    var lines = [
      [count(plan), plan.price.description, EducationWording.hours(plan.hours)[language]].joined(separator: ", "),
      proof(plan),
    ]
    lines.append(
      plan.isConfirmed
        ? Phrase(
          "Asked again with these courses, each rule finds its points met.",
          "Preguntada de nuevo con estos cursos, cada regla encuentra sus puntos cumplidos.")[language]
        : Phrase(
          "Asked again with these courses, not every rule finds its points met.",
          "Preguntadas de nuevo con estos cursos, no todas las reglas encuentran sus puntos cumplidos.")[language])
    return lines
  }

  private func count(_ plan: CoursePlan) -> String {
    plan.chosen.count == 1
      ? Phrase("1 course", "1 curso")[language]
      : Phrase("\(plan.chosen.count) courses", "\(plan.chosen.count) cursos")[language]
  }

  private func proof(_ plan: CoursePlan) -> String {
    let bound = plan.answer.bound.map { amount($0, plan.aim) } ?? ""
    let looked = Phrase("\(plan.answer.parts) parts looked at", "\(plan.answer.parts) partes revisadas")[language]
    if plan.hasAlternatives {
      return Phrase(
        "A rule has other ways, which were not compared.", "Una regla tiene otras vías, que no se compararon.")[
          language]
    }
    if plan.answer.isBest {
      return plan.aim == .cost
        ? Phrase(
          "No cheaper set exists (proved; \(looked)).", "No existe un conjunto más barato (demostrado; \(looked)).")[
            language]
        : Phrase(
          "No shorter set exists (proved; \(looked)).", "No existe un conjunto más corto (demostrado; \(looked)).")[
            language]
    }
    return Phrase(
      "Stopped early: no set is below \(bound) (proved; \(looked)).",
      "Detenido antes del final: ningún conjunto baja de \(bound) (demostrado; \(looked)).")[language]
  }

  private func amount(_ number: Int, _ aim: CourseAim) -> String {
    switch aim {
    case .cost: Money(cents: number).description
    case .hours:
      EducationWording.hours(Quantity(hundredths: number))[language]
    }
  }

  private func noSet(_ plan: CoursePlan) -> [String] {
    var lines = [
      plan.answer.isImpossible
        ? Phrase(
          "No set of these courses is enough (proved).", "Ningún conjunto de estos cursos alcanza (demostrado).")[
            language]
        : Phrase(
          "Stopped early: no set was found yet.", "Detenido antes del final: todavía no se encontró un conjunto.")[
            language]
    ]
    for shortfall in plan.shortfalls {
      guard
        let duty = plan.held.first(where: { $0.id == shortfall.credential })?.duties.first(where: {
          $0.address == shortfall.address
        })
      else { continue }
      lines.append(
        "  \(words.mark(shortfall.credential)), \(words.days(duty)), \(words.part(shortfall.part, duty)): "
          + Phrase(
            "\(words.amount(shortfall.missing, duty)) are missing, the courses give \(shortfall.offered)",
            "faltan \(words.amount(shortfall.missing, duty)), los cursos dan \(shortfall.offered)")[language])
    }
    return lines
  }
}
