public import Vocabulary

/// Part of each year in which a record of that season is needed: a flu vaccine from October through March, given since
/// July.
public struct Season: Sendable, Hashable {
  /// A day of every year.
  public struct YearDay: Sendable, Hashable, CustomStringConvertible {
    /// 1 to 12.
    public let month: Int
    /// 1 to the length of the month; February has 28, so that every year has the day.
    public let day: Int

    /// nil for a day that some years do not have.
    public init?(month: Int, day: Int) {
      guard (1...12).contains(month), day >= 1, day <= CivilDate.length(ofMonth: month, year: 2001) else { return nil }
      self.month = month
      self.day = day
    }

    /// `10-01`.
    public init?(_ text: String) {
      let parts = text.split(separator: "-", omittingEmptySubsequences: false)
      guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 && $0.utf8.allSatisfy { (48...57).contains($0) } }),
        let month = Int(parts[0]), let day = Int(parts[1])
      else { return nil }
      self.init(month: month, day: day)
    }

    public var description: String { "\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)" }

    /// Its day in a year.
    func date(in year: Int) -> CivilDate { CivilDate(year: year, month: month, day: day) ?? .distantPast }
    /// Its last day before a day, or that day itself.
    func last(through end: CivilDate) -> CivilDate {
      let year = end.year
      let same = date(in: year)
      return same <= end ? same : date(in: year - 1)
    }
    /// Its first day from a day on.
    func first(from begin: CivilDate) -> CivilDate {
      let year = begin.year
      let same = date(in: year)
      return same >= begin ? same : date(in: year + 1)
    }
  }

  /// The years whose seasons are worked out; a day before the first or after the last of them is not covered.
  public static let years = 2010...2049

  public let filter: RecordFilter
  /// The day of a record that counts.
  public let day: Field
  /// First day of the season.
  public let from: YearDay
  /// Last day of the season, in the same year or the next.
  public let through: YearDay
  /// A record counts for a season when it is dated since the last such day before the season begins.
  public let givenFrom: YearDay

  public init(filter: RecordFilter, day: Field, from: YearDay, through: YearDay, givenFrom: YearDay) {
    self.filter = filter
    self.day = day
    self.from = from
    self.through = through
    self.givenFrom = givenFrom
  }

  /// The season that begins in a year, and the first day on which a record for it may be dated.
  public func season(of year: Int) -> (days: DayInterval, givenFrom: CivilDate) {
    let first = from.date(in: year)
    return (DayInterval(first, through.first(from: first)), givenFrom.last(through: first))
  }
}
