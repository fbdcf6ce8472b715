import Services
import Testing
import Vocabulary

@testable import Storage

@Suite("What has ended is removed each hour, on every engine")
struct HousekeepingJobTests {
  @Test("jobs that were done after a day, those that were given up after a week", arguments: TestDatabase.tested)
  func tidies(_ database: TestDatabase) async throws {
    try await AccountFixture.with(database) { fixture in
      let store = SQLJobStore(fixture.engine)
      let hourly = HousekeepingJob.hourly(fixture.accounts, store)
      try await store.add([.init(.letter, key: "done"), .init(.letter, key: "failed")], at: .sample)
      for job in try await store.take([.letter], limit: 2, lease: .seconds(60), at: .sample) {
        if job.key == "done" {
          try await store.finish(job, at: .sample) { _ in }
        } else {
          try await store.fail(job, reason: "test", at: .sample)
        }
      }
      // Hours after the start, and how many letters there are left.
      for (hours, left) in [(0, 2), (23, 2), (25, 1), (167, 1), (169, 0)] {
        let now = Instant.sample + .seconds(3_600 * hours)
        try await store.add([hourly.draft(at: now)], at: now)
        for job in try await store.take([HousekeepingJob.kind], limit: 10, lease: .seconds(60), at: now) {
          guard case .writing(let effects) = try await hourly.handler(now: { now }).work(job) else { continue }
          try await store.finish(job, at: now, effects: effects)
        }
        try await #expect(store.counts().filter { $0.kind == .letter }.reduce(0) { $0 + $1.count } == left)
      }
    }
  }
}
