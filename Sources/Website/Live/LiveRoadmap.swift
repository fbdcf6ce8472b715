import Knowledge
import Planning
import Rules
import Services
import Vocabulary

extension LiveService {
  public func roadmap(_ path: CredentialPath, _ visit: Visit) async throws -> RoadmapPage.Value? {
    guard let credential = credential(path) else { return nil }
    let service = PlanService(base)
    let evidence = evidence(visit)
    guard let plan = try service.plan(credential, evidence, inquiry(visit)) else { return nil }
    let changes: [WhatIf] = [.fail(1), .fail(2), .delay(weeks: 6)]
    let differences = try changes.compactMap { change in
      try service.whatIf([change], credential, evidence, inquiry(visit)).map { (change, $0.plan, $0.difference) }
    }
    let before = try evidenceBefore(visit).flatMap { try service.plan(credential, $0, inquiry(visit)) }
    let missing = interview.dateQuestion(plan, given(visit), asOf: visit.today)
    return LiveRoadmap(
      base: base, credential: credential, path: path, plan: plan, missing: missing, visit: visit
    )
    .value(whatIfs: differences, guides: guides(for: credential, visit), before: before)
  }

  public func calendar(_ path: CredentialPath, _ visit: Visit) async throws -> [CalendarEvent]? {
    guard let credential = credential(path) else { return nil }
    let service = PlanService(base)
    guard let plan = try service.plan(credential, evidence(visit), inquiry(visit)) else { return nil }
    return base.calendar(of: plan).filter(\.day.isFinite).map { event in
      CalendarEvent(
        id: "\(path.body)-\(path.designation)-\(event.id)", day: event.day,
        title: event.title[visit.language], text: VerdictWording.notice[visit.language])
    }
  }

  /// What other guides miss about this credential.
  private func guides(for credential: Credential, _ visit: Visit) -> [Fact] {
    base.guides.filter { $0.credentials == [credential.id] }.prefix(3).map {
      Fact($0.text[visit.language], $0.detail[visit.language])
    }
  }
}

/// The roadmap page for one plan.
struct LiveRoadmap {
  let base: KnowledgeBase
  let credential: Credential
  let path: CredentialPath
  let plan: Plan
  /// The answer that would give the plan a date.
  let missing: DateQuestion?
  let visit: Visit

  var language: Language { visit.language }
  var wording: LiveWording { LiveWording(visit.language, asOf: visit.today) }

  func value(
    whatIfs: [(WhatIf, Plan, PlanDifference)], guides: [Fact], before: Plan?
  ) -> RoadmapPage.Value {
    RoadmapPage.Value(
      credential: path, name: credential.mark, summary: summary, next: next,
      steps: Step.Kind.allCases.map(step),
      drawing: LiveDrawing(plan: plan, wording: wording, today: visit.today).drawing,
      whatIfs: whatIfs.map(whatIf), otherDoors: doors, total: total, missed: guides,
      moved: before.map(moved), hasCalendar: plan.isDated)
  }

  /// What the plan rests on that nobody has confirmed is said with the day.
  var summary: String {
    let count = plan.conditions.count
    if count == 0 { return outlook }
    let facts = count == 1 ? Phrase("1 fact", "1 dato") : Phrase("\(count) facts", "\(count) datos")
    return outlook
      + Phrase(" It rests on \(facts.en) to confirm.", " Depende de \(facts.es) por confirmar.")[language]
  }

  private var outlook: String {
    let dates = wording.dates
    if plan.isHeld {
      return Phrase("You said that you hold it.", "Usted dijo que la tiene.")[language]
    }
    if let certified = plan.certified, let eligible = plan.eligible {
      let day = dates.dayWithDistance(certified)
      return eligible > visit.today
        ? Phrase(
          "The rule is first met on \(dates.day(eligible)). Certified by \(day) at the earliest, if the plan holds.",
          "La regla se cumple por primera vez el \(dates.day(eligible)). Con certificación el \(day), como muy pronto, si se cumple el plan."
        )[
          language]
        : Phrase(
          "The rule is met now. Certified by \(day) at the earliest, if the exam is passed.",
          "La regla se cumple ahora. Con certificación el \(day), como muy pronto, si se aprueba el examen.")[language]
    }
    if let eligible = plan.eligible {
      return Phrase(
        "The rule is first met on \(dates.dayWithDistance(eligible)).",
        "La regla se cumple por primera vez el \(dates.dayWithDistance(eligible)).")[language]
    }
    if plan.route == nil, missing != nil {
      return Phrase(
        "Some answers are still missing. Without them no day can be named.",
        "Aún faltan respuestas. Sin ellas no se puede dar una fecha.")[language]
    }
    if plan.isClosed {
      return Phrase("No way is known from the facts you gave.", "No se conoce una vía con los datos que dio.")[language]
    }
    return plan.route == nil
      ? Phrase("Some facts are missing. No day is known yet.", "Faltan datos. Aún no se sabe la fecha.")[language]
      : Phrase("A way exists. Its day is not known yet.", "Hay una vía. Aún no se sabe la fecha.")[language]
  }

