import Vocabulary

/// What the evaluator is inside of: the record that `some` bound, and the cycle that `each_cycle` runs.
struct Scope: Hashable, Sendable {
  /// Kind and position of the bound record in the view; -1: none.
  var kind: EvidenceKind?
  var record: Int32 = -1
  /// Number and days of the cycle; -1: none.
  var cycle: Int32 = -1
  var cycleDays: DayInterval = .always

  static let open = Scope(kind: nil)
  var isOpen: Bool { record < 0 && cycle < 0 }
}
