public import Rules
public import Vocabulary

/// Something still to come about, or a fact to confirm, that a plan adds to the evidence.
public struct PlannedEvent: Sendable, Hashable {
  public enum Change: Sendable, Hashable {
    case add(EvidenceRecord)
    /// A field of a record that is there, or added by an earlier event.
    case fill(record: String, Field, FactValue)
  }

  public let change: Change
  /// The day on which it happens, not before the day asked; nil: a fact that has no day of its own.
  public let day: CivilDate?
  /// Whether somebody gave the day; otherwise it only shows that the way exists.
  public let isDayKnown: Bool
  /// A fact that may be so already: to confirm, not to bring about.
  public let isCondition: Bool
  public let ask: Ask
  /// The requirement in words.
  public let text: Phrase?
  /// Path of the requirement.
  public let reason: String

  init(
    _ change: Change, day: CivilDate? = nil, isDayKnown: Bool = true, isCondition: Bool, ask: Ask, text: Phrase?,
    reason: String
  ) {
    self.change = change
    self.day = day
    self.isDayKnown = isDayKnown
    self.isCondition = isCondition
    self.ask = ask
    self.text = text
    self.reason = reason
  }

  /// The kind of record it is about.
  public var kind: EvidenceKind {
    switch change {
    case .add(let record): record.kind
    case .fill(_, let field, _): field.kind
    }
  }

  /// The field it fills, if it fills one.
  public var field: Field? {
    if case .fill(_, let field, _) = change { field } else { nil }
  }
}

extension Evidence {
  /// The evidence once planned events are known: days after `asOf` as expected ones.
  public func planning(_ events: [PlannedEvent]) -> Evidence {
    var result = self
    for event in events {
      switch event.change {
      case .add(let record): result.put(record)
      case .fill(let id, let field, let value):
        guard var record = result.records.first(where: { $0.id == id && $0.kind == field.kind }) else { continue }
        record.values[field.slot] = value
        result.put(record)
      }
    }
    return result
  }

  /// The evidence once everything expected by a day has happened on its day; lists that were complete on `asOf` are
  /// complete through that day.
  public func carriedOut(asOf: CivilDate, through day: CivilDate) -> Evidence {
    var result = self
    for record in records {
      var done = record
      for (slot, value) in record.values.enumerated() {
        if case .day(let days, true) = value, days.last <= day { done.values[slot] = .day(days, expected: false) }
      }
      result.put(done)
    }
    for (kind, through) in completeThrough where through >= asOf { result.completeThrough[kind] = max(through, day) }
    return result
  }

  /// Every expected day of a program or diploma moved to later.
  func delayed(weeks: Int, kinds: Set<EvidenceKind> = [.program, .diploma], fields: Set<String>? = nil) -> Evidence {
    shifted(days: weeks * 7, kinds: kinds, fields: fields)
  }

  func shifted(days n: Int, kinds: Set<EvidenceKind>, fields: Set<String>?) -> Evidence {
    guard n != 0 else { return self }
    var result = self
    for record in records where kinds.contains(record.kind) {
      var moved = record
      for field in record.kind.fields where fields?.contains(field.name) ?? true {
        if case .day(let days, true) = record.values[field.slot] {
          moved.values[field.slot] = .day(days.mapEnds { $0.adding(days: n) }, expected: true)
        }
      }
      result.put(moved)
    }
    return result
  }
}

extension FactValue {
  /// A day of a plan: expected while it lies ahead.
  static func planned(_ day: CivilDate, asOf: CivilDate) -> FactValue {
    .day(DayInterval(day), expected: day > asOf)
  }

  /// The day, where it is known exactly or in part.
  var days: DayInterval? {
    if case .day(let days, _) = self { days } else { nil }
  }

  var isOpen: Bool {
    switch self {
    case .unknown: true
    case .never, .day, .amount, .flag, .word, .words, .spans: false
    }
  }
}
