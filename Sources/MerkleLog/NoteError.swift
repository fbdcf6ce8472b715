/// Why a note or checkpoint is refused.
public enum NoteError: Error, Hashable, CustomStringConvertible {
  /// More bytes than a note may have.
  case tooLong(limit: Int)
  /// Bytes that are no UTF-8.
  case noUnicode
  /// A control character other than a line feed.
  case controlCharacter
  /// No empty line with signatures below it.
  case noSignatures
  /// More signatures than a note may have.
  case tooManySignatures(limit: Int)
  /// A line below the empty one that is no signature; lines count from 1.
  case malformedSignature(line: Int)
  /// A signature with the name and identifier of a known key that this key did not make.
  case badSignature(name: String)
  /// None of the known keys signed it.
  case notSigned(by: [String])
  /// A line of a checkpoint that is not what it should be; lines count from 1.
  case malformedCheckpoint(line: Int, expected: String)
  /// A checkpoint of another log.
  case otherOrigin(expected: String, found: String)

  public var description: String {
    switch self {
    case .tooLong(let limit): "at most \(limit) bytes expected, more found. Give the checkpoint alone."
    case .noUnicode: "UTF-8 expected, other bytes found. Save the checkpoint as UTF-8."
    case .controlCharacter: "lines of plain text expected, a control character found. Copy the checkpoint again."
    case .noSignatures:
      "an empty line and signatures below it expected, none found. Copy the checkpoint to its last line."
    case .tooManySignatures(let limit): "at most \(limit) signatures expected, more found. Remove those of others."
    case .malformedSignature(let line):
      "line \(line): a dash, a name and a signature expected, something else found. Copy the checkpoint again."
    case .badSignature(let name):
      "the signature of \(name) does not fit the text: one of them was changed. Compare it with another copy."
    case .notSigned(let keys):
      "a signature by \(keys.joined(separator: " or ")) expected, none found. Check which log the checkpoint is of."
    case .malformedCheckpoint(let line, let expected):
      "line \(line): \(expected) expected, something else found. Copy the checkpoint again."
    case .otherOrigin(let expected, let found):
      "a checkpoint of \(expected) expected, one of \(found) found. Check which log the checkpoint is of."
    }
  }
}
