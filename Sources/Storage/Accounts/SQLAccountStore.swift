public import Cryptography
public import Services
public import Vocabulary

/// Accounts and all that belongs to them as rows.
///
/// Bodies that write run in transactions of `Isolation.locking`: every row that is found to be decided by is locked, so they
/// wait for each other instead of starting again.
public struct SQLAccountStore: AccountStore {
  private let engine: any Engine
  private let log: any EntryWriter
  private let mails: MailSeal

  /// - Parameters:
  ///   - log: what entries are written with.
  ///   - record: the keys under which mails wait to be sent.
  public init(_ engine: any Engine, log: any EntryWriter, record: NumberedKeys) {
    (self.engine, self.log, mails) = (engine, log, MailSeal(keys: record))
  }

  public func read<T: Sendable>(_ body: @escaping @Sendable (any AccountTables) throws -> T) async throws -> T {
    try await engine.read { [log, mails] in
      try body(
        SQLAccountTables(statements: $0, isWriting: false, log: log, mails: mails, now: Instant(microseconds: 0)))
    }
  }

  @discardableResult
  public func write<T: Sendable>(
    at now: Instant, _ body: @escaping @Sendable (any AccountTables) throws -> T
  ) async throws -> T {
    try await engine.write(.locking) { [log, mails] statements in
      let tables = SQLAccountTables(statements: statements, isWriting: true, log: log, mails: mails, now: now)
      let value = try body(tables)
      // Last, since from here on everybody else who writes to the log waits.
      if !tables.drafts.isEmpty { try log.append(tables.drafts, in: statements, at: now) }
      for person in tables.forgotten { try log.destroyKey(of: person, in: statements) }
      return value
    }
  }
}
