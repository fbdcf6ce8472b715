import CSodium

/// BLAKE2b with a key (RFC 7693), 32 bytes: the same text gives the same digest, and nobody without the key can try texts.
public struct KeyedHash: Sendable {
  private let key: SecretKey

  /// Hashes with this key.
  public init(key: SecretKey) { self.key = key }

  /// The digest of the bytes.
  public func digest(of bytes: [UInt8]) -> Digest {
    .written {
      _ = crypto_generichash($0, Digest.size, bytes, UInt64(bytes.count), key.bytes, key.bytes.count)
    }
  }

  /// The digest of the UTF-8 bytes of a text.
  public func digest(of text: String) -> Digest { digest(of: Array(text.utf8)) }
}
