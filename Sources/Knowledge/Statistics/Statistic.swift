public import Rules
public import Vocabulary

/// One published figure: what was measured, where, in which edition, and who says so. It is never computed.
public struct Statistic: Sendable, Hashable {
  /// What a cell of a publication says.
  public enum Value: Sendable, Hashable {
    case amount(Quantity)
    /// The publisher has a figure and does not release it: `*` or `**` in its workbooks.
    case withheld
    /// At or above the highest wage that the publisher shows: `#` in its workbooks.
    case topCoded
  }

  /// `oews`.
  public let series: String
  /// `2025-05`.
  public let edition: String
  public let measure: StatisticMeasure
  /// `us`, or a state or territory: `us-wa`.
  public let geography: String
  public let value: Value
  public let citations: [Citation]

  public init(
    series: String, edition: String, measure: StatisticMeasure, geography: String, value: Value, citations: [Citation]
  ) {
    self.series = series
    self.edition = edition
    self.measure = measure
    self.geography = geography
    self.value = value
    self.citations = citations
  }

  /// The number; nil when the publisher gives none.
  public var amount: Quantity? { if case .amount(let amount) = value { amount } else { nil } }

  /// Whether the figure was read in a copy of the publisher's own text, and not as somebody else repeats it.
  public var isPublishers: Bool { citations.contains { $0.source.voice == .body } }

  /// The last day on which a copy of its source was read.
  public var retrieved: CivilDate? { citations.map(\.source.retrieved).max() }
}

/// One edition of a series: the time its figures stand for, and the day it came out.
public struct StatisticEdition: Sendable, Hashable {
  /// `2025-05`, `2024-34`. Later editions sort after earlier ones.
  public let id: String
  public let name: Phrase
  /// The time its figures stand for.
  public let reference: DayInterval
  /// The day it was published; nil: not known.
  public let released: CivilDate?

  public init(id: String, name: Phrase, reference: DayInterval, released: CivilDate?) {
    self.id = id
    self.name = name
    self.reference = reference
    self.released = released
  }
}

/// A publication that comes out again and again, for one occupation.
public struct StatisticSeries: Sendable, Hashable {
  /// `oews`, `projections`.
  public let id: String
  public let publisher: String
  public let name: Phrase
  /// The code of the occupation: `31-9092`.
  public let occupation: String
  /// The occupation in words.
  public let title: Phrase
  /// What the figures leave out.
  public let note: Phrase
  public let encoded: CivilDate
  /// After this day a newer edition is to be looked for.
  public let reviewBy: CivilDate
  /// Places that are no state of the packs: `us`, `us-gu`.
  public let geographies: [String: Phrase]
  /// Oldest first.
  public internal(set) var editions: [StatisticEdition]
}
