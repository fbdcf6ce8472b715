public import Cryptography
import MerkleLog
public import Vocabulary

/// An entry as it is stored: what it says is sealed, and the rest can be checked by anybody.
public struct LogEntry: Hashable, Sendable {
  /// The bytes of a salt.
  public static let saltSize = 32

  /// Its place in the log, counted from 0.
  public let sequence: Int
  /// Whom it is about: 16 bytes; nil for what concerns the installation only.
  public let person: [UInt8]?
  /// What happened, as `subject.event`.
  public let kind: String
  /// When it was recorded, by the clock of whoever did.
  public let recordedAt: Instant
  /// 32 random bytes, so that nobody can try out what an entry may say.
  public let salt: [UInt8]
  /// What it says, sealed.
  public let ciphertext: [UInt8]

  public init(
    sequence: Int, person: [UInt8]?, kind: String, recordedAt: Instant, salt: [UInt8], ciphertext: [UInt8]
  ) {
    self.sequence = sequence
    self.person = person
    self.kind = kind
    self.recordedAt = recordedAt
    self.salt = salt
    self.ciphertext = ciphertext
  }

  /// The hash of its leaf in the tree of the log.
  public var leaf: Digest { MerkleHash.leaf(leafData) }

  /// What the tree hashes: canonical JSON with the members `at` (microseconds since 1970), `commitment` (the SHA-256 of salt
  /// and ciphertext, hexadecimal), `kind`, `person` (absent when there is none) and `sequence`. Written by hand, as a check
  /// of the log does so for every entry; its kind needs no escapes.
  public var leafData: [UInt8] {
    var commitment = SHA256()
    commitment.update(salt)
    commitment.update(ciphertext)
    var data: [UInt8] = []
    data.reserveCapacity(224)
    data.append(contentsOf: #"{"at":"#.utf8)
    data.append(contentsOf: String(recordedAt.microseconds).utf8)
    data.append(contentsOf: #","commitment":""#.utf8)
    commitment.digest().withUnsafeBytes { data.appendHex($0) }
    data.append(contentsOf: #"","kind":""#.utf8)
    data.append(contentsOf: kind.utf8)
    if let person {
      data.append(contentsOf: #"","person":""#.utf8)
      person.withUnsafeBytes { data.appendHex($0) }
    }
    data.append(contentsOf: #"","sequence":"#.utf8)
    data.append(contentsOf: String(sequence).utf8)
    data.append(UInt8(ascii: "}"))
    return data
  }
}

extension LogEntry {
  /// The most characters of a kind.
  public static let longestKind = 60

  /// Whether a text can be a kind: small letters, digits, points and hyphens.
  public static func isKind(_ text: String) -> Bool {
    (1...longestKind).contains(text.utf8.count)
      && text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."),
          UInt8(ascii: "-"):
          true
        default: false
        }
      }
  }
}

extension [UInt8] {
  fileprivate mutating func appendHex(_ bytes: UnsafeRawBufferPointer) {
    for byte in bytes {
      append(Self.digit(byte >> 4))
      append(Self.digit(byte & 15))
    }
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
}
