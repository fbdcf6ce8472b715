/// Why something sealed did not open.
public enum SealError: Error, Equatable, CustomStringConvertible {
  /// It is shorter than anything sealed.
  case tooShort(bytes: Int)
  /// It was sealed with a key of a number that is not here.
  case noKey(number: UInt32)
  /// It was changed, or sealed for another context.
  case changed

  public var description: String {
    switch self {
    case .tooShort(let bytes):
      "sealed bytes expected, \(bytes) bytes found, which is too few. Restore them from a backup."
    case .noKey(let number):
      "sealed with key \(number), which is not in the key folder. Copy its file there from the machine or backup that has it."
    case .changed: "sealed bytes were changed, or belong elsewhere. Restore them from a backup."
    }
  }
}
