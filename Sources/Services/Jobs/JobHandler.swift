/// How the jobs of a kind are done.
public struct JobHandler<Effects>: Sendable {
  public let kind: JobKind
  /// How often a job is tried before it is given up; 1 or more.
  public let attempts: Int
  /// When it is tried again.
  public let retry: RetrySchedule
  /// Does the work. What it throws makes the job be tried again; what goes out from here (a letter, say) may go out
  /// twice, what its `JobResult` writes does not.
  public let work: @Sendable (TakenJob) async throws -> JobResult<Effects>

  public init(
    _ kind: JobKind, attempts: Int = 10, retry: RetrySchedule = RetrySchedule(),
    work: @escaping @Sendable (TakenJob) async throws -> JobResult<Effects>
  ) {
    self.kind = kind
    self.attempts = attempts
    self.retry = retry
    self.work = work
  }
}

/// What came of the work of a job.
public enum JobResult<Effects>: Sendable {
  /// It is done, and there is nothing to write.
  case done
  /// It is done when this is written, in the same transaction.
  case writing(@Sendable (Effects) throws -> Void)
}

/// An error that can say why a job failed without anything personal. Of other errors only the type is kept.
public protocol JobFailure: Error {
  /// At most 500 characters of it are kept.
  var jobReason: String { get }
  /// Whether it would fail the same way each time, so that it is given up at once.
  var isFinal: Bool { get }
}

extension JobFailure {
  public var isFinal: Bool { false }
}

/// When a job that failed is tried again: each pause twice the one before, up to a longest one, less a random part so
/// that jobs that failed together do not come back together.
public struct RetrySchedule: Sendable, Hashable {
  /// The longest pause after the first attempt.
  public let first: Duration
  /// The longest of all pauses.
  public let longest: Duration

  public init(first: Duration = .seconds(10), longest: Duration = .seconds(6 * 3600)) {
    self.first = first
    self.longest = longest
  }

  /// The pause after an attempt that failed: between half of the pause for it and all of it.
  ///
  /// - Parameter attempt: 1 for the first.
  public func pause(after attempt: Int, using generator: inout some RandomNumberGenerator) -> Duration {
    let doublings = max(0, min(attempt - 1, 40))
    let whole = min(first * (1 << doublings), longest)
    return whole * Double.random(in: 0.5...1, using: &generator)
  }
}
