import CSodium

/// Encrypts, so that nobody without the key can read or change it: XChaCha20-Poly1305, a fresh nonce each time.
public struct Seal: Sendable {
  /// How many bytes longer a sealed text is: the nonce and the tag.
  public static let overhead = nonceSize + tagSize

  private let key: SecretKey
  private let random: RandomBytes

  /// Seals with this key; nonces come from `random`.
  public init(key: SecretKey, random: RandomBytes = .system) {
    (self.key, self.random) = (key, random)
  }

  /// Seals the bytes for one context, which is not kept in them: only who names the same context can open them.
  public func seal(_ plain: [UInt8], for context: [UInt8]) -> [UInt8] {
    let nonce = random(Self.nonceSize)
    var sealed = [UInt8](repeating: 0, count: plain.count + Self.tagSize)
    var length: UInt64 = 0
    _ = crypto_aead_xchacha20poly1305_ietf_encrypt(
      &sealed, &length, plain, UInt64(plain.count), context, UInt64(context.count), nil, nonce, key.bytes)
    return nonce + sealed
  }

  /// The bytes again; nil when they were changed, or sealed with another key or for another context.
  public func open(_ sealed: [UInt8], for context: [UInt8]) -> [UInt8]? {
    guard sealed.count >= Self.overhead else { return nil }
    let (nonce, rest) = (Array(sealed.prefix(Self.nonceSize)), Array(sealed.dropFirst(Self.nonceSize)))
    var plain = [UInt8](repeating: 0, count: rest.count - Self.tagSize)
    var length: UInt64 = 0
    let result = crypto_aead_xchacha20poly1305_ietf_decrypt(
      &plain, &length, nil, rest, UInt64(rest.count), context, UInt64(context.count), nonce, key.bytes)
    return result == 0 ? plain : nil
  }

  private static let nonceSize = Int(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES)
  private static let tagSize = Int(crypto_aead_xchacha20poly1305_ietf_ABYTES)
}
