public import Cryptography

/// The hashes of the tree (RFC 9162, section 2.1.1): a byte in front tells leaves and nodes apart.
public enum MerkleHash {
  /// The root of a tree without leaves.
  public static let empty = SHA256.digest(of: [])

  /// The hash of a leaf of these bytes.
  public static func leaf(_ data: [UInt8]) -> Digest { data.withUnsafeBytes { leaf($0) } }

  /// The hash of a leaf of bytes where they lie.
  public static func leaf(_ data: UnsafeRawBufferPointer) -> Digest {
    withUnsafeTemporaryAllocation(byteCount: 1 + data.count, alignment: 1) { buffer in
      buffer[0] = 0
      UnsafeMutableRawBufferPointer(rebasing: buffer[1...]).copyMemory(from: data)
      return SHA256.digest(of: UnsafeRawBufferPointer(buffer))
    }
  }

  /// The hash of the node above two others.
  public static func node(_ left: Digest, _ right: Digest) -> Digest {
    withUnsafeTemporaryAllocation(byteCount: 1 + 2 * Digest.size, alignment: 1) { buffer in
      buffer[0] = 1
      left.withUnsafeBytes {
        UnsafeMutableRawBufferPointer(rebasing: buffer[1...]).copyMemory(from: $0)
      }
      right.withUnsafeBytes {
        UnsafeMutableRawBufferPointer(rebasing: buffer[(1 + Digest.size)...]).copyMemory(from: $0)
      }
      return SHA256.digest(of: UnsafeRawBufferPointer(buffer))
    }
  }
}
