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

  /// The scope as far as it makes a difference to a step: what does not depend on it is evaluated once.
  func narrowed(to kinds: UInt16, readsCycle: Bool) -> Scope {
    var scope = self
    if let kind, kinds & kind.bit == 0 {
      scope.kind = nil
      scope.record = -1
    }
    if cycle >= 0, !readsCycle {
      scope.cycle = -1
      scope.cycleDays = .always
      scope.cycleCore = .all
    }
    return scope
  }

  /// The same scope with one record of a kind in it.
  func bound(to kind: EvidenceKind, _ record: Int32) -> Scope {
    var inside = self
    inside.kind = kind
    inside.record = record
    return inside
  }
}
