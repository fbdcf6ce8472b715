public import Vocabulary

/// Which number of 03/04/2027 is the month.
public enum DateOrder: String, Sendable, Hashable, CaseIterable {
  case monthFirst = "month-first"
  case dayFirst = "day-first"

  public var title: Phrase {
    switch self {
    case .monthFirst: Phrase("month first", "primero el mes")
    case .dayFirst: Phrase("day first", "primero el día")
    }
  }
}

/// A day as a cell writes it, before anybody knows which number is the month.
struct WrittenDay {
  let first: Int
  let second: Int
  /// 4 digits, or 2.
  let year: Int
  let hasFullYear: Bool
  /// 2026-11-22: nothing to ask.
  let day: CivilDate?

  /// `2026-11-22`, `2026-11-22 00:00:00`, `11/22/2026`, `22.11.2026`, `11-22-26`.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    var numbers: [(value: Int, digits: Int)] = [(0, 0)]
    var signs: [UInt8] = []
    var at = 0
    scan: while at < bytes.count {
      let byte = bytes[at]
      switch byte {
      case 48...57:
        let last = numbers.count - 1
        numbers[last] = (numbers[last].value * 10 + Int(byte - 48), numbers[last].digits + 1)
        if numbers[last].digits > 4 { return nil }
      case UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "."):
        if numbers.count == 3 { return nil }
        signs.append(byte)
        numbers.append((0, 0))
      case UInt8(ascii: " "), UInt8(ascii: "T"): break scan
      default: return nil
      }
      at += 1
    }
    guard numbers.count == 3, signs[0] == signs[1], numbers.allSatisfy({ $0.digits > 0 }) else { return nil }
    if at < bytes.count, !WrittenDay.isMidnight(bytes[(at + 1)...]) { return nil }
    if numbers[0].digits == 4 {
      guard numbers[1].digits <= 2, numbers[2].digits <= 2,
        let day = CivilDate(year: numbers[0].value, month: numbers[1].value, day: numbers[2].value)
      else { return nil }
      self.day = day
      (first, second, year, hasFullYear) = (0, 0, numbers[0].value, true)
      return
    }
    guard numbers[0].digits <= 2, numbers[1].digits <= 2, numbers[2].digits == 4 || numbers[2].digits == 2 else {
      return nil
    }
    day = nil
    (first, second) = (numbers[0].value, numbers[1].value)
    (year, hasFullYear) = (numbers[2].value, numbers[2].digits == 4)
  }

  /// The time that programs put behind a day: 00:00, 00:00:00.000, 00:00:00Z.
  private static func isMidnight(_ time: ArraySlice<UInt8>) -> Bool {
    time.count >= 4
      && time.allSatisfy { $0 == 48 || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "Z") }
  }

  /// The day under an order; nil: there is none.
  ///
  /// - Parameter century: what is added to a year of two digits.
  func day(_ order: DateOrder, century: Int?) -> CivilDate? {
    if let day { return day }
    guard hasFullYear || century != nil else { return nil }
    let full = hasFullYear ? year : year + (century ?? 0)
    return order == .monthFirst
      ? CivilDate(year: full, month: first, day: second) : CivilDate(year: full, month: second, day: first)
  }
}

/// What the days of one column prove about their order.
struct DateColumn {
  /// Where something was seen first.
  struct Sighting: Sendable, Hashable {
    let row: Int
    let text: String
  }

  private(set) var monthFirst: Sighting?
  private(set) var dayFirst: Sighting?
  private(set) var ambiguous: Sighting?
  private(set) var twoDigits: Sighting?
  /// How many days of two digits, or that could be read two ways.
  private(set) var count = 0

  mutating func note(_ written: WrittenDay, row: Int, text: String) {
    if written.day != nil { return }
    count += 1
    let sighting = Sighting(row: row, text: text)
    if !written.hasFullYear, twoDigits == nil { twoDigits = sighting }
    if written.first > 12 {
      if dayFirst == nil { dayFirst = sighting }
    } else if written.second > 12 {
      if monthFirst == nil { monthFirst = sighting }
    } else if written.first != written.second, ambiguous == nil {
      ambiguous = sighting
    }
  }

  /// The order that the column proves, or that the user gives; what stands in the way.
  func settle(_ given: DateOrder?, century: Int?) -> (order: DateOrder, faults: [(Sighting, Phrase)]) {
    var faults: [(Sighting, Phrase)] = []
    if let twoDigits, century == nil {
      faults.append(
        (
          twoDigits,
          Phrase(
            "“\(twoDigits.text)” has a year of two digits: which century is it?",
            "«\(twoDigits.text)» tiene un año de dos cifras: ¿de qué siglo es?")
        ))
    }
    if let dayFirst, let monthFirst {
      faults.append(
        (
          monthFirst.row > dayFirst.row ? monthFirst : dayFirst,
          Phrase(
            "the column mixes two orders: “\(monthFirst.text)” in row \(monthFirst.row) can only be month first, “\(dayFirst.text)” in row \(dayFirst.row) only day first",
            "la columna mezcla dos órdenes: «\(monthFirst.text)» en la fila \(monthFirst.row) solo puede empezar por el mes, «\(dayFirst.text)» en la fila \(dayFirst.row) solo por el día"
          )
        ))
      return (.monthFirst, faults)
    }
    if dayFirst != nil { return (.dayFirst, faults) }
    if monthFirst != nil { return (.monthFirst, faults) }
    if let ambiguous, given == nil {
      faults.append(
        (
          ambiguous,
          Phrase(
            "“\(ambiguous.text)” can be read two ways, and no day of this column settles it: is the month first, or the day?",
            "«\(ambiguous.text)» se puede leer de dos modos y ningún día de esta columna lo decide: ¿va primero el mes o el día?"
          )
        ))
    }
    return (given ?? .monthFirst, faults)
  }

  /// The row that proves the order.
  var proof: Sighting? { dayFirst ?? monthFirst }
}
