public import Knowledge
import Rules
public import Vocabulary

/// Figures as data. Keys are stable.
public struct StatisticsReport: Encodable, Sendable {
  /// One figure. A figure has a source, or it is not there.
  public struct Figure: Encodable, Sendable {
    public let series: String
    public let edition: String
    public let measure: String
    public let geography: String
    /// A decimal number as text; nil: the publisher gives none, see `mark`.
    public let value: String?
    /// `withheld`, `top-coded`; nil: there is a number.
    public let mark: String?
    public let unit: String
    /// `publisher` or `secondary`.
    public let voice: String
    public let sources: [ExplanationReport.Source]
  }

  /// An edition that can be out on the day.
  public struct Edition: Encodable, Sendable {
    public let series: String
    public let edition: String
    public let from: CivilDate
    public let through: CivilDate
    public let released: CivilDate?
    /// `newest`, `older`, `overdue`, `perhaps-later`.
    public let standing: String
  }

  /// The edition of the packs.
  public let packs: String
  public let asOf: CivilDate
  public let geography: String
  public let occupation: [String]
  public let editions: [Edition]
  public let figures: [Figure]
  public let notice: String

  public init(_ base: KnowledgeBase, _ geography: String, edition: String?, asOf: CivilDate, _ language: Language) {
    let book = StatisticBook(base)
    packs = base.edition
    self.asOf = asOf
    self.geography = geography
    occupation = Set(base.series.map(\.occupation)).sorted()
    var editions: [Edition] = []
    var figures: [Figure] = []
    for series in base.series {
      for (found, standing) in book.editions(of: series, asOf: asOf) where edition == nil || edition == found.id {
        editions.append(
          Edition(
            series: series.id, edition: found.id, from: found.reference.first, through: found.reference.last,
            released: found.released, standing: standing.key))
        for measure in StatisticMeasure.allCases {
          guard case .figure(let figure) = book.cell(series.id, found.id, measure, geography) else { continue }
          figures.append(Figure(figure, language))
        }
      }
    }
    self.editions = editions
    self.figures = figures
    notice = StatisticWording.notice[language]
  }
}

extension StatisticsReport.Figure {
  init(_ figure: Statistic, _ language: Language) {
    series = figure.series
    edition = figure.edition
    measure = figure.measure.rawValue
    geography = figure.geography
    value = figure.amount?.description
    mark =
      switch figure.value {
      case .amount: nil
      case .withheld: "withheld"
      case .topCoded: "top-coded"
      }
    unit = figure.measure.unit.rawValue
    voice = figure.isPublishers ? "publisher" : "secondary"
    sources = figure.citations.map { ExplanationReport.Source($0, language) }
  }
}

extension StatisticBook.Standing {
  /// The key in JSON.
  var key: String {
    switch self {
    case .newest: "newest"
    case .older: "older"
    case .overdue: "overdue"
    case .perhapsLater: "perhaps-later"
    }
  }
}
