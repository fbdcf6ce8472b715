import Rules
import Testing

@Suite("Amounts in hundredths")
struct QuantityTests {
  @Test("every amount of hundredths is written so that it is read back")
  func roundTrip() {
    for hundredths in Array(0...20_000) + [1_000_000_000] {
      let amount = Quantity(hundredths: hundredths)
      guard Quantity(amount.description) == amount else {
        Issue.record("\(hundredths) became \(amount)")
        return
      }
    }
  }

  @Test(
    "what is not an amount is refused",
    arguments: ["", ".", "5.", ".5", "-1", "-0.5", "+1", "1.+5", "1.-5", "1.234", "1,000", "1e2", "10000001", " 1"])
  func refuses(text: String) { #expect(Quantity(text) == nil) }

  @Test("nothing is more than no limit, and no limit stays so")
  func unbounded() {
    #expect(Quantity.unbounded + Quantity(5) == .unbounded)
    #expect(Quantity.unbounded + .unbounded == .unbounded)
    #expect(Quantity.unbounded - Quantity(5) == .unbounded)
    #expect(Quantity(2) + Quantity(hundredths: 50) == Quantity(hundredths: 250))
    #expect(Quantity(10_000_000) < .unbounded)
  }
}
