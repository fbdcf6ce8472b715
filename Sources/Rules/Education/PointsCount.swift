/// What counts towards a `points` requirement: in the total, in each category, and by whose approval.
public struct PointsCount: Sendable, Hashable {
  public let total: Quantity
  /// One a minimum of `PointsRule.each`, in its order.
  public let each: [Quantity]
  /// Zero where the rule asks for nobody's approval.
  public let approved: Quantity

  public init(total: Quantity, each: [Quantity], approved: Quantity) {
    self.total = total
    self.each = each
    self.approved = approved
  }

  /// Nothing counts.
  public var isZero: Bool { total == .zero }
}

extension PointSums {
  /// What surely counts, and what may.
  var counts: (sure: PointsCount, possible: PointsCount) {
    (
      PointsCount(total: total.low, each: each.map(\.low), approved: approved.low),
      PointsCount(total: total.high, each: each.map(\.high), approved: approved.high)
    )
  }
}
