import CLibPQ
import Dispatch
import Synchronization

/// A connection in the hands of one transaction. Whoever waits for that may give up from any thread; the connection is
/// not used again then, as the server may hear of it late and stop the next statement.
final class Lend: Sendable {
  private struct State {
    var isCancelled = false
    var handle: CancelHandle?
  }
  private let state = Mutex(State())

  var isCancelled: Bool { state.withLock { $0.isCancelled } }

  /// Names the connection that `cancel` stops.
  func begin(_ handle: CancelHandle?) {
    state.withLock { $0.handle = handle }
  }

  /// Stops the statement that runs, and lets no other begin.
  func cancel() {
    let handle = state.withLock { state in
      state.isCancelled = true
      return state.handle
    }
    guard let handle else { return }
    DispatchQueue.global().async { handle.cancel() }
  }
}

/// What libpq needs to cancel a statement of a connection.
///
/// Invariant: `pointer` is never changed, and `PQcancel` may be called from any thread; so it can be shared.
final class CancelHandle: @unchecked Sendable {
  private let pointer: OpaquePointer

  init?(_ connection: OpaquePointer) {
    guard let pointer = PQgetCancel(connection) else { return nil }
    self.pointer = pointer
  }

  deinit { PQfreeCancel(pointer) }

  /// Asks the server to stop what runs. Blocks until it has heard; that it is too late is no error.
  func cancel() {
    var message = [CChar](repeating: 0, count: 256)
    _ = PQcancel(pointer, &message, Int32(message.count))
  }
}
