import Planning
import Rules
import Vocabulary

// The program, and the practice in it.
extension StepFacts {
  private static let ends = ["coursework_completed", "practicum_completed", "graduated"]

  /// - Parameter hasBegun: whether it is said now that it is under way. That the plan takes it to be is no fact.
  mutating func program(_ statement: StepStatement, _ step: Step, hasBegun: Bool) -> String? {
    if statement.status == .done {
      assumptions.program = nil
      guard var record = own(step) else { return add(.program, ["graduated": past(statement.day)]) }
      let last = statement.day ?? asOf
      // What was expected for later did not take so long; its day nobody gave.
      for name in Self.ends + ["enrolled"] {
        if case .day(let days, true) = record[name], days.last > last { record[name] = .unknown }
      }
      record["graduated"] = past(statement.day)
      evidence.put(record)
      return record.id
    }
    let day = statement.status == .dropped ? nil : statement.day
    guard var record = own(step) else { return newProgram(statement, step, day) }
    if hasBegun { record["enrolled"] = begun(record["enrolled"]) }
    if day == nil || day != step.end { slip(&record, to: day, from: step.end) }
    evidence.put(record)
    return record.id
  }

  /// A program that is entered: still a plan, or begun.
  private mutating func newProgram(_ statement: StepStatement, _ step: Step, _ day: CivilDate?) -> String? {
    guard statement.status == .underWay else {
      assumptions.program = day.map { DayInterval(assumptions.program?.first ?? step.start ?? asOf, $0) }
      return nil
    }
    assumptions.program = nil
    var values = ["enrolled": begun(.unknown)]
    values["graduated"] = day.map(promised)
    return add(.program, values)
  }

  /// A beginning that was expected has come; its day is the expected one, if that is over.
  private func begun(_ value: FactValue) -> FactValue {
    switch value {
    case .day(let days, true): days.last <= asOf ? .day(days, expected: false) : past(nil)
    case .day(_, false): value
    case .unknown, .never, .amount, .flag, .word, .words, .spans: past(nil)
    }
  }

  /// The end of a program moves, and with it, by as many days, what is still expected in it. Without a day, what was expected
  /// is not known any more.
  private func slip(_ record: inout EvidenceRecord, to day: CivilDate?, from old: CivilDate?) {
    guard let day else {
      for name in Self.ends { if case .day(_, true) = record[name] { record[name] = .unknown } }
      if case .day = record["graduated"] { record["graduated"] = .unknown }
      return
    }
    let before = record["graduated"].lastDay ?? old
    if let before {
      let distance = before.days(to: day)
      for name in ["coursework_completed", "practicum_completed"] {
        if case .day(let days, true) = record[name] {
          // Still expected: not before tomorrow, not after the end.
          record[name] = .day(days.mapEnds { min(max($0.adding(days: distance), asOf.next), day) }, expected: true)
        }
      }
    }
    record["graduated"] = promised(day)
  }

  mutating func clinicalHours(_ statement: StepStatement, _ step: Step) throws(StepRefusal) -> String? {
    // Hours of work are summed by the rule: no day of theirs can be said.
    guard let fact = step.fact else {
      let isSame = statement.day == step.end || statement.day == nil || statement.status == .done
      if !isSame { throw .dayFollows }
      return nil
    }
    guard var record = own(step) else {
      if statement.status == .done { return add(.program, [fact.field.name: past(statement.day)]) }
      if statement.day != nil, statement.day != step.end, statement.status != .dropped { throw .programFirst }
      return nil
    }
    if statement.status == .done {
      record[fact.field.name] = past(statement.day)
    } else if statement.status != .dropped, let day = statement.day {
      record[fact.field.name] = promised(day)
      // No program ends before the practice in it.
      if case .day(let days, true) = record["graduated"], days.last < day { record["graduated"] = promised(day) }
    } else if case .day = record[fact.field.name] {
      record[fact.field.name] = .unknown
    }
    evidence.put(record)
    return record.id
  }
}

extension FactValue {
  /// The last day it may be, where there is one.
  fileprivate var lastDay: CivilDate? {
    if case .day(let days, _) = self, days.last.isFinite { days.last } else { nil }
  }
}
