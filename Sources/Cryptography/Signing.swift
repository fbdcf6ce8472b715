import CSodium

/// Signs with Ed25519 (RFC 8032).
public struct SigningKey: Sendable, CustomStringConvertible, CustomReflectable {
  /// With what others check the signatures.
  public let publicKey: VerifyingKey
  /// The seed and the public key, as libsodium wants them.
  private let expanded: [UInt8]

  /// The pair that grows from 32 secret bytes.
  public init(seed: SecretKey) {
    var publicBytes = [UInt8](repeating: 0, count: Int(crypto_sign_PUBLICKEYBYTES))
    var secret = [UInt8](repeating: 0, count: Int(crypto_sign_SECRETKEYBYTES))
    _ = crypto_sign_seed_keypair(&publicBytes, &secret, seed.bytes)
    (publicKey, expanded) = (VerifyingKey(known: publicBytes), secret)
  }

  /// The signature of a message: 64 bytes, the same each time.
  public func signature(of message: [UInt8]) -> [UInt8] {
    var signature = [UInt8](repeating: 0, count: Int(crypto_sign_BYTES))
    _ = crypto_sign_detached(&signature, nil, message, UInt64(message.count), expanded)
    return signature
  }

  public var description: String { "a signing key" }
  public var customMirror: Mirror { Mirror(self, children: [:]) }
}

/// Checks signatures of Ed25519.
public struct VerifyingKey: Hashable, Sendable {
  /// The 32 public bytes.
  public let bytes: [UInt8]

  /// Nil when there are not 32 bytes.
  public init?(_ bytes: [UInt8]) {
    guard bytes.count == Int(crypto_sign_PUBLICKEYBYTES) else { return nil }
    self.bytes = bytes
  }

  init(known bytes: [UInt8]) { self.bytes = bytes }

  /// Whether the owner of this key signed the message. False for a signature that has not 64 bytes.
  public func verifies(_ signature: [UInt8], of message: [UInt8]) -> Bool {
    guard signature.count == Int(crypto_sign_BYTES) else { return false }
    return crypto_sign_verify_detached(signature, message, UInt64(message.count), bytes) == 0
  }
}
