import Synchronization
import Vocabulary

@testable import Website

/// A log that keeps its lines.
final class LogCapture: Sendable {
  private let kept = Mutex<[String]>([])

  var lines: [String] { kept.withLock(\.self) }

  func log(_ least: LogLevel = .debug, _ form: LogForm = .json) -> EventLog {
    EventLog(
      least: least, form: form, now: { Instant(microseconds: 1_795_339_801_250_000) },
      write: { [self] line in kept.withLock { $0.append(line) } })
  }
}

/// A clock that stands until it is moved.
final class StandingClock: Sendable {
  private let time = Mutex(Duration.zero)

  var now: Duration { time.withLock(\.self) }
  func move(_ step: Duration) { time.withLock { $0 += step } }
}
