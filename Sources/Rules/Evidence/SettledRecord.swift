import Vocabulary

/// A record as it stands for one question: see `EvidenceView`. An object, as every rule reads it again and copies would
/// cost more than what is read.
final class SettledRecord: Sendable {
  let id: String
  let kind: EvidenceKind
  /// One value a field, in slot order.
  let values: [FactValue]
  let grade: EvidenceGrade
  let provenance: String?

  init(_ record: EvidenceRecord) {
    id = record.id
    kind = record.kind
    values = record.values
    grade = record.grade
    provenance = record.provenance
  }

  /// A date field as an interval.
  @inline(__always)
  func days(_ slot: Int) -> DayInterval {
    switch values[slot] {
    case .day(let days, _): days
    case .never: DayInterval(.distantFuture)
    case .unknown, .amount, .flag, .word, .words, .spans: .always
    }
  }
}
