import Cryptography
public import Services
public import Vocabulary

/// Reminders in tables of their own. What a mail says is in none of them.
public struct SQLReminderStore: ReminderStore {
  let engine: any Engine
  let writer: LogWriter

  public init(_ engine: any Engine, _ writer: LogWriter) { (self.engine, self.writer) = (engine, writer) }

  // MARK: Settings

  public func settings(of person: PersonID) async throws -> ReminderSettings? {
    try await engine.read { statements in
      try statements.first(
        "SELECT \(ReminderRows.settingsColumns) FROM reminder_person p WHERE p.person = $1", [.bytes(person.bytes)]
      ).map(ReminderRows.settings)
    }
  }

  public func set(_ settings: ReminderSettings, of person: PersonID, by: String, at now: Instant) async throws {
    try await engine.write(.locking) { [writer] statements in
      try writer.append([ReminderRows.entry(settings, of: person, by: by)], in: statements, at: now)
      try ReminderRows.put(settings, of: person, in: statements, at: now)
    }
  }

  // MARK: Who is reminded

  public func people(after: PersonID?, limit: Int, at now: Instant) async throws -> [ReminderPerson] {
    try await engine.read { statements in
      try statements.rows(ReminderRows.people, [.bytes(after?.bytes ?? []), Value(limit)]).map {
        try ReminderRows.person($0, at: now)
      }
    }
  }

  public func looked(_ people: [PersonID], at now: Instant) async throws {
    guard !people.isEmpty else { return }
    try await engine.write(.locking) { statements in
      // In one order, so that two who do this at once wait for each other in it.
      try statements.run(
        "UPDATE reminder_person SET looked_at = $1 WHERE person = $2",
        each: people.map(\.bytes).sorted { $0.lexicographicallyPrecedes($1) }.map { [Value(now), .bytes($0)] })
    }
  }

  // MARK: Mails

  public func digests(of person: PersonID, limit: Int) async throws -> [DigestRow] {
    try await engine.read { statements in
      try statements.rows(
        """
        SELECT day, state, items, tries, claimed_at, sent_at, reason FROM reminder_digest WHERE person = $1
        ORDER BY day DESC LIMIT $2
        """, [.bytes(person.bytes), Value(limit)]
      ).map(ReminderRows.digest)
    }
  }

  public func claim(_ draft: DigestDraft, lease: Duration, at now: Instant) async throws -> DigestClaim? {
    try await engine.write(.locking) { try DigestRows.claim(draft, until: now + lease, in: $0, at: now) }
  }

  public func handing(_ claim: DigestClaim, lease: Duration, at now: Instant) async throws {
    try await engine.write(.locking) { try DigestRows.handing(claim, until: now + lease, in: $0, at: now) }
  }

  public func settle(_ claim: DigestClaim, _ outcome: DigestOutcome, at now: Instant) async throws {
    try await engine.write(.locking) { try DigestRows.settle(claim, outcome, in: $0, at: now) }
  }

  // MARK: Runs

  public func begin(_ run: ReminderRunID, at now: Instant) async throws {
    try await engine.write(.locking) { statements in
      try statements.run(
        """
        INSERT INTO reminder_run (run, began_at, people, sent, not_known, waiting, failed)
        VALUES ($1, $2, 0, 0, 0, 0, 0)
        """, [.bytes(run.bytes), Value(now)])
      // Those of a month tell enough.
      try statements.run("DELETE FROM reminder_run WHERE began_at < $1", [Value(now - .seconds(30 * 86_400))])
    }
  }

  public func end(_ run: ReminderRunID, _ counts: ReminderCounts, at now: Instant) async throws {
    try await engine.write(.locking) { statements in
      try statements.run(
        """
        UPDATE reminder_run SET ended_at = $1, people = $2, sent = $3, not_known = $4, waiting = $5, failed = $6
        WHERE run = $7
        """,
        [
          Value(now), Value(counts.people), Value(counts.sent), Value(counts.unknown), Value(counts.waiting),
          Value(counts.failed), .bytes(run.bytes),
        ])
    }
  }

  public func watch() async throws -> ReminderWatch {
    try await engine.read { statements in
      let use = try statements.first(
        """
        SELECT p.set_at AS at FROM reminder_person p JOIN account a ON a.person = p.person AND a.disabled_at IS NULL
        WHERE p.is_mail_on = 1 ORDER BY p.set_at LIMIT 1
        """)
      let last = try statements.first(
        "SELECT began_at, ended_at FROM reminder_run WHERE ended_at IS NOT NULL ORDER BY ended_at DESC LIMIT 1")
      return ReminderWatch(
        inUseSince: try use?.instant("at"), lastComplete: try last?.instant("ended_at"),
        lastBegan: try last?.instant("began_at"))
    }
  }

  public func standing(at now: Instant) async throws -> ReminderStanding {
    try await engine.read { statements in
      var counts: [DigestState: Int] = [:]
      for row in try statements.rows("SELECT state, COUNT(*) AS n FROM reminder_digest GROUP BY state") {
        let state: DigestState = try row.word("state")
        counts[state] = try row.int("n")
      }
      // Whoever is tried again is tried within a run or two.
      let left = try statements.count(
        "SELECT COUNT(*) FROM reminder_digest WHERE state = 'claimed' AND leased_until < $1",
        [Value(now - .seconds(2 * 3_600))])
      return ReminderStanding(counts: counts, left: left)
    }
  }
}

extension SealedDatabase {
  /// Who is reminded how, and what went out.
  public var reminders: SQLReminderStore { SQLReminderStore(engine, writer) }
}
