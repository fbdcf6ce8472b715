/// What the process that reads a file can use. Whoever started it sets these, before it has a byte of the file.
public struct IntakeLimits: Hashable, Sendable {
  /// Addresses of memory, in bytes.
  public var memory: UInt64 = 1_536 << 20
  /// Of the processor, in seconds.
  public var processor: UInt64 = 15
  /// From its start to its end.
  public var time = Duration.seconds(25)
  /// The most bytes that it can answer.
  public var answer = 40 << 20
  /// How many there are at once.
  public var atOnce = 2
  /// How many files wait for their turn.
  public var places = 8
  /// How many of those are of one person.
  public var ownPlaces = 2

  public init() {}
}
