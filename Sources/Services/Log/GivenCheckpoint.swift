public import Cryptography
public import MerkleLog

/// A checkpoint that was kept elsewhere and is given to compare the log with.
public struct GivenCheckpoint: Hashable, Sendable {
  /// Who signed it, as far as this installation can tell.
  public enum Signature: Hashable, Sendable {
    /// This installation.
    case own
    /// Somebody else: it is of another log, or the keys of this installation were replaced.
    case foreign
    /// Nobody: its size and root were typed from a print.
    case none
  }

  /// How many entries it speaks of, and their root.
  public let checkpoint: Checkpoint
  public let signature: Signature

  public init(_ checkpoint: Checkpoint, signature: Signature) {
    (self.checkpoint, self.signature) = (checkpoint, signature)
  }

  /// The root of so many entries, typed from a print.
  public static func typed(size: Int, root: Digest, origin: String) -> GivenCheckpoint? {
    let text = "\(origin)\n\(size)\n\(Base64.standard.text(root.bytes))\n"
    return (try? Checkpoint(text: text)).map { GivenCheckpoint($0, signature: .none) }
  }

  /// Finds the checkpoints in a text: a file with one or several, a mail, a print that was scanned. Ends of lines may be those
  /// of any system, and other paragraphs may stand around.
  ///
  /// - Parameter keys: those of this installation.
  /// - Throws: `NoteError` when there is none, or one that says to be of this installation was changed.
  public static func read(_ bytes: [UInt8], keys: [NoteKey]) throws(NoteError) -> [GivenCheckpoint] {
    guard bytes.count <= 16 * SignedNote.maximumBytes else { throw .tooLong(limit: 16 * SignedNote.maximumBytes) }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .noUnicode }
    var found: [GivenCheckpoint] = []
    for note in notes(in: text) { found.append(try read(note, keys)) }
    guard !found.isEmpty else { throw .noSignatures }
    return found
  }

  private static func read(_ note: String, _ keys: [NoteKey]) throws(NoteError) -> GivenCheckpoint {
    do {
      return GivenCheckpoint(try Checkpoint.read(Array(note.utf8), signedBy: keys), signature: .own)
    } catch .notSigned {
      let checkpoint = try Checkpoint(text: try SignedNote(reading: Array(note.utf8)).text)
      return GivenCheckpoint(checkpoint, signature: .foreign)
    }
  }

  /// The notes in a text: a paragraph, and behind it one of which every line begins with a dash.
  private static func notes(in text: String) -> [String] {
    var paragraphs: [[String]] = [[]]
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(trimmed) {
      let isOther = paragraphs.last?.last.map { isSignature($0) != isSignature(line) } ?? false
      if line.isEmpty || isOther { paragraphs.append([]) }
      if !line.isEmpty { paragraphs[paragraphs.count - 1].append(line) }
    }
    paragraphs.removeAll(where: \.isEmpty)
    return zip(paragraphs, paragraphs.dropFirst()).compactMap { text, signatures in
      guard !isSignature(text[0]), isSignature(signatures[0]) else { return nil }
      return (text + [""] + signatures).map { $0 + "\n" }.joined()
    }
  }

  private static func isSignature(_ line: String) -> Bool { line.hasPrefix("\u{2014} ") }

  /// Without a mark of the order of bytes in front, and blanks behind.
  private static func trimmed(_ line: Substring) -> String {
    var line = line.unicodeScalars
    if line.first == "\u{FEFF}" { line.removeFirst() }
    while let last = line.last, last.properties.isWhitespace { line.removeLast() }
    return String(line)
  }
}
