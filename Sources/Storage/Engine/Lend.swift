import Dispatch
import Synchronization

/// A connection in the hands of one transaction. Whoever waits for that may give up, from any thread.
final class Lend: Sendable {
  private struct State {
    var isCancelled = false
    var stop: (@Sendable () -> Void)?
  }
  private let state = Mutex(State())

  var isCancelled: Bool { state.withLock { $0.isCancelled } }

  /// Begins; from now on `cancel` does this, which must not wait.
  func begin(_ stop: @escaping @Sendable () -> Void) {
    state.withLock { $0.stop = stop }
  }

  /// Stops the statement that runs, and lets no other begin. A database does not hear it while a statement is about to begin, so
  /// it is told again until this ends.
  func cancel() {
    let isRunning = state.withLock { state in
      state.isCancelled = true
      state.stop?()
      return state.stop != nil
    }
    guard isRunning else { return }
    DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(100), execute: cancel)
  }

  /// Ends. When this has returned, `cancel` stops nothing more.
  ///
  /// - Throws: `CancellationError` when it was cancelled.
  func end() throws {
    try state.withLock { state in
      state.stop = nil
      if state.isCancelled { throw CancellationError() }
    }
  }
}
