/// A card or the like is held on the day.
public struct Holding: Sendable, Hashable {
  public let filter: RecordFilter
  public let begins: Field
  public let ends: Field
  /// Still held this many days later.
  public let remainingDays: Int

  public init(filter: RecordFilter, begins: Field, ends: Field, remainingDays: Int) {
    self.filter = filter
    self.begins = begins
    self.ends = ends
    self.remainingDays = remainingDays
  }
}
