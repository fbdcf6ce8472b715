import Vocabulary

/// Days on a line of a drawing.
struct TimeScale {
  let from: ISODay
  let through: ISODay
  /// Where the line begins and ends, in units of the drawing.
  let start: Double
  let end: Double

  /// The place of the morning of a day; days outside the line are moved to its ends.
  func place(_ day: ISODay) -> Double { place(number: day.number) }

  /// The place of the evening of a day.
  func placeAfter(_ day: ISODay) -> Double { place(number: day.number + 1) }

  private func place(number: Int) -> Double {
    let share = Double(number - from.number) / Double(through.number + 1 - from.number)
    return start + min(max(share, 0), 1) * (end - start)
  }

  /// The first days of months, and the words for some of them, at least `room` apart.
  func months(room: Double, _ language: Language) -> [(place: Double, label: String?)] {
    let days = Double(through.number + 1 - from.number)
    let day = (end - start) / days
    // The shortest run of n months is about 30.4 n - 3 days.
    let step = [1, 2, 3, 6, 12, 24, 60].first { (Double($0) * 30.4 - 3) * day > room } ?? 120
    var result: [(place: Double, label: String?)] = []
    var isFirst = true
    for index in (from.year * 12 + from.month - 1)...(through.year * 12 + through.month - 1) {
      guard let day = ISODay(year: index / 12, month: index % 12 + 1, day: 1), day >= from, day <= through else {
        continue
      }
      let isLabelled = index % step == 0
      if isLabelled || step <= 3 {
        result.append((place(day), isLabelled ? label(day, withYear: isFirst || day.month == 1, language) : nil))
      }
      if isLabelled { isFirst = false }
    }
    return result
  }

  private func label(_ day: ISODay, withYear: Bool, _ language: Language) -> String {
    let name = shortMonths[day.month - 1][language]
    return withYear ? "\(name) \(day.year)" : name
  }
}

private let shortMonths = [
  Phrase("Jan", "ene"), Phrase("Feb", "feb"), Phrase("Mar", "mar"), Phrase("Apr", "abr"), Phrase("May", "may"),
  Phrase("Jun", "jun"), Phrase("Jul", "jul"), Phrase("Aug", "ago"), Phrase("Sep", "sep"), Phrase("Oct", "oct"),
  Phrase("Nov", "nov"), Phrase("Dec", "dic"),
]
