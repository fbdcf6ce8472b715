/// Days from `first` through `last`, both included. Also a date known only in part: the days it may be.
@frozen
public struct DayInterval: Sendable, Hashable {
  public let first: CivilDate
  public let last: CivilDate

  /// - Precondition: `first <= last`; otherwise the interval is the single day `first`.
  @inlinable
  public init(_ first: CivilDate, _ last: CivilDate) {
    self.first = first
    self.last = last < first ? first : last
  }

  @inlinable
  public init(_ day: CivilDate) { self.init(day, day) }

  @inlinable public static var always: DayInterval { DayInterval(.distantPast, .distantFuture) }

  /// Whether the interval is one known day.
  @inlinable public var isExact: Bool { first == last }

  @inlinable
  public func contains(_ day: CivilDate) -> Bool { first <= day && day <= last }

  @inlinable
  public func intersection(_ other: DayInterval) -> DayInterval? {
    let a = max(first, other.first)
    let b = min(last, other.last)
    return a <= b ? DayInterval(a, b) : nil
  }

  /// Number of days, at least 1.
  @inlinable public var count: Int { first.days(to: last) + 1 }

  /// Both ends moved by the same map, which must not decrease.
  @inlinable
  public func mapEnds(_ move: (CivilDate) -> CivilDate) -> DayInterval { DayInterval(move(first), move(last)) }
}

extension DayInterval {
  /// A partial date as people write it: `2023` (a year), `2023-09` (a month), `2023-09-12` (a day) or
  /// `2023-09-10..2023-09-20` (some day in between).
  public init?(partial text: String) {
    if let dots = text.firstRange(of: "..") {
      guard let a = CivilDate(String(text[..<dots.lowerBound])), let b = CivilDate(String(text[dots.upperBound...])),
        a <= b
      else { return nil }
      self.init(a, b)
      return
    }
    switch text.utf8.count {
    case 4:
      guard let a = CivilDate(text + "-01-01"), let b = CivilDate(text + "-12-31") else { return nil }
      self.init(a, b)
    case 7:
      guard let a = CivilDate(text + "-01") else { return nil }
      self.init(a, a.endOfMonth)
    default:
      guard let a = CivilDate(text) else { return nil }
      self.init(a)
    }
  }

  /// The shortest way to write it that `init(partial:)` reads back.
  public var partialText: String {
    if isExact { return first.description }
    let a = first.components
    let b = last.components
    if a.day == 1, last == last.endOfMonth {
      if a.year == b.year, a.month == b.month { return String(first.description.prefix(7)) }
      if a.year == b.year, a.month == 1, b.month == 12 { return String(first.description.prefix(4)) }
    }
    return "\(first)..\(last)"
  }
}
