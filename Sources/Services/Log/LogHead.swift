public import Cryptography
public import MerkleLog

/// How far the log has come.
public struct LogHead: Hashable, Sendable {
  /// The name of the log: the origin of its checkpoints. Made once for each installation.
  public let origin: String
  /// How many entries there are, and the right edge of their tree.
  public let frontier: Frontier
  /// One more than the last place that holds an entry; the same as `size` while all is well.
  public let end: Int

  public init(origin: String, frontier: Frontier, end: Int) {
    (self.origin, self.frontier, self.end) = (origin, frontier, end)
  }

  /// How many entries there are.
  public var size: Int { frontier.size }
  /// The root of their tree.
  public var root: Digest { frontier.root }
}
