public import Services
public import Vocabulary

/// Jobs as rows of the table `job`.
///
/// On PostgreSQL, takers pass over rows that others have locked. SQLite has one writer at a time, so there is nothing
/// to pass over.
public struct SQLJobStore: JobStore {
  private let engine: any Engine

  public init(_ engine: any Engine) { self.engine = engine }

  @discardableResult
  public func add(_ drafts: [JobDraft], at now: Instant) async throws -> Int {
    try await engine.write(.locking) { try JobTable.add(drafts, in: $0, at: now) }
  }

  public func take(
    _ kinds: [JobKind], limit: Int, lease: Duration, at now: Instant
  ) async throws -> [TakenJob] {
    guard !kinds.isEmpty, limit > 0 else { return [] }
    let token = Self.newLease()
    return try await engine.write(.locking) { statements in
      try JobTable.free(in: statements, at: now)
      return try JobTable.take(kinds, limit, token, until: now + lease, in: statements, at: now)
    }
  }

  public func extend(_ job: TakenJob, lease: Duration, at now: Instant) async throws {
    try await engine.write(.locking) { statements in
      try JobTable.own(
        job, in: statements, "UPDATE job SET leased_until = $1, changed_at = $2", [Value(now + lease), Value(now)])
    }
  }

  /// The effects run in a transaction of `Isolation.locking`: they lock what they decide by.
  public func finish(
    _ job: TakenJob, at now: Instant, effects: @escaping @Sendable (any Statements) throws -> Void
  ) async throws {
    try await engine.write(.locking) { statements in
      try JobTable.end(job, .done, reason: nil, in: statements, at: now)
      try effects(statements)
    }
  }

  public func postpone(_ job: TakenJob, until due: Instant, reason: String, at now: Instant) async throws {
    try await engine.write(.locking) { try JobTable.wait(job, until: due, reason: reason, in: $0, at: now) }
  }

  public func fail(_ job: TakenJob, reason: String, at now: Instant) async throws {
    try await engine.write(.locking) { try JobTable.end(job, .failed, reason: reason, in: $0, at: now) }
  }

  public func giveBack(_ job: TakenJob, at now: Instant) async throws {
    try await engine.write(.locking) { statements in
      try JobTable.own(
        job, in: statements,
        """
        UPDATE job SET state = 'waiting', attempts = attempts - 1, due_at = $1, changed_at = $1, lease = NULL,
          leased_until = NULL
        """, [Value(now)])
    }
  }

  public func nextDue(_ kinds: [JobKind]) async throws -> Instant? {
    guard !kinds.isEmpty else { return nil }
    return try await engine.read { try JobTable.nextDue(kinds, in: $0) }
  }

  public func counts() async throws -> [JobCount] { try await engine.read { try JobTable.counts(in: $0) } }

  public func listing(_ state: JobState, limit: Int) async throws -> [JobListing] {
    try await engine.read { try JobTable.listing(state, limit, in: $0) }
  }

  public func tryAgain(_ id: Int64, at now: Instant) async throws -> Bool {
    try await engine.write(.locking) { statements in
      let count = try statements.run(
        """
        UPDATE job SET state = 'waiting', attempts = 0, due_at = $1, changed_at = $1
        WHERE id = $2 AND state = 'failed'
        """, [Value(now), Value(id)])
      if count > 0 { try JobTable.ring(statements) }
      return count > 0
    }
  }

  @discardableResult
  public func forget(_ state: JobState.Ended, before: Instant) async throws -> Int {
    try await engine.write(.locking) { statements in
      try statements.run(
        "DELETE FROM job WHERE state = $1 AND changed_at < $2", [.text(state.rawValue), Value(before)])
    }
  }

  /// Sixteen random bytes: no two takers have the same.
  private static func newLease() -> [UInt8] { (0..<16).map { _ in UInt8.random(in: 0...255) } }
}
