import Rules
import Vocabulary

/// Writes the steps of a plan, in order.
struct StepWriter {
  let draft: PlanDraft
  let program: EvidenceRecord?
  let work: EvidenceRecord?

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
    work =
      draft.evidence.records(of: .work).first { $0.id == "planned-work" } ?? draft.evidence.records(of: .work).first
  }

  var asOf: CivilDate { draft.asOf }
  /// The route rests on work, not on a program.
  var isByWork: Bool {
    let kinds = Set(
      draft.needs.compactMap { need -> EvidenceKind? in
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
    let fact = fact("diploma.earned", records.first { isOwn($0.id) }?.id)
    let tasks = tasks { $0.kind == .diploma }
    let reasons = reasons { $0.kind == .diploma }
    let earned = records.compactMap { $0["earned"].days }.filter { $0.last <= asOf }.min { $0.last < $1.last }
    if let earned, tasks.isEmpty {
      // A day known only in part is no day to show.
      let earned = earned.isExact ? earned.first : nil
      return Step(
        id: "diploma", kind: .diploma, title: title, status: .done, start: earned, end: earned, reasons: reasons,
        fact: fact)
    }
    let ahead = draft.events.filter { $0.kind == .diploma }.compactMap(\.day).max()
    if !tasks.isEmpty {
      let isKnown = draft.events.allSatisfy { $0.kind != .diploma || $0.isDayKnown }
      let day = isKnown ? ahead : nil
      return Step(
        id: "diploma", kind: .diploma, title: title, status: day == nil ? .notKnown : .planned, start: day, end: day,
        ask: .self_, tasks: tasks, reasons: reasons, fact: fact)
    }
    if let expected = records.compactMap({ $0["earned"].days?.last }).filter(\.isFinite).min() {
      return Step(
        id: "diploma", kind: .diploma, title: title, status: .planned, start: expected, end: expected, reasons: reasons,
        fact: fact)
    }
    let isNeeded = draft.isUnsettled || !reasons.isEmpty
    return Step(
      id: "diploma", kind: .diploma, title: title, status: isNeeded ? .notKnown : .notNeeded,
      ask: isNeeded ? .self_ : nil, reasons: reasons, fact: fact)
  }

  /// What settles a step: a field of the person's own record, if there is one.
  func fact(_ path: String, _ record: String?) -> Step.Fact? {
    Field.named(path).map { Step.Fact(record: record, field: $0) }
  }

  /// Whether somebody told of this record: the plan did not add it.
  func isOwn(_ id: String) -> Bool { draft.request.evidence.records.contains { $0.id == id } }

  private var programFact: Step.Fact? { programFact("graduated") }
  private func programFact(_ field: String) -> Step.Fact? {
    fact("program." + field, program.flatMap { isOwn($0.id) ? $0.id : nil })
  }

  private var school: Step {
    let title = Phrase("Program", "Programa")
    let reasons = reasons { $0.kind == .program && !StepWriter.isClinical($0) }
    let tasks = tasks { $0.kind == .program && !($0.field.map(StepWriter.isClinical) ?? false) }
    guard let program, !(isByWork && program["graduated"].days == nil) else {
      let needed = !isByWork && !draft.isHeld
      return Step(
        id: "program", kind: .program, title: title, status: needed ? .notKnown : .notNeeded,
        ask: needed ? .school : nil, tasks: tasks, reasons: reasons, fact: programFact)
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
      ask: end == nil || !tasks.isEmpty ? .school : nil, cost: cost, tasks: tasks, reasons: reasons, fact: programFact)
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
          id: kind.rawValue, kind: kind, title: title, status: .notKnown, ask: .employer, tasks: tasks, reasons: reasons
        )
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
        ask: isDone ? nil : .school, tasks: tasks, reasons: reasons, fact: programFact("practicum_completed"))
    }
    if let end = program?["graduated"].days?.last, end <= asOf {
      return Step(
        id: kind.rawValue, kind: kind, title: title, status: tasks.isEmpty ? .done : .notKnown, end: end,
        ask: tasks.isEmpty ? nil : .school, tasks: tasks, reasons: reasons, fact: programFact("practicum_completed"))
    }
    let needed = draft.isUnsettled || program != nil || !reasons.isEmpty
    return Step(
      id: kind.rawValue, kind: kind, title: title, status: draft.isHeld || !needed ? .notNeeded : .notKnown,
      ask: draft.isHeld || !needed ? nil : .school, tasks: tasks, reasons: reasons,
      fact: programFact("practicum_completed"))
  }

  private static func isClinical(_ field: Field) -> Bool {
    field.kind == .program
      && ["practicum_completed", "practicum_hours", "practicum_setting", "injections", "phlebotomies"].contains(
        field.name)
  }

  // MARK: - Events as tasks

  func tasks(_ about: (PlannedEvent) -> Bool) -> [Step.Task] {
    var seen: Set<Phrase> = []
    return draft.events.filter(about).compactMap { event in
      guard let text = event.text, seen.insert(text).inserted else { return nil }
      return Step.Task(text: text, ask: event.ask, isCondition: event.isCondition)
    }
  }

  func reasons(_ about: (Field) -> Bool) -> [String] {
    var seen: Set<String> = []
    return draft.needs.filter { $0.field.map(about) ?? false }.map(\.path).filter { seen.insert($0).inserted }
  }
}
