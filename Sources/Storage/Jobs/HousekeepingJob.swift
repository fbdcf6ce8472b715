public import Services
import Vocabulary

/// Removes each hour what has ended: sessions, links, counts of tries, jobs that were done.
public enum HousekeepingJob {
  public static let kind = JobKind("housekeeping")
  /// How long a job that was done is shown. Mails hold addresses and links, so it is not long.
  static let doneFor = Duration.seconds(86_400)
  /// How long a job that was given up is shown, and can be tried again.
  static let failedFor = Duration.seconds(7 * 86_400)

  /// - Parameter papers: the store whose uploads that have ended are thrown away, too.
  public static func hourly(
    _ accounts: Accounts, _ jobs: SQLJobStore, papers: (any PaperStore)? = nil
  ) -> RegularJob {
    RegularJob(kind, each: .hour) { now in
      try await Housekeeping(accounts).tidy(at: now)
      try await papers?.tidy(at: now)
      try await jobs.forget(.done, before: now - doneFor)
      try await jobs.forget(.failed, before: now - failedFor)
    }
  }
}
