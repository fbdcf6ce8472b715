import Foundation

/// A folder for one test, removed afterwards.
struct Scratch {
  let path: String

  init() {
    path = FileManager.default.temporaryDirectory.appending(path: "packs-" + UUID().uuidString).path
  }

  func remove() { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a small pack into a folder below and returns its path.
  func write(_ pack: SmallPack, _ name: String) throws -> String {
    for (file, text) in pack.files {
      let url = URL(filePath: path).appending(path: name).appending(path: file)
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    }
    return path + "/" + name
  }

  /// Every file below a folder with its content.
  func content(_ name: String) -> [String: String] {
    let root = path + "/" + name
    var found: [String: String] = [:]
    for file in FileManager.default.subpaths(atPath: root) ?? [] {
      if let text = try? String(contentsOfFile: root + "/" + file, encoding: .utf8) { found[file] = text }
    }
    return found
  }
}
