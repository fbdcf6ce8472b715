import Vocabulary

/// A point in time as mails write it (RFC 5322), in UTC: "Mon, 23 Nov 2026 03:30:00 +0000".
struct MailDate {
  let text: String
  /// For names of files: "20261123-033000".
  let stamp: String

  private static let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
  private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

  init(_ time: Instant) {
    let seconds = Self.floored(time.microseconds, by: 1_000_000)
    let days = Self.floored(seconds, by: 86_400)
    let day = CivilDate(days: Int32(clamping: days)).components
    let ofDay = seconds - days * 86_400
    let (hour, minute) = (Self.digits(ofDay / 3_600), Self.digits(ofDay / 60 % 60))
    let second = Self.digits(ofDay % 60)
    // 1 January 1970 was a Thursday.
    let weekday = Self.weekdays[Int(days - Self.floored(days, by: 7) * 7)]
    text = "\(weekday), \(day.day) \(Self.months[day.month - 1]) \(day.year) \(hour):\(minute):\(second) +0000"
    stamp = "\(day.year)\(Self.digits(Int64(day.month)))\(Self.digits(Int64(day.day)))-\(hour)\(minute)\(second)"
  }

  private static func digits(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// The quotient, rounded down.
  private static func floored(_ number: Int64, by divisor: Int64) -> Int64 {
    let (quotient, remainder) = number.quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
