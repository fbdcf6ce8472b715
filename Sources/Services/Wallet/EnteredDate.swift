public import Rules
import Vocabulary

/// A date as it was entered: a year alone, a month, or a day, perhaps planned; or that it has not happened.
struct EnteredDate {
  let entered: EnteredRecord
  let name: String

  init(_ entered: EnteredRecord, _ name: String) { (self.entered, self.name) = (entered, name) }

  /// - Parameter today: a date after it is planned, but for the end of something.
  func value(_ field: Field, today: CivilDate) throws(RecordFault) -> FactValue {
    let days = try days()
    if entered.isTicked(name + "-never") {
      guard days == nil else {
        throw RecordFault(
          field: name + "-year",
          message: Phrase(
            "Either a date or “has not happened” expected; both found",
            "Se esperaba una fecha o «no ha ocurrido»; se encontraron ambas"))
      }
      return .never
    }
    guard let days else { return .unknown }
    guard field.canBePlanned else { return .day(days, expected: false) }
    let isPlanned = entered.isTicked(name + "-planned")
    if isPlanned, days.last <= today {
      throw RecordFault(
        field: name + "-year",
        message: Phrase(
          "For a plan, a date ahead expected; \(days.partialText) is past. Take the tick away, or correct the date",
          "Para algo previsto se esperaba una fecha futura; \(days.partialText) ya pasó. Quite la marca o corrija la fecha"
        ))
    }
    return .day(days, expected: isPlanned || days.first > today)
  }

  /// Nil: nothing was typed.
  func days() throws(RecordFault) -> DayInterval? {
    guard entered.hasDate(name) else { return nil }
    let (year, month, day) = (text("-year"), text("-month"), text("-day"))
    guard let y = Self.number(year), year.utf8.count == 4, (1900...2199).contains(y) else {
      throw fault(
        "-year", "a year with four digits, like 2026", "un año de cuatro cifras, como 2026", year)
    }
    if month.isEmpty {
      guard day.isEmpty else {
        throw fault("-month", "the month of this day", "el mes de este día", "")
      }
      return DayInterval(partial: year)
    }
    guard let m = Self.number(month), (1...12).contains(m), let first = CivilDate(year: y, month: m, day: 1) else {
      throw fault("-month", "a month from 1 to 12", "un mes del 1 al 12", month)
    }
    if day.isEmpty { return DayInterval(first, first.endOfMonth) }
    guard let d = Self.number(day), let date = CivilDate(year: y, month: m, day: d) else {
      throw fault(
        "-day", "a day from 1 to \(first.endOfMonth.day), or none",
        "un día del 1 al \(first.endOfMonth.day), o ninguno",
        day)
    }
    return DayInterval(date)
  }

  private func text(_ ending: String) -> String { trimmed(entered[name + ending]) }

  private static func number(_ text: String) -> Int? {
    (1...4).contains(text.utf8.count) && text.utf8.allSatisfy { (48...57).contains($0) } ? Int(text) : nil
  }

  private func fault(_ ending: String, _ english: String, _ spanish: String, _ found: String) -> RecordFault {
    let shown = String(found.prefix(20))
    return RecordFault(
      field: name + ending,
      message: found.isEmpty
        ? Phrase("Expected \(english); nothing found", "Se esperaba \(spanish); no se encontró nada")
        : Phrase("Expected \(english); “\(shown)” found", "Se esperaba \(spanish); se encontró «\(shown)»"))
  }
}

extension Field {
  /// Whether a day ahead is a plan; that something that is held ends or is taken away is none.
  public var canBePlanned: Bool { name != "expires" && name != "revoked" }

  /// Whether “has not happened” says something that an empty field does not.
  public var canBeNever: Bool {
    ["until", "revoked", "graduated", "coursework_completed", "practicum_completed"].contains(name)
  }
}
