import CanonicalJSON
import Cryptography
import Services

/// Seals what an entry says, for its kind and its place in the log: at another place it does not open.
struct EntrySeal {
  /// Entries of more bytes are refused.
  static let largest = 256 * 1024

  /// Who can open it.
  enum Lock {
    /// Whoever has the key of a person.
    case person(SecretKey)
    /// The installation: the entry belongs to nobody.
    case installation(NumberedKeys)
  }

  let random: RandomBytes

  func seal(_ payload: JSON, kind: String, sequence: Int, _ lock: Lock) throws -> [UInt8] {
    let plain = payload.bytes
    guard plain.count <= Self.largest else {
      throw LogError.tooLarge(kind: kind, bytes: plain.count, limit: Self.largest)
    }
    let context = Self.context(kind, sequence)
    return switch lock {
    case .person(let key): Seal(key: key, random: random).seal(plain, for: context)
    case .installation(let keys): NumberedSeal(keys: keys, random: random).seal(plain, for: context)
    }
  }

  /// What the entry says.
  ///
  /// - Throws: `LogError.unreadable` when it was changed, or sealed for another place or with another key.
  static func open(_ entry: LogEntry, _ lock: Lock) throws -> JSON {
    let context = context(entry.kind, entry.sequence)
    let plain: [UInt8]?
    switch lock {
    case .person(let key): plain = Seal(key: key).open(entry.ciphertext, for: context)
    case .installation(let keys): plain = try? NumberedSeal(keys: keys).open(entry.ciphertext, for: context)
    }
    guard let plain, let json = try? JSONReader(maximumBytes: largest).read(plain) else {
      throw LogError.unreadable(sequence: entry.sequence)
    }
    return json
  }

  private static func context(_ kind: String, _ sequence: Int) -> [UInt8] { Array("\(kind)|\(sequence)".utf8) }
}
