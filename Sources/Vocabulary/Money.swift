/// An amount of money in whole cents of one currency.
public struct Money: Sendable, Hashable, Comparable, Codable {
  /// ISO 4217.
  public enum Currency: String, Sendable, Codable, Hashable { case usd = "USD" }

  public let cents: Int
  public let currency: Currency

  public init(cents: Int, currency: Currency = .usd) {
    self.cents = cents
    self.currency = currency
  }

  /// `125 USD` or `12.50 USD`.
  public init?(_ text: String) {
    let parts = text.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 2, let currency = Currency(rawValue: String(parts[1])) else { return nil }
    let amount = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    guard amount.count <= 2, amount.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let whole = Int(amount[0]), whole < 10_000_000
    else { return nil }
    var cents = whole * 100
    if amount.count == 2 {
      guard amount[1].count == 2, let part = Int(amount[1]) else { return nil }
      cents += part
    }
    self.init(cents: cents, currency: currency)
  }

  public static func < (a: Money, b: Money) -> Bool { a.cents < b.cents }
  public static func + (a: Money, b: Money) -> Money { Money(cents: a.cents + b.cents, currency: a.currency) }
  public static func * (a: Money, n: Int) -> Money { Money(cents: a.cents * n, currency: a.currency) }
}

extension Money: CustomStringConvertible {
  /// As people in the United States write it, in both languages: `$125`, `$12.50`, `$1,250`, `-$5`.
  public var description: String {
    let whole = abs(cents) / 100
    let part = abs(cents) % 100
    var digits = String(whole)
    var grouped = ""
    while digits.count > 3 {
      grouped = "," + digits.suffix(3) + grouped
      digits.removeLast(3)
    }
    return (cents < 0 ? "-$" : "$") + digits + grouped + (part == 0 ? "" : "." + (part < 10 ? "0" : "") + String(part))
  }
}
