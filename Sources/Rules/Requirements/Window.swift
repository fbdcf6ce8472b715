/// Days from a lower to an upper bound around an event; a missing bound is open.
public struct Window: Sendable, Hashable {
  public let event: Event
  public let lower: Offset?
  public let upper: Offset?

  public init(event: Event, lower: Offset?, upper: Offset?) {
    self.event = event
    self.lower = lower
    self.upper = upper
  }
}
