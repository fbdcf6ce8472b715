public import Vocabulary

/// A length of time from an event, in days or calendar months.
public struct Offset: Sendable, Hashable {
  public enum Unit: Sendable, Hashable {
    case days
    /// Calendar months counted forward from the event: the day of the month, clamped.
    case monthsFromEvent
    /// Calendar months counted back from the day asked about.
    case monthsFromDay
    /// End of month, then months, then end of month again.
    case monthsToEndOfMonth
  }

  /// Negative: before the event.
  public let count: Int
  public let unit: Unit
  /// Added at the end; `later_than` is the inclusive end plus one day.
  public let extraDays: Int

  public init(count: Int, unit: Unit, extraDays: Int = 0) {
    self.count = count
    self.unit = unit
    self.extraDays = extraDays
  }

  /// The first day of a window: the earliest day on which the offset from an event has passed.
  public func begin(from event: CivilDate) -> CivilDate {
    guard unit == .monthsFromDay, extraDays == 0, event.isFinite else { return bound(from: event) }
    // The earliest d with addMonths(d, -count) >= event: at month ends several days map to one.
    var day = event.adding(months: count)
    while day.isFinite, day.previous.adding(months: -count) >= event { day = day.previous }
    while day.isFinite, day.adding(months: -count) < event { day = day.next }
    return day
  }

  /// The last day of a window: the latest day on which the offset from an event has not been exceeded.
  public func bound(from event: CivilDate) -> CivilDate {
    guard event.isFinite else { return event }
    let end: CivilDate
    switch unit {
    case .days: end = event.adding(days: count)
    case .monthsFromEvent: end = event.adding(months: count)
    case .monthsToEndOfMonth: end = event.addingToEndOfMonth(months: count)
    case .monthsFromDay:
      // The latest d with addMonths(d, -count) <= event: at month ends several days map to one.
      var day = event.adding(months: count)
      while day.isFinite, day.next.adding(months: -count) <= event { day = day.next }
      while day.isFinite, day.adding(months: -count) > event { day = day.previous }
      end = day
    }
    return end.adding(days: extraDays)
  }
}
