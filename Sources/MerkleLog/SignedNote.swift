import Cryptography

/// A text with signatures below it (C2SP signed-note): fit for a file, a print or a mail.
public struct SignedNote: Hashable, Sendable {
  /// One line of signature.
  public struct Signature: Hashable, Sendable {
    /// Who signed, by their own account.
    public let name: String
    /// The identifier of the key: four bytes.
    public let id: [UInt8]
    /// The signature itself.
    public let bytes: [UInt8]
  }

  /// Notes of more bytes are refused.
  public static let maximumBytes = 1 << 16
  /// Notes with more signatures are refused.
  public static let maximumSignatures = 100

  /// All lines above the empty one, each ended by a line feed.
  public let text: String
  /// At least one.
  public let signatures: [Signature]

  /// Signs a text. Nil unless it ends with a line feed, and is free of other control characters.
  public init?(text: String, signedBy signer: NoteSigner) {
    guard text.utf8.last == 0x0A, text.utf8.allSatisfy({ $0 >= 0x20 || $0 == 0x0A }) else { return nil }
    self.init(text: text, known: signer)
  }

  init(text: String, known signer: NoteSigner) {
    self.text = text
    signatures = [
      Signature(name: signer.key.name, id: signer.key.id, bytes: signer.signature(of: Array(text.utf8)))
    ]
  }

  /// Reads a note. It says nothing yet about who signed it.
  public init(reading bytes: [UInt8]) throws(NoteError) {
    guard bytes.count <= Self.maximumBytes else { throw .tooLong(limit: Self.maximumBytes) }
    guard let note = String(validating: bytes, as: UTF8.self) else { throw .noUnicode }
    guard bytes.allSatisfy({ $0 >= 0x20 || $0 == 0x0A }) else { throw .controlCharacter }
    let lines = note.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    // The text ends at the last empty line; behind it every line is a signature, and each line is ended.
    guard lines.last?.isEmpty == true, let end = lines.dropLast().lastIndex(where: \.isEmpty), end > 0 else {
      throw .noSignatures
    }
    let below = lines[(end + 1)...].dropLast()
    guard !below.isEmpty else { throw .noSignatures }
    guard below.count <= Self.maximumSignatures else { throw .tooManySignatures(limit: Self.maximumSignatures) }
    var signatures: [Signature] = []
    for (index, line) in below.enumerated() {
      guard let signature = Self.signature(String(line) ?? "") else {
        throw .malformedSignature(line: end + 2 + index)
      }
      signatures.append(signature)
    }
    text = String(decoding: bytes.prefix(lines[..<end].reduce(0) { $0 + $1.count + 1 }), as: UTF8.self)
    self.signatures = signatures
  }

  /// The note as it is written and read.
  public var note: String {
    text + "\n"
      + signatures.map { "\u{2014} \($0.name) \(Base64.standard.text($0.id + $0.bytes))\n" }.joined()
  }

  /// Checks that one of these keys signed it, and returns that key. Signatures of others are passed over; one that says to be
  /// of these keys and is not, refuses the note.
  public func verified(by keys: [NoteKey]) throws(NoteError) -> NoteKey {
    var verified: NoteKey?
    for signature in signatures {
      guard let key = keys.first(where: { $0.name.utf8.elementsEqual(signature.name.utf8) && $0.id == signature.id })
      else { continue }
      guard key.key.verifies(signature.bytes, of: Array(text.utf8)) else { throw .badSignature(name: key.name) }
      verified = verified ?? key
    }
    guard let verified else { throw .notSigned(by: keys.map(\.description)) }
    return verified
  }

  private static func signature(_ line: String) -> Signature? {
    let parts = line.utf8.split(separator: 0x20, omittingEmptySubsequences: false).map { String($0) ?? "" }
    guard parts.count == 3, parts[0] == "\u{2014}", NoteKey.isName(parts[1]),
      let bytes = Base64.standard.bytes(parts[2]), bytes.count > 4
    else { return nil }
    return Signature(name: parts[1], id: Array(bytes.prefix(4)), bytes: Array(bytes.dropFirst(4)))
  }
}
