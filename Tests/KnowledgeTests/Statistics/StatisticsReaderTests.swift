import Knowledge
import Rules
import Testing
import Vocabulary

@Suite("Series of statistics")
struct StatisticsReaderTests {
  private static let path = "statistics/wages.yaml"

  /// The small pack with a series whose tables are given.
  private func pack(tables: String) -> SmallPack {
    var pack = SmallPack()
    pack.files[Self.path] = """
      series: wages
      publisher: "Bureau"
      name: { en: "Wages", es: "Salarios" }
      occupation: "31-9092"
      title: { en: "Assistants", es: "Asistentes" }
      note: { en: "Sample.", es: "Muestra." }
      encoded: 2026-11-22
      review_by: 2027-05-22
      geographies: { us: { en: "Country", es: "País" } }
      editions:
        "2025-05":
          name: { en: "May 2025", es: "mayo de 2025" }
          reference: { from: 2025-05-01, through: 2025-05-31 }
          tables:
            \(tables)
      """
    return pack
  }

  @Test("a figure is read with its edition, place, unit and source")
  func good() throws {
    let pack = pack(tables: "- { source: { id: page }, values: { us: { median_annual: 45690, p90_annual: '#' } } }")
    #expect(pack.faults == [])
    let base = pack.base
    let figure = try #require(base.statistics.first { $0.measure == .medianAnnual })
    #expect(figure.amount == Quantity(45690))
    #expect(figure.edition == "2025-05" && figure.geography == "us" && figure.series == "wages")
    #expect(figure.measure.unit == .dollarsPerYear)
    #expect(figure.citations.map(\.source.key) == ["page"])
    #expect(base.statistics.first { $0.measure == .p90Annual }?.value == .topCoded)
    #expect(base.series.first?.editions.map(\.id) == ["2025-05"])
  }

  @Test(
    "what is no published figure does not load",
    arguments: [
      ("- { values: { us: { median_annual: 45690 } } }", "without a source"),
      ("- { source: { id: nowhere }, values: { us: { median_annual: 45690 } } }", "unknown source"),
      ("- { source: { id: page }, values: { us-zz: { median_annual: 45690 } } }", "unknown place"),
      ("- { source: { id: page }, values: { us: { average: 45690 } } }", "unknown measure"),
      ("- { source: { id: page }, values: { us: { median_annual: \"45,690\" } } }", "expected a number"),
      ("- { source: { id: page }, values: { us: { median_annual: -1 } } }", "expected a number"),
      ("- { source: { id: page }, values: { us: { p10_annual: 50000, median_annual: 45690 } } }", "smallest"),
      ("- { source: { id: page }, values: { us: { growth: 1 } }, per: year }", "unknown key 'per'"),
    ])
  func refused(table: String, words: String) {
    let pack = pack(tables: table)
    #expect(pack.isRefused(words, file: Self.path), "\(pack.faults)")
  }

  @Test("the same figure of one edition does not stand twice")
  func twice() {
    let tables = """
      - { source: { id: page }, values: { us: { growth: 12 } } }
            - { source: { id: copy }, values: { us: { growth: 13 } } }
      """
    #expect(pack(tables: tables).isRefused("stands twice", file: Self.path))
  }
}
