/// A point in time, to the microsecond. Whoever needs the present one takes it as an argument.
public struct Instant: Sendable, Hashable, Comparable {
  /// Microseconds since the start of 1970 in UTC, leap seconds not counted; negative before it.
  public let microseconds: Int64

  public init(microseconds: Int64) { self.microseconds = microseconds }

  public static func < (a: Instant, b: Instant) -> Bool { a.microseconds < b.microseconds }

  /// The point this much later (earlier when negative), to the microsecond. A point that no number can name becomes
  /// the last one that a number can.
  public static func + (start: Instant, step: Duration) -> Instant {
    let (seconds, attoseconds) = step.components
    let (whole, tooLarge) = seconds.multipliedReportingOverflow(by: 1_000_000)
    let clamped = tooLarge ? (seconds < 0 ? Int64.min : Int64.max) : whole
    return start.adding(clamped).adding(attoseconds / 1_000_000_000_000)
  }

  /// The point this much earlier. See `+`.
  public static func - (start: Instant, step: Duration) -> Instant { start + (.zero - step) }

  /// How much later `end` is than `start`; negative when it is earlier.
  public static func - (end: Instant, start: Instant) -> Duration {
    .microseconds(end.microseconds) - .microseconds(start.microseconds)
  }

  private func adding(_ step: Int64) -> Instant {
    let (sum, tooLarge) = microseconds.addingReportingOverflow(step)
    return Instant(microseconds: tooLarge ? (step < 0 ? .min : .max) : sum)
  }
}
