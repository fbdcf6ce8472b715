public import Knowledge
public import Planning
public import Rules
public import Vocabulary

/// What a what-if changes, compared with the course that the record is on.
public struct WhatIfAnswer: Sendable {
  /// What comes first.
  public enum Outcome: Sendable, Hashable {
    /// No attempt is left afterwards, on no later day known.
    case closesExam
    /// Another attempt fits the limits and waits from this day on.
    case another(from: CivilDate)
    /// Whether another attempt is left is not known.
    case attemptsNotKnown
    /// It still runs on that day, through another.
    case notLate(through: CivilDate)
    /// It has expired, and can be renewed late; through the last day of that, where one is known.
    case late(through: CivilDate?)
    /// Renewing late is over since a day; the way back by another way is open.
    case lateClosed(since: CivilDate?)
    /// It has expired, and no way back is known to be open.
    case noWayKnown
    /// Facts or rules do not tell how it stands on that day.
    case standingNotKnown
    /// It is certified through this day; nil: no end is known.
    case added(through: CivilDate?)
    /// Its last day; what follows is without it.
    case lapses(after: CivilDate)
    /// It has lapsed already, or does not run.
    case notRunning
    /// No last day is known.
    case noEndKnown
    case moved
  }

  /// Something that stays good on the day.
  public struct Good: Sendable, Hashable {
    public let text: Phrase
    /// Nil: no last day is known, or it has none.
    public let through: CivilDate?
  }

  /// A duty of continuing education in which one course counts as in the others.
  public struct Shared: Sendable {
    public let credential: Credential
    public let duty: EducationDuty
  }

  public let question: WhatIfQuestion
  public let asOf: CivilDate
  /// The day of it.
  public let day: CivilDate
  public var outcome: Outcome
  /// With what it is compared: nil: the record as it stands; else a record in which the certification is renewed on this day.
  public var renewedOn: CivilDate?
  public var changes: [WhatIfComparison.Change] = []
  public var due: [WhatIfComparison.Due] = []
  /// Ways to renew it or get it back, as they stand on the day.
  public var ways: [RenewalWay] = []
  /// What runs of it today.
  public var clocks: [DueItem] = []
  /// What comes to pay with it, beside what the ways cost.
  public var money = Cost()
  public var good: [Good] = []
  /// Two or more, or none.
  public var shared: [Shared] = []
  /// What the rule on attempts says on the day after a failed one.
  public var limits: Determination?
  /// The plan to the exam, where it is not held.
  public var plan: PlanDifference?
  public var move: MovePlan?
  /// Lists of the record that nobody said are whole, and that were read as if they were.
  public var assumed: [EvidenceKind] = []

  /// Whether the days are the same with and without it.
  public var changesNothing: Bool {
    changes.isEmpty && due.isEmpty && plan?.isEmpty ?? true && move?.changes.isEmpty ?? true
  }

  init(_ question: WhatIfQuestion, asOf: CivilDate, day: CivilDate, outcome: Outcome) {
    (self.question, self.asOf, self.day, self.outcome) = (question, asOf, day, outcome)
  }
}
