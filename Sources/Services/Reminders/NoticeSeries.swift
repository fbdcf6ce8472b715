public import Knowledge
public import Vocabulary

/// On which days one thing is told of: a series around its last day. No day stands in it twice.
public struct NoticeSeries: Sendable, Hashable {
  /// Days before the last day, the same for every kind.
  static let closing = [30, 14, 7, 1, 0]
  /// Days before the lead time begins.
  static let opening = [60, 30, 0]
  /// Days after the last day; then each week.
  static let past = [1, 7]

  /// The last good day of the thing.
  public let day: CivilDate
  /// The first day on which it is told.
  public let first: CivilDate
  /// The last one.
  public let last: CivilDate
  private let lead: LeadTime
  private let middle: CivilDate?

  public init(_ item: DueItem, _ lead: LeadTime) {
    day = item.day
    self.lead = lead
    middle =
      lead.hasMiddle
      ? item.began.flatMap { $0.isFinite && $0 < item.day ? $0.adding(days: $0.days(to: item.day) / 2) : nil } : nil
    let earliest = Self.before(lead).max() ?? 0
    first = min(item.day.adding(days: -earliest), middle ?? .distantFuture)
    last = item.day.adding(days: 7 * lead.weeks)
  }

  /// The days before the last day on which there is a notice.
  private static func before(_ lead: LeadTime) -> Set<Int> {
    let days = Set(opening.map { $0 + lead.lead } + closing + lead.also)
    return lead.first.map { first in days.filter { $0 < first }.union([first]) } ?? days
  }

  /// Every day of the series, in order.
  public var days: [CivilDate] {
    let weekly = (1...max(1, lead.weeks)).map { 7 * $0 }
    let offsets = Self.before(lead).map { -$0 } + Self.past + weekly
    let days = Set(offsets.map { day.adding(days: $0) } + [middle].compactMap(\.self))
    return days.filter { $0 <= last }.sorted()
  }

  /// Whether it is told at all on a day: its time has begun and is not over.
  public func isOpen(on today: CivilDate) -> Bool { first <= today && today <= last }

  /// Whether a day of the series lies after one day and not after another.
  public func hasNotice(after earlier: CivilDate, through today: CivilDate) -> Bool {
    days.contains { earlier < $0 && $0 <= today }
  }
}
