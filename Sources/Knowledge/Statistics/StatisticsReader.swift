import Documents
import Rules
import Vocabulary

/// Reads `knowledge/statistics/*.yaml`: a series with its editions, each a list of tables with their source.
struct StatisticsReader {
  let builder: BookBuilder
  /// States and the like that the packs name.
  let states: Set<String>

  static func isStatistics(_ path: String) -> Bool {
    path.contains("statistics/") && !path.hasSuffix("sources.yaml")
  }

  func read(_ node: Node, _ file: String) -> (StatisticSeries, [Statistic])? {
    guard let fields = Fields(node, file, builder.faults, what: "a series of statistics") else { return nil }
    defer {
      fields.finish(
        "a series of statistics",
        known: [
          "series", "publisher", "name", "occupation", "title", "note", "encoded", "review_by", "geographies",
          "editions",
        ])
    }
    let places = fields.map("geographies").map(geographies) ?? [:]
    let editions = fields.map("editions")
    guard let id = fields.text("series"), let publisher = fields.text("publisher"), let name = fields.phrase("name"),
      let occupation = fields.text("occupation"), let title = fields.phrase("title"), let note = fields.phrase("note"),
      let encoded = fields.day("encoded"), let reviewBy = fields.day("review_by"), let editions
    else {
      fields.fault(
        "a series needs series, publisher, name, occupation, title, note, encoded, review_by, geographies, editions")
      return nil
    }
    var read: [StatisticEdition] = []
    var statistics: [Statistic] = []
    for key in editions.keys {
      guard let entry = editions.map(key) else { continue }
      let known = states.union(places.keys)
      guard let (edition, found) = self.edition(key, entry, series: id, known) else { continue }
      read.append(edition)
      statistics += found
    }
    let series = StatisticSeries(
      id: id, publisher: publisher, name: name, occupation: occupation, title: title, note: note, encoded: encoded,
      reviewBy: reviewBy, geographies: places, editions: read.sorted { $0.id < $1.id })
    return (series, statistics)
  }

  private func geographies(_ map: Fields) -> [String: Phrase] {
    var found: [String: Phrase] = [:]
    for key in map.keys { found[key] = map.phrase(key) }
    return found
  }

  private func edition(
    _ id: String, _ fields: Fields, series: String, _ places: Set<String>
  ) -> (StatisticEdition, [Statistic])? {
    defer { fields.finish("an edition", known: ["name", "reference", "released", "tables"]) }
    let released = fields.has("released") ? fields.day("released") : nil
    guard let name = fields.phrase("name"), let reference = fields.map("reference"),
      let first = reference.day("from"), let last = reference.day("through"), let tables = fields.list("tables")
    else {
      fields.fault("an edition needs name, reference: { from, through } and tables")
      return nil
    }
    reference.finish("'reference'", known: ["from", "through"])
    guard first <= last else {
      reference.fault("expected 'through' not before 'from'")
      return nil
    }
    let edition = StatisticEdition(id: id, name: name, reference: DayInterval(first, last), released: released)
    var seen: Set<[String]> = []
    let statistics = tables.flatMap { table($0, fields.file, series: series, edition: id, places, &seen) }
    return (edition, statistics)
  }

  private func table(
    _ node: Node, _ file: String, series: String, edition: String, _ places: Set<String>, _ seen: inout Set<[String]>
  ) -> [Statistic] {
    guard let fields = Fields(node, file, builder.faults, what: "a table") else { return [] }
    defer { fields.finish("a table", known: ["source", "row", "values"]) }
    let citations = builder.citations(fields)
    if citations.isEmpty { fields.fault("a figure without a source does not load: add `source` to the table") }
    guard let values = fields.map("values") else { return [] }
    var found: [Statistic] = []
    for place in values.keys {
      guard let row = values.map(place) else { continue }
      if !places.contains(place) {
        row.fault("unknown place '\(place)': a state of the packs, or one of `geographies`")
      }
      for key in row.keys {
        guard let node = row.take(key), let text = row.scalar(node, key) else { continue }
        guard let measure = StatisticMeasure(rawValue: key) else {
          let known = StatisticMeasure.allCases.map(\.rawValue).joined(separator: ", ")
          row.fault("unknown measure '\(key)'; known: \(known)", node)
          continue
        }
        guard let value = StatisticCell.value(text) else {
          row.fault("expected a number like 45690 or 21.97, `*` or `#` for '\(key)', found '\(text)'", node)
          continue
        }
        if !seen.insert([place, key]).inserted { row.fault("'\(key)' of \(place) stands twice in this edition", node) }
        found.append(
          Statistic(
            series: series, edition: edition, measure: measure, geography: place, value: value, citations: citations))
      }
      for measures in [StatisticMeasure.annualPercentiles, StatisticMeasure.hourlyPercentiles] {
        let amounts = measures.compactMap { measure in found.first { $0.geography == place && $0.measure == measure } }
          .compactMap(\.amount)
        if amounts != amounts.sorted() { row.fault("expected percentiles from the smallest to the largest") }
      }
    }
    return found
  }
}

/// A cell as packs and data folders write it: a number, `*` for withheld, `#` for top-coded.
public enum StatisticCell {
  public static func value(_ text: String) -> Statistic.Value? {
    switch text {
    case "*": .withheld
    case "#": .topCoded
    default: Quantity(text).map { .amount($0) }
    }
  }

  public static func text(_ value: Statistic.Value) -> String {
    switch value {
    case .amount(let amount): amount.description
    case .withheld: "*"
    case .topCoded: "#"
    }
  }
}
