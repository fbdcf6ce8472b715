import Foundation
import Knowledge
import Rules
import Services
import Testing
import Vocabulary

@Suite("Import of a published workbook")
struct StatisticsImportTests {
  private static let base = Samples.base
  private static let day = Samples.asOf
  private static let national = "national_M2026_dl.csv"

  /// Runs a body with an empty data folder.
  private func inFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "fobwatch-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.path())
  }

  @discardableResult
  private func take(_ data: Data, _ file: String = national, into folder: String) throws -> StatisticsImport.Result {
    try StatisticsImport(Self.base, data: folder).take(data, file: file, released: nil, on: Self.day)
  }

  /// The lines of the refusal; the data folder stays as it was.
  private func refusal(_ data: Data, _ file: String = national) throws -> [String] {
    var lines: [String] = []
    try inFolder { folder in
      try take(WorkbookFixture.national.data, into: folder)
      let before = try Data(contentsOf: URL(filePath: folder + "/statistics.json"))
      do {
        try take(data, file, into: folder)
        Issue.record("the file was taken")
      } catch let refusal as SheetRefusal {
        lines = refusal.lines(.english)
        #expect(refusal.lines(.spanish).count == lines.count)
      }
      #expect(try Data(contentsOf: URL(filePath: folder + "/statistics.json")) == before)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["statistics.json"])
    }
    return lines
  }

  @Test("a national workbook gives its edition to the installation, and only that")
  func taken() throws {
    try inFolder { folder in
      let result = try take(WorkbookFixture.national.data, into: folder)
      #expect(result.edition.id == "2026-05" && result.count == 15 && result.changed.isEmpty)
      let base = try StatisticsStore(data: folder).applied(to: Self.base)
      let book = StatisticBook(base)
      guard case .figure(let figure) = book.cell("oews", "2026-05", .medianAnnual, "us") else {
        Issue.record("not loaded")
        return
      }
      #expect(figure.amount == Quantity(45970))
      #expect(figure.citations.first?.source.title.en.contains(Self.national) == true)
      let oews = try #require(book.series("oews"))
      #expect(book.newest(.medianAnnual, in: "us", of: oews, asOf: Self.day)?.id == "2026-05")
      #expect(base.statistics.count == Self.base.statistics.count + 15)
      #expect(StatisticBook(Self.base).cell("oews", "2026-05", .medianAnnual, "us") == .notLoaded)
    }
  }

  @Test("the same file twice is one import; a figure that was loaded before and differs is told")
  func again() throws {
    try inFolder { folder in
      try take(WorkbookFixture.national.data, into: folder)
      try take(WorkbookFixture.national.data, into: folder)
      #expect(try StatisticsStore(data: folder).all().count == 1)
      let result = try take(WorkbookFixture.national.data, "national_M2025_dl.csv", into: folder)
      #expect(result.changed.contains { $0.now.measure == .medianAnnual && $0.before.amount == Quantity(45690) })
      #expect(try StatisticsStore(data: folder).all().count == 2)
    }
  }

  @Test("a workbook of the states fills every state within its edition")
  func states() throws {
    try inFolder { folder in
      let result = try take(WorkbookFixture.states(Self.base).data, "state_M2024_dl.csv", into: folder)
      #expect(result.workbook.values.count == 54)
      let book = StatisticBook(try StatisticsStore(data: folder).applied(to: Self.base))
      let oews = try #require(book.series("oews"))
      let edition = try #require(book.newestByState(.meanAnnual, of: oews, asOf: Self.day))
      #expect(edition.id == "2024-05")
      #expect(
        book.byPlace([.meanAnnual, .employment], edition, of: oews).allSatisfy { !$0.cells.contains(.notLoaded) })
    }
  }

  @Test("marks of the publisher keep their meaning")
  func marks() throws {
    let fixture = WorkbookFixture.national
    let marked = fixture.changing(fixture.ours, "A_PCT90", "#").changing(fixture.ours, "H_PCT90", "#")
      .changing(fixture.ours, "TOT_EMP", "**").changing(fixture.ours, "EMP_PRSE", "**")
      .changing(fixture.ours, "A_PCT10", "*")
    try inFolder { folder in
      try take(marked.data, into: folder)
      let book = StatisticBook(try StatisticsStore(data: folder).applied(to: Self.base))
      func value(_ measure: StatisticMeasure) -> Statistic.Value? {
        if case .figure(let figure) = book.cell("oews", "2026-05", measure, "us") { figure.value } else { nil }
      }
      #expect(value(.p90Annual) == .topCoded && value(.employment) == .withheld && value(.p10Annual) == .withheld)
      #expect(value(.medianAnnual) == .amount(Quantity(45970)))
    }
  }

  @Test("numbers as spreadsheets and programs write them are the same numbers")
  func numbers() throws {
    let fixture = WorkbookFixture.national
    let other = fixture.changing(fixture.ours, "H_MEDIAN", "22.100000000000001").changing(
      fixture.ours, "A_MEDIAN", "\"45,970\"")
    try inFolder { folder in
      let (one, two) = (try take(other.data, into: folder), try take(fixture.data, into: folder))
      #expect(one.workbook.values == two.workbook.values)
    }
  }

  @Test("a changed cell is refused with row and column")
  func cells() throws {
    let fixture = WorkbookFixture.national
    let (ours, row) = (fixture.ours, fixture.ours + 2)
    for (column, text, place) in [
      ("A_MEDIAN", "45.970", "AB"), ("A_MEDIAN", "4597O", "AB"), ("A_MEDIAN", "$45970", "AB"), ("A_MEDIAN", "", "AB"),
      ("A_MEDIAN", "\"4,59,70\"", "AB"), ("A_MEDIAN", "45000", "AB"), ("TOT_EMP", "#", "L"), ("H_MEAN", "**", "R"),
      ("AREA", "9", "A"), ("AREA", "01", "A"), ("NAICS", "0", "E"), ("OCC_CODE", "319092", "I"),
      ("O_GROUP", "detail", "K"), ("ANNUAL", "yes", "AE"), ("JOBS_1000", "many", "N"),
    ] {
      let lines = try refusal(fixture.changing(ours, column, text).data)
      #expect(lines.first?.hasPrefix("row \(row), column \(place) (\(column))") == true, "\(column) \(text): \(lines)")
    }
  }

  @Test("columns in another order, missing or added are refused in the header")
  func columns() throws {
    var swapped = WorkbookFixture.national
    for i in swapped.rows.indices { swapped.rows[i].swapAt(27, 28) }
    #expect(try refusal(swapped.data).first?.contains("column A") == true)
    swapped.header.swapAt(27, 28)
    #expect(try refusal(swapped.data).first?.hasPrefix("row 1, column AB") == true)
    var less = WorkbookFixture.national
    less.header.removeLast()
    for i in less.rows.indices { less.rows[i].removeLast() }
    #expect(try refusal(less.data).first?.hasPrefix("row 1, column AF") == true)
  }

  @Test("rows that are moved, repeated or missing are refused")
  func rows() throws {
    let fixture = WorkbookFixture.national
    var moved = fixture
    moved.rows.swapAt(5, 9)
    #expect(try refusal(moved.data).first?.contains("rows were moved") == true)
    var twice = fixture
    twice.rows.insert(twice.rows[fixture.ours], at: fixture.ours)
    #expect(try refusal(twice.data).first?.hasPrefix("row \(fixture.ours + 3), column I") == true)
    var other = fixture
    other.rows.remove(at: fixture.ours)
    #expect(try refusal(other.data).first?.contains("no row for the occupation 31-9092") == true)
  }

  @Test("a file cut anywhere is refused")
  func cut() throws {
    let fixture = WorkbookFixture.national
    for count in [0, 1, 2, fixture.ours + 1, fixture.rows.count - 3, fixture.rows.count - 1] {
      var short = fixture
      short.rows = Array(fixture.rows.prefix(count))
      #expect(!(try refusal(short.data).isEmpty), "\(count) rows")
    }
    let data = fixture.data
    for length in stride(from: 0, to: data.count, by: 97) {
      #expect(!(try refusal(data.prefix(length)).isEmpty), "\(length) bytes")
    }
    var states = WorkbookFixture.states(Self.base)
    states.rows.removeLast(67)
    #expect(try refusal(states.data, "state_M2024_dl.csv").first?.contains("lacks VI") == true)
  }

  @Test("other encodings, other files and other names are refused")
  func other() throws {
    let fixture = WorkbookFixture.national
    let utf16 = try #require(fixture.text.data(using: .utf16))
    #expect(try refusal(utf16).first?.contains("UTF-16") == true)
    let latin = try #require(
      fixture.changing(3, "OCC_TITLE", "Café").text.data(using: .isoLatin1))
    #expect(try refusal(latin).first?.hasPrefix("row 5, column J") == true)
    #expect(!(try refusal(Data([0x50, 0x4B, 3, 4])).isEmpty))
    #expect(try refusal(Data("AREA_TITLE;OCC_CODE\n".utf8)).first?.hasPrefix("row 1, column A") == true)
    for name in ["wages.csv", "national_M2026_dl (1).csv", "national_M26_dl.csv", "national_2026_dl.csv"] {
      #expect(try refusal(fixture.data, name).first?.contains("named as published") == true)
    }
    #expect(try refusal(fixture.data, "state_M2024_dl.csv").first?.contains("national row") == true)
    #expect(try refusal(WorkbookFixture.states(Self.base).data).first?.contains("expected 99") == true)
    #expect(try refusal(fixture.data, "national_M2027_dl.csv").first?.contains("cannot have been published") == true)
  }

  @Test("the figures of one year under the name of another are refused")
  func wrongYear() throws {
    try inFolder { folder in
      try take(WorkbookFixture.national.data, into: folder)
      let base = try StatisticsStore(data: folder).applied(to: Self.base)
      #expect(throws: SheetRefusal.self) {
        try StatisticsImport(base, data: folder).take(
          WorkbookFixture.national.data, file: "national_M2025_dl.csv", released: nil, on: Self.day)
      }
    }
  }

  @Test("a data folder that somebody changed is not read as figures")
  func damaged() throws {
    try inFolder { folder in
      try take(WorkbookFixture.national.data, into: folder)
      let file = URL(filePath: folder + "/statistics.json")
      let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
      try Data(text.replacingOccurrences(of: "\"45970\"", with: "\"about 45970\"").utf8).write(to: file)
      #expect(throws: EditingError.self) { try StatisticsStore(data: folder).applied(to: Self.base) }
    }
  }
}
