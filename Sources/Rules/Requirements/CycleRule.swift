/// Periods of equal length from an event; the duty met in one decides the next. The first runs on credit.
public struct CycleRule: Sendable, Hashable {
  public let months: Int
  public let from: Event
  public let duty: Requirement.ID
  /// After this many failed cycles in a row it is lost for good; nil: each cycle stands alone.
  public let lostAfter: Int?

  public init(months: Int, from: Event, duty: Requirement.ID, lostAfter: Int?) {
    self.months = months
    self.from = from
    self.duty = duty
    self.lostAfter = lostAfter
  }
}
