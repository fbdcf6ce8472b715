public import Cryptography

/// Shows that a tree begins with all leaves of an earlier, smaller one.
public struct ConsistencyProof: Hashable, Sendable {
  /// How many leaves the earlier tree has.
  public let first: Int
  /// How many leaves the later tree has.
  public let second: Int
  /// The hashes from which both roots follow.
  public let path: [Digest]

  /// Any values: `verifies` says whether they fit.
  public init(first: Int, second: Int, path: [Digest]) { (self.first, self.second, self.path) = (first, second, path) }

  /// Whether the tree of the second root begins with the tree of the first (RFC 9162, section 2.1.4.2). A tree without leaves
  /// shows nothing: then false.
  public func verifies(_ firstRoot: Digest, _ secondRoot: Digest) -> Bool {
    guard first > 0, first <= second else { return false }
    if first == second { return path.isEmpty && firstRoot == secondRoot }
    let isComplete = first & (first - 1) == 0
    guard let start = isComplete ? firstRoot : path.first else { return false }
    var (place, last) = (first - 1, second - 1)
    while place & 1 == 1 { (place, last) = (place >> 1, last >> 1) }
    var (one, other) = (start, start)
    for hash in isComplete ? path[...] : path.dropFirst() {
      guard last > 0 else { return false }
      if place & 1 == 1 || place == last {
        one = MerkleHash.node(hash, one)
        other = MerkleHash.node(hash, other)
        while place != 0, place & 1 == 0 { (place, last) = (place >> 1, last >> 1) }
      } else {
        other = MerkleHash.node(other, hash)
      }
      (place, last) = (place >> 1, last >> 1)
    }
    return last == 0 && one == firstRoot && other == secondRoot
  }
}
