import Foundation
import Services
import Testing
import Vocabulary

@Suite("Sheets that are refused whole")
struct SheetRefusalTests {
  private static let head = "Name,BLS expires,Flu shot\n"

  @Test(
    "a file that is cut, moved or something else names the place",
    arguments: [
      ("Ana Example,2027-05-01", "row 2", "found 2"), ("Ana Example,2027-05-01,2026-09-01,x", "row 2", "found 4"),
      ("\"Ana Example,2027-05-01,2026-09-01", "row 2, column A", "does not close"),
      ("Ana Example,2027-05-01,2026-09-01\nBen Example,2027-0", "row 3", "found 2"),
      ("2027-05-01,Ana Example,2026-09-01", "row 2, column B (BLS expires)", "Ana Example"),
      ("Ana Example,2027-02-30,2026-09-01", "row 2, column B (BLS expires)", "2027-02-30"),
      ("Ana \"E\" Example,2027-05-01,2026-09-01", "row 2, column A", "quotation mark"),
      ("\"Ana\" Example,2027-05-01,2026-09-01", "row 2, column A", "closing quotation mark"),
      (",2027-05-01,2026-09-01", "row 2, column A (Name)", "name is missing"),
      ("Ana Example,soon,2026-09-01", "row 2, column B (BLS expires)", "soon"),
      ("Ana Example,2027-05-01 08:30,2026-09-01", "row 2, column B", "08:30"),
    ])
  func rows(row: String, place: String, words: String) throws {
    let lines = try #require(try Roster.refusal(Self.head + row + "\n"))
    #expect(lines.contains { $0.contains(place) && $0.contains(words) }, "\(lines)")
  }

  @Test("other bytes are refused, with the row and column of the first")
  func encodings() throws {
    let latin =
      Data(Self.head.utf8) + Data("Ana Example,2027-05-01,2026-09-01\nJos".utf8) + Data([0xE9]) + Data(",,\n".utf8)
    #expect(try Roster.refusal(latin)?.first?.hasPrefix("row 3, column A: expected text in UTF-8") == true)
    for bytes: [UInt8] in [[0xFF, 0xFE, 0x4E, 0], [0x50, 0x4B, 3, 4], [0xD0, 0xCF, 0x11, 0xE0], []] {
      #expect(try Roster.refusal(Data(bytes)) != nil)
    }
    #expect(try Roster.refusal(Data(Self.head.utf8) + Data([0x41, 0, 0x42]) + Data(",,\n".utf8)) != nil)
  }

  @Test("every fault is told, with what it expects")
  func all() throws {
    let lines = try #require(
      try Roster.refusal("Name,State,Certification,OIG,OIG clear\nAna Example,Atlantis,XYZ,2026-13-01,maybe\n"))
    for (words, column) in [("Atlantis", "B"), ("XYZ", "C"), ("2026-13-01", "D"), ("maybe", "E")] {
      #expect(lines.contains { $0.contains(words) && $0.contains("column \(column)") }, "\(lines)")
    }
  }

  @Test("a header that is not there, twice or of two meanings is refused")
  func headers() throws {
    #expect(try Roster.refusal("2027-01-01,2027-02-01\nAna,Ben\n")?.first?.contains("names") == true)
    #expect(try Roster.refusal("Name,Name\nAna,Ben\n")?.contains { $0.contains("two columns") } == true)
    #expect(try Roster.refusal("Name\n")?.first?.contains("no row") == true)
    let unknown = Roster.options { $0.columns = [("Nothing", .flu)] }
    #expect(try Roster.refusal(Self.head + "Ana Example,,\n", unknown)?.first?.contains("Nothing") == true)
  }

  @Test("days without an interval are asked for")
  func interval() throws {
    let none = Roster.options { $0.days = nil }
    #expect(try Roster.refusal(Self.head + "Ana Example,,\n", none)?.contains { $0.contains("which days") } == true)
    let backwards = "Name,Start,End\nAna Example,2027-02-01,2027-01-01\n"
    #expect(try Roster.refusal(backwards)?.first?.contains("lies before") == true)
  }

  @Test("quotes, blank lines, marks and line ends of programs are read")
  func accepted() throws {
    let text = "\u{FEFF}Name,Note,BLS expires\r\n\"Example, Ana \"\"A\"\"\",\"two\nlines\",2027-05-01\r\n,,\r\n\r\n"
    let result = try Roster.check(text)
    #expect(result.answers.map(\.name) == ["Example, Ana \"A\""])
    let stamped = "Name,BLS expires\nAna Example,2027-05-01 00:00:00\n"
    #expect(try Roster.check(stamped).answers.count == 1)
  }
}
