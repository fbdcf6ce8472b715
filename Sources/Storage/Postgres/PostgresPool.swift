/// Lends connections, each to one transaction at a time. Whoever comes when all are lent waits in line, for a limited
/// time.
actor PostgresPool {
  private let settings: PostgresSettings
  private var idle: [PostgresConnection] = []
  /// How many there are, lent and idle.
  private var count = 0
  private var line: [Waiter] = []
  private var lastTicket = 0
  private var isClosed = false
  private var closing: [CheckedContinuation<Void, Never>] = []

  private struct Waiter {
    let ticket: Int
    let continuation: CheckedContinuation<PostgresConnection, any Error>
    let limit: Task<Void, Never>
  }

  init(_ settings: PostgresSettings) { self.settings = settings }

  /// A connection that nobody else uses until it is given back.
  func take() async throws -> PostgresConnection {
    try Task.checkCancellation()
    guard !isClosed else { throw StorageError.unavailable("it is closed") }
    if let connection = idle.popLast() { return connection }
    if count < settings.connections {
      count += 1
      return PostgresConnection(settings)
    }
    lastTicket += 1
    let ticket = lastTicket
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        let limit = Task { [weak self, settings] in
          guard (try? await Task.sleep(for: settings.longestWait)) != nil else { return }
          await self?.leave(
            ticket, StorageError.timedOut("all \(settings.connections) connections to \(settings.address) are in use"))
        }
        line.append(Waiter(ticket: ticket, continuation: continuation, limit: limit))
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
  func give(_ connection: PostgresConnection, reusable: Bool) async {
    let next = reusable ? connection : PostgresConnection(settings)
    if !line.isEmpty, !isClosed {
      let waiter = line.removeFirst()
      waiter.limit.cancel()
      waiter.continuation.resume(returning: next)
    } else if reusable, !isClosed {
      idle.append(connection)
      return
    } else {
      count -= 1
      finishClosing()
    }
    if next !== connection || isClosed { await connection.close() }
  }

  /// Ends the connections that nobody uses: the server has gone away, and they with it.
  func dropIdle() async {
    let dropped = idle
    idle = []
    count -= dropped.count
    finishClosing()
    for connection in dropped { await connection.close() }
  }

  /// Lends nothing any more, and waits until every connection is back.
  func close() async {
    isClosed = true
    let waiters = line
    line = []
    for waiter in waiters {
      waiter.limit.cancel()
      waiter.continuation.resume(throwing: StorageError.unavailable("it is closed"))
    }
    await dropIdle()
    guard count > 0 else { return }
    await withCheckedContinuation { closing.append($0) }
  }

  private func leave(_ ticket: Int, _ error: any Error) {
    guard let place = line.firstIndex(where: { $0.ticket == ticket }) else { return }
    let waiter = line.remove(at: place)
    waiter.limit.cancel()
    waiter.continuation.resume(throwing: error)
  }

  private func finishClosing() {
    guard isClosed, count == 0 else { return }
    for continuation in closing { continuation.resume() }
    closing = []
  }
}
