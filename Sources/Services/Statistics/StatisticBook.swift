public import Knowledge
public import Vocabulary

/// Looks figures up. Nothing is computed from them: no average, no difference, no estimate for a cell that is not there.
public struct StatisticBook: Sendable {
  /// How an edition stands on a day.
  public enum Standing: Sendable, Hashable {
    /// No later edition is known on that day.
    case newest
    /// A later edition was out.
    case older(than: StatisticEdition)
    /// No later edition is known, and by that day one was to be looked for.
    case overdue(since: CivilDate)
    /// Whether it was out on that day is not known: nobody says when it came out.
    case perhapsLater
  }

  /// A cell of a table.
  public enum Cell: Sendable, Hashable {
    case figure(Statistic)
    case notLoaded
  }

  /// One place in a comparison of places within one edition.
  public struct Place: Sendable, Hashable {
    /// `us-wa`.
    public let geography: String
    public let name: Phrase
    /// In the order of the measures asked for.
    public let cells: [Cell]
  }

  private struct Key: Hashable {
    let series: String
    let edition: String
    let measure: StatisticMeasure
    let geography: String
  }

  public let base: KnowledgeBase
  private let figures: [Key: Statistic]
  private let retrieved: [String: CivilDate]

  public init(_ base: KnowledgeBase) {
    self.base = base
    figures = Dictionary(
      base.statistics.map { figure in
        (
          Key(
            series: figure.series, edition: figure.edition, measure: figure.measure, geography: figure.geography),
          figure
        )
      }, uniquingKeysWith: { $1 })
    retrieved = Dictionary(
      base.statistics.compactMap { figure in figure.retrieved.map { (figure.series + " " + figure.edition, $0) } },
      uniquingKeysWith: min)
  }

  public func series(_ id: String) -> StatisticSeries? { base.series.first { $0.id == id } }

  /// The figure of one edition and place, or that it is not loaded.
  public func cell(_ series: String, _ edition: String, _ measure: StatisticMeasure, _ geography: String) -> Cell {
    figures[Key(series: series, edition: edition, measure: measure, geography: geography)].map { .figure($0) }
      ?? .notLoaded
  }

  /// The editions that can be out on a day, oldest first, each with how it stands on that day.
  public func editions(of series: StatisticSeries, asOf: CivilDate) -> [(edition: StatisticEdition, standing: Standing)]
  {
    let out = series.editions.filter { edition in
      edition.released.map { $0 <= asOf } ?? (edition.reference.first <= asOf)
    }
    let newest = out.last { isCertain($0, of: series, asOf: asOf) }
    return out.map { edition in
      if !isCertain(edition, of: series, asOf: asOf) { return (edition, .perhapsLater) }
      if let newest, newest.id > edition.id { return (edition, .older(than: newest)) }
      return (edition, asOf > series.reviewBy ? .overdue(since: series.reviewBy) : .newest)
    }
  }

  /// Out on the day by its own day of publication, or because a copy had been read by then.
  private func isCertain(_ edition: StatisticEdition, of series: StatisticSeries, asOf: CivilDate) -> Bool {
    if let released = edition.released { return released <= asOf }
    return retrieved[series.id + " " + edition.id].map { $0 <= asOf } ?? false
  }

  /// The last edition, among those out on a day, that has a measure for a place.
  public func newest(
    _ measure: StatisticMeasure, in geography: String, of series: StatisticSeries, asOf: CivilDate
  ) -> StatisticEdition? {
    editions(of: series, asOf: asOf).map(\.edition).last {
      cell(series.id, $0.id, measure, geography) != .notLoaded
    }
  }

  /// The last edition, among those out on a day, that has a measure for any state.
  public func newestByState(_ measure: StatisticMeasure, of series: StatisticSeries, asOf: CivilDate)
    -> StatisticEdition?
  {
    let states = Set(base.jurisdictions.map(\.id))
    return editions(of: series, asOf: asOf).map(\.edition).last { edition in
      states.contains { cell(series.id, edition.id, measure, $0) != .notLoaded }
    }
  }

  /// Every state in alphabetical order, then the other places: one edition, never two.
  public func byPlace(_ measures: [StatisticMeasure], _ edition: StatisticEdition, of series: StatisticSeries)
    -> [Place]
  {
    let states = base.jurisdictions.map { ($0.id, $0.name) }
    let others = series.geographies.filter { $0.key != "us" }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    return (states + others).map { id, name in
      Place(geography: id, name: name, cells: measures.map { cell(series.id, edition.id, $0, id) })
    }
  }

  /// The name of a place; nil where there is no such place.
  public func name(of geography: String, in series: StatisticSeries) -> Phrase? {
    series.geographies[geography] ?? base.jurisdiction(geography)?.name
  }
}
