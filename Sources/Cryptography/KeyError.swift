/// Why there is no key. Says paths and numbers, never a key.
public enum KeyError: Error, Equatable, CustomStringConvertible {
  /// A file or folder of keys cannot be read.
  case unreadable(path: String, reason: String)
  /// It cannot be written.
  case unwritable(path: String, reason: String)
  /// A file has not the 32 bytes of a key.
  case wrongSize(path: String, bytes: Int)
  /// Others than the owner can read it; modes as of chmod.
  case tooOpen(path: String, expected: UInt32, found: UInt32)
  /// There is no key of that number.
  case noSuchKey(path: String)
  /// The newest key of a purpose, or the only one, was to be removed.
  case stillNeeded(path: String)

  public var description: String {
    switch self {
    case .unreadable(let path, let reason):
      "\(path): cannot be read (\(reason)). Give this user the right to read it."
    case .unwritable(let path, let reason):
      "\(path): cannot be written (\(reason)). Give this user the right to write there, or choose another data folder."
    case .wrongSize(let path, let bytes):
      "\(path): 32 bytes expected, \(bytes) found. Restore the file from a backup; without it, what it sealed is lost."
    case .tooOpen(let path, let expected, let found):
      """
      \(path): mode \(octal(expected)) expected, \(octal(found)) found: others could read it. \
      Run: chmod \(octal(expected)) \(path)
      """
    case .noSuchKey(let path):
      "\(path): a key expected, none found. Copy the file there from the machine or backup that has it."
    case .stillNeeded(let path):
      "\(path): the newest key of its purpose cannot be removed. Make a newer one first."
    }
  }

  private func octal(_ mode: UInt32) -> String { "0" + String(mode, radix: 8) }
}
