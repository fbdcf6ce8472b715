/// Something that is wrong with the log.
public enum LogFault: Hashable, Sendable {
  /// There is no entry at this place, and there are some behind it or should be.
  case missing(sequence: Int)
  /// What the entry says is not what was hashed when it was written.
  case changed(sequence: Int)
  /// The head speaks of another number of entries than there are.
  case otherCount(head: Int, found: Int)
  /// The head speaks of another tree than the entries make.
  case otherRoot
  /// A checkpoint that is kept beside the log cannot be read, or was not signed by this installation.
  case damagedCheckpoint(size: Int)
  /// The entry does not open with the key of its person.
  case sealBroken(sequence: Int)
  /// A row of the record does not say what the entry says, or one of the two is missing.
  case otherRow(sequence: Int)
  /// The keys of so many people are gone and no entry says so, or are there although one says that they are gone.
  case otherKeys(people: Int)
}

extension LogFault {
  /// Where in the log it is; nil when it is not about one entry.
  public var sequence: Int? {
    switch self {
    case .missing(let sequence), .changed(let sequence), .sealBroken(let sequence), .otherRow(let sequence): sequence
    case .otherCount, .otherRoot, .damagedCheckpoint, .otherKeys: nil
    }
  }
}
