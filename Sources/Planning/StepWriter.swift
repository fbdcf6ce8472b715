import Rules
import Vocabulary

/// Writes the steps of a plan, in order.
struct StepWriter {
  let draft: PlanDraft
  private let program: EvidenceRecord?
  private let work: EvidenceRecord?

  init(draft: PlanDraft) {
    self.draft = draft
    let planned = draft.events.compactMap { event -> String? in
      switch event.change {
      case .add(let record): record.kind == .program ? record.id : nil
      case .fill(let id, let field, _): field.kind == .program ? id : nil
      }
    }
    let programs = draft.evidence.records(of: .program)
    program = programs.first { planned.contains($0.id) } ?? programs.last
    work = draft.evidence.records(of: .work).first { $0.id == "planned-work" } ?? draft.evidence.records(of: .work).first
  }

  private var asOf: CivilDate { draft.asOf }
  private var isOpen: Bool { draft.events.contains { !$0.isDayKnown } }
  /// The route rests on work, not on a program.
  private var isByWork: Bool {
    let kinds = Set(draft.needs.compactMap { need -> EvidenceKind? in
      if case .work = need.content { .work } else { need.field?.kind }
    })
    return kinds.contains(.work) && !kinds.contains(.program)
  }

  var steps: [Step] {
    var steps = [diploma, school, clinicalHours]
    if let review { steps.append(review) }
    steps += exams(after: steps)
    steps.append(keeping(after: steps))
    if !draft.isHeld, draft.eligible != nil {
      for i in steps.indices {
        let isLast = steps[i].kind == .exam && steps[i].id != "review" || steps[i].kind == .stayCertified
        steps[i].isCritical =
          draft.critical.contains(steps[i].id) || isLast && (steps[i].end ?? .distantPast) > asOf
          || isByWork && steps[i].kind == .clinicalHours && steps[i].status == .underWay
      }
    }
    return steps
  }

  // MARK: - Diploma, program, hours

  private var diploma: Step {
    let title = Phrase("Diploma or GED", "Diploma o GED")
    let records = draft.evidence.records(of: .diploma)
    let tasks = tasks { $0.kind == .diploma }
    let reasons = reasons { $0.kind == .diploma }
    if let earned = records.compactMap({ $0["earned"].days?.last }).filter({ $0 <= asOf }).min(), tasks.isEmpty {
      return Step(
        id: "diploma", kind: .diploma, title: title, status: .done, start: earned, end: earned, reasons: reasons)
    }
    let ahead = draft.events.filter { $0.kind == .diploma }.compactMap(\.day).max()
    if !tasks.isEmpty {
      let isKnown = draft.events.allSatisfy { $0.kind != .diploma || $0.isDayKnown }
      let day = isKnown ? ahead : nil
      return Step(
        id: "diploma", kind: .diploma, title: title, status: day == nil ? .notKnown : .planned, start: day, end: day,
        ask: .self_, tasks: tasks, reasons: reasons)
    }
    if let expected = records.compactMap({ $0["earned"].days?.last }).filter(\.isFinite).min() {
      return Step(
        id: "diploma", kind: .diploma, title: title, status: .planned, start: expected, end: expected, reasons: reasons)
    }
    return Step(id: "diploma", kind: .diploma, title: title, status: reasons.isEmpty ? .notNeeded : .notKnown,
      ask: reasons.isEmpty ? nil : .self_, reasons: reasons)
  }

