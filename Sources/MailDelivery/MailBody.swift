import Cryptography

/// The text of a mail in lines that are short where they can be.
struct MailBody {
  /// How long lines are where there is a blank to break them at, in characters.
  private static let width = 72
  /// How long quoted lines are at most (RFC 2045), in bytes.
  private static let quotedWidth = 76

  /// Its lines, without their ends.
  let lines: [String]

  /// - Parameter isVerbatim: whether lines stay as they are.
  init(_ text: String, isVerbatim: Bool) {
    lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .flatMap { isVerbatim ? [String($0)] : Self.wrapped($0) }.reversed().drop { $0.isEmpty }.reversed()
  }

  /// Whether every server passes it on as it is.
  var isASCII: Bool { lines.allSatisfy { line in line.utf8.count <= 998 && line.utf8.allSatisfy(Self.isText) } }

  private static func isText(_ byte: UInt8) -> Bool { (0x20...0x7E).contains(byte) || byte == 0x09 }

  /// The same as quoted-printable.
  var quotedLines: [String] { lines.flatMap(Self.quoted) }

  private static func wrapped(_ line: Substring) -> [String] {
    var lines: [String] = []
    var current = ""
    for word in line.split(separator: " ") {
      if current.isEmpty {
        current = String(word)
      } else if current.count + 1 + word.count <= width {
        current += " \(word)"
      } else {
        lines.append(current)
        current = String(word)
      }
    }
    return lines + [current]
  }

  private static func quoted(_ line: String) -> [String] {
    var lines: [String] = []
    var current = ""
    let bytes = Array(line.utf8)
    for (index, byte) in bytes.enumerated() {
      let isBlankAtEnd = (byte == 0x20 || byte == 0x09) && index == bytes.count - 1
      let isPlain = isText(byte) && byte != UInt8(ascii: "=") && !isBlankAtEnd
      let piece = isPlain ? String(UnicodeScalar(byte)) : "=" + Hex.text([byte]).uppercased()
      if current.utf8.count + piece.utf8.count > quotedWidth - 1 {
        lines.append(current + "=")
        current = ""
      }
      current += piece
    }
    return lines + [current]
  }
}
