import Services
import Vocabulary

/// How a line of the log is written.
public enum LogForm: Sendable, Hashable {
  /// One JSON object a line, for programs.
  case json
  /// Words with blanks between, for a person at a terminal.
  case text

  /// The line with its end.
  func written(_ line: LogLine, at time: Instant) -> String {
    switch self {
    case .json: json(line, time)
    case .text: text(line, time)
    }
  }

  private func json(_ line: LogLine, _ time: Instant) -> String {
    var result =
      "{\"time\":\"\(Timestamp(time).text)\",\"level\":\"\(line.level.rawValue)\",\"event\":\"\(line.event)\""
    for field in line.fields {
      switch field {
      case .number(let name, let value): result += ",\"\(name)\":\(value)"
      case .word(let name, let word): result += ",\"\(name)\":\"\(word)\""
      case .error(let error): result += ",\"error\":\"\(Self.escaped(Self.name(of: error)))\""
      case .ofOperator(let name, let text): result += ",\"\(name)\":\"\(Self.escaped(text))\""
      case .route(let route): result += ",\"method\":\"\(route.method.text)\",\"route\":\"\(route.pattern.text)\""
      case .duration(let duration): result += ",\"milliseconds\":\(Self.milliseconds(duration))"
      case .request(let id): result += ",\"request\":\"\(id.text)\""
      case .account(let id): result += ",\"account\":\"\(id.text)\""
      }
    }
    return result + "}\n"
  }

  private func text(_ line: LogLine, _ time: Instant) -> String {
    var result = "\(Timestamp(time).timeOfDay) \(line.level.rawValue) \(line.event)"
    for field in line.fields {
      switch field {
      case .number(let name, let value): result += " \(name)=\(value)"
      case .word(let name, let word): result += " \(name)=\(word)"
      case .error(let error): result += " error=\(Self.name(of: error))"
      case .ofOperator(let name, let text): result += " \(name)=\"\(Self.escaped(text))\""
      case .route(let route): result += " \(route.method.text) \(route.pattern.text)"
      case .duration(let duration): result += " \(Self.milliseconds(duration))ms"
      case .request(let id): result += " #\(id.text)"
      case .account(let id): result += " account=\(id.text)"
      }
    }
    return result + "\n"
  }

  /// The type of an error and nothing that it carries.
  private static func name(of error: any Error) -> String { "\(type(of: error))" }

  /// With three decimals.
  private static func milliseconds(_ duration: Duration) -> String {
    let (seconds, attoseconds) = duration.components
    let microseconds = max(0, seconds * 1_000_000 + attoseconds / 1_000_000_000_000)
    let rest = String(1_000 + microseconds % 1_000).dropFirst()
    return "\(microseconds / 1_000).\(rest)"
  }

  /// What JSON wants, and no control character, so that no text can pretend to be another line.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value): result += " "
      case "\u{2028}", "\u{2029}": result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
