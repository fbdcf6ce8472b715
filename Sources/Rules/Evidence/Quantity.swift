/// An amount in hundredths of its unit, so that sums are exact: 560 hours is `Quantity(560)`, half a point 50 hundredths.
@frozen
public struct Quantity: Sendable, Hashable, Comparable {
  public let hundredths: Int

  @inlinable public init(hundredths: Int) { self.hundredths = hundredths }
  @inlinable public init(_ whole: Int) { hundredths = whole * 100 }

  @inlinable public static var zero: Quantity { Quantity(hundredths: 0) }
  /// "No upper bound known."
  @inlinable public static var unbounded: Quantity { Quantity(hundredths: Int.max / 4) }

  @inlinable public static func < (a: Quantity, b: Quantity) -> Bool { a.hundredths < b.hundredths }
  @inlinable public static func + (a: Quantity, b: Quantity) -> Quantity {
    a >= .unbounded || b >= .unbounded ? .unbounded : Quantity(hundredths: a.hundredths + b.hundredths)
  }
  @inlinable public static func - (a: Quantity, b: Quantity) -> Quantity {
    a >= .unbounded ? .unbounded : Quantity(hundredths: a.hundredths - b.hundredths)
  }
}

extension Quantity: CustomStringConvertible, LosslessStringConvertible {
  /// `12`, `12.5` or `12.25`; up to 10 million.
  public init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let whole = Int(parts[0]), whole <= 10_000_000
    else { return nil }
    var hundredths = whole * 100
    if parts.count == 2 {
      guard (1...2).contains(parts[1].count), let part = Int(parts[1]) else { return nil }
      hundredths += parts[1].count == 1 ? part * 10 : part
    }
    self.init(hundredths: hundredths)
  }

  public var description: String {
    if self >= .unbounded { return "no limit" }
    let whole = abs(hundredths) / 100
    let part = abs(hundredths) % 100
    let sign = hundredths < 0 ? "-" : ""
    if part == 0 { return "\(sign)\(whole)" }
    return part % 10 == 0 ? "\(sign)\(whole).\(part / 10)" : "\(sign)\(whole).\(part < 10 ? "0" : "")\(part)"
  }
}
