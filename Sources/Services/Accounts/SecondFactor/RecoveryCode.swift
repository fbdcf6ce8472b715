import Cryptography

/// A code for somebody who has lost the application: 15 random bytes, used once. So much chance needs no slow hash.
public struct RecoveryCode: Sendable, CustomStringConvertible, CustomReflectable {
  /// How many an account gets at once.
  public static let count = 10
  private static let size = 15

  private let bytes: [UInt8]

  /// One that nobody can guess.
  static func fresh(from random: RandomBytes) -> RecoveryCode { RecoveryCode(bytes: random(size)) }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  /// Reads what `text` wrote, in either case and without its hyphens; nil when it is anything else.
  init?(text: String) {
    guard text.utf8.count == 24, let bytes = Base32.bytes(text), bytes.count == Self.size else { return nil }
    self.bytes = bytes
  }

  /// Six groups of four letters and digits.
  public var text: String {
    let text = Array(Base32.text(bytes))
    return stride(from: 0, to: text.count, by: 4).map { String(text[$0..<min($0 + 4, text.count)]) }
      .joined(separator: "-")
  }

  var digest: Digest { SHA256.digest(of: Array("fobwatch recovery code 1:".utf8) + bytes) }

  public var description: String { "a recovery code" }
  public var customMirror: Mirror { Mirror(self, children: [:]) }
}