  /// The answer that gives a date, where there is none yet; else the first thing that is not done, with whom to ask.
  private var next: NextStep? {
    if let missing { return NextStep(title: missing.title[language], text: missing.text[language], action: answer) }
    guard let step = plan.steps.first(where: { $0.status != .done && $0.status != .notNeeded }) else { return nil }
    if let task = step.tasks.first(where: \.isCondition) ?? step.tasks.first {
      return NextStep(title: task.text[language], text: sentence(PlanWording.ask(task.ask)[language]), action: why)
    }
    let ask = step.ask.map { sentence(PlanWording.ask($0)[language]) }
    return NextStep(
      title: step.title[language], text: when(step) ?? ask ?? "", fine: when(step) == nil ? nil : ask, action: why)
  }

  private var answer: Link? {
    missing.map { Link(Phrase("Answer this", "Contestar")[language], .page(.question($0.key))) }
  }

  private var why: Link {
    Link(Phrase("See why", "Ver por qué")[language], .page(.reason(path, rule: "eligibility", on: nil)))
  }

  private func sentence(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() + "." }

  // MARK: - Steps

  private func step(_ kind: Step.Kind) -> RoadmapPage.Step {
    let steps = plan.steps.filter { $0.kind == kind }
    let main = steps.last { $0.status != .notNeeded } ?? steps.last
    let isDone = !steps.isEmpty && steps.allSatisfy { $0.status == .done || $0.status == .notNeeded }
    let name = LiveRoadmap.name(kind)[language]
    var facts: [Fact] = []
    for step in steps {
      if let when = when(step) { facts.append(Fact(Phrase("When", "Cuándo")[language], when)) }
      if let window = window(step) { facts.append(Fact(Phrase("Open", "Abierto")[language], window)) }
      facts += cost(step)
      facts += step.tasks.prefix(8).map { task in
        Fact(Phrase("To gather", "Reunir")[language], task.text[language], fine: PlanWording.ask(task.ask)[language])
      }
    }
    if let missing, let link = answer, kind == .exam {
      facts.insert(Fact(Phrase("When", "Cuándo")[language], missing.title[language] + ".", link: link), at: 0)
    }
    if facts.isEmpty, main?.status != .notNeeded {
      facts = [
        Fact(
          Phrase("When", "Cuándo")[language],
          main?.ask.map { sentence(PlanWording.ask($0)[language]) }
            ?? (isDone ? Phrase("Done", "Hecho") : Phrase("Not known", "No se sabe"))[language])
      ]
    }
    return RoadmapPage.Step(
      short: name, title: main.map { $0.title[language] } ?? name, isDone: isDone, chip: chip(main, isDone: isDone),
      facts: facts, notes: notes(steps))
  }

  static func name(_ kind: Step.Kind) -> Phrase {
    switch kind {
    case .diploma: Phrase("Diploma", "Diploma")
    case .program: Phrase("Program", "Programa")
    case .clinicalHours: Phrase("Clinical hours", "Horas clínicas")
    case .exam: Phrase("Exam", "Examen")
    case .stayCertified: Phrase("Stay certified", "Mantenerse")
    }
  }

  /// What is planned is never green: green belongs to answers of a stated rule.
  private func chip(_ step: Step?, isDone: Bool) -> Chip {
    guard let step else { return Chip(.unknown, Phrase("Not known", "No se sabe")[language]) }
    let text = sentence(PlanWording.status(step.status)[language]).dropLast()
    let target = Target.page(.reason(path, rule: step.kind == .stayCertified ? "current" : "eligibility", on: nil))
    let sign: Sign =
      switch step.status {
      case .done, .underWay, .planned, .notNeeded: .going
      case .notKnown: .unknown
      case .closed: .unlikely
      }
    return Chip(sign, String(text), target)
  }

