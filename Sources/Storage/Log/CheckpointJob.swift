public import Services
public import Vocabulary

/// Signs a checkpoint each hour in which something was added to the log, whichever process does it.
public enum CheckpointJob {
  public static let kind = JobKind("log.checkpoint")
  /// The kind of the job that sends one elsewhere each week.
  public static let letterKind = JobKind("log.checkpoint-mail")

  public static func hourly(_ checkpoints: CheckpointService) -> RegularJob {
    RegularJob(kind, each: .hour) { try await checkpoints.sign(at: $0) }
  }

  /// Has a checkpoint sent to where nobody who runs the server can change it.
  public static func weekly(
    _ checkpoints: CheckpointService, send: @escaping @Sendable (KeptCheckpoint, Instant) async throws -> Void
  ) -> RegularJob {
    RegularJob(letterKind, each: .week) { try await send(try await checkpoints.sign(at: $0), $0) }
  }
}
