public import Services

/// One event for the log.
///
/// It has no place for a text that a visitor sent: what can be said is fixed words of the program, numbers, the pattern
/// of a route, the name of a type. So a path, a name, a token or a form cannot get into the log by mistake.
public struct LogLine: Sendable {
  /// What is said beside the event.
  public enum Field: Sendable {
    /// A number of its own unit: `("port", 8080)`.
    case number(StaticString, Int)
    /// A word of the program: `("reason", "idle")`.
    case word(StaticString, StaticString)
    /// What kind of error was thrown, and not what it says.
    case error(any Error)
    /// A text of the program or of who runs it; never one of a request.
    case ofOperator(StaticString, String)
    case route(RouteField)
    case duration(Duration)
    case request(RequestID)
    /// An account by its random identifier, which nobody can read a name from.
    case account(Account.ID)
  }

  /// What was asked, as a log may say it.
  public struct RouteField: Sendable {
    let pattern: RoutePattern
    let method: AskedMethod
  }

  public let level: LogLevel
  /// "request", "handler-stuck".
  public let event: StaticString
  public let fields: [Field]

  public init(_ level: LogLevel, _ event: StaticString, _ fields: [Field] = []) {
    self.level = level
    self.event = event
    self.fields = fields
  }
}

/// The method of a request, of those that are told apart.
enum AskedMethod: Sendable, Hashable {
  case get, head, post, other

  init(_ name: String) {
    switch name {
    case "GET": self = .get
    case "HEAD": self = .head
    case "POST": self = .post
    default: self = .other
    }
  }

  var text: String {
    switch self {
    case .get: "GET"
    case .head: "HEAD"
    case .post: "POST"
    case .other: "OTHER"
    }
  }
}

/// Tells one request from all others, in the log and in the header `X-Request-Id`. It says nothing else.
public struct RequestID: Sendable, Hashable {
  let number: UInt64

  /// 16 hexadecimal digits.
  var text: String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}
