import CLibPQ
import Dispatch

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

  /// Asks the server to stop what runs, on another thread. It may hear of it so late that it stops the next statement:
  /// the connection cannot be used again.
  func cancel() {
    DispatchQueue.global().async {
      var message = [CChar](repeating: 0, count: 256)
      // That it is too late is no error.
      _ = PQcancel(self.pointer, &message, Int32(message.count))
    }
  }
}
