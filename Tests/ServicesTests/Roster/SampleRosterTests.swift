import Foundation
import Knowledge
import Rules
import Services
import Testing
import Vocabulary

@Suite("The sample roster, with its planted problems")
struct SampleRosterTests {
  private static func result() throws -> RosterResult {
    try Roster.check(
      try Roster.sample(), set: "sample-hospital-network", RosterOptions(asOf: Samples.asOf, days: Roster.days))
  }

  @Test("each planted problem is found, with its day and reason")
  func planted() throws {
    let result = try Self.result()
    #expect(result.answers.count == 147 && result.columns.count == 23)
    let rows = Dictionary(uniqueKeysWithValues: result.answers.map { ($0.row, $0) })
    let words = RosterWording(.english)
    for (row, day, layer, text) in [
      (12, "2027-01-04", "Employer", "BLS card"), (29, "2027-03-11", "Employer", "BLS card that is in force"),
      (47, "2027-01-04", "Law", "state credentials"), (63, "2027-01-04", "Facility", "flu vaccine"),
      (88, "2027-03-01", "Employer", "national certification"),
    ] {
      let answer = try #require(rows[row])
      #expect(answer.verdict == .notMet, "row \(row)")
      #expect(answer.reason?.day == CivilDate(day), "row \(row)")
      let reason = words.reason(answer)
      #expect(reason.hasPrefix(layer + ":") && reason.contains(text), "row \(row): \(reason)")
    }
    #expect(words.headline(try #require(rows[29])).contains("week 10"))
    #expect(words.reason(try #require(rows[12])).contains("Dec 19, 2026"))
    #expect(result.answers.filter { $0.verdict == .notMet }.map(\.row) == [12, 47, 63, 88, 29])
  }

  @Test("rows that break come first, by their day; then those not known; then those that hold")
  func order() throws {
    let ranks = try Self.result().answers.map { answer in
      switch answer.verdict {
      case .notMet: 0
      case .notCovered, .undetermined: 1
      case .met: 2
      }
    }
    #expect(ranks == ranks.sorted() && Set(ranks) == [0, 1, 2])
  }

  @Test("days that put the day first are proved by their column")
  func dayFirst() throws {
    let columns = try Self.result().columns
    let tb = try #require(columns.first { $0.column.field == .tb })
    #expect(tb.order == .dayFirst && tb.proof != nil)
    #expect(columns.filter { $0.order == .dayFirst }.count == 1)
  }

  @Test("one person under two names is noticed, by number and by name")
  func samePerson() throws {
    let notes = try Self.result().notes
    #expect(notes.contains { $0.rows == [33, 120] && $0.text.en.contains("same number") })
    #expect(notes.contains { $0.rows == [75, 140] && $0.text.en.contains("written two ways") })
  }

  @Test("a signed refusal of the flu vaccine is proof")
  func declined() throws {
    let answer = try #require(try Self.result().answers.first { $0.row == 101 })
    #expect(answer.layers.first { $0.name == .facility && $0.gate == .required }?.verdict == .met)
  }

  @Test("the answer in three forms says the same of every row")
  func forms() throws {
    let result = try Self.result()
    let report = try JSON.text(RosterReport(result, .english))
    #expect(report.contains("\"firstDay\" : \"2027-03-11\"") && report.contains("not legal advice"))
    let lines = RosterCSV(.spanish).render(result).split(separator: "\r\n")
    #expect(lines.count == 148 && lines[0].hasPrefix("\u{FEFF}Fila,Nombre"))
    let text = RosterText(.english).render(result, top: 5)
    #expect(text.contains("147 rows: 5 break") && text.contains("142 more"))
    #expect(text.contains("a sample, invented"))
  }
}
