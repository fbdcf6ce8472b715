/// A calendar day in the proleptic Gregorian calendar, without a time zone.
///
/// Certifying bodies and boards count days, so rules do too. "Today" is decided at the edge, in the time zone of
/// the person or the worksite. Stored as the number of days since 1970-01-01.
@frozen
public struct CivilDate: Sendable, Hashable, Comparable {
  /// Days since 1970-01-01; negative before it.
  public let days: Int32

  @inlinable
  public init(days: Int32) { self.days = days }

  /// Before every day that a rule or a fact can name. The first point of every timeline.
  @inlinable public static var distantPast: CivilDate { CivilDate(days: -100_000_000) }
  /// After every day that a rule or a fact can name: "has not happened, no end stated".
  @inlinable public static var distantFuture: CivilDate { CivilDate(days: 100_000_000) }

  /// Whether the day is a real one rather than `distantPast` or `distantFuture`.
  @inlinable
  public var isFinite: Bool { days > -50_000_000 && days < 50_000_000 }

  @inlinable
  public static func < (a: CivilDate, b: CivilDate) -> Bool { a.days < b.days }

  /// The day `n` days later (earlier when negative). The two distant days absorb every shift, and a shift beyond every
  /// day that can be named ends at one of them.
  @inlinable
  public func adding(days n: Int) -> CivilDate {
    isFinite ? CivilDate(clamping: Int(days) + Int(Int32(clamping: n))) : self
  }

  /// The day with this number, or the distant day on its side of the days that are real ones.
  @inlinable
  init(clamping number: Int) {
    let day = CivilDate(days: Int32(clamping: number))
    self = day.isFinite ? day : number < 0 ? .distantPast : .distantFuture
  }

  /// Whole days from `self` to `other`; negative when `other` is earlier.
  @inlinable
  public func days(to other: CivilDate) -> Int { Int(other.days) - Int(days) }

  /// The day before.
  @inlinable public var previous: CivilDate { adding(days: -1) }
  /// The day after.
  @inlinable public var next: CivilDate { adding(days: 1) }
}

extension CivilDate {
  /// A day from its year, month and day of month, or nil when no such day exists. Years 1 to 9999.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= CivilDate.length(ofMonth: month, year: year)
    else { return nil }
    self.init(unchecked: year, month, day)
  }

  // Both ways after Cassio Neri and Lorenz Schneider, "Euclidean affine functions and their application to calendar
  // algorithms": years begin in March, and are counted from one so early that every day has a positive number.
  private static var earlyYears: Int { 400 * 2000 }
  private static var earlyDays: Int { 146_097 * 2000 + 719_468 }

  init(unchecked year: Int, _ month: Int, _ day: Int) {
    let isEarly = month <= 2
    let y = UInt64(year + CivilDate.earlyYears - (isEarly ? 1 : 0))
    let century = y / 100
    let beforeYear = 1461 * y / 4 - century + century / 4
    let beforeMonth = (979 * (isEarly ? month + 12 : month) - 2919) / 32
    self.init(clamping: Int(beforeYear) + beforeMonth + day - 1 - CivilDate.earlyDays)
  }

  /// Year, month (1 to 12) and day of month.
  public var components: (year: Int, month: Int, day: Int) {
    let quarters = 4 * UInt32(Int(days) + CivilDate.earlyDays) + 3
    let century = quarters / 146_097
    let years = UInt64(2_939_745) * UInt64(quarters % 146_097 | 3)
    let dayOfYear = UInt32(truncatingIfNeeded: years) / 2_939_745 / 4
    let shifted = 2141 * dayOfYear + 197_913
    let isNext = dayOfYear >= 306
    let year = Int(century) * 100 + Int(years >> 32) - CivilDate.earlyYears
    return (
      isNext ? year + 1 : year, Int(shifted >> 16) - (isNext ? 12 : 0), Int((shifted & 0xFFFF) / 2141) + 1
    )
  }

  public var year: Int { components.year }
  public var month: Int { components.month }
  public var day: Int { components.day }

  /// 28 to 31.
  public static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The last day of this day's month.
  public var endOfMonth: CivilDate {
    guard isFinite else { return self }
    let c = components
    return CivilDate(unchecked: c.year, c.month, CivilDate.length(ofMonth: c.month, year: c.year))
  }

  /// The same day of the month `n` calendar months later, clamped to the month's length: Jan 31 plus one month is
  /// Feb 28 or 29. Not reversible at month ends; see `counted_from` in the pack syntax. A shift beyond every day that
  /// can be named ends at one of the distant days.
  public func adding(months n: Int) -> CivilDate {
    guard isFinite else { return self }
    let c = components
    // All finite days lie within 3.3 million months.
    let index = c.year * 12 + c.month - 1 + min(max(n, -5_000_000), 5_000_000)
    let year = index >= 0 ? index / 12 : (index - 11) / 12
    let month = index - year * 12 + 1
    return CivilDate(
      unchecked: year, month, c.day <= 28 ? c.day : min(c.day, CivilDate.length(ofMonth: month, year: year)))
  }

  /// End of month first, then months, then end of month again: 60 months from the end of February 2023 end on
  /// February 29, 2028.
  public func addingToEndOfMonth(months n: Int) -> CivilDate {
    guard isFinite else { return self }
    let c = components
    return CivilDate(unchecked: c.year, c.month, 1).adding(months: n).endOfMonth
  }
}

extension CivilDate: CustomStringConvertible, LosslessStringConvertible, Codable {
  /// ISO 8601, `2026-11-22`.
  public init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2 else { return nil }
    var numbers: [Int] = []
    for part in parts {
      guard part.allSatisfy({ (48...57).contains($0) }), let n = Int(String(decoding: part, as: UTF8.self)) else {
        return nil
      }
      numbers.append(n)
    }
    self.init(year: numbers[0], month: numbers[1], day: numbers[2])
  }

  public var description: String {
    guard isFinite else { return self == .distantPast ? "always" : "no end" }
    let c = components
    func pad(_ n: Int, _ width: Int) -> String {
      let s = String(n)
      return String(repeating: "0", count: max(0, width - s.count)) + s
    }
    return "\(pad(c.year, 4))-\(pad(c.month, 2))-\(pad(c.day, 2))"
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let date = CivilDate(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "expected a day like 2026-11-22")
    }
    self = date
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
