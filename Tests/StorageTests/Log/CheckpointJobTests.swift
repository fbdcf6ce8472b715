import Services
import Testing
import Vocabulary

@testable import Storage

@Suite("A checkpoint is signed each hour in which something was added, on every engine")
struct CheckpointJobTests {
  /// Does the jobs that are due, as a runner does.
  private func run(_ sealed: SealedDatabase, at now: Instant) async throws -> Int {
    let store = SQLJobStore(sealed.engine)
    let handler = CheckpointJob.hourly(sealed.checkpoints).handler { now }
    let jobs = try await store.take([CheckpointJob.kind], limit: 10, lease: .seconds(60), at: now)
    for job in jobs {
      guard case .writing(let effects) = try await handler.work(job) else { continue }
      try await store.finish(job, at: now, effects: effects)
    }
    return jobs.count
  }

  @Test("once an hour, also after hours without a server", arguments: TestDatabase.tested)
  func hourly(_ database: TestDatabase) async throws {
    try await database.withSealed { sealed in
      let store = SQLJobStore(sealed.engine)
      let hourly = CheckpointJob.hourly(sealed.checkpoints)
      // Twice: two servers start.
      for _ in 0..<2 { try await store.add([hourly.draft(at: .sample)], at: .sample) }
      var sizes: [Int] = []
      for (number, hours) in [0, 0, 1, 2, 2, 9, 10].enumerated() {
        try await sealed.fill(number == 3 ? 0 : 5, from: 100 * number)
        _ = try await run(sealed, at: .sample + .seconds(3_600 * hours))
        sizes.append(try await sealed.log.lastCheckpoint()?.size ?? 0)
      }
      #expect(sizes == [5, 5, 15, 15, 15, 25, 30])
      try await #expect(sealed.log.checkpoints().map(\.size) == [5, 15, 25, 30])
      try await #expect(sealed.report().isIntact)
    }
  }

  @Test("once a week it is sent elsewhere", arguments: TestDatabase.tested)
  func weekly(_ database: TestDatabase) async throws {
    try await database.withSealed { sealed in
      let store = SQLJobStore(sealed.engine)
      let sent = Recorder<Int>()
      let weekly = CheckpointJob.weekly(sealed.checkpoints) { checkpoint, _ in sent.add(checkpoint.size) }
      for (number, hours) in [0, 1, 167, 169, 170, 900].enumerated() {
        let now = Instant.sample + .seconds(3_600 * hours)
        try await sealed.fill(2, from: 100 * number)
        try await store.add([weekly.draft(at: now)], at: now)
        for job in try await store.take([CheckpointJob.letterKind], limit: 10, lease: .seconds(60), at: now) {
          guard case .writing(let effects) = try await weekly.handler(now: { now }).work(job) else { continue }
          try await store.finish(job, at: now, effects: effects)
        }
      }
      // After weeks without a server, what was left of the last one and the present one.
      #expect(sent.all == [2, 6, 12, 12])
    }
  }
}
