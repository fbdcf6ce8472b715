/// Bytes as letters (RFC 4648), one way only: a text that decodes is the text those bytes encode to.
public enum Base64: Sendable {
  /// Section 4: `+` and `/`, filled up with `=`.
  case standard
  /// Section 5: `-` and `_`, not filled up; fit for a cookie, an address or a file name.
  case url

  /// The letters of the bytes.
  public func text(_ bytes: some Collection<UInt8>) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count * 4 / 3 + 4)
    var (bits, count): (UInt32, UInt32) = (0, 0)
    for byte in bytes {
      bits = bits << 8 | UInt32(byte)
      count += 8
      while count >= 6 {
        count -= 6
        result.append(letters[Int(bits >> count & 63)])
      }
    }
    if count > 0 { result.append(letters[Int(bits << (6 - count) & 63)]) }
    if isFilled { while result.count % 4 != 0 { result.append(fill) } }
    return String(decoding: result, as: UTF8.self)
  }

  /// The bytes again. Nil when a character is none of the alphabet, the length cannot be, or bits are left over.
  public func bytes(_ text: String) -> [UInt8]? {
    var characters = Array(text.utf8)
    if isFilled {
      guard characters.count % 4 == 0 else { return nil }
      for _ in 0..<2 where characters.last == fill { characters.removeLast() }
    }
    guard characters.count % 4 != 1 else { return nil }
    var result: [UInt8] = []
    result.reserveCapacity(characters.count * 3 / 4)
    var (bits, count): (UInt32, UInt32) = (0, 0)
    let values = values
    for character in characters {
      let value = values[Int(character)]
      guard value < 64 else { return nil }
      bits = bits << 6 | UInt32(value)
      count += 6
      if count >= 8 {
        count -= 8
        result.append(UInt8(truncatingIfNeeded: bits >> count))
      }
    }
    return bits & ((1 << count) - 1) == 0 ? result : nil
  }

  private var isFilled: Bool {
    switch self {
    case .standard: true
    case .url: false
    }
  }

  private var letters: [UInt8] {
    switch self {
    case .standard: Self.standardLetters
    case .url: Self.urlLetters
    }
  }

  /// The value of every byte as a letter; 255 for those that are none.
  private var values: [UInt8] {
    switch self {
    case .standard: Self.standardValues
    case .url: Self.urlValues
    }
  }

  private var fill: UInt8 { UInt8(ascii: "=") }

  private static let common = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789".utf8)
  private static let standardLetters = common + Array("+/".utf8)
  private static let urlLetters = common + Array("-_".utf8)
  private static let standardValues = values(of: standardLetters)
  private static let urlValues = values(of: urlLetters)

  private static func values(of letters: [UInt8]) -> [UInt8] {
    var values = [UInt8](repeating: 255, count: 256)
    for (value, letter) in letters.enumerated() { values[Int(letter)] = UInt8(value) }
    return values
  }
}
