import Planning
import Rules
import Vocabulary

/// What statements about the steps of a plan say as facts: the evidence and the assumptions that the next plan is made from.
/// No rule is asked here, and no day is worked out: that is the planner's.
struct StepFacts {
  let plan: Plan
  let asOf: CivilDate
  var evidence: Evidence
  var assumptions: PlanAssumptions

  init(_ plan: Plan, _ evidence: Evidence, _ assumptions: PlanAssumptions) {
    (self.plan, asOf, self.evidence, self.assumptions) = (plan, plan.asOf, evidence, assumptions)
  }

  /// Takes what is said about a step.
  ///
  /// - Parameter old: what stood there before.
  /// - Returns: the id of the record that settles the step, if there is one now.
  mutating func take(_ statement: StepStatement, _ step: Step, old: RoadmapStep) throws(StepRefusal) -> String? {
    if statement.isFailedExam { return try failed(statement, step) }
    if statement.status == old.status, statement.day == old.day { return step.fact?.record }
    var statement = statement
    if statement.day == old.day {
      // The day on which it was said to be done is no day on which it will be.
      if old.status == .done { statement.day = nil }
      // Whether something has begun moves no day of it; only a program has a beginning of its own.
      let areBefore = [old.status, statement.status].allSatisfy { $0 == .notBegun || $0 == .underWay }
      if areBefore, step.kind != .program, step.kind != .stayCertified { return step.fact?.record }
    }
    switch step.kind {
    case .diploma: return try diploma(statement, step)
    case .program: return program(statement, step, hasBegun: old.status != .underWay && statement.status == .underWay)
    case .clinicalHours: return try clinicalHours(statement, step)
    case .exam where step.id == "review": return try review(statement, step)
    case .exam: return try exam(statement, step)
    case .stayCertified: return try certificate(statement, step)
    }
  }

  // MARK: - Days

  /// The day of something that is done: known, or some day up to today.
  func past(_ day: CivilDate?) -> FactValue {
    .day(day.map { DayInterval($0) } ?? DayInterval(.distantPast, asOf), expected: false)
  }

  func promised(_ day: CivilDate) -> FactValue { .day(DayInterval(day), expected: day > asOf) }

  /// An id that no record has.
  private func free(_ kind: EvidenceKind) -> String {
    var number = evidence.records(of: kind).count + 1
    while evidence.records.contains(where: { $0.id == "\(kind.rawValue)-\(number)" }) { number += 1 }
    return "\(kind.rawValue)-\(number)"
  }

  func own(_ step: Step) -> EvidenceRecord? {
    step.fact?.record.flatMap { id in evidence.records.first { $0.id == id } }
  }

  @discardableResult
  mutating func add(_ kind: EvidenceKind, _ values: [String: FactValue]) -> String {
    let id = free(kind)
    evidence.put(EvidenceRecord(id: id, kind: kind, values: values))
    return id
  }

  // MARK: - Diploma

  private mutating func diploma(_ statement: StepStatement, _ step: Step) throws(StepRefusal) -> String? {
    assumptions.diplomaDay = nil
    if statement.status == .done {
      guard var record = own(step) else { return add(.diploma, ["earned": past(statement.day)]) }
      record["earned"] = past(statement.day)
      evidence.put(record)
      return record.id
    }
    let day = statement.status == .dropped ? nil : statement.day
    if var record = own(step), record["earned"] != .unknown {
      record["earned"] = day.map(promised) ?? .unknown
      evidence.put(record)
    } else {
      assumptions.diplomaDay = day
    }
    return step.fact?.record
  }

  // MARK: - Exams and the certificate

  private mutating func exam(_ statement: StepStatement, _ step: Step) throws(StepRefusal) -> String? {
    if statement.status == .done {
      assumptions.failures = 0
      assumptions.examDay = nil
      let date = past(statement.day)
      guard var record = own(step) else {
        return add(.attempt, ["of": .word(plan.credential), "date": date, "result": .word("passed")])
      }
      record["date"] = date
      evidence.put(record)
      return record.id
    }
    // What was said to be passed was not.
    if let record = own(step) { evidence.remove(id: record.id) }
    let day = statement.status == .dropped ? nil : statement.day
    guard step.id == "exam" else {
      if day != step.end, day != nil { throw .dayFollows }
      return nil
    }
    assumptions.examDay = day
    return nil
  }

  private mutating func failed(_ statement: StepStatement, _ step: Step) throws(StepRefusal) -> String? {
    guard step.kind == .exam, step.id != "review" else { throw .noSuchStep }
    guard let day = statement.day else { throw .noExamDay }
    add(.attempt, ["of": .word(plan.credential), "date": past(day), "result": .word("failed")])
    assumptions.failures = max(0, assumptions.failures - 1)
    assumptions.examDay = nil
    return nil
  }

  /// The body's decision; what it is about, the plan says.
  private mutating func review(_ statement: StepStatement, _ step: Step) throws(StepRefusal) -> String? {
    guard let event = plan.events.first(where: { $0.kind == .decision }), case .add(let planned) = event.change,
      let day = event.day
    else { throw .dayFollows }
    if statement.status == .done {
      var record = EvidenceRecord(id: free(.decision), kind: .decision)
      record.values = planned.values
      record["date"] = past(statement.day)
      evidence.put(record)
      return record.id
    }
    guard statement.status != .dropped, let promised = statement.day else {
      assumptions.reviewDays = nil
      return nil
    }
    let ready = day.adding(days: -(assumptions.reviewDays ?? 0))
    assumptions.reviewDays = max(0, ready.days(to: promised))
    return nil
  }

  private mutating func certificate(_ statement: StepStatement, _ step: Step) throws(StepRefusal) -> String? {
    switch statement.status {
    case .done, .underWay:
      guard let day = statement.day else { throw .noCertificateDay }
      if day > asOf { throw .doneAhead }
      guard var record = own(step) else {
        return add(
          .certification,
          ["of": .word(plan.credential), "date": past(day), "by": .word("examination"), "revoked": .never])
      }
      // Its last day is what the step shows once it is held.
      if day != step.end { record["date"] = past(day) }
      evidence.put(record)
      return record.id
    case .notBegun:
      if let record = own(step) { evidence.remove(id: record.id) }
      if statement.day != nil, statement.day != step.end { throw .dayFollows }
      return nil
    case .dropped:
      return step.fact?.record
    }
  }
}
