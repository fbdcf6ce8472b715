extension HTML {
  /// Collects the parts of one literal. Literal segments are `StaticString`, so no run-time string slips in as markup.
  public struct StringInterpolation: StringInterpolationProtocol {
    var text = ""

    /// Starts empty.
    public init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity + interpolationCount * 16)
    }

    /// Markup, as written in the source file.
    public mutating func appendLiteral(_ literal: StaticString) {
      text += literal.description
    }

    /// Text: `& < > " '` are escaped, so it fits between tags and between the quotes of an attribute.
    public mutating func appendInterpolation(_ string: String) {
      text += escaped(string)
    }

    /// A whole number.
    public mutating func appendInterpolation(_ number: Int) {
      text += String(number)
    }

    /// Markup passes through.
    public mutating func appendInterpolation(_ html: HTML) {
      text += html.text
    }

    /// Markup that may be absent.
    public mutating func appendInterpolation(_ html: HTML?) {
      text += html?.text ?? ""
    }

    /// Pieces of markup, one after the other.
    public mutating func appendInterpolation(_ pieces: some Sequence<HTML>) {
      for piece in pieces { text += piece.text }
    }

    /// An address for `href`, `src` or `action`. Any scheme but http, https and mailto becomes `#`.
    public mutating func appendInterpolation(url address: String) {
      text += isHarmless(address) ? escaped(address) : "#"
    }
  }
}

/// Replaces the five characters that mean something in markup.
private func escaped(_ string: String) -> String {
  // Most texts have none of them.
  guard string.utf8.contains(where: isSpecial) else { return string }
  var result = ""
  result.reserveCapacity(string.utf8.count)
  for scalar in string.unicodeScalars {
    switch scalar {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "\"": result += "&quot;"
    case "'": result += "&#39;"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
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
  let bytes = address.utf8
  guard !bytes.contains(where: { $0 <= 0x20 || $0 == 0x7F }) else { return false }
  guard let mark = bytes.firstIndex(where: endsScheme), bytes[mark] == UInt8(ascii: ":") else { return true }
  return ["http", "https", "mailto"].contains(address[..<mark].lowercased())
}

/// Whether a byte ends what could be a scheme.
private func endsScheme(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): true
  default: false
  }
}
