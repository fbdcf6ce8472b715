import CSodium

/// HMAC-SHA256 (RFC 2104, FIPS 198-1) with a key of any length: what webhooks are signed with.
public struct HMACSHA256: Sendable, CustomReflectable {
  private let key: [UInt8]

  /// Signs with this key.
  public init(key: [UInt8]) { self.key = key }

  /// The code of the bytes.
  public func code(of bytes: [UInt8]) -> Digest {
    var state = crypto_auth_hmacsha256_state()
    crypto_auth_hmacsha256_init(&state, key, key.count)
    crypto_auth_hmacsha256_update(&state, bytes, UInt64(bytes.count))
    return .written { _ = crypto_auth_hmacsha256_final(&state, $0) }
  }

  public var customMirror: Mirror { Mirror(self, children: [:]) }
}
