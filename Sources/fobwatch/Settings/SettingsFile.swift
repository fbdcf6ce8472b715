import Foundation

/// A file of settings: `name = value`, one a line; lines that begin with # are remarks. What it does not know it refuses,
/// with its place, and so it does with a setting that stands twice.
struct SettingsFile {
  /// Where it is looked for when nobody says where it is.
  static let usual = "/etc/fobwatch/fobwatch.conf"
  /// The most that is read, in bytes.
  private static let most = 1 << 20

  /// What stands in it, and in which line.
  private(set) var values: [Setting: (text: String, line: Int)] = [:]
  let path: String

  init(path: String) throws {
    self.path = path
    let data: Data
    do {
      data = try Data(contentsOf: URL(filePath: path))
    } catch {
      throw BadInput("\(path): the settings cannot be read: check the name and its permissions")
    }
    guard data.count <= Self.most, let text = String(validating: data, as: UTF8.self) else {
      throw BadInput("\(path): expected settings as UTF-8 text")
    }
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      try read(line, number: index + 1)
    }
  }

  private mutating func read(_ line: Substring, number: Int) throws {
    let words = line.trimmingCharacters(in: .whitespaces)
    guard !words.isEmpty, !words.hasPrefix("#") else { return }
    let parts = words.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    guard parts.count == 2, !parts[0].isEmpty else {
      throw BadInput("\(path):\(number): expected a line like 'port = 8080'")
    }
    guard let setting = Setting(rawValue: parts[0]) else {
      let known = Setting.allCases.map(\.rawValue).joined(separator: ", ")
      throw BadInput("\(path):\(number): unknown setting '\(parts[0])'; there are \(known)")
    }
    if let first = values[setting] {
      throw BadInput("\(path):\(number): '\(setting.rawValue)' stands in line \(first.line) already")
    }
    values[setting] = (parts[1], number)
  }
}
