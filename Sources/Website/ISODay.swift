import Glibc

/// A day as pages need it: the text of `<time datetime>` and of a date field, and its place on a drawn line.
/// What a span of days means is never decided here; pages get their answers ready.
public struct ISODay: Sendable, Hashable, Comparable {
  public let year: Int
  public let month: Int
  public let day: Int

  /// Nil unless the three make a day of the Gregorian calendar, in the years 1900 to 2199.
  public init?(year: Int, month: Int, day: Int) {
    guard (1900...2199).contains(year), (1...12).contains(month), day >= 1 else { return nil }
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard day <= lengths[month - 1] else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `2026-11-22`.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2, 2], text.utf8.allSatisfy({ $0 == 0x2D || (0x30...0x39).contains($0) }) else {
      return nil
    }
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == 3 else { return nil }
    self.init(year: numbers[0], month: numbers[1], day: numbers[2])
  }

  /// `2026-11-22`.
  public var text: String { "\(year)-\(padded(month))-\(padded(day))" }

  /// Days since March 1 of the year 0; only differences are used.
  var number: Int {
    let (years, months) = month > 2 ? (year, month - 3) : (year - 1, month + 9)
    return years * 365 + years / 4 - years / 100 + years / 400 + (months * 153 + 2) / 5 + day - 1
  }

  public static func < (first: ISODay, second: ISODay) -> Bool { first.number < second.number }

  /// Today where this computer stands.
  public static func today() -> ISODay {
    var seconds = time(nil)
    var parts = tm()
    localtime_r(&seconds, &parts)
    return ISODay(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday)) ?? .epoch
  }

  private static let epoch = ISODay(trusted: 1970, 1, 1)

  private init(trusted year: Int, _ month: Int, _ day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }
}

func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
