import Documents
public import Foundation
public import Knowledge
public import Vocabulary

/// Takes a published OEWS workbook into the data folder of an installation: whole, or not at all.
public struct StatisticsImport {
  /// What was taken.
  public struct Result: Sendable {
    public let workbook: ImportedWorkbook
    public let edition: StatisticEdition
    /// Figures that were loaded before and read otherwise in the file: the file's stand now.
    public let changed: [(before: Statistic, now: Statistic)]
    /// How many figures the file gave.
    public let count: Int
  }

  /// The series that workbooks belong to.
  static let series = "oews"

  private let base: KnowledgeBase
  private let data: String

  /// - Parameters:
  ///   - base: the packs with what was imported before.
  ///   - data: the data folder.
  public init(_ base: KnowledgeBase, data: String) {
    self.base = base
    self.data = data
  }

  /// - Parameters:
  ///   - file: the name of the file, as published: `national_M2024_dl.csv`.
  ///   - released: the day the edition was published, if it is known.
  ///   - day: the day it is imported.
  /// - Throws: `SheetRefusal` or `EditingError`; then nothing was written.
  public func take(_ bytes: Data, file: String, released: CivilDate?, on day: CivilDate) throws -> Result {
    guard let name = WorkbookName(file), let edition = name.edition else {
      throw SheetRefusal(
        Phrase(
          "expected a file named as published, like national_M2024_dl.xlsx or state_M2024_dl.csv: the rows do not say of which year they are",
          "se esperaba un archivo con el nombre publicado, como national_M2024_dl.xlsx o state_M2024_dl.csv: las filas no dicen de qué año son"
        ))
    }
    guard let series = base.series.first(where: { $0.id == StatisticsImport.series }) else {
      throw SheetRefusal(
        Phrase("the packs have no series \(StatisticsImport.series)", "los datos no tienen la serie oews"))
    }
    let earliest = released ?? edition.reference.last.next
    guard edition.reference.last < earliest, earliest <= day else {
      throw SheetRefusal(
        Phrase(
          "\(edition.name.en) cannot have been published by \(day), or on the day given",
          "\(edition.name.es) no pudo publicarse antes del \(day), o en el día dado"))
    }
    let reader = WorkbookReader(
      name, occupation: series.occupation,
      states: Set(base.jurisdictions.map(\.code) + series.geographies.keys.filter { $0 != "us" }.map(Self.code)))
    let table = try reader.read(try sheet(bytes))
    var digest = EditionDigest()
    digest.add(bytes)
    let workbook = ImportedWorkbook(
      file: file.split(separator: "/").last.map(String.init) ?? file, digest: digest.text, series: series.id,
      name: name, retrieved: day, released: released, table: table)
    let figures = workbook.statistics(publisher: series.publisher) ?? []
    try refuseAnotherYear(figures, edition)
    let book = StatisticBook(base)
    let changed = figures.compactMap { now -> (before: Statistic, now: Statistic)? in
      guard case .figure(let before) = book.cell(now.series, now.edition, now.measure, now.geography),
        before.value != now.value
      else { return nil }
      return (before, now)
    }
    try StatisticsStore(data: data).keep(workbook)
    return Result(workbook: workbook, edition: edition, changed: changed, count: figures.count)
  }

  private static func code(_ geography: String) -> String { String(geography.dropFirst(3)).uppercased() }

  /// The first sheet of a workbook, or the same saved as CSV.
  private func sheet(_ bytes: Data) throws(SheetRefusal) -> any SheetSource {
    if XLSXSheet.looksLike(bytes) { return try XLSXSheet(bytes) }
    let sheet = try CSVSheet(bytes)
    guard bytes.last == UInt8(ascii: "\n") else {
      throw SheetRefusal(
        Phrase("the last line does not end: the file is cut", "la última línea no termina: el archivo está cortado"))
    }
    return sheet
  }

  /// A workbook under the name of another year has that year's figures in every cell.
  private func refuseAnotherYear(_ figures: [Statistic], _ edition: StatisticEdition) throws(SheetRefusal) {
    func key(_ figure: Statistic) -> String { figure.measure.rawValue + " " + figure.geography }
    for other in Set(base.statistics.filter { $0.series == StatisticsImport.series }.map(\.edition))
    where other != edition.id {
      let known = Dictionary(
        base.statistics.filter { $0.series == StatisticsImport.series && $0.edition == other }.map {
          (key($0), $0.value)
        }, uniquingKeysWith: { $1 })
      let shared = figures.filter { known[key($0)] != nil }
      if shared.count >= 3, shared.allSatisfy({ known[key($0)] == $0.value }) {
        throw SheetRefusal(
          Phrase(
            "these are the figures of \(other), under the name of \(edition.id)",
            "estas son las cifras de \(other), con el nombre de \(edition.id)"))
      }
    }
  }
}
