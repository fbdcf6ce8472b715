public import Services
import Vocabulary

/// Looks each hour whom to remind of what.
public enum ReminderJob {
  public static let kind = JobKind("reminders")

  /// - Parameter after: called when everybody was looked at.
  public static func hourly(_ run: ReminderRun, after: @escaping @Sendable () async -> Void) -> RegularJob {
    RegularJob(kind, each: .hour) { _ in
      try await run.run()
      await after()
    }
  }
}
