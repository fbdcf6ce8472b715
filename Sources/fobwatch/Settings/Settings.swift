import Foundation
import Vocabulary

/// The settings of a server. An option of the command wins over a variable of the environment, that over the file, and
/// that over what is usual.
struct Settings {
  /// A setting as it was written, and where.
  struct Written {
    let text: String
    /// "--port", "FOBWATCH_PORT", "/etc/fobwatch/fobwatch.conf:3".
    let place: String
  }

  private let options: [Setting: String]
  private let environment: [String: String]
  private let file: SettingsFile?

  /// - Parameters:
  ///   - options: those that were given.
  ///   - config: the file; without one the usual file, if there is one.
  init(options: [Setting: String], config: String?, environment: [String: String]) throws {
    self.options = options
    self.environment = environment
    if let path = config ?? environment["FOBWATCH_CONFIG"] {
      file = try SettingsFile(path: path)
    } else {
      let isThere = FileManager.default.fileExists(atPath: SettingsFile.usual)
      file = isThere ? try SettingsFile(path: SettingsFile.usual) : nil
    }
  }

  /// What was set, if it was. Nothing after the `=` is as if it were not there.
  func written(_ setting: Setting) -> Written? {
    if let text = options[setting] { return Written(text: text, place: "--\(setting.rawValue)") }
    if let text = environment[setting.variable], !text.isEmpty { return Written(text: text, place: setting.variable) }
    guard let file, let value = file.values[setting], !value.text.isEmpty else { return nil }
    return Written(text: value.text, place: "\(file.path):\(value.line)")
  }

  /// A text, or what is usual.
  func text(_ setting: Setting, else usual: String) -> String { written(setting)?.text ?? usual }

  /// A value of some kind; nil when nothing was set.
  ///
  /// - Parameters:
  ///   - expected: what belongs there, for the message: "a port from 0 to 65535".
  ///   - read: nil for a text that is none.
  func value<Value>(_ setting: Setting, expected: String, _ read: (String) -> Value?) throws -> Value? {
    guard let written = written(setting) else { return nil }
    guard let value = read(written.text) else {
      throw BadInput("\(written.place): expected \(expected) for \(setting.rawValue), found '\(written.text)'")
    }
    return value
  }

  func number(_ setting: Setting, in range: ClosedRange<Int>) throws -> Int? {
    try value(setting, expected: "a whole number from \(range.lowerBound) to \(range.upperBound)") { text in
      Int(text).flatMap { range.contains($0) ? $0 : nil }
    }
  }

  func yesOrNo(_ setting: Setting) throws -> Bool? {
    try value(setting, expected: "true or false") { Bool($0) }
  }

  /// A span in seconds; more than nothing, a day at most.
  func seconds(_ setting: Setting) throws -> Duration? {
    try value(setting, expected: "a number of seconds, more than 0 and 86400 at most") { text in
      Double(text).flatMap { $0 > 0 && $0 <= 86_400 ? .milliseconds(Int64(($0 * 1_000).rounded(.up))) : nil }
    }
  }

  func day(_ setting: Setting) throws -> CivilDate? {
    try value(setting, expected: "a day like 2027-06-30") { CivilDate($0) }
  }
}
