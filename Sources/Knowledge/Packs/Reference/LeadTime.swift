/// What runs out, and is told of before it does.
public enum DueKind: String, CaseIterable, Sendable, Hashable {
  /// A certification.
  case certification
  /// A cycle of more than a year in which something is earned or handed in.
  case points
  /// A duty of each year.
  case yearly
  /// A fee of each year or cycle.
  case fee
  /// What a state gives: a license, a registration.
  case license
  /// A CPR or BLS card.
  case card
  /// Something of a person's health part. Which thing it is never leaves it.
  case health
  /// The time in which an expired certification can still be renewed.
  case lateWindow = "late-window"
  /// The time in which an exam can be taken.
  case examWindow = "exam-window"
}

/// When a kind of thing is told of. These times are the product's own: no rule rests on them.
public struct LeadTime: Sendable, Hashable {
  /// Days it commonly takes to do what is asked.
  public let lead: Int
  /// Further notices: days before the last day.
  public let also: [Int]
  /// Whether there is a notice in the middle of a period.
  public let hasMiddle: Bool
  /// How many weeks after the last day it is still told.
  public let weeks: Int

  public init(lead: Int, also: [Int] = [], hasMiddle: Bool = false, weeks: Int) {
    (self.lead, self.also, self.hasMiddle, self.weeks) = (lead, also, hasMiddle, weeks)
  }
}
