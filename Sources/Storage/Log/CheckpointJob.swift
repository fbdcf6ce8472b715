public import Services

/// Signs a checkpoint each hour in which something was added to the log, whichever process does it.
public enum CheckpointJob {
  public static let kind = JobKind("log.checkpoint")

  public static func hourly(_ checkpoints: CheckpointService) -> HourlyJob {
    HourlyJob(kind) { try await checkpoints.sign(at: $0) }
  }
}
