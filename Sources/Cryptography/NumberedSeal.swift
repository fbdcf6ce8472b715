/// Seals with the newest of several keys, and opens with whichever was the newest then: its number stands in front.
public struct NumberedSeal: Sendable {
  private let keys: NumberedKeys
  private let random: RandomBytes

  /// Seals with these keys; nonces come from `random`.
  public init(keys: NumberedKeys, random: RandomBytes = .system) {
    (self.keys, self.random) = (keys, random)
  }

  /// Seals the bytes for one context with the newest key.
  public func seal(_ plain: [UInt8], for context: [UInt8]) -> [UInt8] {
    let newest = keys.newest
    return prefix(newest.number) + Seal(key: newest.key, random: random).seal(plain, for: context)
  }

  /// The bytes again.
  public func open(_ sealed: [UInt8], for context: [UInt8]) throws(SealError) -> [UInt8] {
    guard let number = Self.number(of: sealed) else { throw .tooShort(bytes: sealed.count) }
    guard let key = keys.key(number) else { throw .noKey(number: number) }
    guard let plain = Seal(key: key).open(Array(sealed.dropFirst(4)), for: context) else { throw .changed }
    return plain
  }

  /// Whether an older key sealed it, so that it should be sealed again.
  public func isOutdated(_ sealed: [UInt8]) -> Bool { Self.number(of: sealed) != keys.newest.number }

  /// The number of the key that sealed it; nil when it is too short.
  public static func number(of sealed: [UInt8]) -> UInt32? {
    guard sealed.count >= 4 + Seal.overhead else { return nil }
    return sealed.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
  }

  private func prefix(_ number: UInt32) -> [UInt8] { withUnsafeBytes(of: number.bigEndian, Array.init) }
}
