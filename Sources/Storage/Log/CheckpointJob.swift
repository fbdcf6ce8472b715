public import Services
public import Vocabulary

/// Signs a checkpoint each hour in which something was added to the log, whichever process does it.
public enum CheckpointJob {
  public static let kind = JobKind("log.checkpoint")
  /// How often, in seconds.
  static let interval: Int64 = 3_600

  /// The job of the hour in which `now` lies. To be added whenever a server starts: a second time changes nothing.
  public static func draft(at now: Instant) -> JobDraft { draft(hour: hour(now)) }

  /// Signs, and has the next hour's job wait.
  ///
  /// - Parameter now: gives the present time.
  public static func handler(
    _ checkpoints: CheckpointService, now: @escaping @Sendable () -> Instant
  ) -> JobHandler<any Statements> {
    JobHandler(kind) { _ in
      let time = now()
      try await checkpoints.sign(at: time)
      return .writing { try JobTable.add([draft(hour: hour(time) + 1)], in: $0, at: time) }
    }
  }

  private static func hour(_ now: Instant) -> Int64 { now.microseconds / (interval * 1_000_000) }

  private static func draft(hour: Int64) -> JobDraft {
    JobDraft(kind, key: "hour \(hour)", notBefore: Instant(microseconds: hour * interval * 1_000_000))
  }
}
