public import Vocabulary

/// What a roster is checked against, and how its cells are to be read.
public struct RosterOptions: Sendable {
  /// When it is asked; the sheet speaks for this day.
  public var asOf: CivilDate
  /// The days of work, for rows that do not say their own.
  public var days: DayInterval?
  /// The state of the worksite, for rows that do not say: `us-tx`, `TX` or `Texas`.
  public var state: String?
  /// Corrections of what the headers mean.
  public var columns: [(header: String, field: RosterField)]
  /// Corrections by the number of the column, 1-based.
  public var numbered: [Int: RosterField] = [:]
  /// The most rows that are read.
  public var rows = 250_000
  /// Which number is the month, for columns that do not prove it.
  public var dates: DateOrder?
  /// Added to years of two digits: 2000 or 1900.
  public var century: Int?

  public init(
    asOf: CivilDate, days: DayInterval? = nil, state: String? = nil,
    columns: [(header: String, field: RosterField)] = [], dates: DateOrder? = nil, century: Int? = nil
  ) {
    self.asOf = asOf
    self.days = days
    self.state = state
    self.columns = columns
    self.dates = dates
    self.century = century
  }
}
