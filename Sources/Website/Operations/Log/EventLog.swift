public import Vocabulary

/// Where events are told: one line each.
public struct EventLog: Sendable {
  /// Events that matter less are left out.
  public let least: LogLevel
  private let form: LogForm
  private let now: @Sendable () -> Instant
  private let write: @Sendable (String) -> Void

  /// - Parameters:
  ///   - now: what time it is.
  ///   - write: takes a line with its end; it must not wait for anybody.
  public init(
    least: LogLevel, form: LogForm, now: @escaping @Sendable () -> Instant,
    write: @escaping @Sendable (String) -> Void
  ) {
    self.least = least
    self.form = form
    self.now = now
    self.write = write
  }

  /// A log that says nothing.
  public static let none = EventLog(least: .error, form: .json, now: { Instant(microseconds: 0) }, write: { _ in })

  /// Tells of an event, if it matters enough.
  public func say(_ level: LogLevel, _ event: StaticString, _ fields: @autoclosure () -> [LogLine.Field] = []) {
    guard level >= least else { return }
    write(form.written(LogLine(level, event, fields()), at: now()))
  }
}
