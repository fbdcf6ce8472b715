import Cryptography
import Services
import Vocabulary

/// The keys of people: each has one for what is recorded about them, and one for what is known of their health. They are
/// themselves sealed with the keys of the installation.
struct PersonKeyTable {
  /// What a key of a person is for.
  enum Purpose: String, CaseIterable, Sendable {
    case record, health

    /// What entries of a kind are sealed with.
    init(entries kind: String) {
      self = ["health.", "health-paper."].contains { kind.hasPrefix($0) } ? .health : .record
    }
  }

  let keys: LogKeys
  let random: RandomBytes

  /// The key of a person; nil when nothing was recorded about them.
  ///
  /// - Throws: `LogError.personErased`, `SealError`.
  func key(of person: PersonID, _ purpose: Purpose, in statements: any Statements) throws -> SecretKey? {
    let row = try statements.first(
      "SELECT sealed FROM person_key WHERE person = $1 AND purpose = $2",
      [.bytes(person.bytes), .text(purpose.rawValue)])
    guard let row else { return nil }
    guard let sealed = try row.bytesIfAny("sealed") else { throw LogError.personErased }
    return try open(sealed, of: person, purpose)
  }

  /// The keys of several people, of those who have one, and whose were destroyed.
  func keys(
    of people: [PersonID], _ purpose: Purpose, in statements: any Statements
  ) throws -> (there: [PersonID: SecretKey], erased: Set<PersonID>) {
    guard !people.isEmpty else { return ([:], []) }
    let places = people.indices.map { "$\($0 + 2)" }.joined(separator: ", ")
    var (there, erased): ([PersonID: SecretKey], Set<PersonID>) = ([:], [])
    let rows = try statements.rows(
      "SELECT person, sealed FROM person_key WHERE purpose = $1 AND person IN (\(places))",
      [.text(purpose.rawValue)] + people.map { .bytes($0.bytes) })
    for row in rows {
      let person: PersonID = try row.id("person")
      if let sealed = try row.bytesIfAny("sealed") {
        there[person] = try open(sealed, of: person, purpose)
      } else {
        erased.insert(person)
      }
    }
    return (there, erased)
  }

  /// The key of a person, made if there is none. The head of the log is locked, so nobody else makes one meanwhile.
  func keyToWrite(
    of person: PersonID, _ purpose: Purpose, in statements: any Statements, at now: Instant
  ) throws -> SecretKey {
    if let key = try key(of: person, purpose, in: statements) { return key }
    let key = SecretKey.random(from: random)
    try statements.run(
      "INSERT INTO person_key (person, purpose, sealed, created_at) VALUES ($1, $2, $3, $4)",
      [.bytes(person.bytes), .text(purpose.rawValue), .bytes(seal(key, of: person, purpose)), Value(now)])
    return key
  }

  /// Destroys the keys of a person. What stays says that they were destroyed, so that no new one is made.
  func destroy(of person: PersonID, in statements: any Statements, at now: Instant) throws {
    for purpose in Purpose.allCases {
      try statements.run(
        """
        INSERT INTO person_key (person, purpose, sealed, created_at) VALUES ($1, $2, NULL, $3)
        ON CONFLICT (person, purpose) DO UPDATE SET sealed = NULL
        """, [.bytes(person.bytes), .text(purpose.rawValue), Value(now)])
    }
  }

  /// Seals keys again that an older key of the installation sealed, so that the older one can be removed.
  ///
  /// - Returns: how many there were, at most `limit`.
  func reseal(_ purpose: Purpose, limit: Int, in statements: any Statements) throws -> Int {
    let number = withUnsafeBytes(of: ring(purpose).newest.number.bigEndian, Array.init)
    let rows = try statements.rows(
      """
      SELECT person, sealed FROM person_key
      WHERE purpose = $1 AND sealed IS NOT NULL AND substr(sealed, 1, 4) <> $2 LIMIT $3 \(statements.dialect.forUpdate)
      """, [.text(purpose.rawValue), .bytes(number), Value(limit)])
    for row in rows {
      guard let person = PersonID(try row.bytes("person")) else { throw LogError.damagedHead }
      let key = try open(row.bytes("sealed"), of: person, purpose)
      try statements.run(
        "UPDATE person_key SET sealed = $1 WHERE person = $2 AND purpose = $3",
        [.bytes(seal(key, of: person, purpose)), .bytes(person.bytes), .text(purpose.rawValue)])
    }
    return rows.count
  }

  func open(_ sealed: [UInt8], of person: PersonID, _ purpose: Purpose) throws -> SecretKey {
    guard let key = SecretKey(try NumberedSeal(keys: ring(purpose)).open(sealed, for: context(person, purpose))) else {
      throw SealError.changed
    }
    return key
  }

  private func seal(_ key: SecretKey, of person: PersonID, _ purpose: Purpose) -> [UInt8] {
    NumberedSeal(keys: ring(purpose), random: random).seal(key.bytes, for: context(person, purpose))
  }

  private func ring(_ purpose: Purpose) -> NumberedKeys {
    switch purpose {
    case .record: keys.record
    case .health: keys.health
    }
  }

  private func context(_ person: PersonID, _ purpose: Purpose) -> [UInt8] {
    Array("fobwatch person key \(purpose.rawValue) 1:".utf8) + person.bytes
  }
}
