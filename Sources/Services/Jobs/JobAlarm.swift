/// Wakes a runner that sleeps. Several rings before it wakes count as one; one that comes while it works is kept.
actor JobAlarm {
  private var hasRung = false
  private var sleeper: (ticket: Int, continuation: CheckedContinuation<Void, any Error>)?
  private var lastTicket = 0

  func ring() {
    guard let woken = sleeper else {
      hasRung = true
      return
    }
    sleeper = nil
    woken.continuation.resume()
  }

  /// Returns when it rings, or has rung since the last time. One at a time may wait.
  ///
  /// - Throws: `CancellationError`.
  func wait() async throws {
    if hasRung {
      hasRung = false
      return
    }
    lastTicket += 1
    let ticket = lastTicket
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        sleeper = (ticket, continuation)
        if Task.isCancelled { stop(ticket) }
      }
    } onCancel: {
      Task { await self.stop(ticket) }
    }
  }

  private func stop(_ ticket: Int) {
    guard let stopped = sleeper, stopped.ticket == ticket else { return }
    sleeper = nil
    stopped.continuation.resume(throwing: CancellationError())
  }
}
