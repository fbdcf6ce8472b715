public import Cryptography
public import Vocabulary

/// Remembers which keys a database was written with, so that nobody starts to write with others and finds out later that
/// nothing opens.
public struct KeyLedger: Sendable {
  /// What needs the same keys on every server of a database: all but one of them open what is stored there, and that one
  /// what browsers bring from one server to another.
  static let purposes: [KeyRing.Purpose] = [.record, .health, .lookup, .checkpoint, .log, .cookie]

  private let engine: any Engine
  private let ring: KeyRing

  public init(_ engine: any Engine, _ ring: KeyRing) { (self.engine, self.ring) = (engine, ring) }

  /// Looks whether the key folder has all keys that the database was written with, makes those that there are none of, and
  /// remembers what is new.
  ///
  /// - Throws: `KeyLedgerError` when one is missing or is another: then nothing was made or changed. `KeyError`.
  public func check(at now: Instant) async throws {
    let known = try await engine.read { try Self.known(in: $0) }
    try compare(known)
    var found: [Known] = []
    for purpose in Self.purposes {
      found += try ring.keys(for: purpose).all.map {
        Known(purpose: purpose.rawValue, number: $0.number, fingerprint: $0.key.fingerprint)
      }
    }
    let new = found.filter { !known.contains($0) }
    guard !new.isEmpty else { return }
    try await engine.write(.locking) { statements in
      for key in new {
        try statements.run(
          """
          INSERT INTO key_fingerprint (purpose, number, fingerprint, seen_at) VALUES ($1, $2, $3, $4)
          ON CONFLICT (purpose, number) DO NOTHING
          """, [.text(key.purpose), Value(Int64(key.number)), .text(key.fingerprint), Value(now)])
      }
    }
    // Another process can have been first, with keys of its own.
    try compare(try await engine.read { try Self.known(in: $0) })
  }

  /// Forgets keys that were removed from the key folder on purpose, once nothing is sealed with them any more.
  public func forget(_ number: UInt32, of purpose: KeyRing.Purpose) async throws {
    try await engine.write(.locking) { statements in
      try statements.run(
        "DELETE FROM key_fingerprint WHERE purpose = $1 AND number = $2",
        [.text(purpose.rawValue), Value(Int64(number))])
    }
  }

  private struct Known: Hashable, Sendable {
    let purpose: String
    let number: UInt32
    let fingerprint: String
  }

  private static func known(in statements: any Statements) throws -> [Known] {
    try statements.rows("SELECT purpose, number, fingerprint FROM key_fingerprint ORDER BY purpose, number").map {
      Known(
        purpose: try $0.text("purpose"), number: UInt32(clamping: try $0.int("number")),
        fingerprint: try $0.text("fingerprint"))
    }
  }

  private func compare(_ known: [Known]) throws {
    for key in known {
      guard let purpose = KeyRing.Purpose(rawValue: key.purpose) else { continue }
      let name = "\(key.purpose)-\(key.number).key"
      guard try ring.numbers(of: purpose).contains(key.number),
        let found = try ring.keys(for: purpose).key(key.number)
      else { throw KeyLedgerError.missing(file: name, folder: ring.folder, fingerprint: key.fingerprint) }
      guard found.fingerprint == key.fingerprint else {
        throw KeyLedgerError.other(
          file: name, folder: ring.folder, expected: key.fingerprint, found: found.fingerprint)
      }
    }
  }
}

/// The key folder is not the one that the database was written with.
public enum KeyLedgerError: Error, Hashable, CustomStringConvertible {
  case missing(file: String, folder: String, fingerprint: String)
  case other(file: String, folder: String, expected: String, found: String)

  public var description: String {
    switch self {
    case .missing(let file, let folder, let fingerprint):
      """
      \(folder)/\(file): the key with which the database was written expected (fingerprint \(fingerprint)), none found. \
      Copy it there from a backup, or from another server of this database. Nothing was changed.
      """
    case .other(let file, let folder, let expected, let found):
      """
      \(folder)/\(file): the key with which the database was written expected (fingerprint \(expected)), another found \
      (\(found)). Copy the key folder from a backup, or from another server of this database. Nothing was changed.
      """
    }
  }
}
