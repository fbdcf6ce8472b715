public import Vocabulary

/// How long a certification runs from the day it was given: the period of a credential's life.
public struct LifeRule: Sendable {
  /// Index in `RuleBook.lives`.
  public typealias ID = Int

  /// What the source says about the last valid day.
  public enum LastDay: String, Sendable, Hashable, CaseIterable {
    case endOfMonth = "end_of_month"
    case anniversary
    case dayBeforeAnniversary = "day_before_anniversary"
    case notStated = "not_stated"
  }

  /// The period in one version of the rule, governed by the day of certification.
  public struct Period: Sendable {
    public let months: Int
    public let lastDay: LastDay

    public init(months: Int, lastDay: LastDay) {
      self.months = months
      self.lastDay = lastDay
    }

    /// The last valid day for a certification on one day: an interval where the source does not state it.
    func expiry(of day: CivilDate) -> DayInterval {
      switch lastDay {
      case .endOfMonth: DayInterval(day.addingToEndOfMonth(months: months))
      case .anniversary: DayInterval(day.adding(months: months))
      case .dayBeforeAnniversary: DayInterval(day.adding(months: months).previous)
      case .notStated: DayInterval(day.adding(months: months).previous, day.adding(months: months).endOfMonth)
      }
    }
  }

  /// `aama/cma`.
  public let credential: String
  public let versions: VersionList
  /// One a version; nil where the period is a known gap.
  public let periods: [Period?]
  /// Index of the rule in whose file it stands, for staleness.
  public let rule: Int

  public init(credential: String, versions: VersionList, periods: [Period?], rule: Int) {
    self.credential = credential
    self.versions = versions
    self.periods = periods
    self.rule = rule
  }
}

/// Where a certification stands on a day.
public struct LifeState: Sendable, Hashable {
  public enum Stage: String, Sendable, Hashable, CaseIterable {
    case none, current, expired, revoked
    /// Facts do not tell which: a date is known in part, or nobody said whether there is a certification.
    case unknown
    /// The rule does not tell: no period is known for that certification.
    case uncovered
  }

  public let stage: Stage
  /// First day of the running period.
  public let start: DayInterval
  /// Last valid day of the running period.
  public let expiry: DayInterval
  /// The marks of the rule and evidence behind it.
  public let marks: Finding

  static let none = LifeState(
    stage: .none, start: DayInterval(.distantFuture), expiry: DayInterval(.distantFuture), marks: Finding(.met))

  /// Nobody said whether there is a certification from some day on.
  static func unknown(from day: CivilDate) -> LifeState {
    let days = DayInterval(day, .distantFuture)
    return LifeState(stage: .unknown, start: days, expiry: days, marks: Finding(.undetermined))
  }

  /// One of two states, of which nobody knows which.
  func or(_ other: LifeState) -> LifeState {
    LifeState(
      stage: stage == other.stage ? stage : .unknown,
      start: DayInterval(min(start.first, other.start.first), max(start.last, other.start.last)),
      expiry: DayInterval(min(expiry.first, other.expiry.first), max(expiry.last, other.expiry.last)),
      marks: marks.weakened(by: other.marks))
  }
}
