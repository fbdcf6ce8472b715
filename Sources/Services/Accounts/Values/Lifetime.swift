import Vocabulary

/// Spans of time that a clock which was wrong for a while does not make longer.
enum Lifetime {
  /// How far the clocks of two processes may differ.
  static let slack = Duration.seconds(300)

  /// Whether `now` lies between a start and an end. A start that lies ahead was noted by a clock that was wrong.
  static func holds(from start: Instant, until end: Instant, at now: Instant) -> Bool {
    start <= now + slack && now < end
  }
}
