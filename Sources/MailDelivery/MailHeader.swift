import Cryptography

/// The values of a mail's head. What is not plain ASCII becomes encoded words (RFC 2047), folded so that no line is longer
/// than 76 bytes; line ends and other controls become blanks.
enum MailHeader {
  /// A text: a subject.
  ///
  /// - Parameter start: how many bytes stand before it in its line.
  static func text(_ value: String, after start: Int) -> String {
    let clean = cleaned(value)
    // What could be taken for an encoded word is encoded, too.
    guard clean.utf8.allSatisfy({ $0 < 0x80 }), !clean.contains("=?"), start + clean.utf8.count <= 76 else {
      return encoded(clean)
    }
    return clean
  }

  /// A name before an address: as it is, in quotes, or encoded.
  static func phrase(_ value: String, after start: Int) -> String {
    let plain = text(value, after: start)
    guard !plain.hasPrefix("=?"), plain.contains(where: { !$0.isLetter && !$0.isNumber && $0 != " " }) else {
      return plain
    }
    return "\"" + plain.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : "\($0)" }.joined() + "\""
  }

  private static func cleaned(_ value: String) -> String {
    var clean = String.UnicodeScalarView()
    for scalar in value.unicodeScalars {
      let isControl =
        scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || [0x2028, 0x2029].contains(scalar.value)
      clean.append(isControl ? " " : scalar)
    }
    return String(clean)
  }

  /// Words of at most 75 bytes, each of whole characters.
  private static func encoded(_ text: String) -> String {
    var words: [String] = []
    var part: [UInt8] = []
    for scalar in text.unicodeScalars {
      let bytes = Array(String(scalar).utf8)
      // 45 bytes are 60 letters of Base64.
      if part.count + bytes.count > 45 - (words.isEmpty ? 6 : 0) {
        words.append(word(part))
        part = []
      }
      part += bytes
    }
    words.append(word(part))
    return words.joined(separator: "\r\n ")
  }

  private static func word(_ bytes: [UInt8]) -> String { "=?utf-8?B?\(Base64.standard.text(bytes))?=" }
}
