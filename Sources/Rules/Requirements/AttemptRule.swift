/// Limits on failed attempts, strictly before the day.
public struct AttemptRule: Sendable, Hashable {
  public let filter: RecordFilter
  /// No attempt after this many failures; nil: no limit stated.
  public let limit: Int?
  /// Wait after the first, second, … failure; the last one repeats.
  public let waits: [Offset]

  public init(filter: RecordFilter, limit: Int?, waits: [Offset]) {
    self.filter = filter
    self.limit = limit
    self.waits = waits
  }
}
