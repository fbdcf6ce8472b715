import Foundation
import Synchronization

/// Looks after the server once a second, from a thread that nothing else uses: through the running requests, and whether
/// the threads that answer still do.
final class Heartbeat: Sendable {
  private struct Pulse {
    /// When the threads that answer last did something for us.
    var seen: Duration
    var isAsked = false
    var isTold = false
  }

  private let running: RunningRequests
  private let log: EventLog
  private let patience: Duration
  private let now: @Sendable () -> Duration
  private let lives: @Sendable () -> Void
  /// Has the threads that answer call something.
  private let ask: @Sendable (@escaping @Sendable () -> Void) -> Void
  private let pulse: Mutex<Pulse>
  private let isStopped = Mutex(false)

  /// - Parameters:
  ///   - patience: how long the threads that answer may do nothing for us.
  ///   - now: a clock that only goes on.
  ///   - lives: called at each beat at which they did something lately.
  ///   - ask: has the threads that answer call something.
  init(
    _ running: RunningRequests, log: EventLog, patience: Duration, now: @escaping @Sendable () -> Duration,
    lives: @escaping @Sendable () -> Void = {},
    ask: @escaping @Sendable (@escaping @Sendable () -> Void) -> Void = { call in Task { call() } }
  ) {
    self.running = running
    self.log = log
    self.patience = patience
    self.now = now
    self.lives = lives
    self.ask = ask
    pulse = Mutex(Pulse(seen: now()))
  }

  func start() {
    Thread.detachNewThread { [self] in
      while !isStopped.withLock(\.self) {
        beat()
        Thread.sleep(forTimeInterval: 1)
      }
    }
  }

  func stop() { isStopped.withLock { $0 = true } }

  /// One look.
  func beat() {
    running.look(at: now())
    let asks = pulse.withLock { pulse in
      defer { pulse.isAsked = true }
      return !pulse.isAsked
    }
    if asks { ask { [self] in answered() } }
    judge()
  }

  /// Tells of it when the threads that answer did not do so lately, and when they do again.
  private func judge() {
    let now = now()
    let (quiet, wasTold) = pulse.withLock { pulse in
      let quiet = now - pulse.seen
      defer { pulse.isTold = quiet >= patience }
      return (quiet, pulse.isTold)
    }
    let isQuiet = quiet >= patience
    if isQuiet, !wasTold { log.say(.error, "threads-stuck", [.duration(quiet), .number("requests", running.count)]) }
    if !isQuiet, wasTold { log.say(.warning, "threads-free-again") }
    if !isQuiet { lives() }
  }

  private func answered() {
    let now = now()
    pulse.withLock { pulse in
      pulse.seen = now
      pulse.isAsked = false
    }
  }
}