  private var school: Step {
    let title = Phrase("Program", "Programa")
    let reasons = reasons { $0.kind == .program && !StepWriter.isClinical($0) }
    let tasks = tasks { $0.kind == .program && !($0.field.map(StepWriter.isClinical) ?? false) }
    guard let program, !(isByWork && program["graduated"].days == nil) else {
      let needed = !isByWork && !draft.isHeld
      return Step(
        id: "program", kind: .program, title: title, status: needed ? .notKnown : .notNeeded,
        ask: needed ? .school : nil, tasks: tasks, reasons: reasons)
    }
    let unknown = Set(draft.events.filter { !$0.isDayKnown && $0.kind == .program }.compactMap(\.day))
    func known(_ name: String) -> CivilDate? {
      guard let day = program[name].days?.last, day.isFinite else { return nil }
      let isTrial = draft.events.contains { $0.kind == .program && !$0.isDayKnown && $0.field?.name == name }
      return isTrial || name == "enrolled" && program.id == Proposals.newProgram && !unknown.isEmpty ? nil : day
    }
    let start = known("enrolled")
    let end = known("graduated") ?? (unknown.isEmpty ? known("coursework_completed") : nil)
    let status: Step.Status
    if let end, end <= asOf {
      status = .done
    } else if program.id != Proposals.newProgram, program["enrolled"].days.map({ $0.last <= asOf }) ?? false {
      status = .underWay
    } else {
      status = end == nil ? .notKnown : .planned
    }
    let cost = status == .done ? Cost() : programCost
    return Step(
      id: "program", kind: .program, title: title, status: status, start: start, end: end.map { max($0, start ?? $0) },
      ask: end == nil || !tasks.isEmpty ? .school : nil, cost: cost, tasks: tasks, reasons: reasons)
  }

  private var programCost: Cost {
    let text = Phrase("The program", "El programa")
    if let money = draft.request.assumptions.programCost {
      return Cost(items: [.init(text: text, low: money, high: money, grade: nil)])
    }
    return Cost(unknown: [.init(text: text, ask: .school)])
  }

  private var clinicalHours: Step {
    let kind = Step.Kind.clinicalHours
    if isByWork {
      let title = Phrase("Work experience", "Experiencia de trabajo")
      let tasks = tasks { $0.kind == .work }
      let reasons = draft.needs.filter { if case .work = $0.content { true } else { false } }.map(\.path)
      guard let work, work.id != "planned-work" else {
        return Step(
          id: kind.rawValue, kind: kind, title: title, status: .notKnown, ask: .employer, tasks: tasks, reasons: reasons)
      }
      let isDone = draft.eligible == asOf
      let start = work["from"].days.map(\.first).flatMap { $0.isFinite ? $0 : nil }
      return Step(
        id: kind.rawValue, kind: kind, title: title, status: isDone ? .done : .underWay, start: start,
        end: isDone ? nil : draft.eligible, ask: tasks.isEmpty ? nil : .employer, tasks: tasks, reasons: reasons)
    }
    let title = Phrase("Clinical hours", "Horas clínicas")
    let tasks = tasks { $0.field.map(StepWriter.isClinical) ?? false }
    let reasons = reasons { StepWriter.isClinical($0) }
    let isTrial = draft.events.contains { $0.field?.name == "practicum_completed" && !$0.isDayKnown }
    if !isTrial, let end = program?["practicum_completed"].days?.last, end.isFinite {
      let isDone = end <= asOf
      return Step(
        id: kind.rawValue, kind: kind, title: title, status: isDone ? .done : .planned, end: end,
        ask: isDone ? nil : .school, tasks: tasks, reasons: reasons)
    }
    if let end = program?["graduated"].days?.last, end <= asOf {
      return Step(
        id: kind.rawValue, kind: kind, title: title, status: tasks.isEmpty ? .done : .notKnown, end: end,
        ask: tasks.isEmpty ? nil : .school, tasks: tasks, reasons: reasons)
    }
    let needed = program != nil || !reasons.isEmpty
    return Step(
      id: kind.rawValue, kind: kind, title: title, status: draft.isHeld || !needed ? .notNeeded : .notKnown,
      ask: draft.isHeld || !needed ? nil : .school, tasks: tasks, reasons: reasons)
  }

  private static func isClinical(_ field: Field) -> Bool {
    field.kind == .program
      && ["practicum_completed", "practicum_hours", "practicum_setting", "injections", "phlebotomies"].contains(field.name)
  }

  // MARK: - Review and exam

  private var review: Step? {
    guard let event = draft.events.first(where: { $0.kind == .decision }) else { return nil }
    let day = event.isDayKnown && draft.eligible != nil ? event.day : nil
    return Step(
      id: "review", kind: .exam, title: Phrase("Review of documents", "Revisión de documentos"),
      status: day == nil ? .notKnown : .planned, start: day.map { _ in reviewStart(event) } ?? nil, end: day,
      ask: day == nil ? .body : nil, cost: Costs(draft).review, tasks: tasks { $0.kind == .decision },
      notes: Costs(draft).notes(.application), reasons: [event.reason])
  }

