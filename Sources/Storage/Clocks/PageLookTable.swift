import Cryptography
import Services
import Vocabulary

/// The rows by which kept looks are found, in a transaction that does other things too.
struct PageLookTable {
  /// What the kinds of its entries begin with.
  static let prefix = "look."

  let writer: LogWriter

  static let query = """
    SELECT n.sequence, n.person, n.kind, n.recorded_at, n.salt, n.ciphertext
    FROM page_look l JOIN entry n ON n.sequence = l.entry WHERE l.person = $1 ORDER BY l.entry
    """

  func looks(of person: PersonID, in statements: any Statements) throws -> [KeptLook] {
    guard let key = try writer.personKeys.key(of: person, .record, in: statements) else { return [] }
    return try statements.rows(Self.query, [.bytes(person.bytes)]).map { row in
      let entry = try EntryTable.entry(row)
      // The row must not show what the entry does not say.
      guard entry.person == person.bytes, case .noted(let look, _) = try Self.payload(entry, key) else {
        throw LogError.unreadable(sequence: entry.sequence)
      }
      return KeptLook(look: look, sequence: entry.sequence)
    }
  }

  static func payload(_ entry: LogEntry, _ key: SecretKey) throws -> PageLookPayload {
    guard entry.kind.hasPrefix(prefix), let payload = PageLookPayload(try EntrySeal.open(entry, .person(key))) else {
      throw LogError.unreadable(sequence: entry.sequence)
    }
    return payload
  }

  /// Writes the entries and the rows. The head of the log is locked: what stands now stands until the end.
  func note(
    _ looks: [PageLook], of person: PersonID, by: String, in statements: any Statements, at now: Instant
  ) throws {
    var standing = try self.looks(of: person, in: statements)
    for look in looks {
      for old in standing where old.look.credential == look.credential && old.look.page == look.page {
        try drop(old.sequence, of: person, by: by, in: statements, at: now)
        standing.removeAll { $0 == old }
      }
      guard standing.count < PageLook.most else { throw PageLookError.tooMany(limit: PageLook.most) }
      let payload = PageLookPayload.noted(look, by: by)
      guard PageLookPayload(payload.json) == payload else { throw PageLookError.unwritable }
      let draft = LogEntryDraft(kind: Self.prefix + "noted", person: person, payload: payload.json)
      let sequence = try writer.append([draft], in: statements, at: now).lowerBound
      try statements.run(
        "INSERT INTO page_look (entry, person) VALUES ($1, $2)", [Value(sequence), .bytes(person.bytes)])
      standing.append(KeptLook(look: look, sequence: sequence))
    }
  }

  /// - Returns: false when the person has no such look.
  func forget(
    _ sequence: Int, of person: PersonID, by: String, in statements: any Statements, at now: Instant
  ) throws -> Bool {
    let found = try statements.count(
      "SELECT COUNT(*) FROM page_look WHERE entry = $1 AND person = $2", [Value(sequence), .bytes(person.bytes)])
    guard found == 1 else { return false }
    try drop(sequence, of: person, by: by, in: statements, at: now)
    return true
  }

  private func drop(
    _ sequence: Int, of person: PersonID, by: String, in statements: any Statements, at now: Instant
  ) throws {
    let payload = PageLookPayload.forgotten(sequence, by: by)
    let draft = LogEntryDraft(kind: Self.prefix + "forgotten", person: person, payload: payload.json)
    try writer.append([draft], in: statements, at: now)
    try statements.run("DELETE FROM page_look WHERE entry = $1", [Value(sequence)])
  }
}
