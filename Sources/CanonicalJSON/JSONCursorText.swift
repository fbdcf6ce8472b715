extension JSONCursor {
  /// A text in quotes; the cursor stands on the first one.
  mutating func string() throws(JSONError) -> String {
    let start = offset
    offset += 1
    var text: [UInt8] = []
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""):
        offset += 1
        guard let text = String(validating: text, as: UTF8.self) else { throw error(.noUnicode, at: start) }
        return text
      case UInt8(ascii: "\\"): text += try escape()
      case 0..<0x20: throw error(.controlCharacter)
      default:
        text.append(byte)
        offset += 1
      }
    }
    throw error(.expected("a quote"))
  }

  /// The UTF-8 bytes of what stands behind a backslash.
  private mutating func escape() throws(JSONError) -> [UInt8] {
    let start = offset
    offset += 1
    let byte = next
    offset += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return byte.map { [$0] } ?? []
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "u"): return Array(String(Character(try scalar(start))).utf8)
    default: throw error(.expected("an escape"), at: start + 1)
    }
  }

  /// The code point of one or two escapes with four digits; the cursor stands behind the first `\u`.
  private mutating func scalar(_ start: Int) throws(JSONError) -> Unicode.Scalar {
    let first = try fourDigits()
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xDC00, take("\\"), take("u") else { throw error(.loneSurrogate, at: start) }
    let second = try fourDigits()
    guard (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw error(.loneSurrogate, at: start) }
    return scalar
  }

  private mutating func fourDigits() throws(JSONError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = next.flatMap({ Character(Unicode.Scalar($0)).hexDigitValue }) else {
        throw error(.expected("four hexadecimal digits"))
      }
      value = value << 4 | UInt32(digit)
      offset += 1
    }
    return value
  }
}
