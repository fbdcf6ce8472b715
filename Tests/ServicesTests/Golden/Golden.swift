import Foundation
import Testing

/// Texts as people read them, kept in files. UPDATE_SNAPSHOTS=1 rewrites the files.
enum Golden {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Expected")

  static var isUpdating: Bool { ProcessInfo.processInfo.environment["UPDATE_SNAPSHOTS"] == "1" }

  /// Every kept text by its file's name, in order.
  static func all() throws -> [(name: String, text: String)] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path()).filter { $0.hasSuffix(".txt") }.sorted()
      .map { ($0, String(decoding: try Data(contentsOf: folder.appending(path: $0)), as: UTF8.self)) }
  }

  /// Compares a text with the kept one, letter by letter.
  static func check(_ text: String, _ name: String) throws {
    let file = folder.appending(path: name + ".txt")
    let text = text + "\n"
    if isUpdating { return try Data(text.utf8).write(to: file) }
    let kept = (try? Data(contentsOf: file)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    let (a, b) = (lines(kept), lines(text))
    let at = zip(a, b).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(a.count, b.count)
    #expect(
      text == kept,
      """
      \(name).txt changed; UPDATE_SNAPSHOTS=1 rewrites it. Line \(at + 1):
      - \(at < a.count ? a[at] : "(end)")
      + \(at < b.count ? b[at] : "(end)")
      """)
  }

  private static func lines(_ text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }
}
