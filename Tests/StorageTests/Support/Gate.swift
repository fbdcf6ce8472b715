import Dispatch
import Synchronization

/// Something that one side waits for until the other lets it go on: from a body, which blocks its own queue, or from a
/// task.
final class Gate: Sendable {
  private let group = DispatchGroup()

  init() { group.enter() }

  /// Lets everybody go on. Once is enough, and more is an error.
  func open() { group.leave() }

  /// Blocks the thread of a body.
  func wait() { group.wait() }

  func opened() async {
    await withCheckedContinuation { continuation in
      group.notify(queue: .global()) { continuation.resume() }
    }
  }
}

/// Counts from several threads.
final class Tally: Sendable {
  private let number = Mutex(0)
  var count: Int { number.withLock(\.self) }
  func add(_ step: Int = 1) { number.withLock { $0 += step } }
}
