import Services
import Synchronization
import Vocabulary

/// Whether nobody has looked whom to remind. Every page of somebody signed in says it, so the database is asked once a
/// minute, however many pages there are: lateness shows at once, and that it has ended a minute later at most.
final class ReminderGlance: Sendable {
  static let lifetime = Duration.seconds(60)

  private let kept = Mutex<(watch: ReminderWatch, at: Instant)?>(nil)

  /// - Throws: what the store of reminders throws.
  func isLate(_ reminders: Reminders, at now: Instant) async throws -> Bool {
    if let kept = kept.withLock({ $0 }), now >= kept.at, now - kept.at < Self.lifetime {
      return kept.watch.isLate(at: now)
    }
    let watch = try await reminders.watch()
    kept.withLock { $0 = (watch, now) }
    return watch.isLate(at: now)
  }
}
