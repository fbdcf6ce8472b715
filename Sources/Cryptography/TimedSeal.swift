/// Seals a text for a browser to keep, so that nobody else can read or change it, and only for some time: the time of
/// sealing is inside.
public struct TimedSeal: Sendable {
  /// How long a sealed text can be opened, in seconds.
  public let lifetime: Int64
  private let seal: NumberedSeal
  private let purpose: [UInt8]

  /// What was sealed for one purpose does not open for another.
  public init(keys: NumberedKeys, purpose: String, lifetime: Int64) {
    (seal, self.purpose, self.lifetime) = (NumberedSeal(keys: keys), Array(purpose.utf8), lifetime)
  }

  /// The text, sealed and written with letters, digits, `-` and `_`. `now` is in seconds since 1970.
  public func seal(_ text: String, at now: Int64) -> String {
    Base64.url.text(seal.seal(withUnsafeBytes(of: now.littleEndian, Array.init) + Array(text.utf8), for: purpose))
  }

  /// The text again; nil when it was changed, sealed with an unknown key or for another purpose, sealed more than a minute
  /// after `now`, or is older than `lifetime`.
  public func open(_ text: String, at now: Int64) -> String? {
    guard let bytes = Base64.url.bytes(text), let plain = try? seal.open(bytes, for: purpose), plain.count >= 8
    else { return nil }
    let sealedAt = plain.prefix(8).reversed().reduce(Int64(0)) { $0 << 8 | Int64($1) }
    guard sealedAt <= now + 60, now - sealedAt <= lifetime else { return nil }
    return String(validating: plain[8...], as: UTF8.self)
  }
}
