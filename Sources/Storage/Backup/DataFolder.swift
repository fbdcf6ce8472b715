import Cryptography
import Foundation

/// The files of an installation.
enum DataFolder {
  static let database = "fobwatch.sqlite"
  static let keys = "keys"

  /// What is backed up beside the database: keys, adopted packs, imported lists. Not what only says that a server runs, nor
  /// what somebody was writing when it ended.
  static func files(_ folder: String) throws -> [String] {
    let paths: [String]
    do {
      paths = try FileManager.default.subpathsOfDirectory(atPath: folder)
    } catch {
      throw BackupError.noDatabase(folder)
    }
    return paths.filter { path in
      let parts = path.split(separator: "/")
      let isPassing =
        path.hasPrefix(database) || path == "serve.json" || parts.contains { $0.hasPrefix(".") }
        || path.hasPrefix("editions/incoming-") || path.hasSuffix(".new")
      return !isPassing && isFile("\(folder)/\(path)")
    }.sorted()
  }

  /// Makes a folder that only its owner enters; those above it are there.
  static func make(_ path: String) throws {
    guard mkdir(path, 0o700) == 0 else {
      throw BackupError.unwritable(path, reason: String(cString: strerror(errno)))
    }
  }

  /// Opens a new file that only its owner reads.
  static func create(_ path: String) throws -> FileHandle {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw BackupError.unwritable(path, reason: String(cString: strerror(errno))) }
    return FileHandle(fileDescriptor: file, closeOnDealloc: true)
  }

  /// Makes the names in a folder last through a loss of power.
  static func synchronize(_ path: String) {
    let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { return }
    fsync(folder)
    close(folder)
  }

  /// A name beside a path that nothing has yet.
  static func beside(_ path: String, _ use: String) -> String {
    let plain = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    return "\(plain).\(use)-\(Hex.text(RandomBytes.system(4)))"
  }

  private static func isFile(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }
}
