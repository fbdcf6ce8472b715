import Vocabulary

/// What watches the requests of one server: log, figures, limits.
struct Operations: Sendable {
  let limits: ServerLimits
  let log: EventLog
  let figures = RequestFigures()
  let running: RunningRequests
  let connections: OpenConnections
  let bodies: BodyBudget
  let ids: RequestIDs
  /// A clock that only goes on.
  let now: @Sendable () -> Duration

  init(_ limits: ServerLimits, log: EventLog, seed: UInt64, now: @escaping @Sendable () -> Duration) {
    self.limits = limits
    self.log = log
    self.now = now
    running = RunningRequests(stuck: limits.stuck, limit: limits.answer, log: log)
    connections = OpenConnections(log: log)
    bodies = BodyBudget(limits.bodies)
    ids = RequestIDs(start: seed)
  }

  /// The answer of a body, or nil when it takes longer than `limits.answer`. It is cancelled then and may go on by
  /// itself; nobody waits for it.
  ///
  /// - Parameter executor: where it is made; nil: where all else is.
  func watched(
    _ id: RequestID, _ method: AskedMethod, _ pattern: RoutePattern, on executor: (any TaskExecutor)? = nil,
    _ body: @escaping @Sendable () async -> Reply
  ) async -> Reply? {
    await withCheckedContinuation { continuation in
      let once = Once<Reply?>(continuation)
      let work = Task(executorPreference: executor) {
        let reply = await body()
        once.give(reply)
        running.end(id)
      }
      running.begin(id, method, pattern, at: now()) {
        if once.give(nil) { work.cancel() }
      }
      // The body may have ended before it was noted: then it gave its answer before that.
      if once.isGiven { running.end(id) }
    }
  }

  /// Notes an answer in the figures and in the log.
  func answered(_ id: RequestID, _ method: AskedMethod, _ pattern: RoutePattern, status: Int, since began: Duration) {
    let took = now() - began
    figures.add(pattern, method, status: status, took: took)
    log.say(
      pattern.isForWatchers ? .debug : .info, "request",
      [
        .route(LogLine.RouteField(pattern: pattern, method: method)), .number("status", status), .duration(took),
        .request(id),
      ])
  }
}
