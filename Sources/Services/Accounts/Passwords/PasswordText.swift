import Foundation

/// A password as it is hashed: composed as Unicode's NFC, since two keyboards write the same `é` differently, and not
/// changed otherwise.
public struct PasswordText: Sendable, CustomStringConvertible, CustomReflectable {
  /// The longest that is hashed, in bytes of UTF-8. `scripts/passwords` knows it too.
  public static let longest = 256

  let text: String

  /// Nil when it is longer than any password can be here.
  public init?(_ typed: String) {
    // Composing can shorten a text, though not so much; more is not even looked at.
    guard typed.utf8.count <= 4 * Self.longest else { return nil }
    let text = typed.precomposedStringWithCanonicalMapping
    guard text.utf8.count <= Self.longest else { return nil }
    self.text = text
  }

  /// How many characters of Unicode (code points) it has.
  var length: Int { text.unicodeScalars.count }

  public var description: String { "a password" }
  public var customMirror: Mirror { Mirror(self, children: [:]) }
}
