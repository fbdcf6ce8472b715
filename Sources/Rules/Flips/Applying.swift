public import Vocabulary

extension Evidence {
  /// The evidence with more in it. What is stated stays as it is: an addition that would alter it does nothing.
  ///
  /// - Parameter asOf: the day of the question; lists are closed through it, and a plan that it has passed may be
  ///   confirmed.
  public func applying(_ additions: [Addition], asOf: CivilDate) -> Evidence {
    var result = self
    for addition in additions { result.apply(addition, asOf: asOf) }
    return result
  }

  private mutating func apply(_ addition: Addition, asOf: CivilDate) {
    switch addition {
    case .supply(let id, let field, let value): fill(id, field, value, asOf)
    case .happen(let id, let field, let day): fill(id, field, .day(DayInterval(day), expected: false), asOf)
    case .complete(let record): complete(record, asOf)
    case .completeTogether(let records): for record in records { complete(record, asOf) }
    case .add(let id, let field, let more): grow(id, field, more, asOf)
    case .close(let kind): completeThrough[kind] = max(completeThrough[kind] ?? asOf, asOf)
    case .wait: break
    }
  }

  private mutating func complete(_ record: EvidenceRecord, _ asOf: CivilDate) {
    guard records.contains(where: { $0.id == record.id }) else { return put(record) }
    for (field, value) in zip(record.kind.fields, record.values) { fill(record.id, field, value, asOf) }
  }

  private mutating func fill(_ id: String, _ field: Field, _ value: FactValue, _ asOf: CivilDate) {
    guard var record = records.first(where: { $0.id == id }), record.kind == field.kind,
      record.values[field.slot].admits(value, asOf: asOf)
    else { return }
    record.values[field.slot] = value
    put(record)
  }

  private mutating func grow(_ id: String, _ field: Field, _ more: Quantity, _ asOf: CivilDate) {
    guard var record = records.first(where: { $0.id == id }), record.kind == field.kind, field.grows,
      !record.isFinished(asOf: asOf)
    else { return }
    switch record.values[field.slot] {
    case .amount(let low, let high): record.values[field.slot] = .amount(low: low + more, high: high + more)
    case .never: record.values[field.slot] = .amount(low: more, high: more)
    default: return
    }
    put(record)
  }
}

extension FactValue {
  /// Whether the other value says more than this one without contradicting it.
  func admits(_ other: FactValue, asOf: CivilDate) -> Bool {
    switch (self, other) {
    case (.unknown, _): true
    // Not so far: it may happen on a later day.
    case (.never, .day(let days, _)): days.first > asOf
    case (.day(let known, let expected), .day(let days, _)):
      known.first <= days.first && days.last <= known.last && !(known.isExact && expected)
        || expected && known.last <= asOf && known.first <= days.first
    case (.day(let known, _), .never): known.last == .distantFuture
    case (.amount(let low, let high), .amount(let a, let b)): low <= a && b <= high
    default: false
    }
  }
}

extension EvidenceRecord {
  /// Whether a program has ended, so that its counts no longer grow.
  func isFinished(asOf: CivilDate) -> Bool {
    guard kind == .program, case .day(let days, false) = values[ProgramSlot.graduated] else { return false }
    return days.first <= asOf
  }
}
