import Vocabulary

/// Takes jobs and has them done, several at once, until its task is cancelled. Any number of runners, in any number of
/// processes, work on one store.
public actor JobRunner<Store: JobStore> {
  private let store: Store
  private let handlers: [JobKind: JobHandler<Store.Effects>]
  private let kinds: [JobKind]
  private let clock: JobClock
  private let report: @Sendable (JobEvent) -> Void
  private let alarm = JobAlarm()
  /// How many jobs it does now.
  private var running = 0
  private var generator: any RandomNumberGenerator & Sendable

  /// How many jobs one runner does at once.
  public nonisolated let width: Int
  /// How long a job is taken for. It is extended while the job runs, so this is how long others wait when a process
  /// has ended without a word.
  public nonisolated let lease: Duration
  /// How long a runner sleeps at most when nothing is due and nobody wakes it.
  public nonisolated let longestSleep: Duration

  /// - Parameters:
  ///   - handlers: one for each kind that this runner takes.
  ///   - generator: for the random part of pauses.
  ///   - report: told of what happens.
  public init(
    _ store: Store, handlers: [JobHandler<Store.Effects>], clock: JobClock,
    generator: any RandomNumberGenerator & Sendable, width: Int = 4, lease: Duration = .seconds(60),
    longestSleep: Duration = .seconds(1), report: @escaping @Sendable (JobEvent) -> Void = { _ in }
  ) {
    self.store = store
    self.handlers = Dictionary(handlers.map { ($0.kind, $0) }, uniquingKeysWith: { $1 })
    self.kinds = self.handlers.keys.sorted { $0.name < $1.name }
    self.clock = clock
    self.generator = generator
    self.width = width
    self.lease = lease
    self.longestSleep = longestSleep
    self.report = report
  }

  /// Does jobs until the task is cancelled. Jobs that run then are cancelled and given back.
  ///
  /// - Parameter bell: rings when there may be work; without it, the store is asked each `longestSleep`.
  public func run(bell: AsyncStream<Void> = AsyncStream { $0.finish() }) async {
    await withDiscardingTaskGroup { group in
      group.addTask { [alarm] in
        for await _ in bell { await alarm.ring() }
      }
      while !Task.isCancelled {
        do {
          let hasMore = try await start(&group)
          if !hasMore { try await rest() }
        } catch is CancellationError {
          break
        } catch {
          report(.storeFailed("\(type(of: error))"))
          try? await clock.sleep(longestSleep)
        }
      }
      group.cancelAll()
    }
  }

  /// Does jobs until none is due and none runs. Not while `run` does.
  ///
  /// - Throws: what the store throws when it is asked for jobs.
  public func runDue() async throws {
    let outcome: Result<Void, any Error> = await withDiscardingTaskGroup { group in
      do {
        while true {
          let hasMore = try await start(&group)
          if !hasMore, running == 0 { return .success(()) }
          if !hasMore { try await alarm.wait() }
        }
      } catch {
        return .failure(error)
      }
    }
    try outcome.get()
  }

  /// Takes as many jobs as there is room for, and starts them.
  ///
  /// - Returns: whether there may be more to take at once.
  private func start(_ group: inout DiscardingTaskGroup) async throws -> Bool {
    guard running < width else { return false }
    let taken = try await store.take(kinds, limit: width - running, lease: lease, at: clock.now())
    running += taken.count
    for job in taken {
      group.addTask {
        await self.perform(job)
        await self.ended()
      }
    }
    return !taken.isEmpty && running < width
  }

  private func ended() async {
    running -= 1
    await alarm.ring()
  }

  /// Sleeps until something is due, the bell rings, a job ends, or the longest sleep is over.
  private func rest() async throws {
    let next = running < width ? try await store.nextDue(kinds) : nil
    let untilNext = next.map { $0 - clock.now() } ?? longestSleep
    let pause = max(.milliseconds(1), min(untilNext, longestSleep))
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { [clock] in try await clock.sleep(pause) }
      group.addTask { [alarm] in try await alarm.wait() }
      try await group.next()
      group.cancelAll()
    }
  }

  /// Does one job, keeping it meanwhile. Nothing that goes wrong with it stops the runner.
  private func perform(_ job: TakenJob) async {
    guard let handler = handlers[job.kind] else { return }
    do {
      guard job.attempt <= handler.attempts else {
        return try await giveUp(job, "the program ended each time it was tried")
      }
      let result: JobResult<Store.Effects>
      do {
        result = try await keeping(job) { try await handler.work(job) }
      } catch JobError.leaseLost {
        throw JobError.leaseLost
      } catch {
        return try await failed(job, handler, error)
      }
      switch result {
      case .done: try await finish(job, handler) { _ in }
      case .writing(let effects): try await finish(job, handler, effects)
      }
    } catch JobError.leaseLost {
      report(.lost(job.kind))
    } catch {
      // Its lease ends, and somebody takes it again.
      report(.storeFailed("\(type(of: error))"))
    }
  }

  private func finish(
    _ job: TakenJob, _ handler: JobHandler<Store.Effects>, _ effects: @escaping @Sendable (Store.Effects) throws -> Void
  ) async throws {
    do {
      // What is done is done, also when the program is asked to end meanwhile.
      try await Task { [store, clock] in try await store.finish(job, at: clock.now(), effects: effects) }.value
      report(.done(job.kind, attempt: job.attempt))
    } catch JobError.leaseLost {
      throw JobError.leaseLost
    } catch {
      try await failed(job, handler, error)
    }
  }

  private func failed(_ job: TakenJob, _ handler: JobHandler<Store.Effects>, _ error: any Error) async throws {
    if Task.isCancelled {
      // The store does nothing for a task that is cancelled.
      try await Task { [store, clock] in try await store.giveBack(job, at: clock.now()) }.value
      return
    }
    let failure = error as? any JobFailure
    let reason = failure?.jobReason ?? "\(type(of: error))"
    guard job.attempt < handler.attempts, failure?.isFinal != true else { return try await giveUp(job, reason) }
    let now = clock.now()
    let due = now + handler.retry.pause(after: job.attempt, using: &generator)
    try await store.postpone(job, until: due, reason: reason, at: now)
    report(.postponed(job.kind, attempt: job.attempt, reason: reason))
  }

  private func giveUp(_ job: TakenJob, _ reason: String) async throws {
    try await store.fail(job, reason: reason, at: clock.now())
    report(.failed(job.kind, attempt: job.attempt, reason: reason))
  }

  /// Runs a body, and extends the lease of its job while it does. A job that was lost is cancelled.
  private func keeping<Result: Sendable>(
    _ job: TakenJob, _ body: @escaping @Sendable () async throws -> Result
  ) async throws -> Result {
    try await withThrowingTaskGroup(of: Result?.self) { group in
      group.addTask { try await body() }
      group.addTask { [store, clock, lease] in
        while true {
          try await clock.sleep(lease / 3)
          do {
            try await store.extend(job, lease: lease, at: clock.now())
          } catch let lost as JobError {
            throw lost
          } catch {
            // The store may be back before the lease ends.
            try Task.checkCancellation()
          }
        }
      }
      defer { group.cancelAll() }
      while let result = try await group.next() {
        if let result { return result }
      }
      throw CancellationError()
    }
  }
}
