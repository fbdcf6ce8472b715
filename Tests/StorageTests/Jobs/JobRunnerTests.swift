import Services
import Testing
import Vocabulary

@testable import Storage

@Suite("Runners do each job once, on every engine")
struct JobRunnerTests {
  /// Writes its key, so that a second time would show.
  private static let writing = JobHandler<any Statements>(.letter) { job in
    .writing { try $0.run("INSERT INTO effect (job_key) VALUES ($1)", [.text(job.key)]) }
  }

  @Test(
    "2,000 jobs, two runners, one of which ends half-way: each effect is written once", arguments: TestDatabase.tested)
  func eachOnce(_ database: TestDatabase) async throws {
    let all = 2_000
    try await database.withJobStores(2) { stores, engine in
      let clock = StandingClock()
      try await stores[0].add((0..<all).map { JobDraft(.letter, key: "\($0)") }, at: clock.now)
      // Each does its quarter beside the other; the second does the rest when the first has ended.
      let ending = EndingStore(stores[0], after: all / 4)
      let ended = Gate()
      let begun = Tally()
      let first = runner(ending, clock, seed: 1)
      let second = runner(
        stores[1], clock, seed: 2,
        JobHandler(.letter) { job in
          begun.add()
          if begun.count > all / 4 { await ended.opened() }
          return try await Self.writing.work(job)
        })
      let one = Task {
        defer { ended.open() }
        try await first.runDue()
      }
      try await second.runDue()
      await #expect(throws: EndingStore.Ended.self) { try await one.value }
      let left = try await stores[1].counts()
      #expect(left.contains { $0.state == .running }, "what the runner that ended had taken")
      #expect(!left.contains { $0.state == .waiting })
      clock.move(.seconds(61))
      try await second.runDue()
      try await #expect(stores[1].counts() == [JobCount(kind: .letter, state: .done, count: all)])
      let written = try await effects(engine)
      #expect(written.count == all)
      #expect(written.values.allSatisfy { $0 == 1 })
    }
  }

