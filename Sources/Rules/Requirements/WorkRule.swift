/// Work of some kind: calendar time (overlapping jobs count once) or hours (rates add).
public struct WorkRule: Sendable, Hashable {
  public enum Need: Sendable, Hashable {
    /// Years of work; how many days a year has, 365 or 366, is left open by every source.
    case years(Int)
    case hours(Quantity)
  }

  public enum Since: Sendable, Hashable {
    /// Within this many calendar months before the day.
    case lastMonths(Int)
    case event(Event)
    case ever
  }

  public let filter: RecordFilter
  /// Only work of at least this many hours a week counts.
  public let fullTime: Quantity?
  public let need: Need
  public let since: Since

  public init(filter: RecordFilter, fullTime: Quantity?, need: Need, since: Since) {
    self.filter = filter
    self.fullTime = fullTime
    self.need = need
    self.since = since
  }
}
