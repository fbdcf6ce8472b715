/// At least so many records in reach.
public struct EntryRule: Sendable, Hashable {
  public let filter: RecordFilter
  public let day: Field
  public let atLeast: Int
  public let reach: Reach?

  public init(filter: RecordFilter, day: Field, atLeast: Int, reach: Reach?) {
    self.filter = filter
    self.day = day
    self.atLeast = atLeast
    self.reach = reach
  }
}
