import Vocabulary

/// Days on a line of a drawing.
struct TimeScale {
  let from: CivilDate
  let through: CivilDate
  /// Where the line begins and ends, in units of the drawing.
  let start: Double
  let end: Double

  /// The place of the morning of a day; days outside the line are moved to its ends.
  func place(_ day: CivilDate) -> Double {
    let share = Double(from.days(to: day)) / Double(from.days(to: through) + 1)
    return start + min(max(share, 0), 1) * (end - start)
  }

  /// The place of the evening of a day.
  func placeAfter(_ day: CivilDate) -> Double { place(day.next) }

  /// The first days of months, and the words for some of them, at least `room` apart.
  func months(room: Double, _ language: Language) -> [(place: Double, label: String?)] {
    let days = Double(from.days(to: through) + 1)
    let day = (end - start) / days
    // The shortest run of n months is about 30.4 n - 3 days.
    let step = [1, 2, 3, 6, 12, 24, 60].first { (Double($0) * 30.4 - 3) * day > room } ?? 120
    var result: [(place: Double, label: String?)] = []
    var isFirst = true
    for index in (from.year * 12 + from.month - 1)...(through.year * 12 + through.month - 1) {
      guard let day = CivilDate(year: index / 12, month: index % 12 + 1, day: 1), day >= from, day <= through else {
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

  private func label(_ day: CivilDate, withYear: Bool, _ language: Language) -> String {
    let name = shortMonths[day.month - 1][language]
    return withYear ? "\(name) \(day.year)" : name
  }
}

private let shortMonths = [
  Phrase("Jan", "ene"), Phrase("Feb", "feb"), Phrase("Mar", "mar"), Phrase("Apr", "abr"), Phrase("May", "may"),
  Phrase("Jun", "jun"), Phrase("Jul", "jul"), Phrase("Aug", "ago"), Phrase("Sep", "sep"), Phrase("Oct", "oct"),
  Phrase("Nov", "nov"), Phrase("Dec", "dic"),
]
