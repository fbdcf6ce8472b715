import CanonicalJSON
import Cryptography
import Services
import Vocabulary

/// The records of one shelf, in a transaction that may do other things too.
struct RecordTable {
  let shelf: RecordShelf
  let writer: LogWriter

  // MARK: - Reading

  func versions(
    of person: PersonID, known: Instant?, on day: CivilDate?, in statements: any Statements
  ) throws -> [RecordVersion] {
    guard let key = try writer.personKeys.key(of: person, shelf.purpose, in: statements) else { return [] }
    let (sql, values) = query(person, known, day)
    return try statements.rows(sql, values).compactMap { found in
      let row = try RecordRow(found, on: shelf)
      let event = try event(EntryTable.entry(found, kind: "entry_kind"), key)
      // The row must not show what the entry does not say.
      guard let content = event.content, event.record.bytes == row.record,
        row.open == nil || row.open == RecordRow.Open(content)
      else { throw LogError.unreadable(sequence: row.sequence) }
      // Days of health stand in no column.
      if let day, row.open == nil, !TrueDays(content).contains(day) { return nil }
      return RecordVersion(
        record: event.record, sequence: row.sequence, content: content, knownFrom: row.knownFrom,
        knownUntil: row.knownUntil, statement: event.statement)
    }
  }

  /// The query of `versions`, with its values.
  func query(_ person: PersonID, _ known: Instant?, _ day: CivilDate?) -> (String, [Value]) {
    var sql = """
      SELECT \(RecordRow.columns(shelf, of: "r.")), n.sequence, n.kind AS entry_kind, n.recorded_at, n.salt, n.ciphertext
      FROM \(shelf.table) r JOIN entry n ON n.sequence = r.entry WHERE r.person = $1
      """
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
