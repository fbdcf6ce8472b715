import Foundation
import Services
import Storage
import Synchronization
import Vocabulary
import Website

extension ServerDatabase {
  /// How often it is made sure that the jobs of the hour and the week are there: a clock that was wrong, or a job that was given up,
  /// would end their line otherwise.
  private static let lookEvery = Duration.seconds(600)

  /// Does jobs until the task is cancelled.
  func work(_ posting: Posting, _ reminders: Reminders, _ log: EventLog) async {
    let clock = JobClock(now: Composition.now, sleep: { try await Task.sleep(for: $0) })
    let telling = JobTelling(log)
    let regular =
      hourly + [posting.hourly(reminders, log)] + (posting.weekly(sealed.checkpoints).map { [$0] } ?? [])
    let handlers =
      regular.map { $0.handler(now: Composition.now) } + [posting.handler(MailSeal(keys: sealed.keys.record))]
      + [posting.telling(HookSeal(keys: sealed.keys.record), accounts)]
    await withDiscardingTaskGroup { group in
      group.addTask {
        repeat {
          let now = Composition.now()
          // A database that is away now is asked again the next time.
          _ = try? await open.jobs.add(regular.map { $0.draft(at: now) }, at: now)
        } while (try? await Task.sleep(for: Self.lookEvery)) != nil
      }
      group.addTask {
        await open.runJobs(handlers, clock: clock, report: telling.tell)
      }
    }
  }
}

/// Tells the log what happens to jobs, without what they are about.
final class JobTelling: Sendable {
  /// How long one word is enough of a database that is away.
  private static let silence = Duration.seconds(60)

  private let log: EventLog
  private let lastOutage = Mutex<Instant?>(nil)

  init(_ log: EventLog) { self.log = log }

  func tell(_ event: JobEvent) {
    switch event {
    case .done(let kind, let attempt):
      log.say(.debug, "job-done", [.ofOperator("kind", kind.name), .number("attempt", attempt)])
    case .postponed(let kind, let attempt, let reason):
      log.say(.warning, "job-postponed", fields(kind, attempt, reason))
    case .failed(let kind, let attempt, let reason): log.say(.error, "job-given-up", fields(kind, attempt, reason))
    case .lost(let kind): log.say(.warning, "job-lost", [.ofOperator("kind", kind.name)])
    case .storeFailed(let type):
      let now = Composition.now()
      let isNew = lastOutage.withLock { last in
        if let last, last <= now, now - last < Self.silence { return false }
        last = now
        return true
      }
      if isNew { log.say(.warning, "jobs-not-reached", [.ofOperator("error", type)]) }
    }
  }

  private func fields(_ kind: JobKind, _ attempt: Int, _ reason: String) -> [LogLine.Field] {
    [.ofOperator("kind", kind.name), .number("attempt", attempt), .ofOperator("reason", reason)]
  }
}
