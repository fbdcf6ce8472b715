import Glibc

/// The keys of an installation: a folder of key files outside the database, which only its owner enters (mode 0700).
///
/// Each purpose has keys of its own, numbered from 1: `record-1.key`, `record-2.key`. The newest seals or signs; older ones
/// still open, until they are removed. Servers on several machines need the same files.
public struct KeyRing: Sendable {
  /// What a key is for. A key is never used for two purposes.
  public enum Purpose: String, CaseIterable, Sendable {
    /// What browsers keep.
    case cookie
    /// What is stored about people: seals the key of each person.
    case record
    /// What is known of people's health: seals a further key of each person.
    case health
    /// Digests by which something sealed is found, such as an address.
    case lookup
    /// Signs checkpoints of the log.
    case checkpoint
    /// Entries of the log that belong to nobody.
    case log
  }

  /// The folder of the files.
  public let folder: String

  /// Opens the folder, or makes it.
  public init(folder: String) throws(KeyError) {
    self.folder = folder
    var status = stat()
    if stat(folder, &status) != 0 {
      guard errno == ENOENT else { throw .unreadable(path: folder, reason: systemReason()) }
      guard mkdir(folder, 0o700) == 0 || errno == EEXIST, stat(folder, &status) == 0 else {
        throw .unwritable(path: folder, reason: systemReason())
      }
    }
    guard status.st_mode & S_IFMT == S_IFDIR else { throw .unreadable(path: folder, reason: "no folder") }
    guard status.st_mode & 0o077 == 0 else {
      throw .tooOpen(path: folder, expected: 0o700, found: status.st_mode & 0o777)
    }
  }

  /// The keys of a purpose; the first is made when there is none.
  public func keys(for purpose: Purpose) throws(KeyError) -> NumberedKeys {
    if try numbers(of: purpose).isEmpty { _ = try file(purpose, 1).key() }
    var keys: [UInt32: SecretKey] = [:]
    for number in try numbers(of: purpose) { keys[number] = try file(purpose, number).read() }
    let find: @Sendable (UInt32) -> SecretKey? = { [self] number in try? file(purpose, number).read() }
    guard let found = NumberedKeys(keys, finding: find) else { throw .noSuchKey(path: file(purpose, 1).path) }
    return found
  }

  /// Whether a purpose has a key already.
  public func hasKeys(for purpose: Purpose) throws(KeyError) -> Bool { try !numbers(of: purpose).isEmpty }

  /// Makes a newer key, and returns its number. Keys that were read before notice it when they meet something it sealed.
  @discardableResult
  public func rotate(_ purpose: Purpose) throws(KeyError) -> UInt32 {
    while true {
      let next = (try numbers(of: purpose).last ?? 0) + 1
      if try file(purpose, next).make() != nil { return next }
    }
  }

  /// Removes an old key for good: what it sealed can never be opened again.
  public func remove(_ number: UInt32, of purpose: Purpose) throws(KeyError) {
    let (numbers, path) = (try numbers(of: purpose), file(purpose, number).path)
    guard numbers.contains(number) else { throw .noSuchKey(path: path) }
    guard number != numbers.last else { throw .stillNeeded(path: path) }
    guard unlink(path) == 0 else { throw .unwritable(path: path, reason: systemReason()) }
    syncFolder(of: path)
  }

  /// The numbers of the keys of a purpose, the newest last.
  public func numbers(of purpose: Purpose) throws(KeyError) -> [UInt32] {
    guard let listing = opendir(folder) else { throw .unreadable(path: folder, reason: systemReason()) }
    defer { closedir(listing) }
    var numbers: [UInt32] = []
    while let entry = readdir(listing) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard name.hasPrefix(purpose.rawValue + "-"), name.hasSuffix(".key") else { continue }
      let digits = name.dropFirst(purpose.rawValue.count + 1).dropLast(4)
      if let number = UInt32(digits), number > 0, String(number) == digits { numbers.append(number) }
    }
    return numbers.sorted()
  }

  private func file(_ purpose: Purpose, _ number: UInt32) -> KeyFile {
    KeyFile(path: "\(folder)/\(purpose.rawValue)-\(number).key")
  }
}
