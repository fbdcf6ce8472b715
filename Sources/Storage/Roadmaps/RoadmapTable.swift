import CanonicalJSON
import Cryptography
import Services
import Vocabulary

/// The rows by which kept roadmaps are found, in a transaction that does other things too.
struct RoadmapTable {
  /// What the kinds of its entries begin with.
  static let prefix = "roadmap."

  let writer: LogWriter

  func roadmaps(of person: PersonID, in statements: any Statements) throws -> [KeptRoadmap] {
    guard let key = try writer.personKeys.key(of: person, .record, in: statements) else { return [] }
    return try statements.rows(Self.query, [.bytes(person.bytes)]).map { row in
      let entry = try EntryTable.entry(row)
      let payload = try Self.payload(entry, key)
      // The row must not show what the entry does not say.
      guard entry.person == person.bytes, payload.id.bytes == (try row.bytes("roadmap")), let roadmap = payload.roadmap
      else { throw LogError.unreadable(sequence: entry.sequence) }
      return KeptRoadmap(roadmap: roadmap, sequence: entry.sequence, changedAt: entry.recordedAt)
    }
  }

  static let query = """
    SELECT r.roadmap, n.sequence, n.person, n.kind, n.recorded_at, n.salt, n.ciphertext
    FROM roadmap r JOIN entry n ON n.sequence = r.entry WHERE r.person = $1 ORDER BY r.first_entry
    """

  static func payload(_ entry: LogEntry, _ key: SecretKey) throws -> RoadmapPayload {
    guard entry.kind.hasPrefix(prefix), let payload = RoadmapPayload(try EntrySeal.open(entry, .person(key))) else {
      throw LogError.unreadable(sequence: entry.sequence)
    }
    return payload
  }

  /// Writes the entry, and the row. The head of the log is locked: what stands now stands until the end.
  func apply(
    _ write: RoadmapWrite, of person: PersonID, by: String, in statements: any Statements, at now: Instant
  ) throws -> Int {
    let (event, payload) = try draft(write, of: person, by: by, in: statements)
    guard RoadmapPayload(payload.json) == payload else { throw RoadmapError.unwritable }
    let draft = LogEntryDraft(kind: Self.prefix + event, person: person, payload: payload.json)
    let sequence = try writer.append([draft], in: statements, at: now).lowerBound
    let (entry, id) = (Value(sequence), Value.bytes(payload.id.bytes))
    switch write {
    case .keep:
      try statements.run(
        "INSERT INTO roadmap (roadmap, person, first_entry, entry) VALUES ($1, $2, $3, $3)",
        [id, .bytes(person.bytes), entry])
    case .change: try statements.run("UPDATE roadmap SET entry = $1 WHERE roadmap = $2", [entry, id])
    case .remove: try statements.run("DELETE FROM roadmap WHERE roadmap = $1", [id])
    }
    return sequence
  }

  private func draft(
    _ write: RoadmapWrite, of person: PersonID, by: String, in statements: any Statements
  ) throws -> (event: String, RoadmapPayload) {
    switch write {
    case .keep(let roadmap):
      let count = try statements.count("SELECT COUNT(*) FROM roadmap WHERE person = $1", [.bytes(person.bytes)])
      guard count < SavedRoadmap.most else { throw RoadmapError.tooMany(limit: SavedRoadmap.most) }
      return ("kept", RoadmapPayload(roadmap.id, roadmap, by: by))
    case .change(let roadmap, let sequence):
      try check(roadmap.id, sequence, of: person, in: statements)
      return ("changed", RoadmapPayload(roadmap.id, roadmap, by: by))
    case .remove(let id, let sequence):
      try check(id, sequence, of: person, in: statements)
      return ("removed", RoadmapPayload(id, nil, by: by))
    }
  }

  /// Whether the roadmap is this person's, and nobody has changed it since.
  private func check(
    _ id: RoadmapID, _ sequence: Int, of person: PersonID, in statements: any Statements
  ) throws {
    let found = try statements.first(
      "SELECT entry FROM roadmap WHERE roadmap = $1 AND person = $2", [.bytes(id.bytes), .bytes(person.bytes)])
    guard let found else { throw RoadmapError.noSuchRoadmap }
    guard try found.int("entry") == sequence else { throw RoadmapError.changedMeanwhile }
  }
}
