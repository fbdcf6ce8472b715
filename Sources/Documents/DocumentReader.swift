/// Reads the YAML subset that packs and person files are written in, and JSON, which is part of it.
///
/// The subset has maps, lists, texts and nulls. It has no anchors and aliases (a short file could stand for an endless
/// one), no tags, no merge keys, and no bare `yes`, `no`, `on`, `off`, `y`, `n` (true or false to some programs, text to
/// others). What it takes of time and memory grows with the size of the text, however the text is made.
public enum DocumentReader {
  /// The largest file that is read, in bytes.
  public static let maximumBytes = 1 << 20
  /// How deep lists and maps may nest.
  public static let maximumDepth = 64

  /// Reads one document, or reports everything that is wrong with it.
  ///
  /// - Parameters:
  ///   - text: the whole file.
  ///   - file: what to call the file in faults.
  public static func read(text: String, file: String) throws(Faults) -> Node {
    guard text.utf8.count <= maximumBytes else { throw tooLarge(bytes: text.utf8.count, file: file) }
    let unmarked = text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
    let forbidden = CharacterCheck.faults(in: unmarked, file: file)
    guard forbidden.isEmpty else { throw Faults(forbidden) }

    let escapes = SurrogateEscapes(joiningIn: unmarked)
    var events = EventReader(file: file, escapes: escapes)
    let root = events.read()
    let faults = escapes.faults(file: file) + events.faults
    guard let root, faults.isEmpty else { throw Faults(faults) }
    return root
  }

  /// Reads one document from bytes, which must be UTF-8.
  public static func read(data: some Collection<UInt8>, file: String) throws(Faults) -> Node {
    guard data.count <= maximumBytes else { throw tooLarge(bytes: data.count, file: file) }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw Faults([CharacterCheck.firstNotUTF8(in: data, file: file)])
    }
    return try read(text: text, file: file)
  }

  private static func tooLarge(bytes: Int, file: String) -> Faults {
    let message = "expected at most \(maximumBytes) bytes, found \(bytes); split the file"
    return Faults([Fault(message, at: Place(file: file, line: 1, column: 1))])
  }
}
