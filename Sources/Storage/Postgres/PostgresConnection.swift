/// One connection to PostgreSQL, used on one queue. It connects when it is first used.
final class PostgresConnection {
  /// How a transaction begins.
  enum Mode: String, Sendable {
    case read = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
    case serializable = "BEGIN ISOLATION LEVEL SERIALIZABLE READ WRITE"
    case locking = "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE"
  }

  /// How a transaction ended.
  enum Outcome<T: Sendable>: Sendable {
    case committed(T)
    case failed(any Error, PostgresFailure.Remedy)
  }

  private let settings: PostgresSettings
  private var session: PostgresSession?

  init(_ settings: PostgresSettings) { self.settings = settings }

  /// Runs a body as one transaction.
  func transaction<T: Sendable>(
    _ mode: Mode, _ lend: Lend, _ body: (any Statements) throws -> T
  ) -> Outcome<T> {
    let outcome = attempt(mode, lend, body)
    do {
      try lend.end()
    } catch {
      // The server may hear of it late, and would stop the next statement.
      close()
    }
    return outcome
  }

  /// Ends the connection; the next transaction makes another one.
  func close() { session = nil }

  private func attempt<T: Sendable>(_ mode: Mode, _ lend: Lend, _ body: (any Statements) throws -> T) -> Outcome<T> {
    let context = { [settings] in
      PostgresContext(
        address: settings.address.description, longestStatement: settings.longestStatement,
        isReading: mode == .read, isCancelled: lend.isCancelled)
    }
    let session: PostgresSession
    do {
      session = try connected(context)
      if let handle = session.cancelHandle { lend.begin { handle.cancel() } }
      if lend.isCancelled { return .failed(CancellationError(), .none) }
      try session.command(mode.rawValue, context)
    } catch let failure as PostgresFailure {
      return failed(failure.error, failure.remedy)
    } catch {
      return failed(error, .none)
    }
    let statements = PostgresStatements(session, lend, context: context)
    let result = Result { try body(statements) }
    statements.end()
    switch result {
    case .success(let value) where statements.failure == nil && !lend.isCancelled && session.isInTransaction:
      return commit(value, mode, session, context)
    case .success:
      rollBack(session, context)
      if lend.isCancelled { return failed(CancellationError(), .none) }
      let error = StorageError.misuse("a body went on after a statement of it had failed")
      return failed(error, statements.failure?.remedy ?? .none)
    case .failure(let error):
      rollBack(session, context)
      let remedy = lend.isCancelled ? .none : statements.failure?.remedy ?? .none
      // What the body made of a failure that is mended by trying again is not what happened.
      let isMended = remedy != .none
      return failed(isMended ? statements.failure?.error ?? error : error, remedy)
    }
  }

  private func commit<T>(
    _ value: T, _ mode: Mode, _ session: PostgresSession, _ context: () -> PostgresContext
  ) -> Outcome<T> {
    do {
      // A transaction that had failed unnoticed answers ROLLBACK.
      guard try session.command("COMMIT", context) == "COMMIT" else {
        return failed(StorageError.misuse("a body went on after a statement of it had failed"), .none)
      }
      return .committed(value)
    } catch {
      switch (error.remedy, mode) {
      case (.reconnect, .serializable), (.reconnect, .locking):
        return failed(StorageError.unknownOutcome(context().address), .none)
      case (.again, _), (.none, _), (.reconnect, .read): return failed(error.error, error.remedy)
      }
    }
  }

  private func rollBack(_ session: PostgresSession, _ context: () -> PostgresContext) {
    guard session.isAlive else { return }
    if (try? session.command("ROLLBACK", context)) == nil { self.session = nil }
  }

  private func failed<T>(_ error: any Error, _ remedy: PostgresFailure.Remedy) -> Outcome<T> {
    if remedy == .reconnect || session?.isAlive == false { session = nil }
    return .failed(error, remedy)
  }

  private func connected(_ context: () -> PostgresContext) throws -> PostgresSession {
    if let session { return session }
    let new: PostgresSession
    do {
      new = try PostgresSession(settings)
    } catch StorageError.unavailable(let why) {
      throw StorageError.unavailable("\(settings.address): \(why)")
    }
    let milliseconds = Int(settings.longestStatement / .milliseconds(1))
    // Names mean the same whoever connects; a commit that is acknowledged is on the disk, whatever the server's default.
    try new.command(
      """
      SET search_path = public, pg_temp; SET statement_timeout = \(milliseconds); SET lock_timeout = 0;
      SET idle_in_transaction_session_timeout = \(milliseconds * 2); SET default_transaction_deferrable = off;
      SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'
      """, context)
    session = new
    return new
  }
}
