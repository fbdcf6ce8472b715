/// Writes documents as one text that is far quicker to read back than YAML, for packs that are read when the program is
/// built and wanted when it starts.
///
/// ```
/// text     = "N2" count { path bytes node }  bytes of the node, so that it can be passed over
/// node     = place ( "s" text | "q" text | "n" | "l" count { node } | "m" count { place key node } )
/// place    = line column                    each less that of the place before it in the document, zigzag
/// path, key, text = bytes UTF-8
/// count, bytes, line, column = numbers of five bits a character, least first; "P"... "o" continue, "0"... "O" end
/// ```
public enum NodeCodec {
  static let mark = "N2"

  /// Writes documents, each under its path. Nodes deeper than `DocumentReader.maximumDepth` cannot be read back.
  public static func encode(_ documents: [(path: String, node: Node)]) -> String {
    var encoder = NodeEncoder()
    encoder.write(documents)
    return String(decoding: encoder.bytes, as: UTF8.self)
  }

  /// Reads what `encode` wrote. Anything else throws; nothing traps.
  public static func decode(_ text: String) throws(NodeCodecError) -> [(path: String, node: Node)] {
    var text = text
    let result = text.withUTF8 { bytes in Result { () throws(NodeCodecError) in try decode(utf8: bytes) } }
    return try result.get()
  }

  /// Reads a constant of the program without copying it.
  ///
  /// - Parameter isWanted: which documents to read, by path; the others are passed over.
  public static func decode(
    _ text: StaticString, where isWanted: (_ path: String) -> Bool = { _ in true }
  ) throws(NodeCodecError) -> [(path: String, node: Node)] {
    let result = text.withUTF8Buffer { bytes in
      Result { () throws(NodeCodecError) in
        var decoder = NodeDecoder(bytes: bytes)
        return try decoder.documents(where: isWanted)
      }
    }
    return try result.get()
  }

  /// Reads the UTF-8 bytes of what `encode` wrote.
  public static func decode(
    utf8: UnsafeBufferPointer<UInt8>
  ) throws(NodeCodecError) -> [(path: String, node: Node)] {
    var decoder = NodeDecoder(bytes: utf8)
    return try decoder.documents()
  }
}

/// Why a text is not what `NodeCodec.encode` writes.
public enum NodeCodecError: Error, Sendable, Hashable, CustomStringConvertible {
  /// At this byte, counted from 0, something else was expected.
  case corrupt(byte: Int, expected: String)

  public var description: String {
    switch self {
    case .corrupt(let byte, let expected):
      "encoded documents, byte \(byte): expected \(expected), found something else; build the program again"
    }
  }
}
