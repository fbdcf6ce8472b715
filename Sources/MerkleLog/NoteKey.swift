public import Cryptography

/// The name and public key that sign a note (C2SP signed-note), with the identifier that stands before its signatures.
public struct NoteKey: Hashable, Sendable, CustomStringConvertible {
  /// Who signs: an address without scheme, without blanks and plus signs.
  public let name: String
  /// What the signatures are checked with.
  public let key: VerifyingKey
  /// The first four bytes of SHA-256(name, line feed, 1 for Ed25519, public key).
  public let id: [UInt8]

  /// Nil when the name is empty or has a blank, a plus sign or a control character.
  public init?(name: String, key: VerifyingKey) {
    guard Self.isName(name) else { return nil }
    (self.name, self.key) = (name, key)
    id = Array(SHA256.digest(of: Array(name.utf8) + [0x0A, Self.ed25519] + key.bytes).bytes.prefix(4))
  }

  /// Reads what `description` writes; nil when it is something else.
  public init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "+"), maxSplits: 2, omittingEmptySubsequences: false)
      .map { String($0) ?? "" }
    guard parts.count == 3, let bytes = Base64.standard.bytes(parts[2]), bytes.first == Self.ed25519,
      let key = VerifyingKey(Array(bytes.dropFirst())), let read = NoteKey(name: parts[0], key: key),
      parts[1] == Hex.text(read.id)
    else { return nil }
    self = read
  }

  /// One line to give to others, as other tools read it: name, identifier and public key between plus signs.
  public var description: String { "\(name)+\(Hex.text(id))+\(Base64.standard.text([Self.ed25519] + key.bytes))" }

  static func isName(_ text: String) -> Bool {
    !text.isEmpty
      && text.unicodeScalars.allSatisfy {
        !$0.properties.isWhitespace && $0 != "+" && $0.value >= 0x20 && $0 != "\u{7F}"
      }
  }

  private static let ed25519: UInt8 = 1
}
