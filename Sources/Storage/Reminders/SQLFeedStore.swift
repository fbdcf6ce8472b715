import CanonicalJSON
public import Cryptography
public import Services
public import Vocabulary

/// The addresses of private calendars, and what their events said last.
extension SQLReminderStore: FeedStore {
  /// How long it is told that an event is cancelled.
  private static let cancelledFor = Duration.seconds(90 * 86_400)

  public func feed(of person: PersonID) async throws -> Instant? {
    try await engine.read { statements in
      try statements.first("SELECT made_at FROM reminder_feed WHERE person = $1", [.bytes(person.bytes)])?
        .instant("made_at")
    }
  }

  public func putFeed(
    _ digest: Digest, _ language: Language, of person: PersonID, by: String, at now: Instant
  ) async throws {
    try await engine.write(.locking) { [writer] statements in
      try writer.append([Self.entry("reminders.calendar-made", person, by)], in: statements, at: now)
      try statements.run(
        """
        INSERT INTO reminder_feed (person, digest, language, made_at) VALUES ($1, $2, $3, $4)
        ON CONFLICT (person) DO UPDATE SET digest = $2, language = $3, made_at = $4
        """, [.bytes(person.bytes), .bytes(digest.bytes), .text(language.rawValue), Value(now)])
    }
  }

  public func removeFeed(of person: PersonID, by: String, at now: Instant) async throws {
    try await engine.write(.locking) { [writer] statements in
      try writer.lock(in: statements)
      let count = try statements.run("DELETE FROM reminder_feed WHERE person = $1", [.bytes(person.bytes)])
      guard count > 0 else { return }
      try writer.append([Self.entry("reminders.calendar-ended", person, by)], in: statements, at: now)
    }
  }

  public func owner(ofFeed digest: Digest) async throws -> (person: PersonID, language: Language)? {
    try await engine.read { statements in
      let row = try statements.first(
        """
        SELECT f.person, f.language FROM reminder_feed f
        JOIN account a ON a.person = f.person AND a.disabled_at IS NULL WHERE f.digest = $1
        """, [.bytes(digest.bytes)])
      guard let row else { return nil }
      let language: Language = try row.word("language")
      return (try row.id("person"), language)
    }
  }

  public func events(of person: PersonID, _ days: [[UInt8]: CivilDate], at now: Instant) async throws -> [FeedRow] {
    try await engine.write(.locking) { statements in
      // Two who read at once change the rows one after the other.
      _ = try statements.rows(
        "SELECT person FROM account WHERE person = $1 \(statements.dialect.forUpdate)", [.bytes(person.bytes)])
      var known: [[UInt8]: FeedRow] = [:]
      for row in try statements.rows(
        "SELECT uid, day, sequence, is_cancelled, changed_at FROM reminder_event WHERE person = $1",
        [.bytes(person.bytes)])
      {
        let row = FeedRow(
          uid: try row.bytes("uid"), day: try row.day("day"), sequence: try row.int("sequence"),
          isCancelled: try row.bool("is_cancelled"), changedAt: try row.instant("changed_at"))
        known[row.uid] = row
      }
      var changed: [FeedRow] = []
      for (uid, day) in days {
        if let old = known[uid], old.day == day, !old.isCancelled { continue }
        let sequence = known[uid].map { $0.sequence + 1 } ?? 0
        changed.append(FeedRow(uid: uid, day: day, sequence: sequence, isCancelled: false, changedAt: now))
      }
      for (uid, old) in known where days[uid] == nil && !old.isCancelled {
        changed.append(
          FeedRow(uid: uid, day: old.day, sequence: old.sequence + 1, isCancelled: true, changedAt: now))
      }
      try statements.run(
        """
        INSERT INTO reminder_event (person, uid, day, sequence, is_cancelled, changed_at)
        VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (person, uid) DO UPDATE SET day = $3, sequence = $4, is_cancelled = $5, changed_at = $6
        """,
        each: changed.map { row in
          [
            .bytes(person.bytes), .bytes(row.uid), Value(row.day), Value(row.sequence), Value(row.isCancelled),
            Value(row.changedAt),
          ]
        })
      for row in changed { known[row.uid] = row }
      return known.values.filter { !$0.isCancelled || now - $0.changedAt < Self.cancelledFor }.sorted {
        ($0.day, $0.uid.description) < ($1.day, $1.uid.description)
      }
    }
  }

  private static func entry(_ kind: String, _ person: PersonID, _ by: String) -> LogEntryDraft {
    var object = JSONObject()
    object["by"] = .string(by)
    return LogEntryDraft(kind: kind, person: person, payload: .object(object))
  }
}
