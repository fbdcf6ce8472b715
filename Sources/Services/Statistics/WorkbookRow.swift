import Knowledge
import Vocabulary

/// One row of an OEWS workbook, checked by itself.
struct WorkbookRow {
  let number: Int
  let area: Int
  let state: String
  let code: String
  let group: String
  let figures: [String: WorkbookNumber.Cell]

  /// The columns with figures.
  static let columns = WorkbookHeader.names.filter {
    $0.hasPrefix("H_") || $0.hasPrefix("A_") || ["TOT_EMP", "EMP_PRSE", "MEAN_PRSE"].contains($0)
      || ["JOBS_1000", "LOC_QUOTIENT", "PCT_TOTAL", "PCT_RPT"].contains($0)
  }

  /// - Throws: `SheetRefusal` at the first cell that is not as published.
  init(_ row: SheetRow, _ header: WorkbookHeader, _ scope: WorkbookName.Scope) throws(SheetRefusal) {
    func refuse(_ column: String, _ words: Phrase) -> SheetRefusal {
      SheetRefusal([
        SheetFault(row: row.number, column: header.index(column) + 1, header: column, words)
      ])
    }
    func text(_ column: String) -> String { row.cells[header.index(column)] }
    func expect(_ column: String, _ wanted: String) throws(SheetRefusal) {
      let found = text(column)
      if found != wanted {
        throw refuse(
          column, Phrase("expected \(wanted), found “\(found)”", "se esperaba \(wanted) y se encontró «\(found)»"))
      }
    }
    number = row.number
    try expect("NAICS", "000000")
    try expect("I_GROUP", "cross-industry")
    let area = text("AREA")
    guard area.count == 2, area.utf8.allSatisfy({ (48...57).contains($0) }), let place = Int(area) else {
      throw refuse(
        "AREA",
        Phrase(
          "expected an area of two digits, like 99 or 01, found “\(area)”: the sheet was changed by another program",
          "se esperaba un área de dos cifras, como 99 o 01, y se encontró «\(area)»: otro programa cambió la hoja"))
    }
    self.area = place
    state = text("PRIM_STATE")
    switch scope {
    case .national:
      try expect("AREA", "99")
      try expect("AREA_TITLE", "U.S.")
    case .state:
      if place == 99 {
        throw refuse(
          "AREA", Phrase("a national row in a sheet of states", "una fila nacional en una hoja de los estados"))
      }
      guard state.count == 2, state.utf8.allSatisfy({ (65...90).contains($0) }) else {
        throw refuse(
          "PRIM_STATE",
          Phrase("expected a state like WA, found “\(state)”", "se esperaba un estado como WA y se encontró «\(state)»")
        )
      }
    }
    code = text("OCC_CODE")
    guard WorkbookRow.isOccupation(code) else {
      throw refuse(
        "OCC_CODE",
        Phrase(
          "expected an occupation like 31-9092, found “\(code)”",
          "se esperaba una ocupación como 31-9092 y se encontró «\(code)»"))
    }
    group = text("O_GROUP")
    guard ["total", "major", "minor", "broad", "detailed"].contains(group) else {
      throw refuse("O_GROUP", Phrase("unknown kind of row “\(group)”", "tipo de fila desconocido «\(group)»"))
    }
    for column in ["ANNUAL", "HOURLY"] where !["", "TRUE"].contains(text(column)) {
      throw refuse(column, Phrase("expected TRUE or nothing", "se esperaba TRUE o nada"))
    }
    var figures: [String: WorkbookNumber.Cell] = [:]
    for column in header.columns where WorkbookRow.columns.contains(column) {
      guard let cell = WorkbookNumber.cell(text(column), column: column) else {
        let found = text(column)
        throw refuse(
          column,
          Phrase(
            "expected a number, or a mark of this column, found “\(found)”",
            "se esperaba un número o una marca de esta columna y se encontró «\(found)»"))
      }
      figures[column] = cell
    }
    self.figures = figures
    if let (column, words) = mismatch { throw refuse(column, words) }
  }

  static func isOccupation(_ code: String) -> Bool {
    let parts = code.split(separator: "-", omittingEmptySubsequences: false)
    return parts.count == 2 && parts[0].count == 2 && parts[1].count == 4
      && parts.allSatisfy { $0.utf8.allSatisfy { (48...57).contains($0) } }
  }

  /// Where a year's wage is not 2,080 hours of the hourly one, or percentiles fall: columns were moved or edited.
  private var mismatch: (String, Phrase)? {
    for (hourly, annual) in WorkbookHeader.pairs {
      guard let hour = figures[hourly]?.number, let year = figures[annual]?.number else { continue }
      // The publisher rounds the annual figure to ten dollars and the hourly one to a cent.
      if abs(hour * 2080 - year) > 2000 {
        return (
          annual,
          Phrase(
            "this is not 2,080 hours of \(hourly): a column was moved or changed",
            "esto no es 2,080 horas de \(hourly): se movió o cambió una columna")
        )
      }
    }
    for columns in [
      ["H_PCT10", "H_PCT25", "H_MEDIAN", "H_PCT75", "H_PCT90"],
      ["A_PCT10", "A_PCT25", "A_MEDIAN", "A_PCT75", "A_PCT90"],
    ] {
      for (low, high) in zip(columns, columns.dropFirst()) {
        guard let a = figures[low]?.number, let b = figures[high]?.number, a > b else { continue }
        return (high, Phrase("smaller than \(low)", "menor que \(low)"))
      }
    }
    return nil
  }
}
