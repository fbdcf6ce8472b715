import Services
import Testing

@testable import Website

@Suite("A catalog of courses that cannot be read", .serialized)
struct BadCatalogTests {
  struct Bad: Sendable, CustomTestStringConvertible {
    let name: String
    let bytes: [UInt8]
    var file = "mine.csv"
    let says: [String]
    var testDescription: String { name }

    init(_ name: String, _ text: String, file: String = "mine.csv", _ says: String...) {
      self.init(name, Array(text.utf8), file: file, says)
    }

    init(_ name: String, _ bytes: [UInt8], file: String = "mine.csv", _ says: [String]) {
      (self.name, self.bytes, self.file, self.says) = (name, bytes, file, says)
    }

    init(_ name: String, row: String, _ says: String...) {
      self.init(name, Array((CoursesFixture.head + row + "\n").utf8), says)
    }
  }

  private static let good = "A,Wounds,Sample,on demand,4,20,4,clinical,aama"

  static let all: [Bad] = [
    Bad("no file", "", "no file was picked"),
    Bad("another ending", CoursesFixture.head + good, file: "mine.pdf", "expected a file that ends in .csv"),
    Bad("UTF-16", [0xFF, 0xFE, 0x69, 0], ["UTF-16"]),
    Bad("a workbook", [0x50, 0x4B, 3, 4, 0, 0], ["a zip archive or a workbook"]),
    Bad("not UTF-8", Array(CoursesFixture.head.utf8) + [0x41, 0xFF, 0xFE, 10], ["row 2", "UTF-8"]),
    Bad("headers alone", CoursesFixture.head, "there is no course below the header"),
    Bad("a missing column", "id,title\nA,B\n", "the column &#39;price&#39; is missing"),
    Bad(
      "an unknown column", "id,title,provider,date,hours,price,units,category,approved by,rank\n" + good + ",1\n",
      "row 1, column J (rank): an unknown column"),
    Bad("a row that is cut", row: "A,Wounds,Sample", "row 2, column C: expected 9 columns as in the header, found 3"),
    Bad(
      "a day that is none", row: "A,Wounds,Sample,2027-02-30,4,20,4,clinical,aama",
      "row 2, column D (date): expected a day like",
      "found &#39;2027-02-30&#39;"),
    Bad(
      "a price below 0", row: "A,Wounds,Sample,on demand,4,-1,4,clinical,aama",
      "row 2, column F (price): expected a price", "found &#39;-1&#39;"),
    Bad(
      "hours beyond all", row: "A,Wounds,Sample,on demand,4000,1,4,clinical,aama",
      "column E (hours): expected a number from 0 to 1000"),
    Bad(
      "an unknown category", row: "A,Wounds,Sample,on demand,4,1,4,moral,aama",
      "column H (category): expected one or several of", "found &#39;moral&#39;"),
    Bad("an unknown body", row: "A,Wounds,Sample,on demand,4,1,4,clinical,acme", "column I (approved by)"),
    Bad("an empty title", row: "A,,Sample,on demand,4,1,4,clinical,aama", "column B (title): the cell is empty"),
    Bad(
      "an id that stands twice", row: good + "\n" + good,
      "row 3, column A (id): the id &#39;A&#39; stands in row 2 already"),
    Bad(
      "too many courses",
      CoursesFixture.head
        + (0...CatalogReader.Limits.page.rows).map { "A\($0),W,S,on demand,4,1,4,clinical,aama\n" }.joined(),
      "more than 1000 courses"),
    Bad(
      "too large", CoursesFixture.head + String(repeating: "x", count: CatalogReader.Limits.page.bytes),
      "the catalog is larger than 512 kB"),
    Bad("too many columns", String(repeating: "x,", count: CatalogReader.columns) + "x\n", "more than 150 columns"),
  ]

  @Test("is refused whole, with row, column, what was found and what was expected; nothing of it is carried along")
  func refused() async throws {
    try await MemberFixture.with(service: LiveFixture.service) { fixture in
      let browser = try await CoursesFixture.holder(fixture, CoursesFixture.evidence())
      for bad in Self.all {
        let reply = await CoursesFixture.send(browser, fixture.site, bad.bytes, named: bad.file)
        let page = text(reply)
        #expect(reply.status == 422, "\(bad.name)")
        for words in bad.says { #expect(page.contains(words), "\(bad.name): \(words)") }
        #expect(page.contains("href=\"#file\"") && page.contains("id=\"file-error\""), "\(bad.name)")
        #expect(CoursesFixture.titles(page).isEmpty && CoursesFixture.value(of: "kept", in: page) == nil, "\(bad.name)")
        #expect(CoursesFixture.value(of: "proof", in: page) == nil, "\(bad.name)")
      }
      let fields = ["catalog": "own", "least": "hours"]
      let body = CoursesFixture.head + Self.good.replacing("20", with: "-20")
      var inquiry = browser.inquiry("/es" + CoursesFixture.path, method: "POST")
      let english = await CoursesFixture.send(browser, fixture.site, body, fields)
      #expect(english.status == 422)
      inquiry.headers["content-type"] = "text/plain"
      inquiry.body = [0xFF]
      #expect(await fixture.site.reply(to: inquiry).status == 400)
    }
  }
}
