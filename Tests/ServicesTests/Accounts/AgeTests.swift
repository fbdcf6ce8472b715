import Testing
import Vocabulary

@testable import Services

@Suite("Ages")
struct AgeTests {
  private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

  @Test(
    "a birthday decides, not the year",
    arguments: [
      ("2010-05-01", "2023-04-30", "child"), ("2010-05-01", "2023-05-01", "minor"),
      ("2010-05-01", "2028-04-30", "minor"), ("2010-05-01", "2028-05-01", "adult"),
      ("2027-03-01", "2027-03-01", "child"),
      ("2008-02-29", "2021-02-28", "child"), ("2008-02-29", "2021-03-01", "minor"),
      ("2008-02-29", "2026-02-28", "minor"),
      ("2008-02-29", "2026-03-01", "adult"),
    ])
  func groups(born: String, today: String, expected: String) throws {
    switch try #require(Age(born: day(born), today: day(today))) {
    case .child: #expect(expected == "child")
    case .minor(let adultFrom):
      #expect(expected == "minor")
      #expect(try adultFrom > day(today))
    case .adult: #expect(expected == "adult")
    }
  }

  @Test("nobody is born tomorrow, or 120 years ago")
  func impossible() throws {
    #expect(try Age(born: day("2027-03-02"), today: day("2027-03-01")) == nil)
    #expect(try Age(born: day("1900-01-01"), today: day("2027-03-01")) == nil)
  }

  @Test("what is kept of a minor says adult on the same day as the birthday does, for every birthday of four years")
  func keptDay() throws {
    let today = try day("2027-06-15")
    for offset in 0..<1461 {
      let born = try day("2010-01-01").adding(days: offset)
      guard case .minor(let adultFrom)? = Age(born: born, today: today) else { continue }
      #expect(Age(born: born, today: adultFrom) == .adult)
      #expect(Age(born: born, today: adultFrom.previous) == .minor(adultFrom: adultFrom))
    }
  }

  @Test("a day begins for ages when it has begun everywhere on earth")
  func latestZone() throws {
    let noon = Instant(microseconds: Int64(try day("2027-03-01").days) * 86_400_000_000) + .seconds(12 * 3600)
    #expect(try noon.ageDay == day("2027-03-01"))
    #expect(try (noon - .microseconds(1)).ageDay == day("2027-02-28"))
    #expect(Instant(microseconds: -1).ageDay == CivilDate(days: -1))
    #expect(Instant(microseconds: 43_200_000_000).ageDay == CivilDate(days: 0))
  }
}
