import Vocabulary

/// One row of a file of the export, with what is wrong in it.
struct DapipRow {
  let number: Int
  let header: [String]
  let cells: [String]
  private(set) var faults: [SheetFault] = []

  init(_ row: SheetRow, header: [String]) {
    number = row.number
    cells = row.cells
    self.header = header
  }

  mutating func fault(_ column: String, _ message: Phrase) {
    let place = header.firstIndex(of: column)
    faults.append(SheetFault(row: number, column: place.map { $0 + 1 }, header: column, message))
  }

  subscript(column: String) -> String { header.firstIndex(of: column).map { cells[$0] } ?? "" }

  /// A number that names something: 1 to 12 digits.
  mutating func id(_ column: String) -> String {
    let text = self[column]
    if !(1...12).contains(text.utf8.count) || !text.utf8.allSatisfy({ (48...57).contains($0) }) {
      fault(column, Phrase("expected a number, found '\(text)'", "se esperaba un número y se encontró «\(text)»"))
    }
    return text
  }

  /// A text in the letters it was published in.
  mutating func text(_ column: String, orEmpty: Bool = false) -> String {
    let text = self[column]
    if text.isEmpty, !orEmpty { fault(column, Phrase("expected a text, found nothing", "falta el texto")) }
    if DapipRow.isReencoded(text) {
      fault(
        column,
        Phrase(
          "the letters were changed by another encoding: '\(text)'",
          "las letras cambiaron al convertir la codificación: «\(text)»"))
    }
    return text
  }

  /// One of a few words.
  mutating func word(_ column: String, _ words: [String]) -> String {
    let text = self[column]
    if !words.contains(text) {
      fault(
        column,
        Phrase(
          "expected \(words.joined(separator: " or ")), found '\(text)'",
          "se esperaba \(words.joined(separator: " o ")) y se encontró «\(text)»"))
    }
    return text
  }

  /// A day as the export writes it; nil for an empty cell.
  ///
  /// - Parameter through: the last day that makes sense; nil: any day.
  mutating func day(_ column: String, through: CivilDate? = nil) -> CivilDate? {
    let text = self[column]
    if text.isEmpty { return nil }
    guard let day = CivilDate(american: text) else {
      fault(
        column,
        Phrase(
          "expected a day like 2/12/2020 12:00:00 AM, found '\(text)'",
          "se esperaba una fecha como 2/12/2020 12:00:00 AM y se encontró «\(text)»"))
      return nil
    }
    if let through, day > through {
      fault(
        column, Phrase("the day \(day) has not come yet", "la fecha \(day) aún no ha llegado"))
    }
    return day
  }

  /// What UTF-8 looks like once it was read as another encoding, and characters that no name has.
  private static func isReencoded(_ text: String) -> Bool {
    text.contains("â€") || text.contains("Ã") || text.contains("Â")
      || text.unicodeScalars.contains { $0.value < 32 || (127...159).contains($0.value) || $0.value == 0xFFFD }
  }
}

extension CivilDate {
  /// `2/12/2020` or `2/12/2020 12:00:00 AM`: month, day, year; of the years 1900 to 2199.
  init?(american text: String) {
    var day = text[...]
    if let clock = day.firstRange(of: " 12:00:00 AM"), clock.upperBound == day.endIndex {
      day = day[..<clock.lowerBound]
    }
    let parts = day.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 3, parts.allSatisfy({ (1...4).contains($0.utf8.count) && $0.utf8.allSatisfy(isDigit) }),
      let month = Int(parts[0]), let number = Int(parts[1]), let year = Int(parts[2]), (1900...2199).contains(year)
    else { return nil }
    self.init(year: year, month: month, day: number)
  }

  /// The day of "…, effective October 3, 2018."; nil where a text names none.
  init?(effectiveIn text: String) {
    guard let at = text.firstRange(of: "effective ") else { return nil }
    let words = text[at.upperBound...].split(separator: " ").prefix(3)
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
      "December",
    ]
    guard words.count == 3, let month = months.firstIndex(of: String(words[0])),
      let day = Int(words[1].filter(\.isNumber)),
      let year = Int(words[2].filter(\.isNumber))
    else { return nil }
    self.init(year: year, month: month + 1, day: day)
  }
}

private func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
