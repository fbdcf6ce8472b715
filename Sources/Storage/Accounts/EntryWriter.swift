public import Services
public import Vocabulary

/// Writes entries of the log in the transaction of what they tell of.
public protocol EntryWriter: Sendable {
  /// Adds entries behind those that are there, in this order.
  ///
  /// - Returns: their places in the log.
  @discardableResult
  func append(_ drafts: [LogEntryDraft], in statements: any Statements, at now: Instant) throws -> Range<Int>
  /// The entries about a person of one kind, the oldest first.
  func entries(of person: PersonID, kind: String, in statements: any Statements) throws -> [PersonEntry]
  /// Those about several people, of several kinds, by person and kind, the oldest first. Who was erased has none.
  func entries(
    of people: [PersonID], kinds: [String], in statements: any Statements
  ) throws -> [PersonID: [String: [PersonEntry]]]
  /// Destroys the key of a person, after their last entry was added. Nothing happens when there is none.
  func destroyKey(of person: PersonID, in statements: any Statements) throws
}

extension LogWriter: EntryWriter {
  public func entries(of person: PersonID, kind: String, in statements: any Statements) throws -> [PersonEntry] {
    guard let key = try personKeys.key(of: person, .init(entries: kind), in: statements) else { return [] }
    return try EntryTable.entries(of: person, kinds: kind, in: statements).filter { $0.kind == kind }.map {
      PersonEntry(recordedAt: $0.recordedAt, payload: try EntrySeal.open($0, .person(key)))
    }
  }

  public func entries(
    of people: [PersonID], kinds: [String], in statements: any Statements
  ) throws -> [PersonID: [String: [PersonEntry]]] {
    var all: [PersonID: [String: [PersonEntry]]] = [:]
    for (purpose, kinds) in Dictionary(grouping: kinds, by: { PersonKeyTable.Purpose(entries: $0) }) {
      let keys = try personKeys.keys(of: people, purpose, in: statements).there
      for entry in try EntryTable.entries(of: Array(keys.keys), kinds: kinds, in: statements) {
        guard let person = entry.person.flatMap(PersonID.init), let key = keys[person] else { continue }
        all[person, default: [:]][entry.kind, default: []].append(
          PersonEntry(recordedAt: entry.recordedAt, payload: try EntrySeal.open(entry, .person(key))))
      }
    }
    return all
  }
}

extension SealedDatabase {
  /// The accounts, with their entries in the log.
  public var accounts: SQLAccountStore { SQLAccountStore(engine, log: writer, record: keys.record) }
}
