import Testing
import Vocabulary

@Suite("Money in whole cents")
struct MoneyTests {
  @Test(
    "amounts are read exactly",
    arguments: [
      ("125 USD", 12_500), ("12.50 USD", 1_250), ("0.05 USD", 5), ("0 USD", 0), ("1250 USD", 125_000),
    ])
  func reads(text: String, cents: Int) { #expect(Money(text)?.cents == cents) }

  @Test(
    "what is not an amount is refused",
    arguments: [
      "", "125", "USD", "125 EUR", "12.5 USD", "12.505 USD", "-5 USD", "-0.50 USD", "+5 USD", "5.+5 USD", "5.-1 USD",
      "1,250 USD", ".50 USD", "5. USD", "1e3 USD", "$125 USD", "5 0 USD", "99999999999999999999 USD",
    ])
  func refuses(text: String) { #expect(Money(text) == nil) }

  @Test(
    "written as people write it",
    arguments: [
      (12_500, "$125"), (1_250, "$12.50"), (5, "$0.05"), (125_000, "$1,250"), (100_000_000, "$1,000,000"),
      (123_456_789, "$1,234,567.89"), (0, "$0"), (-1_250, "-$12.50"), (-125_000, "-$1,250"),
    ])
  func writes(cents: Int, text: String) { #expect(Money(cents: cents).description == text) }

  @Test("every amount of cents below 3,000 dollars is written as its digits say")
  func digits() {
    for cents in stride(from: 0, to: 300_000, by: 7) {
      let text = Money(cents: cents).description.filter(\.isNumber)
      let expected = cents % 100 == 0 ? cents / 100 : cents
      guard Int(text) == expected else {
        Issue.record("\(cents) became \(text)")
        return
      }
    }
  }

  @Test("sums and multiples are exact")
  func sums() {
    #expect(Money(cents: 10) + Money(cents: 20) == Money(cents: 30))
    #expect(Money(cents: 1_999) * 3 == Money(cents: 5_997))
    #expect(Money(cents: 1) < Money(cents: 2))
  }
}
