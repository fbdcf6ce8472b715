public import Vocabulary

/// The time, as whoever runs jobs is given it.
public struct JobClock: Sendable {
  public let now: @Sendable () -> Instant
  /// Returns after a while; throws `CancellationError` when the task is cancelled before.
  public let sleep: @Sendable (Duration) async throws -> Void

  public init(now: @escaping @Sendable () -> Instant, sleep: @escaping @Sendable (Duration) async throws -> Void) {
    self.now = now
    self.sleep = sleep
  }
}

/// What happened to a job, for logs and counters. It names nobody.
public enum JobEvent: Sendable, Hashable {
  case done(JobKind, attempt: Int)
  case postponed(JobKind, attempt: Int, reason: String)
  case failed(JobKind, attempt: Int, reason: String)
  /// Somebody else has taken it meanwhile.
  case lost(JobKind)
  /// The store could not be asked.
  case storeFailed(String)
}
