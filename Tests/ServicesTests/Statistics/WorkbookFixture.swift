import Foundation
import Knowledge
import Services
import Vocabulary

/// A made-up workbook in the form of the published ones: all major groups, a few occupations each.
struct WorkbookFixture {
  static let names = [
    "AREA", "AREA_TITLE", "AREA_TYPE", "PRIM_STATE", "NAICS", "NAICS_TITLE", "I_GROUP", "OWN_CODE", "OCC_CODE",
    "OCC_TITLE", "O_GROUP", "TOT_EMP", "EMP_PRSE", "JOBS_1000", "LOC_QUOTIENT", "PCT_TOTAL", "PCT_RPT", "H_MEAN",
    "A_MEAN", "MEAN_PRSE", "H_PCT10", "H_PCT25", "H_MEDIAN", "H_PCT75", "H_PCT90", "A_PCT10", "A_PCT25", "A_MEDIAN",
    "A_PCT75", "A_PCT90", "ANNUAL", "HOURLY",
  ]
  private static let majors = stride(from: 11, through: 53, by: 2)

  var header = names
  var rows: [[String]]

  /// Hourly wages of a row: mean, then the five percentiles.
  private static func wages(_ cents: [Int]) -> (hourly: [String], annual: [String]) {
    (
      cents.map { "\($0 / 100).\($0 % 100 < 10 ? "0" : "")\($0 % 100)" },
      cents.map { "\(($0 * 2080 + 500) / 1000 * 10)" }
    )
  }

  private static func row(
    _ area: (code: String, title: String, state: String), _ code: String, _ title: String, _ group: String, jobs: Int,
    _ cents: [Int]
  ) -> [String] {
    let (hourly, annual) = wages(cents)
    return [
      area.code, area.title, area.code == "99" ? "1" : "2", area.state, "000000", "Cross-industry", "cross-industry",
    ]
      + ["1235", code, title, group, "\(jobs)", "1.5", "3.123", "1.01", "", "", hourly[0], annual[0], "0.3"]
      + hourly[1...] + annual[1...] + ["", ""]
  }

  private static func area(_ area: (code: String, title: String, state: String), shift: Int) -> [[String]] {
    let plain = [2000, 1200, 1500, 1900, 2300, 3000]
    var rows = [row(area, "00-0000", "All Occupations", "total", jobs: 22 * 30_000, plain)]
    for major in majors {
      rows.append(row(area, "\(major)-0000", "Group \(major)", "major", jobs: 30_000, plain))
      let codes = major == 31 ? ["31-1120", "31-9092"] : ["\(major)-1011", "\(major)-7199"]
      for code in codes {
        let isOurs = code == "31-9092"
        rows.append(
          row(
            area, code, isOurs ? "Medical Assistants" : "Occupation \(code)", "detailed", jobs: 15_000,
            isOurs ? [2250 + shift, 1750, 1900, 2210 + shift, 2400 + shift, 2900 + shift] : plain))
      }
    }
    return rows
  }

  static let national = WorkbookFixture(rows: area(("99", "U.S.", "US"), shift: 0))

  /// All states of the packs and the three territories, in the order of their codes.
  static func states(_ base: KnowledgeBase) -> WorkbookFixture {
    let codes = (base.jurisdictions.map(\.code)).sorted() + ["GU", "PR", "VI"]
    return WorkbookFixture(
      rows: codes.enumerated().flatMap { index, code in
        area((index < 9 ? "0\(index + 1)" : "\(index + 1)", "Place \(code)", code), shift: index)
      })
  }

  var text: String {
    ([header] + rows).map { $0.joined(separator: ",") }.joined(separator: "\r\n") + "\r\n"
  }

  var data: Data { Data(text.utf8) }

  func column(_ name: String) -> Int { header.firstIndex(of: name) ?? 0 }

  /// The row of the occupation, 0-based below the header.
  var ours: Int { rows.firstIndex { $0[8] == "31-9092" } ?? 0 }

  func changing(_ row: Int, _ column: String, _ text: String) -> WorkbookFixture {
    var changed = self
    changed.rows[row][self.column(column)] = text
    return changed
  }
}
