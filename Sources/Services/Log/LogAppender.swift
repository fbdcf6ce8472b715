/// Takes entries for the log within a transaction: they are in the log when it has happened, and not otherwise.
public protocol LogAppender {
  /// Adds an entry behind those added before.
  func append(_ draft: LogEntryDraft) throws
}

/// The keys under which the entries about people are sealed.
public protocol PersonKeys {
  /// Destroys the key of a person: nobody can ever read the entries about them again, and the log still verifies.
  func destroyKey(of person: PersonID) throws
}
