import Continuing
import Foundation
import Rules
import Services
import Vocabulary

/// What came of the question which courses are enough.
enum CoursesOutcome: Sendable {
  /// The record names no certification.
  case noCredential
  /// The catalog cannot be read.
  case refused(SheetRefusal)
  case certificate([UInt8])
  case found(CoursesFound)
}

/// A plan with what it was made from.
struct CoursesFound: Sendable {
  let plan: CoursePlan
  let ledger: Education.Ledger
  /// Courses of the catalog.
  let size: Int
  /// After how many questions the search was stopped.
  let stoppedAfter: Int?
}

extension LiveEducation {
  /// Whether there is anything to plan for.
  func holdsCredential(_ evidence: Evidence, today: CivilDate) -> Bool {
    (try? Education(base, asOf: today).ledger(evidence)) != nil
  }

  /// Reads the catalog and searches; to be called away from the threads that answer.
  func courses(
    _ evidence: Evidence, _ request: CoursesRequest, today: CivilDate, _ time: SearchTime
  ) -> CoursesOutcome {
    let education = Education(base, asOf: today)
    guard let ledger = try? education.ledger(evidence) else { return .noCredential }
    let courses: [Course]
    do {
      courses = try catalog(request, today)
    } catch {
      return .refused(error)
    }
    if let steps = request.steps { time.end(after: steps) }
    let plan = education.plan(courses, ledger, aim: request.least, by: nil) { _ in time.goesOn() }
    if request.wantsProof { return .certificate(CourseCertificate.bytes(plan)) }
    return .found(
      CoursesFound(plan: plan, ledger: ledger, size: courses.count, stoppedAfter: time.stoppedAfter))
  }

  private func catalog(_ request: CoursesRequest, _ today: CivilDate) throws(SheetRefusal) -> [Course] {
    if request.isMisnamed {
      throw SheetRefusal(
        Phrase(
          "expected a file that ends in .csv; another found: save the sheet as “CSV UTF-8”",
          "se esperaba un archivo que termine en .csv y se encontró otro: guarde la hoja como «CSV UTF-8»"))
    }
    if request.isOwn, request.sheet.isEmpty {
      throw SheetRefusal(
        Phrase("expected a catalog; no file was picked", "se esperaba un catálogo y no se eligió ningún archivo"))
    }
    let bytes = request.isOwn ? request.sheet : Assets.sampleCourses
    do {
      return try CatalogReader(base, asOf: today, limits: .page).read(Data(bytes))
    } catch let refusal as SheetRefusal {
      throw refusal
    } catch {
      throw SheetRefusal(Phrase("the catalog cannot be read", "el catálogo no se puede leer"))
    }
  }

  /// A plan in words.
  func answer(_ found: CoursesFound, _ language: Language, today: CivilDate) -> CoursesPage.Answer {
    let words = EducationWording(base, language, asOf: today)
    let plan = found.plan
    let hasSet = plan.answer.chosen != nil
    let isNothing = hasSet && plan.chosen.isEmpty
    var facts = [looked(found)[language]]
    if !plan.chosen.isEmpty { facts.insert(words.confirmation(plan), at: 0) }
    var remarks = words.remarks(plan, found.ledger)
    if found.ledger.isAssumed { remarks.append(EducationPage.assumed[language]) }
    let duties = plan.held.indices.flatMap { number in
      zip(plan.held[number].duties, plan.after[number]).map {
        duty($0, hasSet ? $1 : nil, plan.held[number].id, words, today)
      }
    }
    return CoursesPage.Answer(
      headline: headline(plan, words), proof: plan.held.isEmpty || isNothing ? nil : words.proof(plan), facts: facts,
      listed: plan.chosen.map { listed($0, words) }, duties: duties,
      shortfalls: hasSet ? [] : words.shortfalls(plan), remarks: remarks, steps: found.stoppedAfter,
      hasCertificate: !plan.held.isEmpty && !isNothing)
  }

  private func headline(_ plan: CoursePlan, _ words: EducationWording) -> String {
    if plan.held.isEmpty {
      return Phrase("No duty can be planned", "No hay un deber que se pueda planear")[words.language]
    }
    if plan.answer.isImpossible {
      return Phrase("These courses are not enough", "Estos cursos no alcanzan")[words.language]
    }
    if plan.answer.chosen == nil { return Phrase("Stopped early", "Detenido antes del final")[words.language] }
    if plan.chosen.isEmpty {
      return Phrase("Nothing is missing: no course is needed", "No falta nada: no hace falta ningún curso")[
        words.language]
    }
    return words.sum(plan)
  }

  private func looked(_ found: CoursesFound) -> Phrase {
    let (size, open, useful) = (found.size, found.plan.courses.count, found.plan.useful)
    return Phrase(
      "Courses in the catalog: \(size). Still to come: \(open). Count for something that is missing: \(useful).",
      "Cursos en el catálogo: \(size). Aún por venir: \(open). Cuentan para algo que falta: \(useful).")
  }

  private func listed(_ chosen: CoursePlan.Chosen, _ words: EducationWording) -> CoursesPage.Listed {
    let course = chosen.course
    var places: [CoursesPage.Place] = []
    for place in chosen.places {
      let (name, text) = (words.mark(place.credential), words.counts(place))
      // Of cycles and readings that count the same one is told.
      if places.contains(where: { $0.credential == name && $0.text == text }) { continue }
      places.append(
        CoursesPage.Place(
          credential: name, text: text, reasons: place.reasons.map { words.reason($0, course) }))
    }
    let hours = EducationWording.hours(course.hours)[words.language]
    let about = [words.when(course), course.price.description, hours, course.provider]
    return CoursesPage.Listed(title: course.title, about: about.joined(separator: " · "), places: places)
  }

  /// A duty before and, where there is a set, with it.
  private func duty(
    _ before: EducationDuty, _ after: EducationDuty?, _ credential: String, _ words: EducationWording,
    _ today: CivilDate
  ) -> CoursesPage.Duty {
    func part(_ part: CourseModel.Part, _ earned: Quantity, _ with: Quantity?, _ needed: Quantity) -> CoursesPage.Part {
      let text =
        if let with {
          Phrase(
            "\(earned) earned + \(with - earned) from the list; \(needed) needed",
            "\(earned) obtenidos + \(with - earned) de la lista; se necesitan \(needed)")
        } else {
          Phrase("\(earned) earned; \(needed) needed", "\(earned) obtenidos; se necesitan \(needed)")
        }
      return CoursesPage.Part(name: words.part(part, before), text: text[words.language])
    }
    var parts = [part(.total, before.sure.total, after?.sure.total, before.rule.total)]
    for (k, minimum) in before.rule.each.enumerated() {
      parts.append(part(.category(k), before.sure.each[k], after?.sure.each[k], minimum.amount))
    }
    if let approved = before.rule.approved {
      parts.append(part(.approved, before.sure.approved, after?.sure.approved, approved.amount))
    }
    return CoursesPage.Duty(
      credential: words.mark(credential), days: words.days(before) + words.grade(before),
      chip: after.map { chip($0, words, today) }, parts: parts, source: words.source(before))
  }

  private func chip(_ duty: EducationDuty, _ words: EducationWording, _ today: CivilDate) -> Chip {
    let isMet = duty.finding.verdict == .met
    let grade = LiveWording(words.language, asOf: today).grade(duty.finding) ?? .reported
    let text =
      isMet ? Phrase("Met with this list", "Se cumple con esta lista")[words.language] : words.verdict(duty)
    return Chip(.answer(isMet, grade), text)
  }
}
