import Knowledge
import Rules
import Services
import Testing
import Vocabulary

@Suite("Days of a sheet")
struct RosterDatesTests {
  private static func sheet(_ days: String...) -> String {
    "Name,BLS expires\n" + days.enumerated().map { "Person \($0.offset) Example,\($0.element)\n" }.joined()
  }

  @Test("one day above twelve proves the order of its column")
  func proof() throws {
    let first = try Roster.check(Self.sheet("03/04/2027", "25/12/2026"))
    #expect(first.columns[1].order == .dayFirst && first.columns[1].proof == "3: 25/12/2026")
    let second = try Roster.check(Self.sheet("03/04/2027", "12/25/2026"))
    #expect(second.columns[1].order == .monthFirst)
    #expect(try Roster.check(Self.sheet("2027-04-03")).columns[1].order == nil)
  }

  @Test("a column that proves nothing is refused until the user says; a proof is stronger than what is said")
  func ambiguous() throws {
    let lines = try #require(try Roster.refusal(Self.sheet("03/04/2027")))
    #expect(lines[0].hasPrefix("row 2, column B (BLS expires)") && lines[0].contains("is the month first"))
    let month = Roster.options { $0.dates = .monthFirst }
    let answer = try Roster.check(Self.sheet("03/04/2027", "04/03/2027"), month).answers
    #expect(Set(answer.compactMap { $0.layers.first { $0.name == .employer }?.day }).count >= 1)
    #expect(try Roster.check(Self.sheet("03/04/2027", "25/12/2026"), month).columns[1].order == .dayFirst)
  }

  @Test("the order decides the first day that breaks")
  func decides() throws {
    let head = "Name,Certification,Certified on,Certification expires,BLS issued,BLS expires,TB,Flu\n"
    let row = "Ana Example,RMA (AMT),2024-01-10,2028-01-10,2025-01-01,03/04/2027,2026-01-10,2026-09-10\n"
    for (order, day) in [(DateOrder.monthFirst, "2027-03-05"), (.dayFirst, "2027-04-04")] {
      let result = try Roster.check(head + row, Roster.options { $0.dates = order })
      let layer = try #require(result.answers[0].layers.first { $0.name == .employer && $0.gate == .required })
      #expect(layer.day == CivilDate(day), "\(order)")
    }
  }

  @Test("two orders in one column are refused with both rows")
  func mixed() throws {
    let lines = try #require(try Roster.refusal(Self.sheet("25/12/2026", "12/25/2026")))
    #expect(lines[0].contains("row 2") && lines[0].contains("row 3") && lines[0].contains("mixes two orders"))
    let said = Roster.options { $0.dates = .monthFirst }
    #expect(try Roster.refusal(Self.sheet("25/12/2026", "12/25/2026"), said) != nil)
  }

  @Test("years of two digits are asked for")
  func centuries() throws {
    #expect(try Roster.refusal(Self.sheet("12/25/26"))?.first?.contains("century") == true)
    let said = Roster.options { $0.century = 2000 }
    #expect(try Roster.check(Self.sheet("12/25/26"), said).answers[0].row == 2)
  }

  @Test(
    "a day that the calendar does not have is no day",
    arguments: ["02/30/2027", "13/13/2027", "2027-00-10", "31.04.2027"])
  func impossible(text: String) throws {
    #expect(try Roster.refusal(Self.sheet(text, "12/25/2026")) != nil)
  }
}
