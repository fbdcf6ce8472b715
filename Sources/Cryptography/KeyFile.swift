import Glibc

/// A key in a file of 32 bytes that only its owner reads (mode 0600).
public struct KeyFile: Sendable {
  /// Where it lies.
  public let path: String

  /// The file at a path, whether it is there or not.
  public init(path: String) { self.path = path }

  /// Reads the key, or makes the file with a fresh one.
  public func key(random: RandomBytes = .system) throws(KeyError) -> SecretKey {
    if let key = try read() { return key }
    // Another process can have been faster: then its key is the key.
    if let key = try make(random: random) { return key }
    guard let key = try read() else { throw .noSuchKey(path: path) }
    return key
  }

  /// The key; nil when there is no file.
  public func read() throws(KeyError) -> SecretKey? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else {
      guard errno == ENOENT else { throw .unreadable(path: path, reason: systemReason()) }
      return nil
    }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw .unreadable(path: path, reason: systemReason()) }
    guard status.st_mode & 0o077 == 0 else {
      throw .tooOpen(path: path, expected: 0o600, found: status.st_mode & 0o777)
    }
    var bytes = [UInt8](repeating: 0, count: 2 * SecretKey.size)
    let count = Glibc.read(file, &bytes, bytes.count)
    guard count >= 0 else { throw .unreadable(path: path, reason: systemReason()) }
    guard let key = SecretKey(Array(bytes.prefix(count))) else { throw .wrongSize(path: path, bytes: count) }
    return key
  }

  /// Makes the file with a fresh key; nil when there is one already, which stays. Nobody ever sees half a file.
  public func make(random: RandomBytes = .system) throws(KeyError) -> SecretKey? {
    let key = SecretKey.random(from: random)
    let draft = "\(path).\(Hex.text(RandomBytes.system(8))).new"
    let file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw .unwritable(path: path, reason: systemReason()) }
    defer { unlink(draft) }
    let isWritten = write(file, key.bytes, SecretKey.size) == SecretKey.size && fsync(file) == 0
    let reason = systemReason()
    close(file)
    guard isWritten else { throw .unwritable(path: path, reason: reason) }
    guard link(draft, path) == 0 else {
      guard errno == EEXIST else { throw .unwritable(path: path, reason: systemReason()) }
      return nil
    }
    syncFolder(of: path)
    return key
  }
}

/// What the system says about its last error.
func systemReason() -> String { String(cString: strerror(errno)) }

/// Makes a new or removed name in a folder last through a loss of power.
func syncFolder(of path: String) {
  let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
  let file = open(folder.isEmpty ? (path.hasPrefix("/") ? "/" : ".") : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
  guard file >= 0 else { return }
  fsync(file)
  close(file)
}
