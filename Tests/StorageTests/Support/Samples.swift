import Vocabulary

extension Instant {
  /// Some day in 2027.
  static let sample = Instant(microseconds: 1_800_000_000_000_000)
}
