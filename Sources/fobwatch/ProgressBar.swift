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
  func show(_ done: Double) {
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
}
