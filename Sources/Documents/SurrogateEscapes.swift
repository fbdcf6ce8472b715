/// JSON writes a character beyond U+FFFF as two escapes, `\ud83d\ude00`; YAML refuses each of them. This joins the
/// two into the character they stand for, and remembers by how much that shortened each line.
struct SurrogateEscapes {
  /// The text with the pairs joined.
  let text: String
  private var shifts: [Int: [Shift]] = [:]
  private var halves: [TextPosition] = []

  private struct Shift {
    /// The first column after the joined character, in the joined text.
    let column: Int
    let removed: Int
  }

  init(joiningIn original: String) {
    guard Self.isFlow(original), Self.mayHoldSurrogates(original) else {
      text = original
      return
    }
    var joined = String.UnicodeScalarView()
    var before = TextPosition()
    var after = TextPosition()
    var inString = false
    var shifts: [Int: [Shift]] = [:]
    var halves: [TextPosition] = []
    var rest = Array(original.unicodeScalars)[...]

    func copy(_ count: Int) {
      for scalar in rest.prefix(count) {
        joined.append(scalar)
        before.pass(scalar)
        after.pass(scalar)
      }
      rest = rest.dropFirst(count)
    }
    func replace(_ count: Int, by scalar: Unicode.Scalar) {
      for scalar in rest.prefix(count) { before.pass(scalar) }
      joined.append(scalar)
      after.pass(scalar)
      shifts[after.line, default: []].append(Shift(column: after.column, removed: count - 1))
      rest = rest.dropFirst(count)
    }

    while let scalar = rest.first {
      if scalar == "\"" { inString.toggle() }
      guard inString, scalar == "\\" else {
        copy(1)
        continue
      }
      switch (Self.escape(rest), Self.escape(rest.dropFirst(6))) {
      case (let high?, let low?) where (0xD800..<0xDC00).contains(high) && (0xDC00..<0xE000).contains(low):
        replace(12, by: Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)) ?? "\u{FFFD}")
      case (let half?, _) where (0xD800..<0xE000).contains(half):
        halves.append(before)
        replace(6, by: "\u{FFFD}")
      default: copy(2)
      }
    }
    text = String(joined)
    self.shifts = shifts
    self.halves = halves
  }

  /// Where something at this place of the joined text stands in the original.
  func original(line: Int, column: Int) -> (line: Int, column: Int) {
    guard let passed = shifts[line] else { return (line, column) }
    // Invariant: a line's shifts are in order of column.
    return (line, column + passed.prefix { $0.column <= column }.reduce(0) { $0 + $1.removed })
  }

  /// One fault for each half of a pair that stands alone.
  func faults(file: String) -> [Fault] {
    halves.prefix(CharacterCheck.most).map {
      Fault("expected a character, found half of one; write the character itself", at: $0.place(in: file))
    }
  }

  private static func isFlow(_ text: String) -> Bool {
    let first = text.utf8.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
    return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
  }

  private static func mayHoldSurrogates(_ text: String) -> Bool {
    var previous: (UInt8, UInt8) = (0, 0)
    for byte in text.utf8 {
      if previous == (UInt8(ascii: "\\"), UInt8(ascii: "u")), byte | 0x20 == UInt8(ascii: "d") { return true }
      previous = (previous.1, byte)
    }
    return false
  }

  /// The value of the `\uHHHH` that `scalars` begins with.
  private static func escape(_ scalars: ArraySlice<Unicode.Scalar>) -> UInt32? {
    guard scalars.count >= 6, scalars.starts(with: ["\\", "u"]) else { return nil }
    var value: UInt32 = 0
    for scalar in scalars.dropFirst(2).prefix(4) {
      guard let digit = Character(scalar).hexDigitValue, scalar.isASCII else { return nil }
      value = value << 4 | UInt32(digit)
    }
    return value
  }
}
