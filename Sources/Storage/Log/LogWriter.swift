import CanonicalJSON
public import Cryptography
import MerkleLog
public import Services
public import Vocabulary

/// Adds entries to the log in a transaction that does other things too: they are there when it has happened, and not
/// before.
///
/// Two transactions cannot add to the log at once: the second waits for the end of the first. Transactions that add to it
/// are best of `Isolation.locking`.
public struct LogWriter: Sendable {
  let keys: LogKeys
  private let seal: EntrySeal
  let random: RandomBytes

  public init(keys: LogKeys, random: RandomBytes = .system) {
    self.keys = keys
    self.random = random
    seal = EntrySeal(random: random)
  }

  var personKeys: PersonKeyTable { PersonKeyTable(keys: keys, random: random) }

  /// Has others who add to the log wait until the transaction ends.
  func lock(in statements: any Statements) throws { _ = try LogHeadTable.locked(in: statements) }

  /// Adds entries behind those there are.
  ///
  /// - Parameter now: what is noted as their time.
  /// - Returns: their places in the log.
  /// - Throws: `LogError`, `StorageError`.
  @discardableResult
  public func append(
    _ drafts: [LogEntryDraft], in statements: any Statements, at now: Instant
  ) throws -> Range<Int> {
    var frontier = try LogHeadTable.locked(in: statements).frontier
    let start = frontier.size
    guard !drafts.isEmpty else { return start..<start }
    var locks = LockCache(writer: self, now: now)
    var rows: [[Value]] = []
    rows.reserveCapacity(drafts.count)
    for (offset, draft) in drafts.enumerated() {
      guard LogEntry.isKind(draft.kind) else { throw LogError.badKind(draft.kind) }
      let sequence = start + offset
      let ciphertext = try seal.seal(
        draft.payload, kind: draft.kind, sequence: sequence, try locks.lock(for: draft, in: statements))
      let entry = LogEntry(
        sequence: sequence, person: draft.person?.bytes, kind: draft.kind, recordedAt: now,
        salt: random(LogEntry.saltSize), ciphertext: ciphertext)
      let leaf = entry.leaf
      frontier.append(leaf)
      rows.append(EntryTable.row(entry, leaf))
    }
    try EntryTable.insert(rows, in: statements)
    try LogHeadTable.write(frontier, in: statements)
    return start..<frontier.size
  }

  /// Destroys the keys of a person, and the rows by which their records are found. The entries stay, the log still verifies,
  /// and nobody can ever read them. An entry says so; what else is to be said about the person is appended before.
  public func destroyKey(of person: PersonID, in statements: any Statements, at now: Instant) throws {
    try append(
      [LogEntryDraft(kind: Self.erased, person: nil, payload: ["person": .string(person.text)])], in: statements,
      at: now)
    try personKeys.destroy(of: person, in: statements, at: now)
    for shelf in RecordShelf.allCases {
      try statements.run("DELETE FROM \(shelf.table) WHERE person = $1", [.bytes(person.bytes)])
    }
    try statements.run("DELETE FROM roadmap WHERE person = $1", [.bytes(person.bytes)])
    try statements.run("DELETE FROM page_look WHERE person = $1", [.bytes(person.bytes)])
    try PaperTable.erase(person, in: statements)
  }

  /// The same, noted with the time of the last entry: the one that says why, in the same transaction.
  public func destroyKey(of person: PersonID, in statements: any Statements) throws {
    try lock(in: statements)
    let last = try statements.first("SELECT recorded_at FROM entry ORDER BY sequence DESC LIMIT 1")
    let time = try last.map { try $0.instant("recorded_at") }
    try destroyKey(of: person, in: statements, at: time ?? Instant(microseconds: 0))
  }

  /// The kind of the entry that says whose keys were destroyed.
  static let erased = "person.erased"

  /// The keys of people within one call.
  private struct LockCache {
    let writer: LogWriter
    let now: Instant
    private var known: [PersonID: [PersonKeyTable.Purpose: SecretKey]] = [:]

    init(writer: LogWriter, now: Instant) { (self.writer, self.now) = (writer, now) }

    mutating func lock(for draft: LogEntryDraft, in statements: any Statements) throws -> EntrySeal.Lock {
      guard let person = draft.person else { return .installation(writer.keys.log) }
      let purpose = PersonKeyTable.Purpose(entries: draft.kind)
      if let key = known[person]?[purpose] { return .person(key) }
      let key = try writer.personKeys.keyToWrite(of: person, purpose, in: statements, at: now)
      known[person, default: [:]][purpose] = key
      return .person(key)
    }
  }
}
