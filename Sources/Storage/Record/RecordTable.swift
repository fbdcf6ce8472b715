import CanonicalJSON
import Cryptography
import Services
import Vocabulary

/// The records of one shelf, in a transaction that may do other things too.
struct RecordTable {
  let shelf: RecordShelf
  let writer: LogWriter
  /// What every query of versions begins with.
  private let selection: String

  init(shelf: RecordShelf, writer: LogWriter) {
    (self.shelf, self.writer) = (shelf, writer)
    selection = """
      SELECT \(RecordRow.columns(shelf, of: "r.")), n.sequence, n.kind AS entry_kind, n.recorded_at, n.salt, n.ciphertext
      FROM \(shelf.table) r JOIN entry n ON n.sequence = r.entry
      """
  }

  // MARK: - Reading

  func versions(
    of person: PersonID, known: Instant?, on day: CivilDate?, in statements: any Statements
  ) throws -> [RecordVersion] {
    guard let key = try writer.personKeys.key(of: person, shelf.purpose, in: statements) else { return [] }
    let (sql, values) = query(person, known, day)
    return try statements.rows(sql, values).compactMap { found in
      let version = try version(found, RecordRow(found, on: shelf), key)
      // Days of health stand in no column.
      if let day, shelf == .health, !TrueDays(version.content).contains(day) { return nil }
      return version
    }
  }

  /// What stands now of several people, in two statements. Who was erased is not in it.
  func versions(of people: [PersonID], in statements: any Statements) throws -> [PersonID: [RecordVersion]] {
    guard !people.isEmpty else { return [:] }
    let keys = try writer.personKeys.keys(of: people, shelf.purpose, in: statements)
    var all: [PersonID: [RecordVersion]] = [:]
    for person in people where !keys.erased.contains(person) { all[person] = [] }
    for found in try statements.rows(query(people), people.map { .bytes($0.bytes) }) {
      let row = try RecordRow(found, on: shelf)
      guard let person = PersonID(row.person), let key = keys.there[person] else { continue }
      all[person, default: []].append(try version(found, row, key))
    }
    return all
  }

  private func version(_ found: Row, _ row: RecordRow, _ key: SecretKey) throws -> RecordVersion {
    let event = try event(EntryTable.entry(found, kind: "entry_kind"), key)
    // The row must not show what the entry does not say.
    guard let content = event.content, event.record.bytes == row.record,
      row.open == nil || row.open == RecordRow.Open(content)
    else { throw LogError.unreadable(sequence: row.sequence) }
    return RecordVersion(
      record: event.record, sequence: row.sequence, content: content, knownFrom: row.knownFrom,
      knownUntil: row.knownUntil, statement: event.statement)
  }

  /// The query of what stands now of several people, whose identifiers are its values.
  func query(_ people: [PersonID]) -> String {
    let places = (1...people.count).map { "$\($0)" }.joined(separator: ", ")
    return "\(selection) WHERE r.person IN (\(places)) AND r.known_until IS NULL ORDER BY r.entry"
  }

  /// The query of `versions`, with its values.
  func query(_ person: PersonID, _ known: Instant?, _ day: CivilDate?) -> (String, [Value]) {
    var sql = selection + " WHERE r.person = $1"
    var values: [Value] = [.bytes(person.bytes)]
    if let known {
      sql += " AND r.known_from <= $2 AND (r.known_until IS NULL OR r.known_until > $2)"
      values.append(Value(known))
    } else {
      sql += " AND r.known_until IS NULL"
    }
    if let day, shelf == .evidence {
      let place = "$\(values.count + 1)"
      sql += " AND (r.true_from IS NULL OR r.true_from <= \(place))"
      sql += " AND (r.true_through IS NULL OR r.true_through >= \(place))"
      values.append(Value(day))
    }
    return (sql + " ORDER BY r.entry", values)
  }

  func history(of person: PersonID, in statements: any Statements) throws -> [RecordEvent] {
    guard let key = try writer.personKeys.key(of: person, shelf.purpose, in: statements) else { return [] }
    return try EntryTable.entries(of: person, kinds: shelf.prefix, in: statements).map { try event($0, key) }
  }

  /// What an entry says about a record.
  func event(_ entry: LogEntry, _ key: SecretKey) throws -> RecordEvent {
    guard let payload = RecordPayload(try EntrySeal.open(entry, .person(key))) else {
      throw LogError.unreadable(sequence: entry.sequence)
    }
    return RecordEvent(
      record: payload.record, sequence: entry.sequence, content: payload.content, at: entry.recordedAt,
      statement: payload.statement)
  }
}
