public import Vocabulary

/// One stretch of accreditation, as a list of the accreditor's records gives it.
public struct ListedAccreditation: Sendable, Hashable {
  /// How it ended, as far as the list tells.
  public enum End: Sendable, Hashable {
    /// No end is recorded. Known through the vintage of the list, and not after it.
    case open
    /// Ended on one of these days: the day recorded, and an earlier one where the record names it as the effective day.
    case ended(DayInterval)
    /// An ending is named, and no day for it.
    case dayMissing
  }

  /// The day recorded as its beginning.
  public let begins: CivilDate
  /// Whether the list itself calls that day an estimate. Then the beginning is presumed.
  public let isEstimated: Bool
  public let end: End
  /// The day of the next review, where no end is recorded; nil where none is named.
  public let review: CivilDate?

  public init(begins: CivilDate, isEstimated: Bool, end: End, review: CivilDate?) {
    self.begins = begins
    self.isEstimated = isEstimated
    self.end = end
    self.review = review
  }
}

extension ListedAccreditation {
  /// What the list supports, with the days on which the accreditor acted on the program as an accredited one.
  struct Bounds {
    /// From this day on it is certain; from `begins` up to here it is presumed.
    let certainFrom: CivilDate
    /// Through this day it is certain.
    let certainThrough: CivilDate
    /// Through this day it is possible; `distantFuture` when no end is recorded.
    let possibleThrough: CivilDate
  }

  /// - Parameters:
  ///   - witnessed: days on which the accreditor renewed the accreditation, or put the program on probation.
  ///   - vintage: the last day that the list tells of.
  func bounds(witnessed: [CivilDate], vintage: CivilDate) -> Bounds {
    let possible: CivilDate
    let through: CivilDate
    switch end {
    case .open: (through, possible) = (max(vintage, begins), .distantFuture)
    case .ended(let days): (through, possible) = (max(days.first, begins), days.last)
    case .dayMissing:
      through = witnessed.filter { $0 >= begins && $0 <= vintage }.max() ?? begins
      possible = .distantFuture
    }
    guard isEstimated else { return Bounds(certainFrom: begins, certainThrough: through, possibleThrough: possible) }
    let seen = witnessed.filter { $0 >= begins && $0 <= through }.min() ?? through
    return Bounds(certainFrom: seen, certainThrough: through, possibleThrough: possible)
  }
}
