import Foundation

/// A small file system in memory, where the tests may make one: only root may.
enum Mount {
  static let isPossible = geteuid() == 0 && (try? withMount("64k") { _ in }) != nil

  /// Runs a body with a folder that holds no more than a size, like `2m`.
  static func withMount<T>(_ size: String, _ body: (String) throws -> T) throws -> T {
    let folder = try make(size)
    defer { remove(folder) }
    return try body(folder)
  }

  @discardableResult
  static func withMount<T>(_ size: String, _ body: (String) async throws -> T) async throws -> T {
    let folder = try make(size)
    defer { remove(folder) }
    return try await body(folder)
  }

  /// Makes what is in the folder readable only, or writable again.
  static func remount(_ folder: String, readOnly: Bool) throws {
    try run(["mount", "-o", readOnly ? "remount,ro" : "remount,rw", folder])
  }

  private static func make(_ size: String) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: "fobwatch-mount-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    do {
      try run(["mount", "-t", "tmpfs", "-o", "size=\(size)", "tmpfs", folder])
    } catch {
      try? FileManager.default.removeItem(atPath: folder)
      throw error
    }
    return folder
  }

  private static func remove(_ folder: String) {
    try? run(["umount", "-l", folder])
    try? FileManager.default.removeItem(atPath: folder)
  }

  private static func run(_ command: [String]) throws { try Command.run(command) }
}
