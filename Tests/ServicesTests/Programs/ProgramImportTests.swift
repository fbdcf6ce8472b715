import Foundation
import Services
import Testing
import Vocabulary

@Suite("Import of programs")
struct ProgramImportTests {
  private func refusal(_ export: SampleExport, inUse: ProgramDirectory? = nil) -> ProgramImportError? {
    do throws(ProgramImportError) { _ = try export.read(inUse: inUse) } catch { return error }
    return nil
  }

  private func lines(_ change: (inout SampleExport) -> Void) -> String {
    var export = SampleExport()
    change(&export)
    return refusal(export)?.lines(.english).joined(separator: "\n") ?? "taken"
  }

  @Test("places, records and actions become programs with stretches of accreditation")
  func join() throws {
    let directory = try SampleExport().read()
    #expect(directory.vintage == ProgramFixture.day("2018-10-15"))
    #expect(directory.programs.map(\.id) == ["dapip-100-23-3", "dapip-100001-23-3"])
    let open = directory.programs[0]
    #expect(
      open.accreditation == [
        ListedAccreditation(
          begins: ProgramFixture.day("2010-12-01"), isEstimated: false, end: .open,
          review: ProgramFixture.day("2022-02-28"))
      ])
    #expect(open.parent == nil && open.city == "Dayton" && open.state == "OH" && open.by == "abhes")
    let ended = directory.programs[1]
    #expect(ended.address == "9 Oak \"B\", Troy, OH 45373" && ended.parent == "Sample College")
    let days = DayInterval(ProgramFixture.day("2018-10-03"), ProgramFixture.day("2018-10-15"))
    #expect(ended.accreditation[0].end == .ended(days) && ended.accreditation[0].isEstimated)
    #expect(ended.actions.map(\.kind) == [.renewed, .withdrawn])
  }

  @Test("without the third file the same stretches, and no reasons")
  func withoutActions() throws {
    let directory = try SampleExport().read(withActions: false)
    #expect(directory.programs.allSatisfy { $0.actions.isEmpty })
    #expect(directory.programs[1].accreditation[0].end == .ended(DayInterval(ProgramFixture.day("2018-10-15"))))
  }

  @Test("another kind of program is left out, and no program of its place is a fault")
  func others() throws {
    var export = SampleExport()
    let dental =
      "\"100\",\(SampleExport.agency),\"9\",\"Dental Assisting\",\"1\",\"Actual\",\"1/2/2019\",\"Accredited\",\"\",\"\",\"\""
    export.records += dental + "\n"
    #expect(refusal(export)?.lines(.english).first?.hasPrefix("r.csv: row 4, column L: expected 13 columns") == true)
    export.records = SampleExport().records + dental + ",\"\"\n"
    let directory = try export.read()
    #expect(directory.programs.count == 2)
    #expect(directory.vintage == ProgramFixture.day("2019-01-02"))
  }

  @Test("the columns about people, which the full export has, are taken and not read")
  func people() throws {
    var export = SampleExport()
    export.campuses = export.campuses.replacing(
      "\"Address\",", with: "\"Address\",\"GeneralPhone\",\"AdminName\",\"AdminPhone\",\"AdminEmail\",\"Fax\","
    )
    .replacing("45402\",", with: "45402\",\"1\",\"Somebody\",\"2\",\"x@example.org\",\"3\",")
    .replacing("45373\",", with: "45373\",\"1\",\"Somebody\",\"2\",\"x@example.org\",\"3\",")
    let text = ProgramTable.text(try export.read())
    #expect(!text.contains("Somebody") && !text.contains("example.org"))
  }

  @Test("the order of rows does not matter")
  func rowOrder() throws {
    var export = SampleExport()
    for path in [\SampleExport.campuses, \SampleExport.records, \SampleExport.actions] {
      let rows = export[keyPath: path].split(separator: "\n").map(String.init)
      export[keyPath: path] = ([rows[0]] + rows.dropFirst().reversed()).joined(separator: "\n") + "\n"
    }
    #expect(try export.read() == SampleExport().read())
  }

  @Test("wrong cells are named by file, row and column, all of a file at once")
  func cells() {
    let text = lines {
      $0.records = $0.records.replacing("12/1/2010", with: "13/1/2010").replacing("\"Estimated\"", with: "\"Guessed\"")
    }
    #expect(text.contains("r.csv: row 2, column H (AccreditationDate): expected a day like"))
    #expect(text.contains("r.csv: row 3, column G (InitialDateFlag): expected Actual or Estimated, found 'Guessed'"))
    #expect(text.hasSuffix("Nothing was changed."))
    #expect(lines { $0.records = $0.records.replacing("12/1/2010", with: "12/1/2030") }.contains("has not come yet"))
    #expect(
      lines { $0.records = $0.records.replacing("10/15/2018", with: "10/15/2001") }.contains(
        "lies before the beginning"))
    #expect(
      lines { $0.campuses = $0.campuses.replacing("\"100001\"", with: "\"1000O1\"") }.contains(
        "row 3, column A (DapipId): expected a number"))
    #expect(
      lines { $0.campuses = $0.campuses.replacing("\"100001\",", with: "\"100\",") }.contains("stands in row 2 already")
    )
    #expect(
      lines { $0.records = $0.records.replacing("\"100001\",", with: "\"100\",") }.contains(
        "row 3, column F (SequentialId): the same record stands in row 2"))
    #expect(lines { $0.records = $0.records.replacing("\"23\"", with: "\"24\"") }.contains("is not called"))
  }

  @Test("columns in another order, another file, and files given in another order are refused")
  func columns() {
    let swapped = lines {
      $0.campuses = $0.campuses.replacing("\"OpeId\",\"IpedsUnitIds\"", with: "\"IpedsUnitIds\",\"OpeId\"")
    }
    #expect(
      swapped.contains(
        "c.csv: row 1, column B (IpedsUnitIds): expected 'OpeId', found 'IpedsUnitIds': the columns are in another order"
      ))
    #expect(
      lines { ($0.campuses, $0.records) = ($0.records, $0.campuses) }.contains(
        "expected InstituteCampuses, found AccreditationRecords"))
    #expect(lines { $0.records = $0.actions }.contains("expected AccreditationRecords, found AccreditationActions"))
    #expect(lines { $0.records = "unitid,name\n1,x\n" }.contains("row 1, column A (unitid): expected 'DapipId'"))
    #expect(lines { $0.records = "" }.contains("empty"))
  }

  @Test("another encoding is refused, whether it shows in the bytes or in the letters")
  func encodings() throws {
    let sample = SampleExport()
    let dash = sample.records.replacing("(MAAB) -", with: "(MAAB) –")
    #expect(throws: Never.self) {
      var export = sample
      export.records = dash
      export.actions = sample.actions
      _ = try export.read()
    }
    #expect(
      lines { $0.records = dash.replacing("–", with: "â€“") }.contains(
        "row 2, column E (ProgramName): the letters were changed"))
    for encoding in [String.Encoding.windowsCP1252, .utf16, .utf16LittleEndian] {
      let data = try #require(dash.data(using: encoding))
      #expect(throws: ProgramImportError.self) {
        _ = try ProgramImport.read(
          campuses: .init(name: "c.csv", data: Data(sample.campuses.utf8)), records: .init(name: "r.csv", data: data),
          today: Fixture.asOf)
      }
    }
  }

  @Test("a file that is cut after any byte is refused, also at the end of a row")
  func cut() throws {
    let whole = try SampleExport().read()
    for path in [\SampleExport.campuses, \SampleExport.records, \SampleExport.actions] {
      let bytes = Array(SampleExport()[keyPath: path].utf8)
      for length in 0..<bytes.count {
        var export = SampleExport()
        export[keyPath: path] = String(decoding: bytes.prefix(length), as: UTF8.self)
        #expect(refusal(export, inUse: whole) != nil, "\(length)")
      }
    }
  }

  @Test("a list follows one that is not newer, and leaves out none of its records unless told to")
  func succession() throws {
    let whole = try SampleExport().read()
    #expect(try SampleExport().read(inUse: whole) == whole)
    var fewer = SampleExport()
    fewer.campuses = fewer.campuses.split(separator: "\n").dropLast().joined(separator: "\n") + "\n"
    fewer.records = fewer.records.split(separator: "\n").dropLast().joined(separator: "\n") + "\n"
    fewer.actions = fewer.actions.replacing("\"100001\"", with: "\"100\"")
    let error = try #require(refusal(fewer, inUse: whole))
    #expect(
      error.lines(.english)[0].hasPrefix(
        "r.csv: row 3, column A (DapipId): the file ends without a record of Sample College - South"))
    #expect(try fewer.read(inUse: whole, fewer: true).programs.count == 1)
    let newer = ProgramDirectory(
      source: .init(publisher: "p", title: "t", vintage: whole.vintage.next), programs: whole.programs)
    #expect(refusal(SampleExport(), inUse: newer)?.lines(.spanish)[0].contains("más viejos") == true)
  }
}
