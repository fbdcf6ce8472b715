/// How much one visitor can take from all the others: sizes, times and numbers. Each has a value that fits most.
public struct ServerLimits: Sendable, Hashable {
  /// The most requests that one connection sends before it has the answers. Browsers send one.
  public var ahead = 16
  /// The most open connections; others wait in the queue of the system until one closes.
  public var connections = 4_096
  /// How long a connection may be without a whole head of a request: after it opened, and between two requests.
  public var idle = Duration.seconds(20)
  /// How long a body may take to come, and an answer to be taken. One longer than that has to move at `slowest`.
  public var transfer = Duration.seconds(20)
  /// In bytes a second.
  public var slowest = 4_096
  /// What answers no sooner is answered with 503.
  public var answer = Duration.seconds(30)
  /// What takes this long is told of in the log.
  public var stuck = Duration.seconds(10)
  /// How long running requests have once the server is told to end.
  public var end = Duration.seconds(20)
  /// The largest field of a head, in bytes.
  public var field = 16 * 1_024
  /// The largest head, in bytes.
  public var head = 32 * 1_024
  /// The most fields in a head.
  public var fields = 100
  /// The most memory for all bodies that are larger than a form, in bytes.
  public var bodies = 128 << 20

  public init() {}
}
