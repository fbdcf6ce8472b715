public import Vocabulary

/// One thing more in a person's evidence: a fact nobody gave, or something still to come about.
///
/// Additions only add. None removes a record, changes a stated day or amount, or adds a failed attempt.
public enum Addition: Sendable, Hashable {
  /// A fact that nobody gave.
  case supply(recordID: String, Field, FactValue)
  /// A new record: brought about, or there all along and not listed. Where a record has its id, its unknown fields
  /// are filled.
  case complete(EvidenceRecord)
  /// Several new records that are one thing to do: the continuing education that is missing, over all categories.
  case completeTogether([EvidenceRecord])
  /// An event of a record that is still to come.
  case happen(recordID: String, Field, CivilDate)
  /// More of a count that still grows.
  case add(recordID: String, Field, Quantity)
  /// There are no other records of this kind.
  case close(EvidenceKind)
  /// Nothing but time.
  case wait(until: CivilDate)

  /// The first day from which it can be so; never before the day of the question.
  public func earliest(asOf: CivilDate) -> CivilDate {
    switch self {
    case .supply, .add, .close: asOf
    case .happen(_, _, let day), .wait(let day): max(asOf, day)
    case .complete(let record): record.settlesOn(asOf: asOf)
    case .completeTogether(let records): records.map { $0.settlesOn(asOf: asOf) }.max() ?? asOf
    }
  }

  /// The day it waits for, if it is a wait.
  var waitsUntil: CivilDate? {
    if case .wait(let day) = self { return day }
    return nil
  }
}

extension EvidenceRecord {
  /// The day by which all that it says has begun; its ends may lie ahead.
  fileprivate func settlesOn(asOf: CivilDate) -> CivilDate {
    var latest = asOf
    for (field, value) in zip(kind.fields, values) where !field.isEnd {
      if case .day(let days, _) = value, days.first.isFinite { latest = max(latest, days.first) }
    }
    return latest
  }
}

extension Field {
  /// Whether the day ends something rather than being an event to wait for.
  var isEnd: Bool { ["expires", "until", "revoked"].contains(name) }

  /// Counts that grow while a program runs. Academic hours do not: a school states them for the whole program.
  var grows: Bool { kind == .program && ["injections", "phlebotomies", "practicum_hours"].contains(name) }
}

extension Addition: CustomStringConvertible {
  /// Stable words for ordering and for tests; never shown to a person.
  public var description: String {
    switch self {
    case .supply(let id, let field, let value): "supply \(id) \(field.path) = \(value.stableText)"
    case .complete(let record): "complete \(record.stableText)"
    case .completeTogether(let records): "complete " + records.map(\.stableText).joined(separator: " and ")
    case .happen(let id, let field, let day): "happen \(id) \(field.path) on \(day)"
    case .add(let id, let field, let amount): "add \(id) \(field.path) + \(amount)"
    case .close(let kind): "close \(kind.listName)"
    case .wait(let day): "wait until \(day)"
    }
  }
}

extension EvidenceRecord {
  fileprivate var stableText: String {
    let stated = zip(kind.fields, values).filter { $0.1 != .unknown }
    return id + "(" + stated.map { "\($0.0.name): \($0.1.stableText)" }.joined(separator: ", ") + ")"
  }
}

extension FactValue {
  fileprivate var stableText: String {
    switch self {
    case .unknown: "unknown"
    case .never: "never"
    case .day(let days, let expected): (expected ? "expected " : "") + days.partialText
    case .amount(let low, let high): low == high ? low.description : "\(low) to \(high)"
    case .flag(let flag): flag ? "true" : "false"
    case .word(let word): word
    case .words(let words): words.sorted().joined(separator: "+")
    case .spans(let spans):
      spans.map { "\($0.by) \($0.begins.partialText)..\($0.ends.partialText)" }.joined(separator: "+")
    }
  }
}
