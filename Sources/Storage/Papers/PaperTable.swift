import CanonicalJSON
import Cryptography
import Services
import Vocabulary

/// The rows by which papers are found, in a transaction that does other things too.
struct PaperTable {
  let shelf: PaperShelf
  let writer: LogWriter

  func papers(of person: PersonID, in statements: any Statements) throws -> [KeptPaper] {
    guard let key = try writer.personKeys.key(of: person, shelf.purpose, in: statements) else { return [] }
    return try statements.rows(
      """
      SELECT r.paper, n.sequence, n.person, n.kind, n.recorded_at, n.salt, n.ciphertext
      FROM \(shelf.table) r JOIN entry n ON n.sequence = r.entry WHERE r.person = $1 ORDER BY r.entry
      """, [.bytes(person.bytes)]
    ).map { row in
      let entry = try EntryTable.entry(row)
      let payload = try payload(entry, key)
      // The row must not show what the entry does not say.
      guard entry.person == person.bytes, payload.id.bytes == (try row.bytes("paper")), let paper = payload.paper,
        shelf.holds(paper.kind)
      else { throw LogError.unreadable(sequence: entry.sequence) }
      return KeptPaper(paper: paper, sequence: entry.sequence, addedAt: payload.added ?? entry.recordedAt)
    }.sorted { ($0.addedAt, $0.sequence) < ($1.addedAt, $1.sequence) }
  }

  func payload(_ entry: LogEntry, _ key: SecretKey) throws -> PaperPayload {
    guard entry.kind.hasPrefix(shelf.prefix), let payload = PaperPayload(try EntrySeal.open(entry, .person(key))) else {
      throw LogError.unreadable(sequence: entry.sequence)
    }
    return payload
  }

  /// Writes the entry, the row and the content. The head of the log is locked: what stands now stands until the end.
  ///
  /// - Parameter added: since when its owner has kept it; nil: from now on.
  func keep(
    _ paper: Paper, content: [UInt8], preview: [UInt8], added: Instant? = nil, limits: PaperLimits,
    of person: PersonID, by: String, in statements: any Statements, at now: Instant
  ) throws -> Int {
    guard shelf.holds(paper.kind) else { throw PaperError.otherStore }
    guard paper.size == content.count, paper.previewSize == preview.count else { throw PaperError.damaged }
    try checkRoom(for: paper, limits, of: person, in: statements)
    let payload = PaperPayload(paper.id, paper, added: added, by: by)
    let draft = LogEntryDraft(kind: shelf.prefix + "kept", person: person, payload: payload.json)
    let sequence = try writer.append([draft], in: statements, at: now).lowerBound
    try statements.run(
      "INSERT INTO \(shelf.table) (paper, person, entry, size) VALUES ($1, $2, $3, $4)",
      [.bytes(paper.id.bytes), .bytes(person.bytes), Value(sequence), Value(content.count + preview.count)])
    let key = try writer.personKeys.keyToWrite(of: person, shelf.purpose, in: statements, at: now)
    let pieces = PaperPieces(shelf: shelf, key: key, random: writer.random)
    try pieces.write(content, .content, of: paper.id, in: statements)
    try pieces.write(preview, .preview, of: paper.id, in: statements)
    return sequence
  }

  /// A further entry says the same paper with another place; its content stays as it is.
  func move(
    _ id: PaperID, to record: RecordID?, of person: PersonID, by: String, in statements: any Statements,
    at now: Instant
  ) throws -> Bool {
    guard let kept = try papers(of: person, in: statements).first(where: { $0.paper.id == id }) else { return false }
    let payload = PaperPayload(id, kept.paper.moved(to: record), added: kept.addedAt, by: by)
    let draft = LogEntryDraft(kind: shelf.prefix + "moved", person: person, payload: payload.json)
    let sequence = try writer.append([draft], in: statements, at: now).lowerBound
    try statements.run(
      "UPDATE \(shelf.table) SET entry = $1 WHERE paper = $2", [Value(sequence), .bytes(id.bytes)])
    return true
  }

  func remove(
    _ id: PaperID, of person: PersonID, by: String, in statements: any Statements, at now: Instant
  ) throws -> Bool {
    let found = try statements.first(
      "SELECT entry FROM \(shelf.table) WHERE paper = $1 AND person = $2", [.bytes(id.bytes), .bytes(person.bytes)])
    guard found != nil else { return false }
    let payload = PaperPayload(id, nil, by: by)
    try writer.append(
      [LogEntryDraft(kind: shelf.prefix + "removed", person: person, payload: payload.json)], in: statements, at: now)
    let table = shelf.pieces
    try statements.run("DELETE FROM \(table) WHERE paper = $1", [.bytes(id.bytes)])
    try statements.run("DELETE FROM \(shelf.table) WHERE paper = $1", [.bytes(id.bytes)])
    return true
  }

  func bytes(
    _ id: PaperID, _ part: PaperPart, of person: PersonID, in statements: any Statements
  ) throws -> [UInt8]? {
    guard let paper = try papers(of: person, in: statements).first(where: { $0.paper.id == id })?.paper,
      let key = try writer.personKeys.key(of: person, shelf.purpose, in: statements)
    else { return nil }
    let bytes = try PaperPieces(shelf: shelf, key: key, random: writer.random).read(part, of: id, in: statements)
    switch part {
    case .content:
      guard bytes.count == paper.size, SHA256.digest(of: bytes) == paper.digest else { throw PaperError.damaged }
    case .preview:
      guard bytes.count == paper.previewSize else { throw PaperError.damaged }
      if bytes.isEmpty { return nil }
    }
    return bytes
  }

  /// Removes all rows of a person whose keys are destroyed.
  static func erase(_ person: PersonID, in statements: any Statements) throws {
    for shelf in PaperShelf.allCases {
      let table = shelf.pieces
      try statements.run(
        "DELETE FROM \(table) WHERE paper IN (SELECT paper FROM \(shelf.table) WHERE person = $1)",
        [.bytes(person.bytes)])
      try statements.run("DELETE FROM \(shelf.table) WHERE person = $1", [.bytes(person.bytes)])
    }
    try UploadTable.erase(person, in: statements)
  }

  /// What a person keeps counts together, of health or not.
  private func checkRoom(
    for paper: Paper, _ limits: PaperLimits, of person: PersonID, in statements: any Statements
  ) throws {
    var (count, bytes) = (1, paper.size + paper.previewSize)
    for shelf in PaperShelf.allCases {
      count += try statements.count("SELECT COUNT(*) FROM \(shelf.table) WHERE person = $1", [.bytes(person.bytes)])
      bytes += try statements.count(
        "SELECT CAST(COALESCE(SUM(size), 0) AS BIGINT) FROM \(shelf.table) WHERE person = $1", [.bytes(person.bytes)])
    }
    guard count <= limits.most, bytes <= limits.mostBytes else { throw PaperError.full }
  }
}
