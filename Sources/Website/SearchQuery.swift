/// Words that are searched for, in an address.
enum SearchQuery {
  /// Letters of a question that an address keeps.
  static let longest = 120

  /// As the value of a query: letters and digits as they are, a blank as `+`, the rest by their bytes.
  static func encoded(_ text: String) -> String {
    var result = ""
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: result.unicodeScalars.append(Unicode.Scalar(byte))
      case 0x20: result += "+"
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        result += digits.count == 1 ? "%0\(digits)" : "%\(digits)"
      }
    }
    return result
  }

  /// As it is searched: without blanks around it, and not longer than that.
  static func read(_ text: String) -> String {
    let kept = text.unicodeScalars.map { $0.value < 0x20 ? " " : Character($0) }
    let words = String(kept).split(separator: " ").joined(separator: " ")
    return String(words.prefix(longest))
  }
}
