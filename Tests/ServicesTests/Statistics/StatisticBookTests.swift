import Knowledge
import Rules
import Services
import Testing
import Vocabulary

@Suite("Statistics of the packs")
struct StatisticBookTests {
  private static let base = Samples.base
  private static let book = StatisticBook(base)

  private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }
  private func series(_ id: String) throws -> StatisticSeries { try #require(Self.book.series(id)) }

  private func figure(_ edition: String, _ measure: StatisticMeasure, _ place: String = "us") throws -> Statistic {
    let cell = Self.book.cell("oews", edition, measure, place)
    return try #require(Self.base.statistics.first { cell == .figure($0) })
  }

  @Test("every figure has a source and says when its copy was read")
  func sources() {
    #expect(Self.base.statistics.count > 110)
    #expect(Self.base.statistics.allSatisfy { !$0.citations.isEmpty && $0.retrieved != nil })
  }

  @Test("the six national editions have all percentiles, in order; what was not read is not loaded")
  func national() throws {
    for year in 2020...2025 {
      let amounts = try StatisticMeasure.annualPercentiles.map { try figure("\(year)-05", $0).amount }
      #expect(amounts.allSatisfy { $0 != nil })
    }
    #expect(try figure("2025-05", .medianAnnual).amount == Quantity(45690))
    #expect(try figure("2020-05", .p10Annual).amount == Quantity(26930))
    #expect(Self.book.cell("oews", "2025-05", .meanAnnual, "us-wa") == .notLoaded)
    #expect(Self.book.cell("oews", "2023-05", .medianAnnual, "us-wa") == .notLoaded)
  }

  @Test("states are compared within one edition, and every state has a mean in May 2023")
  func states() throws {
    let oews = try series("oews")
    let edition = try #require(Self.book.newestByState(.meanAnnual, of: oews, asOf: Samples.asOf))
    #expect(edition.id == "2023-05")
    let places = Self.book.byPlace([.meanAnnual, .employment], edition, of: oews)
    #expect(places.count == 54)
    #expect(places.allSatisfy { $0.cells[0] != .notLoaded && $0.cells[1] == .notLoaded })
    for place in places {
      if case .figure(let figure) = place.cells[0] { #expect(figure.edition == "2023-05") }
    }
  }

  @Test("the day asked decides what is newest, older, overdue or not out yet")
  func standing() throws {
    let oews = try series("oews")
    func standings(_ text: String) throws -> [String: StatisticBook.Standing] {
      Dictionary(
        uniqueKeysWithValues: Self.book.editions(of: oews, asOf: try day(text)).map { ($0.edition.id, $0.standing) })
    }
    let now = try standings("2026-11-22")
    #expect(now["2025-05"] == .newest)
    let newest = try #require(oews.editions.last)
    #expect(now["2023-05"] == .older(than: newest))
    #expect(try standings("2027-05-22")["2025-05"] == .newest)
    #expect(try standings("2027-05-23")["2025-05"] == .overdue(since: try day("2027-05-22")))
    // No source says when they came out, so before the copies were read nothing is certain.
    #expect(try standings("2025-06-01")["2025-05"] == .perhapsLater)
    #expect(try standings("2025-04-30")["2025-05"] == nil)
  }

  @Test("an outlook with a day of publication counts from that day")
  func outlook() throws {
    let projections = try series("projections")
    func newest(_ text: String) throws -> [String] {
      Self.book.editions(of: projections, asOf: try day(text)).filter { $0.standing == .newest }.map(\.edition.id)
    }
    #expect(try newest("2026-08-27") == ["2024-34"])
    #expect(try newest("2026-08-28") == ["2025-35"])
    guard case .figure(let growth) = Self.book.cell("projections", "2025-35", .growth, "us") else {
      Issue.record("not loaded")
      return
    }
    #expect(!growth.isPublishers)
    #expect(Self.book.cell("projections", "2025-35", .openings, "us") == .notLoaded)
  }

  @Test("figures are written with their unit, in both languages", arguments: Language.allCases)
  func wording(language: Language) throws {
    let words = StatisticWording(language)
    #expect(words.text(try figure("2025-05", .medianAnnual)) == "$45,690")
    #expect(words.text(try figure("2024-05", .meanHourly)) == "$21.50")
    #expect(words.text(try figure("2025-05", .employment)) == "817,870")
    #expect(words.text(try figure("2025-05", .employmentError)) == "1.2 %")
    #expect(words.text(.notLoaded) == (language == .english ? "not loaded" : "no cargado"))
  }

  @Test("the text of a state names its edition and source; nothing else is filled in")
  func text() {
    let text = StatisticsText(Self.base, .english, asOf: Samples.asOf).render("us-wa")
    #expect(text.contains("May 2023 (2023-05): older edition: May 2025 is out"))
    #expect(text.contains("$53,780"))
    #expect(!text.contains("Median"))
    #expect(text.contains("not loaded"))
    #expect(text.contains("a third party's extract"))
  }
}
