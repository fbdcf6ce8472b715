import Cryptography
import Services
import Vocabulary

/// The tables of one transaction. What they are asked for by a key is locked when the transaction writes.
final class SQLAccountTables {
  let statements: any Statements
  let mails: MailSeal
  let now: Instant
  private let isWriting: Bool
  private let log: any EntryWriter
  /// What the log is to get when the body has ended.
  private(set) var drafts: [LogEntryDraft] = []
  /// Whose keys go then.
  private(set) var forgotten: [PersonID] = []

  init(statements: any Statements, isWriting: Bool, log: any EntryWriter, mails: MailSeal, now: Instant) {
    (self.statements, self.isWriting, self.log, self.mails, self.now) = (statements, isWriting, log, mails, now)
  }

  /// The only row of a query by a key, locked in a transaction that writes.
  func one(_ sql: String, _ values: [Value]) throws -> Row? { try all(sql, values).first }

  /// The rows of a query, locked in a transaction that writes.
  func all(_ sql: String, _ values: [Value]) throws -> [Row] {
    try statements.rows(isWriting ? "\(sql) \(statements.dialect.forUpdate)" : sql, values)
  }

  /// Keeps others from changing who administers the installation until the transaction ends.
  func lockAdministrators() throws {
    guard isWriting else { return }
    switch statements.dialect {
    case .sqlite: break
    // Any number does that nothing else in this database locks.
    case .postgres: try statements.run("SELECT pg_advisory_xact_lock(7096381246)")
    }
  }

  /// Makes sure that there is a row to be locked.
  func prepare(throttle key: Digest) throws {
    guard isWriting else { return }
    try statements.run(
      """
      INSERT INTO throttle (key, tries, last_at, blocked_until) VALUES ($1, 0, $2, $2) ON CONFLICT (key) DO NOTHING
      """, [.digest(key), Value(now)])
  }
}

extension SQLAccountTables: LogAppender, PersonKeys {
  func append(_ draft: LogEntryDraft) throws { drafts.append(draft) }
  func destroyKey(of person: PersonID) throws { forgotten.append(person) }
}

extension SQLAccountTables: PersonEntryTable {
  func entries(of person: PersonID, kind: String) throws -> [PersonEntry] {
    try log.entries(of: person, kind: kind, in: statements)
  }

  func entries(of people: [PersonID], kinds: [String]) throws -> [PersonID: [String: [PersonEntry]]] {
    try log.entries(of: people, kinds: kinds, in: statements)
  }
}

extension SQLAccountTables: AccountTable, SessionTable, TokenTable, FactorTable, ThrottleTable, OrganizationTable,
  ConsentTable, HoldTable, ProofLinkTable, EscalationTable, HookTable, SignOffLinkTable,
  MailOutbox
{}

extension Value {
  static func digest(_ digest: Digest?) -> Value { digest.map { .bytes($0.bytes) } ?? .null }
  static func id<S>(_ id: Identifier<S>?) -> Value { id.map { .bytes($0.bytes) } ?? .null }
}

extension Row {
  func digest(_ column: String) throws -> Digest {
    guard let digest = Digest(try bytes(column)) else { throw wrong(column, "32 bytes") }
    return digest
  }

  func digestIfAny(_ column: String) throws -> Digest? { try bytesIfAny(column) == nil ? nil : digest(column) }

  func id<S>(_ column: String) throws -> Identifier<S> {
    guard let id = Identifier<S>(try bytes(column)) else { throw wrong(column, "16 bytes") }
    return id
  }

  func idIfAny<S>(_ column: String) throws -> Identifier<S>? { try bytesIfAny(column) == nil ? nil : id(column) }

  /// One word of a closed list.
  func word<T: RawRepresentable<String>>(_ column: String) throws -> T {
    guard let word = T(rawValue: try text(column)) else { throw wrong(column, "a word of \(T.self)") }
    return word
  }

  /// Some words of a closed list, with blanks between.
  func words<T: RawRepresentable<String> & Hashable>(_ column: String) throws -> Set<T> {
    Set(
      try text(column).split(separator: " ").map { part in
        guard let word = T(rawValue: String(part)) else { throw wrong(column, "words of \(T.self)") }
        return word
      })
  }

  private func wrong(_ column: String, _ expected: String) -> StorageError {
    .wrongType(column: column, expected: expected, found: "something else")
  }
}

extension Set where Element: RawRepresentable<String> {
  /// The words in order, with blanks between.
  var stored: Value { .text(map(\.rawValue).sorted().joined(separator: " ")) }
}
