import CSodium

/// SHA-256 (FIPS 180-4), in one step or in several.
public struct SHA256: Sendable {
  private var state = crypto_hash_sha256_state()

  /// Nothing hashed yet.
  public init() { crypto_hash_sha256_init(&state) }

  /// The digest of one text of bytes.
  public static func digest(of bytes: [UInt8]) -> Digest { bytes.withUnsafeBytes { digest(of: $0) } }

  /// The digest of bytes where they lie.
  public static func digest(of bytes: UnsafeRawBufferPointer) -> Digest {
    .written {
      _ = crypto_hash_sha256($0, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), UInt64(bytes.count))
    }
  }

  /// Takes the next bytes.
  public mutating func update(_ bytes: [UInt8]) { bytes.withUnsafeBytes { update($0) } }

  /// Takes the next bytes from where they lie.
  public mutating func update(_ bytes: UnsafeRawBufferPointer) {
    crypto_hash_sha256_update(
      &state, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), UInt64(bytes.count))
  }

  /// The digest of all bytes taken so far; more can follow.
  public func digest() -> Digest {
    var state = state
    return .written { _ = crypto_hash_sha256_final(&state, $0) }
  }
}
