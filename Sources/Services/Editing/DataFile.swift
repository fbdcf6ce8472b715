import Foundation

/// A small JSON file in the data folder, replaced as a whole or not at all.
struct DataFile<Content: Codable> {
  let path: String

  /// What it holds; nil when there is no such file.
  func read() throws -> Content? {
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    do {
      return try JSONDecoder().decode(Content.self, from: Data(contentsOf: URL(filePath: path)))
    } catch {
      throw EditingError.unreadable(path)
    }
  }

  /// Writes beside the file and renames, so that a reader sees the old content or the new one.
  func write(_ content: Content) throws {
    let folder = URL(filePath: path).deletingLastPathComponent()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data((try JSON.text(content) + "\n").utf8).write(to: URL(filePath: path), options: .atomic)
  }
}

/// A change of the data folder that cannot be made.
public enum EditingError: Error, Sendable, Hashable, CustomStringConvertible {
  case unreadable(String)
  case unknownRule(String)
  case dayAhead(String)
  case noName
  case alreadyAdopted(String)
  case nothingToRollBack
  case damagedEdition(expected: String, found: String, folder: String)

  public var description: String {
    switch self {
    case .unreadable(let path):
      "\(path): expected a file that this program wrote, found something else; nothing was changed"
    case .unknownRule(let id): "no rule is called '\(id)'"
    case .dayAhead(let day): "the day \(day) has not come yet: give the day the sources were opened"
    case .noName: "expected who did it: give a name"
    case .alreadyAdopted(let edition): "edition \(edition) is the one in use already"
    case .nothingToRollBack: "no edition was adopted: the one in the program is in use"
    case .damagedEdition(let expected, let found, let folder):
      "\(folder): expected edition \(expected), found \(found): the folder was changed after it was adopted; adopt it again"
    }
  }
}
