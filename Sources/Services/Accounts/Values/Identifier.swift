public import Cryptography

/// 16 random bytes that name one thing and say nothing about it. `Subject` only keeps the kinds of identifiers apart.
public struct Identifier<Subject>: Hashable, Sendable, CustomStringConvertible {
  /// How many bytes one has.
  public static var size: Int { 16 }

  public let bytes: [UInt8]

  /// Nil when there are not 16 bytes.
  public init?(_ bytes: [UInt8]) {
    guard bytes.count == Self.size else { return nil }
    self.bytes = bytes
  }

  private init(fresh: [UInt8]) { bytes = fresh }

  /// One that nothing else has.
  public static func fresh(from random: RandomBytes) -> Identifier { Identifier(fresh: random(size)) }

  /// Reads what `text` wrote; nil when it is anything else.
  public init?(text: String) {
    guard let bytes = Base64.url.bytes(text) else { return nil }
    self.init(bytes)
  }

  /// 22 letters, digits, `-` and `_`.
  public var text: String { Base64.url.text(bytes) }

  public var description: String { text }
}
