import Services
import Testing

@testable import Intake

@Suite("What was kept before, taken again")
struct AgainTests {
  private func photo(_ width: Int, _ height: Int) throws -> [UInt8] {
    let pixels = (0..<(3 * width * height)).map { UInt8(truncatingIfNeeded: $0 * 7 / 3) }
    return try JPEGCodec.file(Picture(width: width, height: height, pixels: pixels), quality: 95)
  }

  @Test(
    "a photo that was kept is kept byte for byte, with a preview",
    arguments: [(1, 1), (33, 17), (640, 480), (2_600, 40)])
  func photo(_ sides: (Int, Int)) throws {
    let kept = try Reading.take(try photo(sides.0, sides.1))
    let again = try Reading.again(kept.content)
    #expect(again.content == kept.content && again.form == kept.form)
    #expect(FileType(again.preview) == .jpeg)
  }

  @Test("what stands beside a picture, or behind it, does not come along")
  func beside() throws {
    let kept = try Reading.take(try photo(60, 40)).content
    let words = Array("taken at home".utf8)
    func segment(_ marker: UInt8) -> [UInt8] { [0xFF, marker, 0, UInt8(words.count + 2)] + words }
    let files = [
      Array(kept[..<2]) + segment(0xFE) + Array(kept[2...]), Array(kept[..<2]) + segment(0xE1) + Array(kept[2...]),
      kept + words, Array(kept.dropLast(2)) + segment(0xFE) + Array(kept.suffix(2)),
    ]
    for file in files {
      let again = try Reading.again(file)
      #expect(again.content != file && !String(decoding: again.content, as: UTF8.self).contains("home"))
    }
    for count in [20, kept.count / 2, kept.count - 40] {
      #expect(throws: PaperRefusal.damaged) { try Reading.again(Array(kept[..<count])) }
    }
    // Larger than what is kept: it becomes what the ordinary way makes of it.
    let large = try photo(3_000, 20)
    #expect(try Reading.again(large) == Reading.take(large))
  }

  @Test("several photos stay one paper byte for byte; with something else in it, it is an ordinary PDF")
  func pages() throws {
    let pages = try (1...3).map { number in
      let kept = try Reading.take(try photo(40 * number, 30))
      return PhotoPages.Page(width: 40 * number, height: 30, jpeg: kept.content)
    }
    let file = PhotoPages.pdf(pages)
    #expect(PhotoPages.pages(of: file) == pages)
    let again = try Reading.again(file)
    #expect(again.content == file && again.form == .document(pages: 3) && FileType(again.preview) == .jpeg)
    #expect(PhotoPages.pages(of: file + [10]) == nil)
    let marked = PhotoPages.Page(
      width: 40, height: 30, jpeg: Array(pages[0].jpeg[..<2]) + [0xFF, 0xFE, 0, 4, 104, 105] + pages[0].jpeg[2...])
    let other = try Reading.again(PhotoPages.pdf([marked, pages[1]]))
    #expect(other.form == .document(pages: 2) && other.preview.isEmpty)
  }

  @Test("a PDF that was kept is kept byte for byte", arguments: [1, 2, 60])
  func documents(_ pages: Int) throws {
    let kept = try Reading.take(PDFSample.file(pages: pages))
    let again = try Reading.again(kept.content)
    #expect(again.content == kept.content && again.form == kept.form)
    #expect(throws: PaperRefusal.script) {
      try Reading.again(PDFSample.file(catalog: "/OpenAction << /S /JavaScript /JS (a) >>"))
    }
  }
}
