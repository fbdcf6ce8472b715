public import Cryptography

/// What a log said at some time: so many leaves, and this root (C2SP tlog-checkpoint). Whoever keeps one can tell later
/// whether anything before it was rewritten, re-ordered or cut off.
public struct Checkpoint: Hashable, Sendable {
  /// Which log it is: the name of its key.
  public let origin: String
  /// How many leaves the log had.
  public let size: Int
  /// The root of their tree.
  public let root: Digest
  /// Further lines, which are signed and not understood here.
  public let extensions: [String]

  /// What the log of this key says now.
  public init(log: NoteKey, frontier: Frontier) { self.init(log: log, size: frontier.size, root: frontier.root) }

  init(log: NoteKey, size: Int, root: Digest) {
    (origin, self.size, self.root, extensions) = (log.name, size, root, [])
  }

  /// The lines that are signed.
  public var text: String {
    ([origin, String(size), Base64.standard.text(root.bytes)] + extensions).map { $0 + "\n" }.joined()
  }

  /// Reads the lines that are signed.
  public init(text: String) throws(NoteError) {
    let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { String($0) ?? "" }
    guard lines.last?.isEmpty == true else {
      throw .malformedCheckpoint(line: lines.count, expected: "a line feed at the end")
    }
    guard let origin = lines.first, !origin.isEmpty else { throw .malformedCheckpoint(line: 1, expected: "an origin") }
    guard lines.count > 2, let size = Int(lines[1]), (0...Frontier.largestSize).contains(size), String(size) == lines[1]
    else { throw .malformedCheckpoint(line: 2, expected: "a size in digits") }
    guard lines.count > 3, let root = Base64.standard.bytes(lines[2]).flatMap({ Digest($0) }) else {
      throw .malformedCheckpoint(line: 3, expected: "a root of 32 bytes in Base64")
    }
    extensions = Array(lines[3...].dropLast())
    if let empty = extensions.firstIndex(of: "") {
      throw .malformedCheckpoint(line: 4 + empty, expected: "a line that is not empty")
    }
    (self.origin, self.size, self.root) = (origin, size, root)
  }

  /// The checkpoint as a note signed by the log.
  public func signed(by signer: NoteSigner) -> SignedNote { SignedNote(text: text, known: signer) }

  /// Reads a note that one of the keys of a log signed, the present or earlier ones. Keys have the log's origin as name.
  public static func read(_ bytes: [UInt8], signedBy keys: [NoteKey]) throws(NoteError) -> Checkpoint {
    let note = try SignedNote(reading: bytes)
    let key = try note.verified(by: keys)
    let checkpoint = try Checkpoint(text: note.text)
    guard checkpoint.origin.utf8.elementsEqual(key.name.utf8) else {
      throw .otherOrigin(expected: key.name, found: checkpoint.origin)
    }
    return checkpoint
  }
}
