public import Knowledge
import Vocabulary

/// What the name of a published OEWS workbook says: `national_M2024_dl.xlsx`, `state_M2024_dl.csv`.
public struct WorkbookName: Sendable, Hashable {
  /// What the rows of a workbook are about.
  public enum Scope: String, Sendable, Hashable, Codable {
    case national
    case state
  }

  public let scope: Scope
  public let year: Int

  public init(scope: Scope, year: Int) {
    self.scope = scope
    self.year = year
  }

  /// nil for any other name, also one that was shortened or counted up, like `national_M2024_dl (1).csv`.
  public init?(_ file: String) {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, ["csv", "xlsx"].contains(parts[1].lowercased()) else { return nil }
    let words = parts[0].split(separator: "_", omittingEmptySubsequences: false)
    guard words.count == 3, let scope = Scope(rawValue: String(words[0])), words[2] == "dl", words[1].count == 5,
      words[1].first == "M", let year = Int(words[1].dropFirst()), (2019...2099).contains(year)
    else { return nil }
    self.init(scope: scope, year: year)
  }

  /// The name without its ending, which is also the name of the sheet: `national_M2024_dl`.
  public var sheet: String { "\(scope.rawValue)_M\(year)_dl" }

  /// Every edition stands for the month of May of its year.
  public var edition: StatisticEdition? {
    guard let first = CivilDate(year: year, month: 5, day: 1) else { return nil }
    return StatisticEdition(
      id: "\(year)-05", name: Phrase("May \(year)", "mayo de \(year)"),
      reference: DayInterval(first, first.endOfMonth), released: nil)
  }
}
