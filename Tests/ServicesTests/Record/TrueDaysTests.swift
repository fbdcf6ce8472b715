import Rules
import Testing
import Vocabulary

@testable import Services

@Suite("On which days a record may hold")
struct TrueDaysTests {
  private func days(_ kind: EvidenceKind, _ values: [String: String]) throws -> TrueDays {
    var facts: [String: FactValue] = [:]
    for (name, text) in values {
      facts[name] = text == "never" ? .never : .day(try #require(DayInterval(partial: text)), expected: false)
    }
    return TrueDays(.evidence(EvidenceRecord(id: "", kind: kind, values: facts)))
  }

  private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

  @Test("what lasts holds through its end, what happened stays so")
  func kinds() throws {
    try #expect(
      days(.card, ["issued": "2024-03-10", "expires": "2026-03-31"])
        == TrueDays(from: day("2024-03-10"), through: day("2026-03-31")))
    try #expect(days(.attempt, ["date": "2024-03-10"]) == TrueDays(from: day("2024-03-10"), through: nil))
    try #expect(days(.person, [:]) == TrueDays(from: nil, through: nil))
    try #expect(
      TrueDays(.complete(.attempt, through: day("2026-01-31"))) == TrueDays(from: nil, through: day("2026-01-31")))
  }

  @Test("a date known in part counts with all days it may be")
  func partial() throws {
    try #expect(
      days(.work, ["from": "2022", "until": "2024-02"]) == TrueDays(from: day("2022-01-01"), through: day("2024-02-29"))
    )
    try #expect(days(.work, ["until": "2024-02"]).from == nil)
    try #expect(days(.work, ["from": "2022", "until": "never"]) == TrueDays(from: day("2022-01-01"), through: nil))
  }

  @Test("what never happened holds on no day")
  func never() throws {
    let never = try days(.diploma, ["earned": "never"])
    try #expect(!never.contains(day("2026-01-01")) && !never.contains(day("9999-12-31")))
  }

  @Test("the earlier of two ends counts")
  func twoEnds() throws {
    try #expect(
      days(.certification, ["date": "2020-01-01", "expires": "2025-01-31", "revoked": "2022-05-05"]).through
        == day("2022-05-05"))
  }

  @Test("both ends belong to it")
  func ends() throws {
    let card = try days(.card, ["issued": "2024-03-10", "expires": "2026-03-31"])
    for (text, holds) in [
      ("2024-03-09", false), ("2024-03-10", true), ("2025-01-01", true), ("2026-03-31", true), ("2026-04-01", false),
    ] {
      try #expect(card.contains(day(text)) == holds, "\(text)")
    }
  }
}
