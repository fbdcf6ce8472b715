public import Cryptography

/// What a `LogVerifier` found.
public struct LogReport: Hashable, Sendable {
  /// One checkpoint against the log.
  public struct Comparison: Hashable, Sendable {
    /// What was kept.
    public let checkpoint: Checkpoint
    /// How the log compares.
    public let outcome: Outcome
  }

  /// How a log compares with a checkpoint.
  public enum Outcome: Hashable, Sendable {
    /// The log begins with exactly the leaves of the checkpoint.
    case same
    /// Some of those leaves were changed, re-ordered, removed or put in between: their root is another one.
    case differs(found: Digest)
    /// The log ends before the checkpoint does, by so many leaves.
    case cut(missing: Int)
  }

  /// How many leaves the log has.
  public let size: Int
  /// The root of their tree.
  public let root: Digest
  /// One for each checkpoint, in the order they were given.
  public let comparisons: [Comparison]
  /// How many leaves have another hash than the one on record.
  public let wrongLeaves: Int
  /// The first of them, counted from 0.
  public let firstWrongLeaf: Int?

  /// Whether nothing is wrong.
  public var isIntact: Bool { wrongLeaves == 0 && comparisons.allSatisfy { $0.outcome == .same } }

  /// Leaves among which the first change is, as far as checkpoints tell: behind the largest that is the same and before the end
  /// of the smallest that is not. Nil when all are the same.
  public var suspectLeaves: Range<Int>? {
    let bad = comparisons.filter { $0.outcome != .same }.map(\.checkpoint.size).min()
    guard let bad else { return nil }
    let good = comparisons.filter { $0.outcome == .same && $0.checkpoint.size < bad }.map(\.checkpoint.size).max() ?? 0
    return good..<bad
  }
}
