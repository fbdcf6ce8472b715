/// Finds characters that no pack or person file may hold, written out or escaped.
public enum CharacterCheck {
  /// More faults than this in one file help nobody.
  static let most = 100

  /// Control characters, other than tab and line ends, and line ends that editors do not count as such.
  public static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: false
    case 0x00..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  /// For messages: "the character U+0007".
  public static func name(_ scalar: Unicode.Scalar) -> String {
    if scalar.value == 0 { return "a NUL byte" }
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "the character U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  static func faults(in text: String, file: String) -> [Fault] {
    var faults: [Fault] = []
    var position = TextPosition()
    for scalar in text.unicodeScalars {
      if isForbidden(scalar) {
        let message = "expected text, found \(name(scalar)); remove it"
        faults.append(Fault(message, at: position.place(in: file)))
        if faults.count == most { break }
      }
      position.pass(scalar)
    }
    return faults
  }

  static func firstNotUTF8(in data: some Collection<UInt8>, file: String) -> Fault {
    var position = TextPosition()
    var decoder = UTF8()
    var bytes = data.makeIterator()
    while case .scalarValue(let scalar) = decoder.decode(&bytes) { position.pass(scalar) }
    let message = "expected UTF-8, found a byte that is not; save the file as UTF-8"
    return Fault(message, at: position.place(in: file))
  }
}

/// Counts lines and columns while a text is walked.
struct TextPosition {
  private(set) var line = 1
  private(set) var column = 1
  private var afterReturn = false

  mutating func pass(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\n" where afterReturn: afterReturn = false
    case "\n", "\r":
      line += 1
      column = 1
      afterReturn = scalar == "\r"
    default:
      column += 1
      afterReturn = false
    }
  }

  func place(in file: String) -> Place { Place(file: file, line: line, column: column) }
}
