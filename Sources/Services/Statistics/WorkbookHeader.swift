import Knowledge
import Vocabulary

/// The columns of an OEWS workbook, in the order in which they are published.
struct WorkbookHeader {
  /// As in the editions since May 2021; the one of May 2020 has no PCT_RPT.
  static let names = [
    "AREA", "AREA_TITLE", "AREA_TYPE", "PRIM_STATE", "NAICS", "NAICS_TITLE", "I_GROUP", "OWN_CODE", "OCC_CODE",
    "OCC_TITLE", "O_GROUP", "TOT_EMP", "EMP_PRSE", "JOBS_1000", "LOC_QUOTIENT", "PCT_TOTAL", "PCT_RPT", "H_MEAN",
    "A_MEAN", "MEAN_PRSE", "H_PCT10", "H_PCT25", "H_MEDIAN", "H_PCT75", "H_PCT90", "A_PCT10", "A_PCT25", "A_MEDIAN",
    "A_PCT75", "A_PCT90", "ANNUAL", "HOURLY",
  ]

  /// Hourly and annual columns of the same figure.
  static let pairs = [
    ("H_MEAN", "A_MEAN"), ("H_PCT10", "A_PCT10"), ("H_PCT25", "A_PCT25"), ("H_MEDIAN", "A_MEDIAN"),
    ("H_PCT75", "A_PCT75"), ("H_PCT90", "A_PCT90"),
  ]

  /// Which column holds which figure.
  static let measures: [(column: String, measure: StatisticMeasure)] = [
    ("TOT_EMP", .employment), ("EMP_PRSE", .employmentError), ("H_MEAN", .meanHourly), ("A_MEAN", .meanAnnual),
    ("MEAN_PRSE", .meanError), ("H_PCT10", .p10Hourly), ("H_PCT25", .p25Hourly), ("H_MEDIAN", .medianHourly),
    ("H_PCT75", .p75Hourly), ("H_PCT90", .p90Hourly), ("A_PCT10", .p10Annual), ("A_PCT25", .p25Annual),
    ("A_MEDIAN", .medianAnnual), ("A_PCT75", .p75Annual), ("A_PCT90", .p90Annual),
  ]

  let columns: [String]

  /// - Throws: `SheetRefusal` at the first column that is not where it is published.
  init(_ row: SheetRow) throws(SheetRefusal) {
    let older = WorkbookHeader.names.filter { $0 != "PCT_RPT" }
    let expected = row.cells.contains("PCT_RPT") ? WorkbookHeader.names : older
    for (i, name) in expected.enumerated() {
      let found = i < row.cells.count ? row.cells[i] : ""
      if found != name {
        let words = Phrase(
          "expected the column \(name), found “\(found)”: the columns are not those of the published sheet, in its order",
          "se esperaba la columna \(name) y se encontró «\(found)»: las columnas no son las de la hoja publicada, en su orden"
        )
        throw SheetRefusal(row: row.number, column: i + 1, words)
      }
    }
    if row.cells.count > expected.count {
      throw SheetRefusal(
        row: row.number, column: expected.count + 1,
        Phrase("a column that the published sheet does not have", "una columna que la hoja publicada no tiene"))
    }
    columns = expected
  }

  /// 0-based.
  func index(_ name: String) -> Int { columns.firstIndex(of: name) ?? 0 }
}
