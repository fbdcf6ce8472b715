public import Cryptography

/// 32 random bytes that whoever shows them is let in by. Kept only as its digest; the token itself is shown once.
public struct SecretToken: Sendable, CustomStringConvertible, CustomReflectable {
  /// How many bytes one has.
  public static let size = 32

  private let bytes: [UInt8]

  /// One that nobody can guess.
  public static func fresh(from random: RandomBytes) -> SecretToken { SecretToken(bytes: random(size)) }

  /// Reads what `text` wrote; nil when it is anything else.
  public init?(text: String) {
    guard text.utf8.count == 43, let bytes = Base64.url.bytes(text), bytes.count == Self.size else { return nil }
    self.bytes = bytes
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  /// 43 letters, digits, `-` and `_`: for a cookie, a form or a link.
  public var text: String { Base64.url.text(bytes) }

  /// By what it is found again. Another one for each use, so that a token for one is never found for another.
  func digest(for use: String) -> Digest { SHA256.digest(of: Array("fobwatch \(use) 1:".utf8) + bytes) }

  public var description: String { "a secret token" }
  public var customMirror: Mirror { Mirror(self, children: [:]) }
}
