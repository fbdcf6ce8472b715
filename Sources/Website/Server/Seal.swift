import CSodium

/// Encrypts the answers for the browser to keep, so that nobody else can read or change them:
/// XChaCha20-Poly1305, a fresh nonce each time, the time of sealing inside.
struct Seal: Sendable {
  /// How long a sealed text can be opened, in seconds.
  static let lifetime: Int64 = 12 * 60 * 60

  private let key: [UInt8]

  /// A key of 32 bytes.
  init?(key: [UInt8]) {
    guard key.count == Int(crypto_aead_xchacha20poly1305_ietf_KEYBYTES), sodium_init() >= 0 else { return nil }
    self.key = key
  }

  /// A fresh key.
  static func newKey() -> [UInt8] {
    _ = sodium_init()
    return random(Int(crypto_aead_xchacha20poly1305_ietf_KEYBYTES))
  }

  /// Unpredictable bytes.
  static func random(_ count: Int) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    randombytes_buf(&bytes, count)
    return bytes
  }

  /// The text, sealed and written with letters, digits, `-` and `_`.
  func seal(_ text: String, at now: Int64) -> String {
    let nonce = Self.random(nonceBytes)
    let plain = withUnsafeBytes(of: now.littleEndian, Array.init) + Array(text.utf8)
    var sealed = [UInt8](repeating: 0, count: plain.count + Int(crypto_aead_xchacha20poly1305_ietf_ABYTES))
    var length: UInt64 = 0
    let (count, extra) = (UInt64(plain.count), UInt64(purpose.count))
    _ = crypto_aead_xchacha20poly1305_ietf_encrypt(
      &sealed, &length, plain, count, purpose, extra, nil, nonce, key)
    return Base64.text(nonce + sealed.prefix(Int(length)))
  }

  /// The text again; nil when it was changed, sealed with another key, or is older than `lifetime`.
  func open(_ text: String, at now: Int64) -> String? {
    guard let bytes = Base64.bytes(text) else { return nil }
    let tag = Int(crypto_aead_xchacha20poly1305_ietf_ABYTES)
    guard bytes.count >= nonceBytes + tag + 8 else { return nil }
    let (nonce, sealed) = (Array(bytes.prefix(nonceBytes)), Array(bytes.dropFirst(nonceBytes)))
    var plain = [UInt8](repeating: 0, count: sealed.count - tag)
    var length: UInt64 = 0
    let (count, extra) = (UInt64(sealed.count), UInt64(purpose.count))
    let result = crypto_aead_xchacha20poly1305_ietf_decrypt(
      &plain, &length, nil, sealed, count, purpose, extra, nonce, key)
    guard result == 0, length >= 8 else { return nil }
    let sealedAt = plain.prefix(8).reversed().reduce(Int64(0)) { $0 << 8 | Int64($1) }
    guard sealedAt <= now + 60, now - sealedAt <= Self.lifetime else { return nil }
    return String(validating: plain[8..<Int(length)], as: UTF8.self)
  }

  private var nonceBytes: Int { Int(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES) }
  private let purpose = Array("fobwatch answers 1".utf8)
}
