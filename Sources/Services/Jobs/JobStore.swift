public import Vocabulary

/// Keeps jobs. Every method is one transaction.
///
/// A taken job belongs to its taker until its lease ends; methods that get a `TakenJob` throw `JobError.leaseLost` when
/// somebody else has taken it since. So of two that run the same job, because one was slow or a clock jumped, one
/// finishes it and what the other would have written is not there.
public protocol JobStore<Effects>: Sendable {
  /// What the effects of a job are written through, in the transaction that finishes it.
  associatedtype Effects

  /// Adds jobs. Those whose kind and key are there already, in whatever state, are left out.
  ///
  /// - Returns: how many were new.
  @discardableResult
  func add(_ drafts: [JobDraft], at now: Instant) async throws -> Int

  /// Takes jobs that are due, the longest due first, and those whose taker's time is over.
  ///
  /// Times that lie ahead because a clock was wrong do not keep a job: one that was taken or tried more than
  /// `JobTiming.clockSlack` after `now` is due.
  ///
  /// - Parameters:
  ///   - kinds: only of these.
  ///   - limit: at most so many; 1 or more.
  ///   - lease: how long they are the taker's.
  func take(_ kinds: [JobKind], limit: Int, lease: Duration, at now: Instant) async throws -> [TakenJob]

  /// Keeps a job for longer: `lease` from now on.
  func extend(_ job: TakenJob, lease: Duration, at now: Instant) async throws

  /// Finishes a job, and writes its effects in the same transaction: both happen or neither.
  func finish(_ job: TakenJob, at now: Instant, effects: @escaping @Sendable (Effects) throws -> Void) async throws

  /// Has a job tried again later.
  ///
  /// - Parameters:
  ///   - due: when.
  ///   - reason: why it failed, without anything personal; cut at 500 characters.
  func postpone(_ job: TakenJob, until due: Instant, reason: String, at now: Instant) async throws

  /// Gives a job up.
  func fail(_ job: TakenJob, reason: String, at now: Instant) async throws

  /// Gives a job back untried: the process ends. The attempt does not count.
  func giveBack(_ job: TakenJob, at now: Instant) async throws

  /// When the next job of these kinds is due that waits, or the next lease ends; nil when there is none.
  func nextDue(_ kinds: [JobKind]) async throws -> Instant?

  /// How many jobs stand where, by kind.
  func counts() async throws -> [JobCount]

  /// Jobs in a state, the last changed first.
  func listing(_ state: JobState, limit: Int) async throws -> [JobListing]

  /// Has a job that was given up tried again, from its first attempt.
  ///
  /// - Returns: whether there was such a job.
  func tryAgain(_ id: Int64, at now: Instant) async throws -> Bool

  /// Removes jobs that ended before a time. Their keys can be used again then.
  ///
  /// - Returns: how many there were.
  @discardableResult
  func forget(_ state: JobState.Ended, before: Instant) async throws -> Int
}

/// Why a job could not be changed.
public enum JobError: Error, Hashable {
  /// It was taken from its taker, because its time was over.
  case leaseLost
}

/// Times that hold for all jobs.
public enum JobTiming {
  /// How far the clocks of two processes may differ. What is noted as later than that was noted by a clock that was
  /// wrong.
  public static let clockSlack = Duration.seconds(300)
}