  /// A day known only as "by today" says nothing.
  func when(_ step: Step) -> String? {
    let dates = wording.dates
    let now = visit.today
    if step.status == .done, step.end.map({ $0 >= now }) ?? true { return nil }
    let start = step.status == .underWay && step.start.map({ $0 >= now }) ?? false ? nil : step.start
    switch (start, step.end) {
    case (let start?, let end?) where start != end:
      return Phrase(
        "\(dates.day(start)) to \(dates.dayWithDistance(end))",
        "del \(dates.day(start)) al \(dates.dayWithDistance(end))")[language]
    case (_, let end?): return dates.dayWithDistance(end)
    case (let start?, nil):
      return Phrase("From \(dates.dayWithDistance(start))", "Desde el \(dates.dayWithDistance(start))")[language]
    case (nil, nil): return nil
    }
  }

  /// Use it or lose it.
  func window(_ step: Step) -> String? {
    guard let window = step.window, window.last.isFinite else { return nil }
    let last = wording.dates.dayWithDistance(window.last)
    return Phrase("Through \(last), then this way closes", "Hasta el \(last); después se cierra esta vía")[language]
  }

  private func cost(_ step: Step) -> [Fact] {
    let term = Phrase("Cost", "Costo")[language]
    let known = step.cost.items.map { item in
      Fact(
        term, PlanWording.amount(item.low, item.high)[language], fine: item.text[language],
        grade: item.grade.map(wording.grade))
    }
    let unknown = step.cost.unknown.map {
      Fact(
        term, Phrase("Not known", "No se sabe")[language],
        fine: "\($0.text[language]): \(PlanWording.ask($0.ask)[language])")
    }
    return known + unknown
  }

  /// Papers first, then what the application asks; the rest is on the page of sources.
  private func notes(_ steps: [Step]) -> [Note] {
    let notes = steps.flatMap { $0.notes }
    let papers = notes.filter(\.isDocument) + notes.filter { !$0.isDocument && $0.stage == .application }
    let rest = notes.filter { !$0.isDocument && $0.stage != .application }
    return (papers + rest).prefix(5).map(note)
  }

  private func note(_ note: PlanNote) -> Note {
    Note(
      title: note.text[language], text: note.detail?[language] ?? "",
      citation: note.citations.first.map { wording.citation($0) })
  }

  // MARK: - Beside the steps

  private func whatIf(_ change: WhatIf, _ after: Plan, _ difference: PlanDifference) -> RoadmapPage.WhatIf {
    let title: Phrase =
      switch change {
      case .fail(1): Phrase("The first attempt is not passed", "No se aprueba el primer intento")
      case .fail(let n): Phrase("\(n) attempts are not passed", "No se aprueban \(n) intentos")
      case .delay(let weeks): Phrase("Everything is \(weeks) weeks late", "Todo se atrasa \(weeks) semanas")
      default: Phrase(change.text, change.text)
      }
    let text = PlanDifferenceText(language, asOf: visit.today).summary(difference)
    return RoadmapPage.WhatIf(title: title[language], text: text)
  }

  /// What changed between the plan before the last change and this one.
  private func moved(from before: Plan) -> [Fact] { PlanMoved(wording).facts(PlanDifference(from: before, to: plan)) }

  private var doors: [Fact] {
    plan.outlooks.filter { $0.route.name != plan.route?.name }.map { outlook in
      let dates = wording.dates
      let text =
        outlook.eligible.map {
          Phrase("From \(dates.dayWithDistance($0))", "Desde el \(dates.dayWithDistance($0))")[language]
        }
        ?? sentence(PlanWording.undated(outlook)[language])
      return Fact(outlook.route.text[language], text)
    }
  }

  private var total: RoadmapPage.Total? {
    guard !plan.cost.items.isEmpty else { return nil }
    let missing = plan.cost.unknown.map { "\($0.text[language]) (\(PlanWording.ask($0.ask)[language]))" }
    let rest =
      missing.isEmpty ? "" : Phrase("Not known: ", "No se sabe: ")[language] + missing.joined(separator: "; ") + "."
    return RoadmapPage.Total(
      amount: PlanWording.amount(plan.cost.low, plan.cost.high)[language],
      text: Phrase("until certified, as far as known. ", "hasta la certificación, hasta donde se sabe. ")[language]
        + rest)
  }
}
