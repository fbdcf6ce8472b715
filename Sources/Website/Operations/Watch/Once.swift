import Synchronization

/// An answer that is given once, by whoever is first.
final class Once<Value: Sendable>: Sendable {
  private let continuation: Mutex<CheckedContinuation<Value, Never>?>

  init(_ continuation: CheckedContinuation<Value, Never>) { self.continuation = Mutex(continuation) }

  /// Gives the answer. False when there was one.
  @discardableResult
  func give(_ value: Value) -> Bool {
    let waiting = continuation.withLock { continuation in
      defer { continuation = nil }
      return continuation
    }
    waiting?.resume(returning: value)
    return waiting != nil
  }

  /// Whether there was an answer.
  var isGiven: Bool { continuation.withLock { $0 == nil } }
}

/// What a body returns, or nil when it takes longer than that. The body is cancelled then and may go on by itself.
func within<Value: Sendable>(
  _ limit: Duration, _ body: @escaping @Sendable () async -> Value
) async -> Value? {
  await withCheckedContinuation { continuation in
    let once = Once<Value?>(continuation)
    let work = Task { _ = once.give(await body()) }
    Task {
      try? await Task.sleep(for: limit)
      if once.give(nil) { work.cancel() }
    }
  }
}
