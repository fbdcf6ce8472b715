/// Lends connections, each to one transaction at a time. Whoever comes when all are lent waits in line, for a limited
/// time.
actor ConnectionPool<Connection: AnyObject & Sendable> {
  private let limit: Int
  private let longestWait: Duration
  private let place: String
  private let make: @Sendable () -> Connection
  private let discard: @Sendable (Connection) async -> Void
  private var idle: [Connection] = []
  /// How many there are, lent and idle.
  private var count = 0
  private var line: [Waiter] = []
  private var lastTicket = 0
  private var isClosed = false
  private var closing: [CheckedContinuation<Void, Never>] = []

  private struct Waiter {
    let ticket: Int
    let continuation: CheckedContinuation<Connection, any Error>
    let alarm: Task<Void, Never>
  }

  /// - Parameters:
  ///   - limit: how many connections there are at most.
  ///   - longestWait: how long one waits in line.
  ///   - place: where they lead, for messages.
  ///   - make: makes one; it does not wait for anything.
  ///   - discard: ends one.
  init(
    limit: Int, longestWait: Duration, place: String, make: @escaping @Sendable () -> Connection,
    discard: @escaping @Sendable (Connection) async -> Void
  ) {
    self.limit = limit
    self.longestWait = longestWait
    self.place = place
    self.make = make
    self.discard = discard
  }

  /// A connection that nobody else uses until it is given back.
  func take() async throws -> Connection {
    try Task.checkCancellation()
    guard !isClosed else { throw StorageError.unavailable("it is closed") }
    if let connection = idle.popLast() { return connection }
    if count < limit {
      count += 1
      return make()
    }
    lastTicket += 1
    let ticket = lastTicket
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        let alarm = Task { [weak self, longestWait, limit, place] in
          guard (try? await Task.sleep(for: longestWait)) != nil else { return }
          await self?.leave(ticket, StorageError.timedOut("all \(limit) connections to \(place) are in use"))
        }
        line.append(Waiter(ticket: ticket, continuation: continuation, alarm: alarm))
        // Cancelled before it stood in line: nobody else would tell it.
        if Task.isCancelled { leave(ticket, CancellationError()) }
      }
    } onCancel: {
      Task { await self.leave(ticket, CancellationError()) }
    }
  }

  /// Takes a connection back.
  ///
  /// - Parameter reusable: whether another transaction may have it.
  func give(_ connection: Connection, reusable: Bool) async {
    if !line.isEmpty {
      let waiter = line.removeFirst()
      waiter.alarm.cancel()
      waiter.continuation.resume(returning: reusable ? connection : make())
      if !reusable { await discard(connection) }
    } else if reusable, !isClosed {
      idle.append(connection)
    } else {
      count -= 1
      await discard(connection)
      finishClosing()
    }
  }

  /// Ends the connections that nobody uses: the server has gone away, and they with it.
  func dropIdle() async {
    let dropped = idle
    idle = []
    count -= dropped.count
    finishClosing()
    for connection in dropped { await discard(connection) }
  }

  /// Lends nothing any more, and waits until every connection is back.
  func close() async {
    isClosed = true
    let waiters = line
    line = []
    for waiter in waiters {
      waiter.alarm.cancel()
      waiter.continuation.resume(throwing: StorageError.unavailable("it is closed"))
    }
    await dropIdle()
    guard count > 0 else { return }
    await withCheckedContinuation { closing.append($0) }
  }

  private func leave(_ ticket: Int, _ error: any Error) {
    guard let place = line.firstIndex(where: { $0.ticket == ticket }) else { return }
    let waiter = line.remove(at: place)
    waiter.alarm.cancel()
    waiter.continuation.resume(throwing: error)
  }

  private func finishClosing() {
    guard isClosed, count == 0 else { return }
    for continuation in closing { continuation.resume() }
    closing = []
  }
}
