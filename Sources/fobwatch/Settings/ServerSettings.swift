import Foundation
import Glibc
import Services
import Vocabulary
import Website

extension Settings {
  /// The first port to try.
  func port() throws -> Int { try number(.port, in: 0...65_535) ?? 8080 }

  /// What one visitor can take from the others.
  func limits() throws -> ServerLimits {
    var limits = ServerLimits()
    if let number = try number(.connections, in: 1...1_000_000) { limits.connections = number }
    if let time = try seconds(.idleTime) { limits.idle = time }
    if let time = try seconds(.transferTime) { limits.transfer = time }
    if let rate = try number(.transferRate, in: 1...1_000_000_000) { limits.slowest = rate }
    if let time = try seconds(.answerTime) { limits.answer = time }
    if let time = try seconds(.stuckTime) { limits.stuck = time }
    if let time = try seconds(.endTime) { limits.end = time }
    return limits
  }

  /// How long a check with an issuer counts.
  func checkPolicy() throws -> CheckPolicy {
    try number(.checkDays, in: 1...3660).map { CheckPolicy(days: $0) } ?? .standard
  }

  /// Who is believed about where visitors come from.
  func proxies() throws -> TrustedProxies {
    try value(.trustedProxy, expected: "addresses like 127.0.0.1 or 127.0.0.1, ::1") { TrustedProxies($0) } ?? .none
  }

  /// The log: lines for programs, or words when a person sits at the terminal.
  func log(_ writer: LogWriter) throws -> EventLog {
    let levels = LogLevel.allCases.map(\.rawValue).joined(separator: ", ")
    let level = try value(.logLevel, expected: "one of \(levels)") { LogLevel(rawValue: $0) }
    let form = try value(.logFormat, expected: "json, text or auto") { text -> LogForm? in
      switch text {
      case "json": .json
      case "text": .text
      case "auto": Self.formForStandardError
      default: nil
      }
    }
    return EventLog(
      least: level ?? .info, form: form ?? Self.formForStandardError,
      now: LogWriter.systemTime, write: writer.write)
  }

  /// Whom to tell of a flaw in security: both the address and the last day it holds, or neither.
  func security() throws -> SecurityContact? {
    let address = try address()
    guard let contact = written(.securityContact) else { return nil }
    guard let until = try day(.securityUntil) else {
      throw BadInput("\(contact.place): security-contact wants security-until, the last day it holds, like 2027-06-30")
    }
    do {
      return try SecurityContact(contact: contact.text, until: until, address: address)
    } catch {
      throw BadInput("\(contact.place): \(error)")
    }
  }

  /// What opens the figures to programs elsewhere.
  func metricsToken() throws -> String? {
    try value(.metricsToken, expected: "16 characters or more without blanks") { text in
      text.utf8.count >= 16 && text.utf8.allSatisfy { (0x21...0x7E).contains($0) } ? text : nil
    }
  }

  private static var formForStandardError: LogForm { isatty(STDERR_FILENO) == 1 ? .text : .json }
}
