import Vocabulary

/// A point in time as RFC 3339 writes it, in UTC and to the millisecond.
struct Timestamp {
  /// "2026-11-22T09:30:01.250Z".
  let text: String

  init(_ time: Instant) {
    let milliseconds = time.microseconds.floored(by: 1_000)
    let seconds = milliseconds.floored(by: 1_000)
    let days = seconds.floored(by: 86_400)
    let day = CivilDate(days: Int32(clamping: days))
    let ofDay = seconds - days * 86_400
    let clock = [ofDay / 3_600, ofDay / 60 % 60, ofDay % 60].map { Self.digits($0, 2) }.joined(separator: ":")
    text = "\(day)T\(clock).\(Self.digits(milliseconds - seconds * 1_000, 3))Z"
  }

  /// "09:30:01.250".
  var timeOfDay: Substring { text.drop { $0 != "T" }.dropFirst().dropLast() }

  private static func digits(_ number: Int64, _ count: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
  }
}

extension Int64 {
  /// The quotient, rounded down.
  fileprivate func floored(by divisor: Int64) -> Int64 {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
