public import Services
public import Vocabulary

/// The statements of the table `job`.
public enum JobTable {
  /// The channel on which PostgreSQL tells runners that there may be work.
  static let channel = "fobwatch_job"

  /// Adds jobs in a transaction that does other things too: they are there when it has happened, and not before. Those
  /// whose kind and key are there already are left out.
  ///
  /// - Returns: how many were new.
  @discardableResult
  public static func add(_ drafts: [JobDraft], in statements: any Statements, at now: Instant) throws -> Int {
    let count = try statements.run(
      """
      INSERT INTO job (kind, unique_key, payload, state, attempts, due_at, created_at, changed_at)
      VALUES ($1, $2, $3, 'waiting', 0, $4, $5, $5) ON CONFLICT (kind, unique_key) DO NOTHING
      """,
      each: drafts.map { draft in
        [.text(draft.kind.name), .text(draft.key), .bytes(draft.payload), Value(draft.notBefore ?? now), Value(now)]
      })
    if count > 0 { try ring(statements) }
    return count
  }

  /// Tells runners elsewhere, when the transaction has happened.
  static func ring(_ statements: any Statements) throws {
    switch statements.dialect {
    case .sqlite: break
    case .postgres: try statements.run("SELECT pg_notify('\(channel)', '')")
    }
  }

  /// Makes jobs wait again whose taker's time is over, and those that a clock which was wrong would keep.
  static func free(in statements: any Statements, at now: Instant) throws {
    let wrong = Value(now + JobTiming.clockSlack)
    try statements.run(
      """
      UPDATE job SET state = 'waiting', due_at = $1, changed_at = $1, lease = NULL, leased_until = NULL,
        last_error = 'the process that ran it ended'
      WHERE id IN (
        SELECT id FROM job WHERE state = 'running' AND (leased_until <= $1 OR changed_at > $2)
        \(statements.dialect.forUpdateSkippingLocked))
      """, [Value(now), wrong])
    try statements.run(
      """
      UPDATE job SET due_at = $1, changed_at = $1
      WHERE id IN (
        SELECT id FROM job WHERE state = 'waiting' AND changed_at > $2 AND (attempts > 0 OR due_at = created_at)
        \(statements.dialect.forUpdateSkippingLocked))
      """, [Value(now), wrong])
  }

  static func take(
    _ kinds: [JobKind], _ limit: Int, _ lease: [UInt8], until end: Instant, in statements: any Statements,
    at now: Instant
  ) throws -> [TakenJob] {
    let places = kinds.indices.map { "$\($0 + 2)" }.joined(separator: ", ")
    // Materialized, so that PostgreSQL looks for rows to lock once, and no more are taken than asked for.
    let rows = try statements.rows(
      """
      WITH due AS MATERIALIZED (
        SELECT id FROM job WHERE state = 'waiting' AND due_at <= $1 AND kind IN (\(places))
        ORDER BY due_at, id LIMIT $\(kinds.count + 2) \(statements.dialect.forUpdateSkippingLocked))
      UPDATE job SET state = 'running', attempts = attempts + 1, changed_at = $1, lease = $\(kinds.count + 3),
        leased_until = $\(kinds.count + 4)
      WHERE id IN (SELECT id FROM due)
      RETURNING id, kind, unique_key, payload, attempts, due_at
      """,
      [Value(now)] + kinds.map { .text($0.name) } + [Value(limit), .bytes(lease), Value(end)])
    // `RETURNING` has no order.
    return try rows.map { row in (try row.integer("due_at"), try job(row, lease)) }
      .sorted { ($0.0, $0.1.id) < ($1.0, $1.1.id) }.map(\.1)
  }

  private static func job(_ row: Row, _ lease: [UInt8]) throws -> TakenJob {
    TakenJob(
      id: try row.integer("id"), kind: JobKind(try row.text("kind")), key: try row.text("unique_key"),
      payload: try row.bytes("payload"), attempt: try row.int("attempts"), lease: lease)
  }

  /// Changes the row of a job that still is its taker's.
  ///
  /// - Parameter change: an update without its `WHERE`.
  static func own(_ job: TakenJob, in statements: any Statements, _ change: String, _ values: [Value]) throws {
    let next = values.count + 1
    let count = try statements.run(
      "\(change) WHERE id = $\(next) AND lease = $\(next + 1)", values + [Value(job.id), .bytes(job.lease)])
    guard count == 1 else { throw JobError.leaseLost }
  }

  static func end(
    _ job: TakenJob, _ state: JobState, reason: String?, in statements: any Statements, at now: Instant
  ) throws {
    try own(
      job, in: statements,
      "UPDATE job SET state = $1, changed_at = $2, lease = NULL, leased_until = NULL, last_error = $3",
      [.text(state.rawValue), Value(now), Value(reason.map(short))])
  }

  static func wait(
    _ job: TakenJob, until due: Instant, reason: String, in statements: any Statements, at now: Instant
  ) throws {
    try own(
      job, in: statements,
      """
      UPDATE job SET state = 'waiting', due_at = $1, changed_at = $2, lease = NULL, leased_until = NULL, last_error = $3
      """, [Value(due), Value(now), .text(short(reason))])
  }

  static func nextDue(_ kinds: [JobKind], in statements: any Statements) throws -> Instant? {
    let places = kinds.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
    let values = kinds.map { Value.text($0.name) }
    let dues = [
      try statements.first(
        "SELECT due_at AS at FROM job WHERE state = 'waiting' AND kind IN (\(places)) ORDER BY due_at, id LIMIT 1",
        values),
      try statements.first("SELECT leased_until AS at FROM job WHERE state = 'running' ORDER BY leased_until LIMIT 1"),
    ]
    return try dues.compactMap { try $0?.instant("at") }.min()
  }

  static func counts(in statements: any Statements) throws -> [JobCount] {
    try statements.rows("SELECT kind, state, COUNT(*) AS n FROM job GROUP BY kind, state ORDER BY kind, state").map {
      JobCount(kind: JobKind(try $0.text("kind")), state: try state($0), count: try $0.int("n"))
    }
  }

  static func listing(_ state: JobState, _ limit: Int, in statements: any Statements) throws -> [JobListing] {
    try statements.rows(
      """
      SELECT id, kind, unique_key, state, attempts, due_at, changed_at, last_error FROM job WHERE state = $1
      ORDER BY changed_at DESC, id DESC LIMIT $2
      """, [.text(state.rawValue), Value(limit)]
    ).map { row in
      JobListing(
        id: try row.integer("id"), kind: JobKind(try row.text("kind")), key: try row.text("unique_key"),
        state: try Self.state(row), attempts: try row.int("attempts"), dueAt: try row.instant("due_at"),
        changedAt: try row.instant("changed_at"), lastError: try row.textIfAny("last_error"))
    }
  }

  private static func state(_ row: Row) throws -> JobState {
    guard let state = JobState(rawValue: try row.text("state")) else {
      throw StorageError.wrongType(column: "state", expected: "a state of a job", found: "another text")
    }
    return state
  }

  /// What the column takes: 500 characters, as the databases count them.
  private static func short(_ reason: String) -> String {
    String(String.UnicodeScalarView(reason.unicodeScalars.filter { $0 != "\0" }.prefix(500)))
  }
}
