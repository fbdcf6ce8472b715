extension HTML {
  /// Collects the parts of one literal. Literal segments are `StaticString`, so no run-time string slips in as markup.
  public struct StringInterpolation: StringInterpolationProtocol {
    var bytes: [UInt8] = []

    /// Starts empty.
    public init(literalCapacity: Int, interpolationCount: Int) {
      bytes.reserveCapacity(literalCapacity + interpolationCount * 64)
    }

    /// Markup, as written in the source file.
    public mutating func appendLiteral(_ literal: StaticString) {
      literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    /// Text: `& < > " '` are escaped, so it fits between tags and between the quotes of an attribute.
    public mutating func appendInterpolation(_ string: String) {
      bytes.append(escaping: string)
    }

    /// A whole number.
    public mutating func appendInterpolation(_ number: Int) {
      bytes.append(contentsOf: String(number).utf8)
    }

    /// Markup passes through.
    public mutating func appendInterpolation(_ html: HTML) {
      bytes.append(contentsOf: html.bytes)
    }

    /// Markup that may be absent.
    public mutating func appendInterpolation(_ html: HTML?) {
      if let html { bytes.append(contentsOf: html.bytes) }
    }

    /// Pieces of markup, one after the other.
    public mutating func appendInterpolation(_ pieces: [HTML]) {
      for piece in pieces { bytes.append(contentsOf: piece.bytes) }
    }

    /// An address for `href`, `src` or `action`. Any scheme but http, https and mailto becomes `#`.
    public mutating func appendInterpolation(url address: String) {
      bytes.append(escaping: isHarmless(address) ? address : "#")
    }
  }
}

extension [UInt8] {
  /// Appends a text, with the five characters replaced that mean something in markup.
  fileprivate mutating func append(escaping string: String) {
    var string = string
    string.withUTF8 { text in
      guard text.contains(where: isSpecial) else { return append(contentsOf: text) }
      var start = 0
      for index in text.indices where isSpecial(text[index]) {
        append(contentsOf: text[start..<index])
        append(contentsOf: escape(text[index]))
        start = index + 1
      }
      append(contentsOf: text[start...])
    }
  }
}

/// How a character is written that means something in markup.
private func escape(_ byte: UInt8) -> String.UTF8View {
  switch byte {
  case UInt8(ascii: "&"): "&amp;".utf8
  case UInt8(ascii: "<"): "&lt;".utf8
  case UInt8(ascii: ">"): "&gt;".utf8
  case UInt8(ascii: "\""): "&quot;".utf8
  default: "&#39;".utf8
  }
}

private func isSpecial(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): true
  default: false
  }
}

/// Relative, or with one of three schemes. Blanks and control characters are refused: browsers drop some of them, and
/// so could read a scheme where we see none.
private func isHarmless(_ address: String) -> Bool {
  var address = address
  return address.withUTF8 { bytes in
    guard !bytes.contains(where: { $0 <= 0x20 || $0 == 0x7F }) else { return false }
    guard let mark = bytes.firstIndex(where: endsScheme), bytes[mark] == UInt8(ascii: ":") else { return true }
    return ["http", "https", "mailto"].contains(String(decoding: bytes[..<mark], as: UTF8.self).lowercased())
  }
}

/// Whether a byte ends what could be a scheme.
private func endsScheme(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): true
  default: false
  }
}
