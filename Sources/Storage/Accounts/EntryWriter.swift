public import Services
public import Vocabulary

/// Writes entries of the log in the transaction of what they tell of.
public protocol EntryWriter: Sendable {
  /// Adds entries behind those that are there, in this order.
  ///
  /// - Returns: their places in the log.
  @discardableResult
  func append(_ drafts: [LogEntryDraft], in statements: any Statements, at now: Instant) throws -> Range<Int>
  /// Destroys the key of a person, after their last entry was added. Nothing happens when there is none.
  func destroyKey(of person: PersonID, in statements: any Statements) throws
}

extension LogWriter: EntryWriter {}

extension SealedDatabase {
  /// The accounts, with their entries in the log.
  public var accounts: SQLAccountStore { SQLAccountStore(engine, log: writer, record: keys.record) }
}
