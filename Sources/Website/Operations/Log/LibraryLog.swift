import Logging

/// What the libraries below want to log. They may put parts of requests into what they say about trouble with one, so
/// nothing below a warning is taken, and no metadata.
struct LibraryLog: LogHandler {
  let log: EventLog

  /// A warning, whoever asks for more.
  var logLevel: Logger.Level {
    get { .warning }
    set { _ = newValue }
  }

  /// There is none.
  var metadata: Logger.Metadata {
    get { [:] }
    set { _ = newValue }
  }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { nil }
    set { _ = newValue }
  }

  func log(event: Logging.LogEvent) {
    let level: LogLevel = event.level >= .error ? .error : .warning
    log.say(level, "library", [.ofOperator("message", event.message.description)])
  }
}
