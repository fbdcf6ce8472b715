import Dispatch
import Synchronization

/// Runs bodies on a few connections, one at a time on each. Whoever comes when all are in use waits in line, for a limited time.
///
/// Each connection has a queue of its own, so what blocks there blocks no thread that others need. One that is done takes the next in line
/// where it is: under load, nobody has to be woken.
///
/// Tasks can go on there as well, between their bodies: then a body runs where its task is, and no thread is changed for it.
final class Lanes<Connection: AnyObject>: TaskExecutor {
  /// A connection and where it runs.
  ///
  /// Invariant: the connection is used on the queue alone.
  private final class Lane: @unchecked Sendable {
    let queue: DispatchQueue
    let connection: Connection

    init(_ connection: Connection, label: String, _ key: DispatchSpecificKey<Here>) {
      self.connection = connection
      queue = DispatchQueue(label: label)
      queue.setSpecific(key: key, value: Here(lane: self))
    }
  }

  /// What a queue says of itself to what runs on it.
  private struct Here: Sendable {
    unowned let lane: Lane
  }

  /// Somebody's use of a lane, still to come.
  private struct Turn: Sendable {
    let run: @Sendable (Connection) -> Void
    /// Whose body it is; nil for a piece of a task, which is never refused.
    let body: Body?
    /// How long it waits in line.
    var until: ContinuousClock.Instant?
  }

  private struct Body: Sendable {
    let lend: Lend
    let refuse: @Sendable (any Error) -> Void
  }

  private struct State {
    var idle: [Lane] = []
    /// How many there are, idle and in use.
    var count = 0
    /// Bodies that wait, the first to come first.
    var line: [Turn] = []
    /// Pieces of tasks that wait. Bodies go before them: they are short.
    var pieces: [Turn] = []
    var hasAlarm = false
    var closing: [CheckedContinuation<Void, Never>] = []
  }

  /// What becomes of a turn.
  private enum Step {
    case run(Lane)
    case wait(alarm: Duration?)
    case refuse(Body, any Error)
  }

  private let limit: Int
  private let longestWait: Duration
  private let place: String
  private let label: String
  private let make: @Sendable () -> Connection
  private let state = Mutex(State())
  /// Set while `state` is held. Who is on a lane already asks it alone.
  private let isClosed = Atomic(false)
  private let here = DispatchSpecificKey<Here>()

  /// - Parameters:
  ///   - limit: how many connections there are at most.
  ///   - longestWait: how long one waits in line.
  ///   - place: where they lead, for messages.
  ///   - label: of the queues.
  ///   - make: makes one; it does not wait for anything.
  init(
    limit: Int, longestWait: Duration, place: String, label: String, make: @escaping @Sendable () -> Connection
  ) {
    (self.limit, self.longestWait, self.place, self.label, self.make) = (limit, longestWait, place, label, make)
  }

  /// How many wait for a connection now.
  var waiting: Int { state.withLock { $0.line.count + $0.pieces.count } }

  /// What a body returns, which has a connection for itself. It is not called when this throws.
  ///
  /// - Parameter lend: cancelled with the task.
  /// - Throws: `StorageError`, or `CancellationError` for who gave up in line.
  func run<T: Sendable>(_ lend: Lend, _ body: @escaping @Sendable (Connection) -> T) async throws -> T {
    try Task.checkCancellation()
    return try await withTaskCancellationHandler {
      if let lane = DispatchQueue.getSpecific(key: here)?.lane {
        guard !isClosed.load(ordering: .acquiring) else { throw Self.closed }
        return body(lane.connection)
      }
      return try await withCheckedThrowingContinuation { continuation in
        take(
          Turn(
            run: { continuation.resume(returning: body($0)) },
            body: Body(lend: lend, refuse: { continuation.resume(throwing: $0) })))
      }
    } onCancel: {
      lend.cancel()
      leave(lend)
    }
  }

