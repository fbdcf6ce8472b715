import Foundation
import Knowledge
import Rules
import Services
import Testing
import Vocabulary

@Suite("Workbooks")
struct WorkbookTests {
  @Test("the sample workbook gives the same answers as the sheet of text")
  func sample() throws {
    let options = RosterOptions(asOf: Samples.asOf, days: Roster.days)
    let text = try Roster.check(try Roster.sample(), set: "sample-hospital-network", options)
    let book = try Roster.check(try Roster.sample("xlsx"), set: "sample-hospital-network", options)
    #expect(book.answers == text.answers)
    #expect(book.columns.allSatisfy { $0.order == nil })
  }

  @Test("texts, numbers, days, yes and no, and both calendars are read")
  func cells() throws {
    let sheet = """
      <sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Na</t><r><t>me</t></r></is></c><c r="B1" t="str"><v>TB</v></c>\
      <c t="s"><v>0</v></c></row><row r="3"><c r="A3" t="inlineStr"><is><t>Ana &amp; &#69;xample<![CDATA[!]]></t></is></c>\
      <c r="C3" s="1"><v>46260.75</v></c></row></sheetData>
      """
    let answer = try Roster.check(book(sheet)).answers[0]
    #expect(answer.row == 3 && answer.name == "Ana & Example!")
    #expect(answer.layers.first { $0.name == .facility }?.verdict == .notMet)
    var rows: [[String]] = []
    try XLSXSheet(book(sheet)).forEachRow { row in
      rows.append(row.cells)
      return true
    }
    #expect(rows == [["Name", "TB", "Flu"], ["Ana & Example!", "", "2026-08-26"]])
    rows = []
    try XLSXSheet(book(sheet, is1904: true)).forEachRow { row in
      rows.append(row.cells)
      return true
    }
    #expect(rows[1][2] == "2030-08-27")
  }

  @Test("what is no workbook, or one that is cut or means harm, is refused")
  func refused() throws {
    let whole = try Roster.sample("xlsx")
    for count in [4, 100, whole.count / 2, whole.count - 30] {
      #expect(try Roster.refusal(whole.prefix(count)) != nil, "\(count)")
    }
    let good = "<sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>Name</v></c></row></sheetData>"
    for bad in [
      "<!DOCTYPE x [<!ENTITY a \"b\">]>" + good, good.replacing("Name", with: "&a;"), good.dropLast(12) + "",
      "<sheetData><row></sheetData></row>", good.replacing("<v>", with: "<?x y?><v>"),
      String(repeating: "<a>", count: 100) + String(repeating: "</a>", count: 100),
      good.replacing("t=\"str\"><v>Name", with: "t=\"s\"><v>9"), "",
    ] {
      #expect(try Roster.refusal(book(bad)) != nil, "\(bad.prefix(60))")
    }
    #expect(try Roster.refusal(StoredArchive(["xl/other.xml": Data(good.utf8)]).data) != nil)
  }

  @Test("a cell outside of the header's columns is refused with its place")
  func outside() throws {
    let sheet = """
      <sheetData><row r="1"><c r="A1" t="str"><v>Name</v></c></row><row r="2"><c r="A2" t="str"><v>Ana Example</v></c>\
      <c r="D2" t="str"><v>x</v></c></row></sheetData>
      """
    #expect(try Roster.refusal(book(sheet))?.first?.hasPrefix("row 2, column D") == true)
  }

  private func book(_ sheet: String, is1904: Bool = false) -> Data {
    let flag = is1904 ? "<workbookPr date1904=\"1\"/>" : ""
    return StoredArchive([
      "xl/workbook.xml": Data(
        "<workbook>\(flag)<sheets><sheet state=\"hidden\" r:id=\"r0\"/><sheet r:id=\"r1\"/></sheets></workbook>".utf8),
      "xl/_rels/workbook.xml.rels": Data(
        "<Relationships><Relationship Id=\"r1\" Target=\"worksheets/one.xml\"/></Relationships>".utf8),
      "xl/styles.xml": Data(
        "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>".utf8),
      "xl/sharedStrings.xml": Data("<sst><si><t>Flu</t><rPh><t>no</t></rPh></si></sst>".utf8),
      "xl/worksheets/one.xml": Data("<?xml version=\"1.0\"?><worksheet>\(sheet)</worksheet>".utf8),
    ]).data
  }
}

/// A zip archive whose parts are not packed.
private struct StoredArchive {
  let data: Data

  init(_ parts: [String: Data]) {
    var body = Data()
    var directory = Data()
    for (name, content) in parts.sorted(by: { $0.key < $1.key }) {
      let start = body.count
      let head =
        StoredArchive.bytes(UInt16(20), UInt16(0), UInt16(0), UInt16(0), UInt16(0x21))
        + StoredArchive.bytes(StoredArchive.checksum(content), UInt32(content.count), UInt32(content.count))
        + StoredArchive.bytes(UInt16(name.utf8.count), UInt16(0))
      body += StoredArchive.bytes(UInt32(0x0403_4B50)) + head + Data(name.utf8) + content
      directory +=
        StoredArchive.bytes(UInt32(0x0201_4B50)) + StoredArchive.bytes(UInt16(20)) + head
        + StoredArchive.bytes(UInt16(0), UInt16(0), UInt16(0)) + StoredArchive.bytes(UInt32(0), UInt32(start))
        + Data(name.utf8)
    }
    let count = UInt16(parts.count)
    data =
      body + directory + StoredArchive.bytes(UInt32(0x0605_4B50))
      + StoredArchive.bytes(UInt16(0), UInt16(0), count, count)
      + StoredArchive.bytes(UInt32(directory.count), UInt32(body.count)) + StoredArchive.bytes(UInt16(0))
  }

  private static func bytes<Number: FixedWidthInteger>(_ numbers: Number...) -> Data {
    var data = Data()
    for number in numbers { withUnsafeBytes(of: number.littleEndian) { data.append(contentsOf: $0) } }
    return data
  }

  private static func checksum(_ data: Data) -> UInt32 {
    var crc = UInt32.max
    for byte in data {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    return ~crc
  }
}