  @Test("a job that fails is tried again after growing pauses, then given up", arguments: TestDatabase.tested)
  func triedAgain(_ database: TestDatabase) async throws {
    struct NoAnswer: JobFailure { let jobReason = "the other side does not answer" }
    try await database.withJobStore { store, _ in
      let clock = StandingClock()
      let events = Recorder<JobEvent>()
      let handler = JobHandler<any Statements>(.letter, attempts: 3) { _ in throw NoAnswer() }
      let runner = JobRunner(
        store, handlers: [handler], clock: clock.clock, generator: SeededGenerator(seed: 5),
        report: { events.add($0) })
      try await store.add([JobDraft(.letter, key: "a")], at: clock.now)
      try await runner.runDue()
      let first = try #require(try await store.nextDue([.letter]))
      #expect(first >= .sample(5) && first <= .sample(10))
      clock.move(.seconds(10))
      try await runner.runDue()
      let second = try #require(try await store.nextDue([.letter]))
      #expect(second >= .sample(20) && second <= .sample(30))
      clock.move(.seconds(20))
      try await runner.runDue()
      let failed = try await store.listing(.failed, limit: 5)
      #expect(failed.map(\.lastError) == ["the other side does not answer"])
      #expect(failed.map(\.attempts) == [3])
      let reason = "the other side does not answer"
      #expect(
        events.all == [
          .postponed(.letter, attempt: 1, reason: reason), .postponed(.letter, attempt: 2, reason: reason),
          .failed(.letter, attempt: 3, reason: reason),
        ])
    }
  }

  @Test("of an error that may hold something personal, the type is kept", arguments: TestDatabase.tested)
  func reasonsNameNobody(_ database: TestDatabase) async throws {
    struct Personal: Error { let name = "Maya" }
    try await database.withJobStore { store, _ in
      let handler = JobHandler<any Statements>(.letter, attempts: 1) { _ in throw Personal() }
      try await store.add([JobDraft(.letter, key: "a")], at: .sample)
      try await runner(store, StandingClock(), seed: 1, handler).runDue()
      try await #expect(store.listing(.failed, limit: 1).map(\.lastError) == ["Personal"])
    }
  }

  @Test("what would fail the same way each time is given up at once", arguments: TestDatabase.tested)
  func hopeless(_ database: TestDatabase) async throws {
    struct NoSuchPlace: JobFailure {
      let jobReason = "there is no such place"
      let isFinal = true
    }
    try await database.withJobStore { store, _ in
      let handler = JobHandler<any Statements>(.letter) { _ in throw NoSuchPlace() }
      try await store.add([JobDraft(.letter, key: "a")], at: .sample)
      try await runner(store, StandingClock(), seed: 1, handler).runDue()
      let failed = try await store.listing(.failed, limit: 5)
      #expect(failed.map(\.lastError) == ["there is no such place"])
      #expect(failed.map(\.attempts) == [1])
    }
  }

  @Test("a job that ends the program each time is given up", arguments: TestDatabase.tested)
  func endsTheProgram(_ database: TestDatabase) async throws {
    try await database.withJobStore { store, engine in
      let clock = StandingClock()
      try await store.add([JobDraft(.letter, key: "a")], at: clock.now)
      let handler = JobHandler<any Statements>(.letter, attempts: 2) { _ in .done }
      for _ in 0..<2 {
        try await #expect(store.take([.letter], limit: 1, lease: .seconds(60), at: clock.now).count == 1)
        clock.move(.seconds(61))
      }
      try await runner(store, clock, seed: 1, handler).runDue()
      try await #expect(store.counts() == [JobCount(kind: .letter, state: .failed, count: 1)])
    }
  }

  @Test("a runner wakes at the bell, and gives back what it does when it is stopped", arguments: TestDatabase.tested)
  func wakesAndStops(_ database: TestDatabase) async throws {
    try await database.withJobStore { store, _ in
      let clock = StandingClock()
      let (bell, ring) = AsyncStream.makeStream(of: Void.self)
      let done = Gate()
      let started = Gate()
      let letter = JobHandler<any Statements>(.letter) { _ in
        done.open()
        return .done
      }
      let report = JobHandler<any Statements>(.report) { _ in
        started.open()
        try await clock.clock.sleep(.seconds(10_000))
        return .done
      }
      let runner = JobRunner(
        store, handlers: [letter, report], clock: clock.clock, generator: SeededGenerator(seed: 1))
      let running = Task { await runner.run(bell: bell) }
      try await store.add([JobDraft(.letter, key: "a")], at: clock.now)
      ring.yield()
      await done.opened()
      try await store.add([JobDraft(.report, key: "b")], at: clock.now)
      ring.yield()
      await started.opened()
      running.cancel()
      await running.value
      let counts = try await store.counts()
      #expect(counts.contains(JobCount(kind: .letter, state: .done, count: 1)))
      #expect(counts.contains(JobCount(kind: .report, state: .waiting, count: 1)))
      try await #expect(store.listing(.waiting, limit: 1).map(\.attempts) == [0])
    }
  }

  @Test(
    "the lease of a long job is extended; one that was lost all the same is stopped", arguments: TestDatabase.tested)
  func leaseIsExtended(_ database: TestDatabase) async throws {
    try await database.withJobStores(2) { stores, _ in
      let clock = StandingClock()
      let events = Recorder<JobEvent>()
      let started = Gate()
      let handler = JobHandler<any Statements>(.report) { _ in
        started.open()
        try await clock.clock.sleep(.seconds(100_000))
        return .done
      }
      let runner = JobRunner(
        stores[0], handlers: [handler], clock: clock.clock, generator: SeededGenerator(seed: 1),
        report: { events.add($0) })
      try await stores[0].add([JobDraft(.report, key: "a")], at: clock.now)
      async let running: Void = runner.runDue()
      await started.opened()
      for _ in 0..<6 {
        while clock.sleepers < 2 { await Task.yield() }
        clock.move(.seconds(20))
      }
      while clock.sleepers < 2 { await Task.yield() }
      try await #expect(stores[1].take([.report], limit: 1, lease: .seconds(60), at: clock.now) == [])
      // Somebody else's clock runs ahead and takes the job.
      let ahead = clock.now + .seconds(200)
      try await #expect(stores[1].take([.report], limit: 1, lease: .seconds(60), at: ahead).count == 1)
      clock.move(.seconds(20))
      try await running
      #expect(events.all == [.lost(.report)])
    }
  }

  @Test("pauses double up to the longest, less a random part")
  func pausesGrow() {
    var generator = SeededGenerator(seed: 9)
    let schedule = RetrySchedule(first: .seconds(10), longest: .seconds(100))
    for attempt in [1, 2, 3, 4, 5, 50, .max] {
      let whole = min(Duration.seconds(100), .seconds(10) * (1 << min(attempt - 1, 10)))
      for _ in 0..<100 {
        let pause = schedule.pause(after: attempt, using: &generator)
        #expect(pause >= whole / 2 && pause <= whole)
      }
    }
  }

  private func runner<Store: JobStore>(
    _ store: Store, _ clock: StandingClock, seed: UInt64, _ handler: JobHandler<any Statements> = writing
  ) -> JobRunner<Store> where Store.Effects == any Statements {
    JobRunner(store, handlers: [handler], clock: clock.clock, generator: SeededGenerator(seed: seed), width: 8)
  }
}