  /// Runs a piece of a task.
  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    take(Turn(run: { _ in job.runSynchronously(on: self.asUnownedTaskExecutor()) }, body: nil))
  }

  /// Does something with each connection that nobody uses, and waits for that.
  func withIdle(_ body: @escaping @Sendable (Connection) -> Void) async {
    for lane in state.withLock(\.idle) {
      await withCheckedContinuation { continuation in
        lane.queue.async {
          body(lane.connection)
          continuation.resume()
        }
      }
    }
  }

  /// Lends nothing any more, waits until no connection is in use, and ends them with a body.
  func close(_ end: @escaping @Sendable (Connection) -> Void) async {
    let line = state.withLock { state in
      defer { state.line = [] }
      isClosed.store(true, ordering: .releasing)
      return state.line
    }
    for turn in line { turn.body?.refuse(Self.closed) }
    await withCheckedContinuation { continuation in
      let isQuiet = state.withLock { state in
        if state.idle.count == state.count { return true }
        state.closing.append(continuation)
        return false
      }
      if isQuiet { continuation.resume() }
    }
    await withIdle(end)
  }

  private static var closed: StorageError { .unavailable("it is closed") }

  // MARK: - Turns

  private func take(_ turn: Turn) {
    switch state.withLock({ step(turn, &$0) }) {
    case .run(let lane): lane.queue.async { self.work(lane, turn) }
    case .wait(let alarm?): ring(after: alarm)
    case .wait(nil): break
    case .refuse(let body, let error): body.refuse(error)
    }
  }

  private func step(_ turn: Turn, _ state: inout State) -> Step {
    if let body = turn.body {
      if isClosed.load(ordering: .relaxed) { return .refuse(body, Self.closed) }
      // Whoever was cancelled before it stood in line is told by nobody else.
      if body.lend.isCancelled { return .refuse(body, CancellationError()) }
    }
    if let lane = state.idle.popLast() { return .run(lane) }
    if state.count < limit {
      state.count += 1
      return .run(Lane(make(), label: label, here))
    }
    guard turn.body != nil else {
      state.pieces.append(turn)
      return .wait(alarm: nil)
    }
    var turn = turn
    turn.until = .now + longestWait
    state.line.append(turn)
    defer { state.hasAlarm = true }
    return .wait(alarm: state.hasAlarm ? nil : longestWait)
  }

  /// One turn, and then those that wait.
  private func work(_ lane: Lane, _ first: Turn) {
    var turn = first
    while true {
      turn.run(lane.connection)
      guard let next = next(lane) else { return }
      turn = next
    }
  }

  private func next(_ lane: Lane) -> Turn? {
    let (next, closing): (Turn?, [CheckedContinuation<Void, Never>]) = state.withLock { state in
      if !state.line.isEmpty { return (state.line.removeFirst(), []) }
      if !state.pieces.isEmpty { return (state.pieces.removeFirst(), []) }
      state.idle.append(lane)
      guard isClosed.load(ordering: .relaxed), state.idle.count == state.count else { return (nil, []) }
      defer { state.closing = [] }
      return (nil, state.closing)
    }
    for continuation in closing { continuation.resume() }
    return next
  }

  // MARK: - The line

  private func leave(_ lend: Lend) {
    let turn = state.withLock { state in
      state.line.firstIndex { $0.body?.lend === lend }.map { state.line.remove(at: $0) }
    }
    turn?.body?.refuse(CancellationError())
  }

  /// One alarm for the whole line, whose first one has waited longest.
  private func ring(after wait: Duration) {
    let seconds = max(0.001, wait / .seconds(1))
    DispatchQueue.global().asyncAfter(deadline: .now() + seconds) { [weak self] in self?.refuseLate() }
  }

  private func refuseLate() {
    let now = ContinuousClock.now
    let (late, rest) = state.withLock { state in
      let late = state.line.prefix { $0.until ?? now <= now }
      state.line.removeFirst(late.count)
      let first = state.line.first?.until
      state.hasAlarm = first != nil
      return (Array(late), first)
    }
    for turn in late { turn.body?.refuse(StorageError.timedOut("all \(limit) connections to \(place) are in use")) }
    if let rest { ring(after: rest - now) }
  }
}
