public import Knowledge
import Rules
public import Vocabulary

/// The figures of one published workbook, as an installation keeps them.
public struct ImportedWorkbook: Sendable, Hashable, Codable {
  /// The name of the file: `national_M2024_dl.csv`.
  public let file: String
  /// 16 hexadecimal digits over the bytes of the file.
  public let digest: String
  public let series: String
  public let scope: WorkbookName.Scope
  public let year: Int
  /// The day it was imported.
  public let retrieved: CivilDate
  /// The day the edition was published; nil: not told.
  public let released: CivilDate?
  /// By place and measure: a number, `*` withheld, `#` top-coded.
  public let values: [String: [String: String]]

  public init(
    file: String, digest: String, series: String, name: WorkbookName, retrieved: CivilDate, released: CivilDate?,
    table: WorkbookReader.Table
  ) {
    self.file = file
    self.digest = digest
    self.series = series
    scope = name.scope
    year = name.year
    self.retrieved = retrieved
    self.released = released
    values = table.mapValues { row in
      Dictionary(uniqueKeysWithValues: row.map { ($0.key.rawValue, StatisticCell.text($0.value)) })
    }
  }

  /// nil when the year is none.
  public var edition: StatisticEdition? {
    WorkbookName(scope: scope, year: year).edition.map {
      StatisticEdition(id: $0.id, name: $0.name, reference: $0.reference, released: released)
    }
  }

  /// As figures with their source.
  ///
  /// - Parameter publisher: who publishes the series.
  /// - Returns: nil when something in it is no figure: the file was changed by hand.
  public func statistics(publisher: String) -> [Statistic]? {
    guard let edition else { return nil }
    let scopes: Phrase =
      switch scope {
      case .national: Phrase("national workbook", "libro nacional")
      case .state: Phrase("workbook of the states", "libro de los estados")
      }
    let source = Source(
      key: "imported-\(series)-\(edition.id)-\(scope.rawValue)", publisher: publisher,
      title: Phrase(
        "OEWS, \(edition.name.en), \(scopes.en) (\(file))", "OEWS, \(edition.name.es), \(scopes.es) (\(file))"),
      url: "",
      voice: .body, dated: released,
      age: Phrase("Imported into this installation from a file.", "Importado a esta instalación desde un archivo."),
      retrieved: retrieved)
    var found: [Statistic] = []
    for (place, row) in values.sorted(by: { $0.key < $1.key }) {
      for (key, text) in row.sorted(by: { $0.key < $1.key }) {
        guard let measure = StatisticMeasure(rawValue: key), let value = StatisticCell.value(text) else { return nil }
        found.append(
          Statistic(
            series: series, edition: edition.id, measure: measure, geography: place, value: value,
            citations: [Citation(source: source)]))
      }
    }
    return found
  }
}
