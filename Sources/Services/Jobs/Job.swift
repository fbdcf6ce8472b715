public import Vocabulary

/// What sort of work a job is. Its handler is registered where the program is put together.
public struct JobKind: Sendable, Hashable {
  /// Stored with each job, so it never changes. 1 to 100 characters.
  public let name: String

  public init(_ name: String) { self.name = name }
}

/// Work to be done once, by whichever process takes it.
public struct JobDraft: Sendable, Hashable {
  public var kind: JobKind
  /// Tells one piece of work from another of its kind: a second job with the same key is not added. It is shown to
  /// administrators, so it holds identifiers and never a name. 1 to 200 characters.
  public var key: String
  /// What the handler needs to know, as it likes. Nobody else reads it.
  public var payload: [UInt8]
  /// Not before this; nil for as soon as possible.
  public var notBefore: Instant?

  public init(_ kind: JobKind, key: String, payload: [UInt8] = [], notBefore: Instant? = nil) {
    self.kind = kind
    self.key = key
    self.payload = payload
    self.notBefore = notBefore
  }
}

/// A job that a process has taken, for a time. When that passes, another process may take it.
public struct TakenJob: Sendable, Hashable {
  public let id: Int64
  public let kind: JobKind
  public let key: String
  public let payload: [UInt8]
  /// 1 when it is tried for the first time.
  public let attempt: Int
  /// What only the present taker knows. Whoever had the job before cannot finish it any more.
  public let lease: [UInt8]

  public init(id: Int64, kind: JobKind, key: String, payload: [UInt8], attempt: Int, lease: [UInt8]) {
    self.id = id
    self.kind = kind
    self.key = key
    self.payload = payload
    self.attempt = attempt
    self.lease = lease
  }
}

/// Where a job stands.
public enum JobState: String, Sendable, Hashable, CaseIterable {
  /// To be taken when it is due.
  case waiting
  /// Taken by a process.
  case running
  case done
  /// Given up after its last attempt. An administrator can have it tried again.
  case failed

  /// The two in which nothing happens to it any more.
  public enum Ended: String, Sendable, Hashable {
    case done, failed
  }
}

/// A job as an administrator sees it: all but what only its handler reads.
public struct JobListing: Sendable, Hashable {
  public let id: Int64
  public let kind: JobKind
  public let key: String
  public let state: JobState
  public let attempts: Int
  /// When it may be taken.
  public let dueAt: Instant
  public let changedAt: Instant
  /// Why its last attempt failed, without anything personal.
  public let lastError: String?

  public init(
    id: Int64, kind: JobKind, key: String, state: JobState, attempts: Int, dueAt: Instant, changedAt: Instant,
    lastError: String?
  ) {
    self.id = id
    self.kind = kind
    self.key = key
    self.state = state
    self.attempts = attempts
    self.dueAt = dueAt
    self.changedAt = changedAt
    self.lastError = lastError
  }
}

/// How many jobs of a kind stand where.
public struct JobCount: Sendable, Hashable {
  public let kind: JobKind
  public let state: JobState
  public let count: Int

  public init(kind: JobKind, state: JobState, count: Int) {
    self.kind = kind
    self.state = state
    self.count = count
  }
}
