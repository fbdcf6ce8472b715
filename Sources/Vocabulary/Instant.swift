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
    let end = Int128(start.microseconds) + Int128(seconds) * 1_000_000 + Int128(attoseconds / 1_000_000_000_000)
    return Instant(microseconds: Int64(clamping: end))
  }

  /// The point this much earlier. See `+`.
  public static func - (start: Instant, step: Duration) -> Instant { start + (.zero - step) }

  /// How much later `end` is than `start`; negative when it is earlier.
  public static func - (end: Instant, start: Instant) -> Duration {
    .microseconds(end.microseconds) - .microseconds(start.microseconds)
  }
}
