public import Vocabulary

/// One thing in a person's record, as one entry of the log says it. A correction is a further version of the same record.
public struct RecordVersion: Hashable, Sendable {
  public let record: RecordID
  /// The entry of the log that says it.
  public let sequence: Int
  public let content: RecordContent
  /// From when on it was known to us.
  public let knownFrom: Instant
  /// Until when it was known: then it was corrected or withdrawn. Nil while it stands.
  public let knownUntil: Instant?
  /// Who recorded it, and what it replaces.
  public let statement: RecordStatement

  public init(
    record: RecordID, sequence: Int, content: RecordContent, knownFrom: Instant, knownUntil: Instant?,
    statement: RecordStatement
  ) {
    self.record = record
    self.sequence = sequence
    self.content = content
    self.knownFrom = knownFrom
    self.knownUntil = knownUntil
    self.statement = statement
  }
}

/// Who changed a record, and why.
public struct RecordStatement: Hashable, Sendable {
  /// Who: the identifier of an account, or the name of a program.
  public let by: String
  /// Why; nil for a record that is new.
  public let why: String?
  /// The entry that is replaced; nil for a record that is new.
  public let supersedes: Int?

  public init(by: String, why: String? = nil, supersedes: Int? = nil) {
    (self.by, self.why, self.supersedes) = (by, why, supersedes)
  }
}

/// An entry of the log about one thing in a person's record.
public struct RecordEvent: Hashable, Sendable {
  public let record: RecordID
  /// The entry.
  public let sequence: Int
  /// What the record says from then on; nil: it was withdrawn.
  public let content: RecordContent?
  /// When.
  public let at: Instant
  public let statement: RecordStatement

  public init(record: RecordID, sequence: Int, content: RecordContent?, at: Instant, statement: RecordStatement) {
    self.record = record
    self.sequence = sequence
    self.content = content
    self.at = at
    self.statement = statement
  }
}
