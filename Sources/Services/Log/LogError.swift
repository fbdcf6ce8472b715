/// Why an entry was not added to the log, or could not be read.
public enum LogError: Error, Hashable, CustomStringConvertible {
  /// A kind with other characters than small letters, digits, points and hyphens, or too many.
  case badKind(String)
  /// An entry of more bytes than the limit.
  case tooLarge(kind: String, bytes: Int, limit: Int)
  /// The key of this person was destroyed: nothing more is written about them.
  case personErased
  /// An entry that does not open: its key is another, or it was changed.
  case unreadable(sequence: Int)
  /// The row that says how far the log has come is missing or damaged.
  case damagedHead

  public var description: String {
    switch self {
    case .badKind(let kind):
      "a kind of entry of up to \(LogEntry.longestKind) small letters, digits, points and hyphens expected, '\(kind)' found"
    case .tooLarge(let kind, let bytes, let limit):
      "an entry of at most \(limit) bytes expected, \(bytes) bytes of \(kind) found. Save less at once."
    case .personErased: "this person's record was erased: nothing more can be saved in it"
    case .unreadable(let sequence):
      "entry \(sequence) of the log does not open: it was changed. Run: fobwatch log verify"
    case .damagedHead:
      "the database does not say how far the log has come, or says it wrongly. Put back the last backup."
    }
  }
}
