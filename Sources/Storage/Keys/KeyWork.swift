public import Cryptography
import Services

/// What is done after a key of the installation was replaced by a newer one.
public struct KeyWork: Sendable {
  /// How many keys of people are sealed anew in one transaction.
  private static let batch = 200

  private let engine: any Engine
  private let writer: LogWriter

  init(_ engine: any Engine, _ writer: LogWriter) { (self.engine, self.writer) = (engine, writer) }

  /// Seals the keys of people anew that an older key of the installation sealed.
  ///
  /// - Returns: how many there were.
  @discardableResult
  public func reseal() async throws -> Int {
    var total = 0
    for purpose in PersonKeyTable.Purpose.allCases {
      while true {
        let count = try await engine.write(.locking) { [writer] statements in
          try writer.personKeys.reseal(purpose, limit: Self.batch, in: statements)
        }
        total += count
        if count < Self.batch { break }
      }
    }
    return total
  }

  /// Removes an old key from the key folder, when no key of a person is sealed with it any more. What else it sealed, such as
  /// what the accounts keep, must have been sealed anew before.
  ///
  /// - Throws: `KeyWorkError.inUse`, `KeyError`.
  public func retire(_ number: UInt32, of purpose: KeyRing.Purpose, from ring: KeyRing) async throws {
    if let people = PersonKeyTable.Purpose(rawValue: purpose.rawValue) {
      let used = try await used(number, of: people)
      guard used == 0 else { throw KeyWorkError.inUse(people: used) }
    } else if purpose != .cookie {
      // Entries of the log are never sealed anew, and digests and checkpoints are not sealed at all.
      throw KeyWorkError.neverRetired(purpose.rawValue)
    }
    try ring.remove(number, of: purpose)
    try await KeyLedger(engine, ring).forget(number, of: purpose)
  }

  /// How many keys of people a key has sealed.
  private func used(_ number: UInt32, of purpose: PersonKeyTable.Purpose) async throws -> Int {
    let prefix = withUnsafeBytes(of: number.bigEndian, Array.init)
    return try await engine.read { statements in
      try statements.count(
        "SELECT COUNT(*) FROM person_key WHERE purpose = $1 AND sealed IS NOT NULL AND substr(sealed, 1, 4) = $2",
        [.text(purpose.rawValue), .bytes(prefix)])
    }
  }
}

/// Why a key was not removed.
public enum KeyWorkError: Error, Hashable, CustomStringConvertible {
  case inUse(people: Int)
  case neverRetired(String)

  public var description: String {
    switch self {
    case .inUse(let people):
      "a key that seals nothing expected; this one seals the keys of \(people) people. Seal them anew first."
    case .neverRetired(let purpose): "keys for \(purpose) are never removed: what they made stays"
    }
  }
}
