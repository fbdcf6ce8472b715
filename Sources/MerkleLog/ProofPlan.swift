public import Cryptography

/// The parts of a tree whose roots make a proof, in the order of the proof. Parts do not overlap: a path is made by reading
/// each leaf once at most.
public struct ProofPlan: Hashable, Sendable {
  /// Ranges of leaves; never empty ones.
  public let parts: [Range<Int>]

  /// The path from a leaf to the root (RFC 9162, section 2.1.3.1). Nil when the tree has no such leaf.
  public static func inclusion(of index: Int, in size: Int) -> ProofPlan? {
    guard (0..<size).contains(index), size <= Frontier.largestSize else { return nil }
    var (parts, tree): ([Range<Int>], Range<Int>) = ([], 0..<size)
    while tree.count > 1 {
      let middle = middle(of: tree)
      parts.append(index < middle ? middle..<tree.upperBound : tree.lowerBound..<middle)
      tree = index < middle ? tree.lowerBound..<middle : middle..<tree.upperBound
    }
    return ProofPlan(parts: parts.reversed())
  }

  /// That a tree begins with a smaller one (RFC 9162, section 2.1.4.1). Nil unless the smaller one has leaves, and is not
  /// larger.
  public static func consistency(from first: Int, to second: Int) -> ProofPlan? {
    guard first > 0, first <= second, second <= Frontier.largestSize else { return nil }
    var (parts, tree): ([Range<Int>], Range<Int>) = ([], 0..<second)
    while tree.upperBound != first {
      let middle = middle(of: tree)
      parts.append(first <= middle ? middle..<tree.upperBound : tree.lowerBound..<middle)
      tree = first <= middle ? tree.lowerBound..<middle : middle..<tree.upperBound
    }
    if tree.lowerBound > 0 { parts.append(tree) }
    return ProofPlan(parts: parts.reversed())
  }

  /// The hashes of the proof; `root` gives the root of a part.
  public func path(_ root: (Range<Int>) throws -> Digest) rethrows -> [Digest] { try parts.map(root) }

  /// The hashes of the proof from the hashes of all leaves.
  public func path(in leaves: [Digest]) -> [Digest] { path { Frontier(leaves: leaves[$0]).root } }

  /// Where a tree of two or more leaves parts: behind the largest power of two below its size.
  private static func middle(of tree: Range<Int>) -> Int {
    tree.lowerBound + 1 << (Int.bitWidth - 1 - (tree.count - 1).leadingZeroBitCount)
  }
}
