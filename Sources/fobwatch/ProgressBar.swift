import Dispatch
import Foundation
import Synchronization

/// How much of a long task is done, on a terminal; silent elsewhere. Control-C is noticed, not fatal.
struct ProgressBar {
  private final class State: Sendable {
    let isInterrupted = Mutex(false)
    let shown = Mutex(-1)
  }

  private let title: String
  private let isTerminal = isatty(STDERR_FILENO) == 1
  private let state = State()
  private let source: any DispatchSourceSignal

  init(_ title: String) {
    self.title = title
    signal(SIGINT, SIG_IGN)
    source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
    source.setEventHandler { [state] in state.isInterrupted.withLock { $0 = true } }
    source.resume()
  }

  /// - Parameter done: 0...1.
  func show(_ done: Double) { Self.show(done, title, isTerminal, state) }

  private static func show(_ done: Double, _ title: String, _ isTerminal: Bool, _ state: State) {
    let percent = Int(min(max(done, 0), 1) * 100)
    guard isTerminal,
      state.shown.withLock({ old in
        defer { old = percent }; return old != percent
      })
    else { return }
    let full = percent * 30 / 100
    let bar = String(repeating: "#", count: full) + String(repeating: ".", count: 30 - full)
    FileHandle.standardError.write(Data("\r\(title) [\(bar)] \(percent) %".utf8))
  }

  func clear() {
    if isTerminal { FileHandle.standardError.write(Data("\r\u{1B}[2K".utf8)) }
  }

  var isInterrupted: Bool { state.isInterrupted.withLock { $0 } }

  /// Runs a body that tells how much is done, 0 to 1, and cancels it at Control-C.
  ///
  /// - Throws: what the body throws; `CancellationError` after Control-C.
  func running<T: Sendable>(
    _ body: @escaping @Sendable (_ show: @escaping @Sendable (Double) -> Void) async throws -> T
  ) async throws -> T {
    let (title, isTerminal, state) = (title, isTerminal, state)
    defer { clear() }
    return try await withThrowingTaskGroup(of: T?.self) { group in
      group.addTask { try await body { Self.show($0, title, isTerminal, state) } }
      group.addTask {
        while !state.isInterrupted.withLock({ $0 }) { try await Task.sleep(for: .milliseconds(50)) }
        throw CancellationError()
      }
      defer { group.cancelAll() }
      while let result = try await group.next() {
        if let result { return result }
      }
      throw CancellationError()
    }
  }
}
