import Glibc

/// Where the key of the cookies lies: a file of 32 bytes that only its owner reads, made at the first start.
struct KeyFile {
  /// Why there is no key.
  enum KeyFileError: Error, CustomStringConvertible {
    case unreadable(path: String, reason: String)
    case wrongSize(path: String, bytes: Int)
    case unwritable(path: String, reason: String)

    var description: String {
      switch self {
      case .unreadable(let path, let reason):
        "\(path): cannot be read (\(reason)). Give this user the right to read it."
      case .wrongSize(let path, let bytes):
        "\(path): 32 bytes expected, \(bytes) found. Remove the file to get a new key; kept cookies are then lost."
      case .unwritable(let path, let reason): "\(path): cannot be written (\(reason)). Choose another data folder."
      }
    }
  }

  let path: String

  /// Reads the key, or makes one.
  func key() throws(KeyFileError) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else {
      guard errno == ENOENT else { throw .unreadable(path: path, reason: reason()) }
      return try make()
    }
    defer { close(file) }
    fchmod(file, 0o600)
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = read(file, &bytes, bytes.count)
    guard count >= 0 else { throw .unreadable(path: path, reason: reason()) }
    guard count == 32 else { throw .wrongSize(path: path, bytes: count) }
    return Array(bytes.prefix(32))
  }

  private func make() throws(KeyFileError) -> [UInt8] {
    let key = Seal.newKey()
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw .unwritable(path: path, reason: reason()) }
    defer { close(file) }
    guard write(file, key, key.count) == key.count, fsync(file) == 0 else {
      throw .unwritable(path: path, reason: reason())
    }
    return key
  }

  private func reason() -> String { String(cString: strerror(errno)) }
}
