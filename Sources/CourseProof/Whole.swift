/// Whole numbers that say when they have no room, in place of stopping the program.
struct Whole {
  private(set) var value: Int

  init(_ value: Int) { self.value = value }

  mutating func add(_ other: Int) throws(ProofFault) {
    let (sum, isTooLarge) = value.addingReportingOverflow(other)
    if isTooLarge { throw .tooLarge }
    value = sum
  }

  mutating func add(_ one: Int, times other: Int) throws(ProofFault) { try add(Whole.product(one, other)) }

  static func product(_ one: Int, _ other: Int) throws(ProofFault) -> Int {
    let (product, isTooLarge) = one.multipliedReportingOverflow(by: other)
    if isTooLarge { throw .tooLarge }
    return product
  }
}
