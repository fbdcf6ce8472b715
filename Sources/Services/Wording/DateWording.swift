public import Vocabulary

/// Dates as people read them, with the distance from the day asked: "Jan 31, 2028 (in 14 months)".
public struct DateWording: Sendable {
  public let language: Language
  /// The day asked, from which distances are counted; nil: no distances.
  public let asOf: CivilDate?

  public init(_ language: Language, asOf: CivilDate? = nil) {
    self.language = language
    self.asOf = asOf
  }

  private static let monthsEN = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
  private static let monthsES = [
    "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre",
    "diciembre",
  ]

  /// "Jan 31, 2028"; "31 de enero de 2028".
  public func day(_ day: CivilDate) -> String {
    guard day.isFinite else {
      return day == .distantPast ? Phrase("the start", "el principio")[language] : Phrase("no end", "sin fin")[language]
    }
    let c = day.components
    switch language {
    case .english: return "\(DateWording.monthsEN[c.month - 1]) \(c.day), \(c.year)"
    case .spanish: return "\(c.day) de \(DateWording.monthsES[c.month - 1]) de \(c.year)"
    }
  }

  /// A day known in part: "Sep 2023", "2023", "between … and …".
  public func days(_ days: DayInterval) -> String {
    if days.isExact { return day(days.first) }
    if !days.first.isFinite, !days.last.isFinite { return Phrase("day not known", "fecha no conocida")[language] }
    if !days.last.isFinite {
      return Phrase("after \(day(days.first.previous))", "después del \(day(days.first.previous))")[language]
    }
    if !days.first.isFinite { return Phrase("by \(day(days.last))", "a más tardar el \(day(days.last))")[language] }
    let a = days.first.components
    let b = days.last.components
    if a.day == 1, days.last == days.last.endOfMonth {
      if a.year == b.year, a.month == b.month {
        switch language {
        case .english: return "\(DateWording.monthsEN[a.month - 1]) \(a.year)"
        case .spanish: return "\(DateWording.monthsES[a.month - 1]) de \(a.year)"
        }
      }
      if a.year == b.year, a.month == 1, b.month == 12 { return String(a.year) }
    }
    return Phrase(
      "between \(day(days.first)) and \(day(days.last))", "entre el \(day(days.first)) y el \(day(days.last))")[
        language]
  }

  /// "Jan 31, 2028 (in 14 months)".
  public func dayWithDistance(_ day: CivilDate) -> String {
    guard let distance = distance(to: day) else { return self.day(day) }
    return "\(self.day(day)) (\(distance))"
  }

  /// "in 14 months", "3 days ago", "today": days under 14 days, weeks under 12 weeks, then months, then years.
  public func distance(to day: CivilDate) -> String? {
    guard let asOf, day.isFinite else { return nil }
    let days = asOf.days(to: day)
    if days == 0 { return Phrase("today", "hoy")[language] }
    let (count, unit) = amount(abs(days), from: min(asOf, day), to: max(asOf, day))
    switch language {
    case .english: return days > 0 ? "in \(count) \(unit)" : "\(count) \(unit) ago"
    case .spanish: return days > 0 ? "en \(count) \(unit)" : "hace \(count) \(unit)"
    }
  }

  private func amount(_ days: Int, from: CivilDate, to: CivilDate) -> (Int, String) {
    func unit(_ n: Int, _ one: Phrase, _ many: Phrase) -> (Int, String) { (n, (n == 1 ? one : many)[language]) }
    if days < 14 { return unit(days, Phrase("day", "día"), Phrase("days", "días")) }
    if days < 84 { return unit(days / 7, Phrase("week", "semana"), Phrase("weeks", "semanas")) }
    var months = (to.year - from.year) * 12 + to.month - from.month
    if from.adding(months: months) > to { months -= 1 }
    if months < 36 { return unit(months, Phrase("month", "mes"), Phrase("months", "meses")) }
    return unit(months / 12, Phrase("year", "año"), Phrase("years", "años"))
  }
}
