import CanonicalJSON
import Cryptography
import Rules
import Services
import Vocabulary

extension RecordTable {
  /// The most changes at once.
  static let mostChanges = 5_000
  /// The most characters of who and why.
  static let longestStatement = 500

  /// Changes a person's record: entries in the log, and the rows by which they are found.
  func apply(
    _ changes: [RecordChange], to person: PersonID, by: String, in statements: any Statements, at now: Instant
  ) throws -> [RecordReference] {
    try check(changes, by)
    // What stands now stands until the end: others wait.
    try writer.lock(in: statements)
    let payloads = try payloads(changes, of: person, by: by, in: statements)
    let places = try writer.append(
      payloads.map { LogEntryDraft(kind: shelf.prefix + $0.event, person: person, payload: $0.payload.json) },
      in: statements, at: now)
    let replaced = payloads.map(\.payload).filter { $0.statement.supersedes != nil }.map(\.record)
    try close(replaced, of: person, in: statements, at: now)
    let rows = zip(places, payloads.map(\.payload)).compactMap { sequence, payload in
      payload.content.map { content in
        let event = RecordEvent(
          record: payload.record, sequence: sequence, content: content, at: now, statement: payload.statement)
        return RecordRow(event, content, of: person, on: shelf)
      }
    }
    try insert(rows, in: statements)
    return zip(places, payloads).map { RecordReference(record: $1.payload.record, sequence: $0) }
  }

  private func check(_ changes: [RecordChange], _ by: String) throws {
    guard changes.count <= Self.mostChanges else {
      throw RecordError.tooMany(changes.count, limit: Self.mostChanges)
    }
    let longest = 1...Self.longestStatement
    var corrected: Set<RecordID> = []
    for change in changes {
      let content: RecordContent?
      switch change {
      case .add(let new): content = new
      case .correct(let record, _, let new, let why):
        content = new
        try check(why, record)
      case .withdraw(let record, _, let why):
        content = nil
        try check(why, record)
      }
      if let kind = content?.kind, !shelf.holds(kind) { throw RecordError.otherStore(kind) }
    }
    guard longest.contains(by.unicodeScalars.count) else {
      throw RecordError.noStatement(longest: Self.longestStatement)
    }

    func check(_ why: String, _ record: RecordID) throws {
      guard longest.contains(why.unicodeScalars.count) else {
        throw RecordError.noStatement(longest: Self.longestStatement)
      }
      guard corrected.insert(record).inserted else { throw RecordError.changedMeanwhile }
    }
  }

  private func payloads(
    _ changes: [RecordChange], of person: PersonID, by: String, in statements: any Statements
  ) throws -> [(event: String, payload: RecordPayload)] {
    try changes.map { change in
      let (event, payload): (String, RecordPayload)
      switch change {
      case .add(let content):
        (event, payload) = (
          "added", RecordPayload(record: .fresh(from: writer.random), content: content, statement: .init(by: by))
        )
      case .correct(let record, let sequence, let content, let why):
        let old = try standing(record, sequence, of: person, in: statements)
        guard old.kind == content.kind, RecordRow.Open(old).kind == RecordRow.Open(content).kind else {
          throw RecordError.otherKind(expected: old.kind, found: content.kind)
        }
        let statement = RecordStatement(by: by, why: why, supersedes: sequence)
        (event, payload) = ("corrected", RecordPayload(record: record, content: content, statement: statement))
      case .withdraw(let record, let sequence, let why):
        _ = try standing(record, sequence, of: person, in: statements)
        let statement = RecordStatement(by: by, why: why, supersedes: sequence)
        (event, payload) = ("withdrawn", RecordPayload(record: record, content: nil, statement: statement))
      }
      return (event, try readable(payload))
    }
  }

  /// The payload as it will be read again. When it was learned stands in the log, not in it.
  private func readable(_ payload: RecordPayload) throws -> RecordPayload {
    guard case .evidence(var record)? = payload.content else { return payload }
    record.recorded = nil
    let plain = RecordPayload(record: payload.record, content: .evidence(record), statement: payload.statement)
    guard RecordPayload(plain.json) == plain else { throw RecordError.unwritable(record.kind) }
    return plain
  }

  /// What the record says that is to be corrected.
  private func standing(
    _ record: RecordID, _ sequence: Int, of person: PersonID, in statements: any Statements
  ) throws -> RecordContent {
    let found = try statements.first(
      "SELECT entry FROM \(shelf.table) WHERE person = $1 AND record = $2 AND known_until IS NULL",
      [.bytes(person.bytes), .bytes(record.bytes)])
    guard let found else { throw RecordError.noSuchRecord }
    guard try found.int("entry") == sequence else { throw RecordError.changedMeanwhile }
    guard let key = try writer.personKeys.key(of: person, shelf.purpose, in: statements),
      let entry = try EntryTable.entries(sequence..<(sequence + 1), in: statements).first,
      let content = try event(entry, key).content
    else { throw LogError.unreadable(sequence: sequence) }
    return content
  }

  /// From now on nothing older is known of the records. A clock that was ahead may have noted earlier versions as later:
  /// they end now, too.
  private func close(
    _ records: [RecordID], of person: PersonID, in statements: any Statements, at now: Instant
  ) throws {
    try statements.run(
      """
      UPDATE \(shelf.table) SET known_until = $1
      WHERE person = $2 AND record = $3 AND (known_until IS NULL OR known_until > $1)
      """, each: records.map { [Value(now), .bytes(person.bytes), .bytes($0.bytes)] })
  }

  private func insert(_ rows: [RecordRow], in statements: any Statements) throws {
    guard let first = rows.first?.values else { return }
    let places = first.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
    try statements.run(
      "INSERT INTO \(shelf.table) (\(RecordRow.columns(shelf))) VALUES (\(places))", each: rows.map(\.values))
  }
}
