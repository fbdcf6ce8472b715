public import Rules

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
  /// The last day for renewing a certification by exam, without a gap.
  case renewalExam = "renewal-exam"
  /// A health item that is asked for in a part of each year. Which one it is never leaves the health part.
  case season

  /// Whether it is of a person's health part.
  public var isHealth: Bool { evidence == nil }

  /// The kind of evidence that somebody has to share for others to hear of it; nil: nobody does.
  public var evidence: EvidenceKind? {
    switch self {
    case .certification, .points, .yearly, .fee, .lateWindow, .renewalExam: .certification
    case .examWindow: .application
    case .license: .license
    case .card: .card
    case .health, .season: nil
    }
  }
}

/// When a kind of thing is told of. These times are the product's own: no rule rests on them.
public struct LeadTime: Sendable, Hashable {
  /// Days it commonly takes to do what is asked.
  public let lead: Int
  /// Further notices: days before the last day.
  public let also: [Int]
  /// Whether there is a notice in the middle of a period.
  public let hasMiddle: Bool
  /// Nothing is told earlier than so many days before the last day; nil: no such end.
  public let first: Int?
  /// How many weeks after the last day it is still told.
  public let weeks: Int

  public init(lead: Int, also: [Int] = [], hasMiddle: Bool = false, first: Int? = nil, weeks: Int) {
    (self.lead, self.also, self.hasMiddle, self.first, self.weeks) = (lead, also, hasMiddle, first, weeks)
  }
}

/// A health item that is asked for in a part of each year. The days are the product's own.
public struct ReminderSeason: Sendable, Hashable {
  /// The type of the item, as records have it.
  public let type: String
  public let season: Season

  public init(type: String, season: Season) { (self.type, self.season) = (type, season) }
}

/// When others hear of what stays unanswered, in days before the last day. These times are the product's own.
public struct EscalationTimes: Sendable, Hashable {
  public let coordinator: Int
  public let lead: Int

  public init(coordinator: Int, lead: Int) { (self.coordinator, self.lead) = (coordinator, lead) }
}
