import Rules
import Testing
import Vocabulary

@Suite("Seasons, day by day")
struct SeasonModelTests {
  private static let flu = records(.health, ["type": ["influenza"]])

  /// From the words of the pack syntax: outside of the season it does not apply; inside it a record is needed that is
  /// dated since the last `given_from` before the season began, and not after the day.
  private static func isMet(
    _ from: String, _ through: String, _ given: String, _ dates: [CivilDate], on day: CivilDate
  ) -> Bool {
    func text(_ day: CivilDate) -> String { String(day.description.dropFirst(5)) }
    let inside =
      from <= through
      ? (from...through).contains(text(day)) : text(day) >= from || text(day) <= through
    guard inside else { return true }
    var begin = day
    while text(begin) != from { begin = begin.previous }
    var first = begin
    while text(first) != given { first = first.previous }
    return dates.contains { $0 >= first && $0 <= day }
  }

  @Test(
    "a season is what its words say, on every day of nine years",
    arguments: [
      ("10-01", "03-31", "07-01"), ("10-01", "03-31", "10-01"), ("01-01", "12-31", "01-01"),
      ("04-15", "04-15", "04-16"), ("12-31", "01-01", "02-28"), ("06-01", "05-31", "03-01"),
    ])
  func words(from: String, through: String, given: String) throws {
    let season = Season(
      filter: Self.flu, day: field("health.date"), from: try #require(Season.YearDay(from)),
      through: try #require(Season.YearDay(through)), givenFrom: try #require(Season.YearDay(given)))
    var random = SeededGenerator(seed: 20_261_122)
    for _ in 0..<12 {
      let dates = (0..<Int.random(in: 0...4, using: &random)).map { _ in
        day("2019-01-01").adding(days: Int.random(in: 0..<2800, using: &random))
      }
      let evidence = Evidence(
        dates.enumerated().map {
          EvidenceRecord(
            id: "flu-\($0.offset)", kind: .health, values: ["type": .word("influenza"), "date": .on($0.element)])
        })
      let line = Self.line(season, evidence)
      var at = day("2018-06-01")
      while at <= day("2027-06-01") {
        let expected: Verdict = Self.isMet(from, through, given, dates, on: at) ? .met : .notMet
        guard line.value(on: at).verdict == expected else {
          Issue.record(
            "\(from)..\(through) since \(given), records \(dates): \(at) is \(line.value(on: at).verdict.name)")
          return
        }
        at = at.next
      }
    }
  }

  @Test("before the first season and after the last one nothing is covered")
  func ends() throws {
    let line = Self.line(try Self.winter(), Evidence([]))
    #expect(line.value(on: day("2010-09-30")).verdict == .notCovered)
    #expect(line.value(on: day("2010-10-01")).verdict == .notMet)
    #expect(line.value(on: day("2050-03-31")).verdict == .notMet)
    #expect(line.value(on: day("2050-04-01")).verdict == .notCovered)
  }

  @Test("an open list leaves a season open; a day known in part leaves open what hangs on it")
  func open() throws {
    let open = Self.line(try Self.winter(), Evidence([], open: [.health]))
    #expect(open.value(on: day("2026-12-01")).verdict == .undetermined)
    #expect(open.value(on: day("2026-08-01")).verdict == .met)
    let partial = EvidenceRecord(
      id: "flu", kind: .health,
      values: [
        "type": .word("influenza"), "date": .day(DayInterval(day("2026-06-20"), day("2026-11-10")), expected: false),
      ])
    let line = Self.line(try Self.winter(), Evidence([partial]))
    // It may be of the last season.
    #expect(line.value(on: day("2026-12-01")).verdict == .undetermined)
    let sure = EvidenceRecord(
      id: "flu", kind: .health,
      values: [
        "type": .word("influenza"), "date": .day(DayInterval(day("2026-07-20"), day("2026-11-10")), expected: false),
      ])
    let second = Self.line(try Self.winter(), Evidence([sure]))
    #expect(second.value(on: day("2026-11-09")).verdict == .undetermined)
    #expect(second.value(on: day("2026-11-10")).verdict == .met)
  }

  @Test(
    "only a day that every year has is a day of a season", arguments: ["02-29", "13-01", "00-10", "1-1", "10-32", ""])
  func days(text: String) {
    #expect(Season.YearDay(text) == nil)
  }

  private static func winter() throws -> Season {
    Season(
      filter: flu, day: field("health.date"), from: try #require(Season.YearDay("10-01")),
      through: try #require(Season.YearDay("03-31")), givenFrom: try #require(Season.YearDay("07-01")))
  }

  private static func line(_ season: Season, _ evidence: Evidence) -> Timeline<Finding> {
    let make = BookMaker()
    make.rule("t/season") { $0.leaf(.inSeason(season)) }
    let evaluator = Evaluator(book: make.book)
    evaluator.begin(evidence, Question(asOf: day("2026-11-22")))
    return evaluator.timeline(of: make.book.rules[0].root)
  }
}
