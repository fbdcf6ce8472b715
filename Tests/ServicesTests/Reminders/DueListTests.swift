import Knowledge
import Rules
import Services
import Testing
import Vocabulary

@Suite("What of a person runs out")
struct DueListTests {
  private func items(_ facts: String, asOf: String = "2026-11-22", goals: Set<String> = []) throws -> [DueItem] {
    let day = try #require(CivilDate(asOf))
    let all = try Samples.read("person_file: 1\nas_of: 2026-11-22\n" + facts).evidence
    var (evidence, health) = (Evidence(), Evidence())
    evidence.completeThrough = all.completeThrough
    for record in all.records { if record.kind.isHealth { health.put(record) } else { evidence.put(record) } }
    return try DueList(Samples.base).items(evidence, health: health, goals: goals, asOf: day)
  }

  private func days(_ items: [DueItem]) -> [String] { items.map { "\($0.id) \($0.day)" } }

  private static let cma = """
    certifications: [ { of: aama/cma, date: 2022-05-16, by: examination } ]
    attempts: []
    applications: []
    decisions: []
    """

  @Test("a certification ends on the last day that its rule gives, and stands there after it too")
  func certification() throws {
    #expect(
      try days(items(Self.cma)) == ["renewal-exam aama/cma 2027-03-31", "certification aama/cma 2027-05-31"])
    let late = try items(Self.cma, asOf: "2027-06-15")
    #expect(days(late).contains("certification aama/cma 2027-05-31"))
    #expect(late.contains { $0.kind == .lateWindow && $0.day > late[0].day })
  }

  @Test("each day agrees with the rule: the certification is met through the day, and not after it")
  func agrees() throws {
    for credential in ["aama/cma", "nha/ccma", "ncct/ncma", "amt/rma"] {
      let facts = Self.cma.replacing("aama/cma", with: credential)
      let evidence = try Samples.read("person_file: 1\nas_of: 2026-11-22\n" + facts).evidence
      for item in try items(facts) where item.kind == .certification {
        func verdict(_ day: CivilDate) throws -> Verdict {
          try Assessor(Samples.base).determine(
            credential + "/current", evidence, Inquiry(asOf: Samples.asOf, on: day), credential: credential
          ).finding.verdict
        }
        #expect(try verdict(item.day) == .met)
        #expect(try verdict(item.day.next) != .met)
      }
    }
  }

  @Test("the fee of each year is a clock of its own, and paying it moves the day")
  func fee() throws {
    let holder = """
      certifications: [ { of: amt/rma, date: 2024-03-10, by: examination } ]
      attempts: []
      applications: []
      decisions: []
      """
    func fee(_ fees: String) throws -> DueItem? {
      try items(holder + "\nfees: [ \(fees) ]").first { $0.kind == .fee }
    }
    let first = "{ of: amt/rma, date: 2025-02-01, type: annual }"
    let unpaid = try #require(try fee(first + ", { of: amt/rma, date: 2026-02-01, type: annual }"))
    let paid = try #require(
      try fee(
        first + ", { of: amt/rma, date: 2026-02-01, type: annual }, { of: amt/rma, date: 2026-10-01, type: annual }"))
    #expect(unpaid.day < paid.day)
    #expect(unpaid.text.en.contains("RMA (AMT)"))
  }

  @Test(
    "the points of each three-year cycle are a clock beside the fee, and 30 of them move it",
    arguments: ["rma", "cmas"])
  func points(of name: String) throws {
    let fees = (2025...2030).map { "{ of: amt/\(name), date: \($0)-02-01, type: annual }" }.joined(separator: ", ")
    let holder = """
      certifications: [ { of: amt/\(name), date: 2024-03-10, by: examination } ]
      fees: [ \(fees) ]
      continuing_education:
      """
    func points(_ earned: String) throws -> DueItem? {
      try items(holder + " [ \(earned) ]").first { $0.kind == .points }
    }
    let none = try #require(try points(""))
    #expect(none.day == CivilDate("2027-03-09") && none.text.en.contains("three-year cycle"))
    let earned = "{ date: 2025-06-01, amount: 30, category: clinical, approved_by: amt }"
    #expect(try points(earned)?.day == CivilDate("2030-03-09"))
  }

  @Test("of two cards the later one counts; one without a last day is not told")
  func cards() throws {
    let cards = """
      cards:
        - { type: bls, issued: 2023-01-10, expires: 2025-01-31 }
        - { type: bls, issued: 2025-01-20, expires: 2027-01-31 }
        - { type: cpr, issued: 2025-01-20 }
      """
    #expect(try days(items(cards)) == ["card bls 2027-01-31"])
    #expect(try days(items("cards: [ { type: bls, expires: 2027-03 } ]")) == ["card bls 2027-03-01"])
    #expect(try items("cards: [ { type: bls, expires: never } ]").isEmpty)
  }

  @Test("a state credential is told by its name and state")
  func license() throws {
    let found = try items("licenses: [ { of: us-wa/ma-c, issued: 2025-06-01, expires: 2027-06-30 } ]")
    #expect(days(found) == ["license us-wa/ma-c 2027-06-30"])
    #expect(found.first?.text.en.hasSuffix("(WA)") == true)
  }

  @Test("a health item is told without its name, in both languages")
  func health() throws {
    let found = try items("health: [ { type: tb-test, date: 2026-01-05, expires: 2027-01-05, outcome: done } ]")
    #expect(found.map(\.kind) == [.health])
    #expect(found.map(\.text) == [DueList.health])
    for language in Language.allCases {
      let mail = DigestWording { _ in "https://x" }.text(found, on: Samples.asOf, language)
      let said = mail.subject + mail.body
      for word in ["tb", "TB", "tubercul", "test", "prueba"] {
        #expect(!said.replacing("https", with: "").contains(word), "\(said)")
      }
    }
  }

  @Test("once the rules behind a day are past their review, it says so; a card rests on none")
  func review() throws {
    let review = try #require(
      Samples.base.book.rules.filter { $0.id.hasPrefix("aama/cma/") }.map(\.reviewBy).min())
    let facts = Self.cma + "\ncards: [ { type: bls, expires: 2028-01-31 } ]"
    let before = try items(facts, asOf: review.description)
    #expect(before.allSatisfy { $0.reviewEnded == nil })
    let after = try items(facts, asOf: review.next.description)
    #expect(after.map { $0.reviewEnded } == after.map { $0.kind == .card ? nil : review })
    #expect(after.contains { $0.kind == .certification })
    for language in Language.allCases {
      let said = DigestWording { _ in "https://x" }.text(after, on: review.next, language).body
      let word = DateWording(language, asOf: review.next).day(review)
      #expect(said.contains(language == .english ? "again by \(word), and have not" : "el \(word), y no lo hicimos"))
    }
  }

  @Test("renewing by exam has a day of its own, from the rule: the earlier of two readings")
  func renewalExam() throws {
    func exam(_ facts: String, asOf: String = "2026-11-22") throws -> DueItem? {
      try items(facts, asOf: asOf).first { $0.kind == .renewalExam }
    }
    // Where two readings of the rule differ, the earlier day.
    let february = Self.cma.replacing("2022-05-16", with: "2022-02-16")
    #expect(try exam(february)?.day == CivilDate("2026-12-28"))
    let over = try #require(try exam(Self.cma, asOf: "2027-04-10"))
    #expect(over.day == CivilDate("2027-03-31"))
    let line = DueWording.line(over, on: try #require(CivilDate("2027-04-10")), .english)
    #expect(line.hasPrefix("Renewing the CMA (AAMA) by exam: the last day for it was Mar 31, 2027"))
    for credential in ["nha/ccma", "ncct/ncma", "amt/rma"] {
      #expect(try exam(Self.cma.replacing("aama/cma", with: credential)) == nil)
    }
  }

  @Test("what is asked for each season is told to who has had it before, without its name, until it is there")
  func season() throws {
    func season(_ dates: [String], asOf: String) throws -> CivilDate? {
      let rows = dates.map { "{ type: influenza, date: \($0), outcome: done }" }.joined(separator: ", ")
      let found = try items("health: [ \(rows) ]", asOf: asOf).filter { $0.kind == .season }
      #expect(found.count <= 1 && found.allSatisfy { $0.text == DueList.health })
      return found.first?.day
    }
    // For the season that runs, and then for the next.
    #expect(try season(["2025-10-02"], asOf: "2026-02-01") == CivilDate("2026-09-30"))
    #expect(try season(["2025-10-02"], asOf: "2026-12-01") == CivilDate("2026-09-30"))
    #expect(try season(["2025-10-02", "2026-06-30"], asOf: "2026-12-01") == CivilDate("2026-09-30"))
    #expect(try season(["2025-10-02", "2026-07-01"], asOf: "2026-12-01") == CivilDate("2027-09-30"))
    #expect(try season(["2025-10-02"], asOf: "2027-04-01") == CivilDate("2027-09-30"))
    #expect(try season([], asOf: "2026-12-01") == nil)
    let item = try #require(try items("health: [ { type: influenza, date: 2025-10-02 } ]").first)
    let series = try #require(NoticeChoice(Samples.base.leadTimes).series(item))
    #expect(series.first == CivilDate("2026-08-31"))
    for language in Language.allCases {
      let said = DigestWording { _ in "x" }.text([item], on: Samples.asOf, language)
      for word in ["influenza", "flu", "gripe", "vac"] { #expect(!(said.subject + said.body).contains(word)) }
    }
    // A day that stands in the record itself is told alone.
    let own = try items("health: [ { type: influenza, date: 2025-10-02, expires: 2026-12-31 } ]")
    #expect(own.map(\.kind) == [.health])
  }

  @Test("a person without anything that ends is told nothing")
  func nothing() throws {
    #expect(try items("diplomas: [ { type: diploma, earned: 2020-06-05 } ]").isEmpty)
  }

  @Test("what has failed comes first in the mail, and the subject names nothing")
  func mail() throws {
    let found = try items(
      "cards: [ { type: bls, expires: 2026-11-01 }, { type: cpr, expires: 2026-12-20 } ]")
    let mail = DigestWording { "https://fobwatch.example/\($0.rawValue)" }.text(found, on: Samples.asOf, .english)
    #expect(mail.subject == "Fobwatch: one last day has passed, 1 coming up")
    #expect(mail.paragraphs[0].hasPrefix("The last day has passed:\n- Your BLS card: its last day was Nov 1, 2026"))
    #expect(mail.paragraphs[1].hasPrefix("Coming up:\n- Your CPR card: its last day is Dec 20, 2026"))
    #expect(mail.body.contains("https://fobwatch.example/en"))
  }
}
