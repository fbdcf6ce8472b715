import Vocabulary

/// What the evaluator is inside of: the record that `some` bound, and the cycle that `each_cycle` runs.
struct Scope: Hashable, Sendable {
  /// Kind and position of the bound record in the view; -1: none.
  var kind: EvidenceKind?
  var record: Int32 = -1
  /// Number and days of the cycle; -1: none.
  var cycle: Int32 = -1
  var cycleDays: DayInterval = .always
  /// The days that are in the cycle whatever the day from which cycles run turns out to be.
  var cycleCore: Core = .all

  enum Core: Hashable, Sendable {
    case all
    case some(DayInterval)
    case none
  }

  var surelyInCycle: DayInterval? {
    switch cycleCore {
    case .all: cycleDays
    case .some(let days): days
    case .none: nil
    }
  }

  static let open = Scope(kind: nil)
  var isOpen: Bool { record < 0 && cycle < 0 }

  /// The same scope with one record of a kind in it.
  func bound(to kind: EvidenceKind, _ record: Int32) -> Scope {
    var inside = self
    inside.kind = kind
    inside.record = record
    return inside
  }
}
