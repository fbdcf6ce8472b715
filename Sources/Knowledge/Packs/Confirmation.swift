public import Vocabulary

/// Somebody opened the live sources of a rule on a day and found them unchanged: one more sighting of its texts.
public struct Confirmation: Sendable, Hashable, Codable {
  /// The rule: `aama/cma/eligibility`.
  public let rule: String
  /// The day the sources were opened.
  public let on: CivilDate
  /// Who opened them.
  public let by: String

  /// - Parameters:
  ///   - rule: the id of a rule.
  ///   - on: the day its sources were opened.
  ///   - by: who opened them.
  public init(rule: String, on: CivilDate, by: String) {
    self.rule = rule
    self.on = on
    self.by = by
  }

  /// For how many days after its day a confirmation holds.
  public static let goodForDays = 180

  /// The days for which it speaks.
  public var days: DayInterval { DayInterval(on, on.adding(days: Confirmation.goodForDays)) }

  /// The days of several, overlapping and adjoining ones joined, in order.
  static func joined(_ confirmations: [Confirmation]) -> [DayInterval] {
    var joined: [DayInterval] = []
    for days in confirmations.map(\.days).sorted(by: { $0.first < $1.first }) {
      if let last = joined.last, days.first <= last.last.next {
        joined[joined.count - 1] = DayInterval(last.first, max(last.last, days.last))
      } else {
        joined.append(days)
      }
    }
    return joined
  }
}
