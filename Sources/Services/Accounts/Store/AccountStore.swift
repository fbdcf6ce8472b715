public import Vocabulary

/// Keeps accounts and all that belongs to them. A body is one transaction, and its decisions are made within it.
///
/// A body may run more than once: it has no effect but on the tables.
public protocol AccountStore: Sendable {
  /// Runs a body that only reads, on the tables as they were at one moment.
  func read<T: Sendable>(_ body: @escaping @Sendable (any AccountTables) throws -> T) async throws -> T

  /// Runs a body that changes the tables: all of it happens or nothing.
  ///
  /// What the body finds by its identifier, token or digest nobody else changes until it has ended. What concerns one
  /// account begins with finding the account, so that two such bodies come one after the other.
  ///
  /// - Parameter now: noted as the time of entries in the log and of mails.
  @discardableResult
  func write<T: Sendable>(
    at now: Instant, _ body: @escaping @Sendable (any AccountTables) throws -> T
  ) async throws -> T
}

/// What a body of a transaction works on.
public typealias AccountTables = AccountTable & SessionTable & TokenTable & FactorTable & ThrottleTable
  & OrganizationTable & ConsentTable & HoldTable & PersonEntryTable & ProofLinkTable & EscalationTable & HookTable
  & SignOffLinkTable & LogAppender & PersonKeys & MailOutbox
