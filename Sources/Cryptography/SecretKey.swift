/// 32 secret bytes: a key to seal with, to hash with, or to sign with. Never shown: a text of it says only what it is.
public struct SecretKey: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// How many bytes a key has.
  public static let size = 32

  /// The bytes themselves, to be sealed or written to a key file, and to nothing else.
  public let bytes: [UInt8]

  /// Nil when there are not 32 bytes.
  public init?(_ bytes: [UInt8]) {
    guard bytes.count == Self.size else { return nil }
    self.bytes = bytes
  }

  private init(fresh: [UInt8]) { bytes = fresh }

  /// A fresh key.
  public static func random(from random: RandomBytes = .system) -> SecretKey { SecretKey(fresh: random(size)) }

  /// Ten hexadecimal digits that tell this key from others and give nothing of it away.
  public var fingerprint: String {
    Hex.text(KeyedHash(key: self).digest(of: Array("fobwatch key fingerprint 1".utf8)).bytes.prefix(5))
  }

  public var description: String { "a secret key" }
  public var debugDescription: String { description }
  public var customMirror: Mirror { Mirror(self, children: [:]) }
}
