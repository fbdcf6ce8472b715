/// The days in which entries count.
public enum Reach: Sendable, Hashable {
  /// The running period of a credential's life.
  case period(LifeRule.ID)
  /// The cycle of the enclosing `each_cycle`.
  case cycle
}

/// Continuing education with all minima together, as they share entries.
public struct PointsRule: Sendable, Hashable {
  public let filter: RecordFilter
  public let reach: Reach
  public let total: Quantity
  /// Category and its minimum.
  public let each: [Minimum]
  /// Approving body and its minimum.
  public let approved: Minimum?
  /// The body's own unit: "points", "contact hours".
  public let unit: String

  public struct Minimum: Sendable, Hashable {
    public let word: String
    public let amount: Quantity
    public init(word: String, amount: Quantity) {
      self.word = word
      self.amount = amount
    }
  }

  public init(
    filter: RecordFilter, reach: Reach, total: Quantity, each: [Minimum], approved: Minimum?, unit: String
  ) {
    self.filter = filter
    self.reach = reach
    self.total = total
    self.each = each
    self.approved = approved
    self.unit = unit
  }
}