  private func reviewStart(_ event: PlannedEvent) -> CivilDate? {
    event.day.map { $0.adding(days: -(draft.request.assumptions.reviewDays ?? 0)) }
  }

  private func exams(after earlier: [Step]) -> [Step] {
    let costs = Costs(draft)
    let title = Phrase("Exam", "Examen")
    if draft.isHeld {
      return [Step(id: "exam", kind: .exam, title: title, status: .done, end: draft.certified)]
    }
    let reasons = draft.route.map { [draft.request.credential + "/eligibility#" + $0.name] } ?? []
    let papers = tasks { $0.kind == .document || $0.kind == .card || $0.kind == .application }
    let notes = costs.notes(.exam) + (draft.events.contains { $0.kind == .decision } ? [] : costs.notes(.application))
    if draft.sittings.isEmpty {
      let closed = draft.route == nil || draft.eligible != nil
      return [
        Step(
          id: "exam", kind: .exam, title: title, status: closed ? .closed : .notKnown, ask: askForExam,
          cost: costs.sitting(1), tasks: papers, notes: notes, reasons: reasons)
      ]
    }
    var steps: [Step] = []
    for (i, sitting) in draft.sittings.enumerated() {
      let before = (earlier + steps).filter { $0.status != .notNeeded }
        .filter { $0.end.map { $0 <= sitting.day } ?? false }.map(\.id)
      let again = i == 0 ? title : Phrase("Exam, attempt \(i + 1)", "Examen, intento \(i + 1)")
      steps.append(
        Step(
          id: i == 0 ? "exam" : "exam-\(i + 1)", kind: .exam, title: again, status: .planned, start: sitting.day,
          end: sitting.day, window: i + 1 == draft.sittings.count ? draft.window : nil, dependsOn: before,
          cost: costs.sitting(i + 1), tasks: i == 0 ? papers : [], notes: i == 0 ? notes : [], reasons: reasons))
    }
    if draft.sittings.last?.passed == false {
      steps.append(
        Step(
          id: "exam-\(steps.count + 1)", kind: .exam,
          title: Phrase("Exam, attempt \(steps.count + 1)", "Examen, intento \(steps.count + 1)"), status: .closed,
          ask: .body, reasons: [draft.request.credential + "/attempts"]))
    }
    return steps
  }

  private var askForExam: Ask {
    let open = draft.events.filter { !$0.isDayKnown }
    return open.first { $0.kind != .decision }?.ask ?? .body
  }

  // MARK: - Keeping it

  private func keeping(after earlier: [Step]) -> Step {
    let costs = Costs(draft)
    let upkeep = draft.upkeep
    let before = earlier.filter { $0.status != .notNeeded }
      .filter { step in step.end.flatMap { end in draft.certified.map { end <= $0 } } ?? false }.map(\.id)
    let tasks = upkeep.duties.map { Step.Task(text: $0.text, ask: .body, isCondition: false) }
    let status: Step.Status =
      draft.isHeld ? .underWay : draft.certified != nil ? .planned : draft.sittings.last?.passed == false ? .closed : .notKnown
    return Step(
      id: "stay-certified", kind: .stayCertified, title: Phrase("Stay certified", "Mantener la certificación"),
      status: status, start: draft.certified, end: upkeep.currentThrough, ask: draft.certified == nil ? .body : nil,
      window: draft.certified.flatMap { start in upkeep.currentThrough.map { DayInterval(start, $0) } },
      dependsOn: draft.isHeld ? [] : before, cost: costs.keeping, tasks: tasks, notes: costs.notes(.renewal),
      reasons: upkeep.duties.map(\.path))
  }

  // MARK: - Events as tasks

  private func tasks(_ about: (PlannedEvent) -> Bool) -> [Step.Task] {
    var seen: Set<Phrase> = []
    return draft.events.filter(about).compactMap { event in
      guard let text = event.text, seen.insert(text).inserted else { return nil }
      return Step.Task(text: text, ask: event.ask, isCondition: event.isCondition)
    }
  }

  private func reasons(_ about: (Field) -> Bool) -> [String] {
    var seen: Set<String> = []
    return draft.needs.filter { $0.field.map(about) ?? false }.map(\.path).filter { seen.insert($0).inserted }
  }
}
