import Rules
import Vocabulary

/// The steps of the exam, and keeping the certification.
extension StepWriter {
  var review: Step? {
    guard let event = draft.events.first(where: { $0.kind == .decision }) else { return nil }
    let day = event.isDayKnown && draft.eligible != nil ? event.day : nil
    return Step(
      id: "review", kind: .exam, title: Phrase("Review of documents", "Revisión de documentos"),
      status: day == nil ? .notKnown : .planned, start: day.map { _ in reviewStart(event) } ?? nil, end: day,
      ask: day == nil ? .body : nil, cost: Costs(draft).review, tasks: tasks { $0.kind == .decision },
      notes: Costs(draft).notes(.application), reasons: [event.reason], fact: fact("decision.date", nil))
  }

  private func reviewStart(_ event: PlannedEvent) -> CivilDate? {
    event.day.map { $0.adding(days: -(draft.request.assumptions.reviewDays ?? 0)) }
  }

  func exams(after earlier: [Step]) -> [Step] {
    let costs = Costs(draft)
    let title = Phrase("Exam", "Examen")
    if draft.isHeld {
      return [
        Step(id: "exam", kind: .exam, title: title, status: .done, end: examPassed?.day, fact: examFact)
      ]
    }
    let reasons = draft.route.map { [draft.request.credential + "/eligibility#" + $0.name] } ?? []
    let papers = tasks { $0.kind == .document || $0.kind == .card || $0.kind == .application }
    let notes = costs.notes(.exam) + (draft.events.contains { $0.kind == .decision } ? [] : costs.notes(.application))
    if draft.sittings.isEmpty {
      let closed = !draft.isUnsettled && (draft.route == nil || draft.eligible != nil)
      return [
        Step(
          id: "exam", kind: .exam, title: title, status: closed ? .closed : .notKnown, ask: askForExam,
          cost: costs.sitting(1), tasks: papers, notes: notes, reasons: reasons, fact: examFact)
      ]
    }
    if draft.hasPassed {
      let before = earlier.filter { $0.end.map { $0 <= (draft.sittings.last?.day ?? asOf) } ?? false }.map(\.id)
      return [
        Step(
          id: "exam", kind: .exam, title: title, status: .done, end: draft.sittings.last?.day, dependsOn: before,
          tasks: papers, reasons: reasons, fact: examFact)
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
          cost: costs.sitting(i + 1), tasks: i == 0 ? papers : [],
          notes: i == 0 ? notes : notes.filter { $0.name.hasPrefix("examination.retake") }, reasons: reasons,
          fact: fact("attempt.date", nil)))
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

  /// The day of the exam itself, where somebody gave it: renewals and reactivations have days of their own. A day
  /// known only in part is no day to show.
  private var examPassed: (record: String, day: CivilDate)? {
    let credential = FactValue.word(draft.request.credential)
    let attempts = draft.evidence.records(of: .attempt).filter { $0["result"] == .word("passed") }
    let certified = draft.evidence.records(of: .certification).filter { $0["by"] == .word("examination") }
    func last(_ records: [EvidenceRecord]) -> (record: String, day: CivilDate)? {
      records.filter { $0["of"] == credential }
        .compactMap { record in record["date"].days.map { (record: record.id, days: $0) } }
        .filter { $0.days.isExact && $0.days.last <= asOf }.map { ($0.record, $0.days.last) }.max { $0.1 < $1.1 }
    }
    return last(attempts) ?? last(certified)
  }

  private var examFact: Step.Fact? {
    let passed = examPassed.flatMap { passed in
      draft.request.evidence.records(of: .attempt).first { $0.id == passed.record }
    }
    return fact("attempt.date", passed?.id)
  }

  /// The certification that runs, if one does.
  private var held: String? {
    guard draft.isHeld else { return nil }
    let own = draft.request.evidence.records(of: .certification)
      .filter { $0["of"] == .word(draft.request.credential) }.compactMap { record in
        record["date"].days.map { (record.id, $0) }
      }
    return own.filter { $0.1.last <= asOf }.max { $0.1.last < $1.1.last }?.0
  }

  private var askForExam: Ask {
    let open = draft.events.filter { !$0.isDayKnown }
    return open.first { $0.kind != .decision }?.ask ?? .body
  }

  func keeping(after earlier: [Step]) -> Step {
    let costs = Costs(draft)
    let upkeep = draft.upkeep
    let before = earlier.filter { $0.status != .notNeeded }
      .filter { step in step.end.flatMap { end in draft.certified.map { end <= $0 } } ?? false }.map(\.id)
    let tasks = upkeep.duties.map { duty in
      let text =
        duty.isReading
        ? Phrase("\(duty.text.en) (sources differ)", "\(duty.text.es) (las fuentes difieren)") : duty.text
      return Step.Task(text: text, ask: .body, isCondition: false)
    }
    let status: Step.Status =
      draft.isHeld
      ? .underWay : draft.certified != nil ? .planned : draft.sittings.last?.passed == false ? .closed : .notKnown
    return Step(
      id: "stay-certified", kind: .stayCertified, title: Phrase("Stay certified", "Mantener la certificación"),
      status: status, start: draft.certified, end: upkeep.currentThrough, ask: draft.certified == nil ? .body : nil,
      window: draft.certified.flatMap { start in upkeep.currentThrough.map { DayInterval(start, $0) } },
      dependsOn: draft.isHeld ? [] : before, cost: costs.keeping, tasks: tasks, notes: costs.notes(.renewal),
      reasons: upkeep.duties.map(\.path), fact: fact("certification.date", held))
  }
}
