/// How much an event of the log matters.
public enum LogLevel: String, Sendable, Hashable, CaseIterable, Comparable {
  /// Each request of a machine that watches us; connections that were closed.
  case debug
  /// Each request; the start and the end of the server.
  case info
  /// What somebody should look at soon: a handler that is stuck, a check that fails.
  case warning
  /// What did not work.
  case error

  public static func < (one: LogLevel, other: LogLevel) -> Bool { one.rank < other.rank }

  private var rank: Int {
    switch self {
    case .debug: 0
    case .info: 1
    case .warning: 2
    case .error: 3
    }
  }
}
