import Services
import Testing

@testable import Intake

@Suite("Photos as pages of one PDF")
struct PhotoPagesTests {
  private func photo(_ width: Int, _ height: Int, _ shade: UInt8) throws -> TakenFile {
    let pixels = [UInt8](repeating: shade, count: 3 * width * height)
    return try Reading.take(try JPEGCodec.file(Picture(width: width, height: height, pixels: pixels), quality: 90))
  }

  @Test("a reader of PDFs finds each page, and the photos are in it byte for byte", arguments: [1, 2, 5, 20])
  func read(_ count: Int) throws {
    let photos = try (0..<count).map { try photo(40 + $0, 30, UInt8(10 * $0)) }
    let pages = photos.enumerated().map { PhotoPages.Page(width: 40 + $0.offset, height: 30, jpeg: $0.element.content) }
    let file = PhotoPages.pdf(pages)
    #expect(file == PhotoPages.pdf(pages))
    let taken = try Reading.take(file)
    #expect(taken.form == .document(pages: count))
    for photo in photos {
      for place in [file, taken.content] {
        #expect(place.indices.contains { place[$0...].starts(with: photo.content) })
      }
    }
  }

  @Test("a page is as wide to its height as its photo, eleven inches at the longer side")
  func sides() throws {
    for (width, height, box) in [(2_600, 1_300, "[0 0 792 396]"), (1, 2_600, "[0 0 1 792]"), (50, 50, "[0 0 792 792]")]
    {
      let file = PhotoPages.pdf([PhotoPages.Page(width: width, height: height, jpeg: [1])])
      #expect(String(decoding: file, as: UTF8.self).contains("/MediaBox \(box)"))
    }
  }
}
