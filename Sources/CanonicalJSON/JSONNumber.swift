/// A number of JSON: a finite double, as RFC 8785 has it.
public struct JSONNumber: Hashable, Sendable {
  /// Whole numbers up to this one, and down to its negative, are exact in every reader: 2⁵³ - 1.
  public static let largestWhole: Int64 = 1 << 53 - 1

  /// Finite.
  public let value: Double

  /// Nil for an infinity, or what is not a number.
  public init?(_ value: Double) {
    guard value.isFinite else { return nil }
    self.value = value
  }

  /// Nil beyond `largestWhole`: write such a number as a text.
  public init?(whole: Int64) {
    guard (-Self.largestWhole...Self.largestWhole).contains(whole) else { return nil }
    value = Double(whole)
  }

  /// Always exact.
  public init(_ whole: Int32) { value = Double(whole) }

  /// The number, if it is whole and not beyond `largestWhole`.
  public var whole: Int64? {
    guard let whole = Int64(exactly: value), abs(whole) <= Self.largestWhole else { return nil }
    return whole
  }

  /// As ECMAScript writes it (ECMA-262, `Number::toString`): the fewest digits that read back to the same double, without
  /// an exponent from 1e-6 to below 1e21.
  public var text: String {
    // Up to here, the fewest digits of a whole number are all of its digits.
    if let whole { return String(whole) }
    let (digits, point) = decimal(value.magnitude)
    let sign = value < 0 ? "-" : ""
    let count = digits.utf8.count
    switch point {
    case 1...21 where count <= point: return sign + digits + String(repeating: "0", count: point - count)
    case 1...21: return sign + digits.prefix(point) + "." + digits.dropFirst(point)
    case -5...0: return sign + "0." + String(repeating: "0", count: -point) + digits
    default:
      let fraction = count == 1 ? "" : "." + digits.dropFirst()
      return sign + digits.prefix(1) + fraction + (point > 0 ? "e+" : "e-") + String(abs(point - 1))
    }
  }

  /// The digits without zeros at either end, and where the point stands, counted from before the first: 0.05 is (5, -1).
  ///
  /// The standard library describes a double by the fewest digits that read back to it, the nearest of those: the digits
  /// ECMAScript asks for.
  private func decimal(_ value: Double) -> (digits: String, point: Int) {
    let parts = value.description.split(separator: "e")
    let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    let all = mantissa.joined()
    let zeros = all.prefix { $0 == "0" }.count
    var digits = all.dropFirst(zeros)
    while digits.last == "0" { digits.removeLast() }
    return (String(digits), mantissa[0].count - zeros + exponent)
  }
}
