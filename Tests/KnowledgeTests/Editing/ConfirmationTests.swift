import Knowledge
import Rules
import Testing
import Vocabulary

@Suite("Confirmations")
struct ConfirmationTests {
  private static let day = CivilDate("2026-12-01")!
  private static let confirmation = Confirmation(rule: "aama/cma/eligibility", on: day, by: "Ana")

  private func base(_ dating: String, source: String = "copy") -> KnowledgeBase {
    SmallPack(requires: "\(dating)\nsource: { id: \(source) }\ntext: { en: \"A\", es: \"B\" }\nhappened: 2001-01-01")
      .base
  }

  private func grade(_ base: KnowledgeBase, _ on: String, asOf: String? = nil) throws -> (Verdict, RuleGrade) {
    let on = try #require(CivilDate(on))
    let asked = asOf.flatMap { CivilDate($0) } ?? on
    let finding = try Evaluator(book: base.book)
      .determine("aama/cma/eligibility", Evidence(), Question(asOf: asked), on: on, explaining: false).finding
    return (finding.verdict, finding.grade)
  }

  @Test("an undated copy is stated from the day of the confirmation through day 180, presumed before and after")
  func undated() throws {
    let plain = base("undated: { retrieved: 2026-11-22 }")
    #expect(try grade(plain, "2026-12-01") == (.met, .presumed))
    let confirmed = plain.applying(confirmations: [ConfirmationTests.confirmation])
    #expect(try grade(confirmed, "2026-11-30") == (.met, .presumed))
    #expect(try grade(confirmed, "2026-12-01") == (.met, .stated))
    #expect(ConfirmationTests.confirmation.days.last == CivilDate("2027-05-30"))
    #expect(try grade(confirmed, "2027-05-30", asOf: "2027-05-01") == (.met, .stated))
    #expect(try grade(confirmed, "2027-05-31", asOf: "2027-05-01") == (.met, .presumed))
  }

  @Test("a confirmed day is not stale after the day of review, others are")
  func staleness() throws {
    for dating in ["undated: { retrieved: 2026-11-22 }", "from: 2020-01-01"] {
      let plain = base(dating)
      #expect(try grade(plain, "2027-05-25").0 == .notCovered)
      let confirmed = plain.applying(confirmations: [ConfirmationTests.confirmation])
      #expect(try grade(confirmed, "2027-05-25") == (.met, .stated))
      #expect(try grade(confirmed, "2027-06-15").0 == .notCovered)
    }
  }

  @Test("a sighting before a confirmation makes the days between certain")
  func seen() throws {
    let confirmed = base("seen: [2024-05-01]", source: "page").applying(confirmations: [ConfirmationTests.confirmation])
    #expect(try grade(confirmed, "2024-04-30") == (.met, .presumed))
    for day in ["2024-05-01", "2025-01-01", "2026-11-30", "2026-12-01"] {
      #expect(try grade(confirmed, day) == (.met, .stated), "\(day)")
    }
  }

  @Test("several confirmations, overlapping or apart, add up whatever their order")
  func several() throws {
    let days = ["2026-12-01", "2027-01-15", "2028-03-01"].map { CivilDate($0)! }
    for order in [[0, 1, 2], [2, 0, 1], [1, 2, 0]] {
      let confirmations = order.map { Confirmation(rule: "aama/cma/eligibility", on: days[$0], by: "Ana") }
      let confirmed = base("undated: { retrieved: 2026-11-22 }").applying(confirmations: confirmations)
      for day in ["2026-12-01", "2027-05-31", "2027-07-14", "2028-03-01"] {
        #expect(try grade(confirmed, day, asOf: "2027-05-01") == (.met, .stated), "\(day)")
      }
      for day in ["2026-11-30", "2027-07-15", "2028-02-29", "2028-08-29"] {
        #expect(try grade(confirmed, day, asOf: "2027-05-01") == (.met, .presumed), "\(day)")
      }
    }
  }

  @Test("a version whose end is stated, other rules and secondary sources stay as they were")
  func untouched() throws {
    let ended = base("from: 2020-01-01\nuntil: 2026-06-30")
    let confirmed = ended.applying(confirmations: [ConfirmationTests.confirmation])
    #expect(try grade(confirmed, "2026-12-01").0 == .notCovered)
    let plain = base("undated: { retrieved: 2026-11-22 }")
    let other = plain.applying(confirmations: [
      Confirmation(rule: "aama/cma/unknown", on: ConfirmationTests.day, by: "Ana")
    ])
    #expect(try grade(other, "2026-12-01") == (.met, .presumed))
  }

  @Test("the life in the file of a confirmed rule is confirmed with it")
  func life() throws {
    var pack = SmallPack(requires: "text: { en: \"A\", es: \"B\" }\nlife: { of: aama/cma, is: [current] }")
    pack.files[SmallPack.path]? += """

      life:
        of: aama/cma
        versions:
          - { undated: { retrieved: 2026-11-22 }, source: { id: copy }, period: { months: 60, last_day: anniversary } }
      """
    let base = pack.base.applying(confirmations: [ConfirmationTests.confirmation])
    let life = try #require(base.book.lives.first)
    #expect(life.versions.versions.count == life.periods.count)
    #expect(life.versions.choices.value(on: ConfirmationTests.day).isDated)
    #expect(!life.versions.choices.value(on: ConfirmationTests.day.previous).isDated)
  }
}
