public import Cryptography

/// The right edge of a growing tree: the roots of its complete parts, all that is needed to append and to know the root.
///
/// A tree of 13 leaves has complete parts of 8, 4 and 1: one for each bit of its size.
public struct Frontier: Hashable, Sendable {
  /// Trees of more leaves than this are refused.
  public static let largestSize = 1 << 62

  /// How many leaves there are.
  public private(set) var size = 0
  /// The roots of the complete parts, the largest first.
  private var peaks: [Digest] = []

  /// Without leaves.
  public init() {}

  /// The edge of a tree of these leaves.
  public init(leaves: some Sequence<Digest>) {
    for leaf in leaves { append(leaf) }
  }

  /// Adds a leaf by its hash.
  public mutating func append(_ leaf: Digest) {
    var (hash, rest) = (leaf, size)
    while rest & 1 == 1, let left = peaks.popLast() {
      hash = MerkleHash.node(left, hash)
      rest >>= 1
    }
    peaks.append(hash)
    size += 1
  }

  /// The root of the tree.
  public var root: Digest {
    guard var root = peaks.last else { return MerkleHash.empty }
    for peak in peaks.dropLast().reversed() { root = MerkleHash.node(peak, root) }
    return root
  }

  /// What to store: the size in eight bytes, the highest first, then the roots of the complete parts.
  public var bytes: [UInt8] { withUnsafeBytes(of: Int64(size).bigEndian, Array.init) + peaks.flatMap(\.bytes) }

  /// The edge that was stored; nil when the bytes are those of no edge.
  public init?(bytes: [UInt8]) {
    guard bytes.count >= 8 else { return nil }
    let size = bytes.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    guard size <= UInt64(Self.largestSize), bytes.count == 8 + size.nonzeroBitCount * Digest.size else { return nil }
    self.size = Int(size)
    peaks = stride(from: 8, to: bytes.count, by: Digest.size).compactMap { Digest(bytes[$0..<($0 + Digest.size)]) }
  }
}
