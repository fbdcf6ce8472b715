public import Cryptography

/// Shows that a leaf stands at a place of a tree.
public struct InclusionProof: Hashable, Sendable {
  /// The place of the leaf, counted from 0.
  public let index: Int
  /// How many leaves the tree has.
  public let size: Int
  /// The hashes beside the way from the leaf to the root.
  public let path: [Digest]

  /// Any values: `verifies` says whether they fit.
  public init(index: Int, size: Int, path: [Digest]) { (self.index, self.size, self.path) = (index, size, path) }

  /// Whether the leaf of this hash stands there in the tree of this root (RFC 9162, section 2.1.3.2).
  public func verifies(_ leaf: Digest, root: Digest) -> Bool {
    guard index >= 0, index < size else { return false }
    var (place, last, hash) = (index, size - 1, leaf)
    for beside in path {
      guard last > 0 else { return false }
      if place & 1 == 1 || place == last {
        hash = MerkleHash.node(beside, hash)
        while place != 0, place & 1 == 0 { (place, last) = (place >> 1, last >> 1) }
      } else {
        hash = MerkleHash.node(hash, beside)
      }
      (place, last) = (place >> 1, last >> 1)
    }
    return last == 0 && hash == root
  }
}
