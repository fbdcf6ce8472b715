import Services
import Testing

@testable import Intake

@Suite("What is kept of a file")
struct ReadingTests {
  /// A picture whose left half is dark, as JPEG.
  private func photo(_ width: Int, _ height: Int) throws -> [UInt8] {
    let pixels = (0..<height).flatMap { _ in
      (0..<width).flatMap { x in [UInt8](repeating: x < width / 2 ? 10 : 240, count: 3) }
    }
    return try JPEGCodec.file(Picture(width: width, height: height, pixels: pixels), quality: 95)
  }

  /// The same, held as EXIF says, with the place where it was taken.
  private func held(_ file: [UInt8], _ orientation: UInt8) -> [UInt8] {
    let tiff: [UInt8] =
      Array("MM".utf8) + [0, 42, 0, 0, 0, 8, 0, 1, 1, 18, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]
    let segment = Array("Exif".utf8) + [0, 0] + tiff + Array("GPSLatitude 29.76".utf8)
    let length = segment.count + 2
    return Array(file[..<2]) + [0xFF, 0xE1, UInt8(length >> 8), UInt8(length & 255)] + segment + Array(file[2...])
  }

  private func brightness(_ file: [UInt8], _ x: Int, _ y: Int) throws -> UInt8 {
    let picture = try JPEGCodec.picture(file)
    return picture.pixels[3 * (y * picture.width + x)]
  }

  @Test("a photo stands as it was held, and says nothing of where and by what it was taken")
  func orientation() throws {
    let plain = try photo(64, 32)
    // Where the dark half is then: left, right, right, left, top, top, bottom, bottom.
    let dark: [(UInt8, x: Int, y: Int)] = [
      (1, 4, 16), (2, 60, 16), (3, 60, 16), (4, 4, 16), (5, 16, 4), (6, 16, 4), (7, 16, 60), (8, 16, 60),
    ]
    for (orientation, x, y) in dark {
      let file = held(plain, orientation)
      #expect(Orientation.of(jpeg: file) == Int(orientation))
      let kept = try Reading.take(file)
      #expect(kept.form == (orientation < 5 ? .photo(width: 64, height: 32) : .photo(width: 32, height: 64)))
      try #expect(brightness(kept.content, x, y) < 60, "\(orientation)")
      for bytes in [kept.content, kept.preview] {
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(!text.contains("Exif") && !text.contains("GPS"))
        #expect(Orientation.of(jpeg: bytes) == 1)
      }
    }
  }

  @Test("a large photo becomes one of bounded size")
  func large() throws {
    let kept = try Reading.take(try photo(3_000, 400))
    #expect(kept.form == .photo(width: 2_600, height: 346))
    #expect(try JPEGCodec.picture(kept.preview).width == 640)
    try #expect(brightness(kept.content, 100, 100) < 60 && brightness(kept.content, 2_500, 100) > 200)
  }

  @Test("what is cut, or none of the kinds, is refused")
  func damaged() throws {
    let file = try photo(300, 300)
    for count in [0, 3, 20, file.count / 2, file.count - 40] {
      #expect(throws: count == 0 ? PaperRefusal.empty : .damaged) { try Reading.take(Array(file[..<count])) }
    }
    #expect(throws: PaperRefusal.otherType) { try Reading.take(Array("MZ\u{90}".utf8)) }
    #expect(throws: PaperRefusal.damaged) { try Reading.take([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0]) }
    #expect(throws: PaperRefusal.damaged) { try Reading.take([0, 0, 0, 24] + Array("ftypheic".utf8) + [0, 0]) }
    #expect(throws: PaperRefusal.damaged) { try Reading.take(Array("%PDF-1.7\nnothing".utf8)) }
  }

  @Test("no EXIF leads out of its file")
  func fuzzed() throws {
    let file = held(try photo(16, 16), 6)
    for place in 2..<60 {
      for value: UInt8 in [0, 1, 127, 255] {
        var changed = file
        changed[place] = value
        #expect((1...8).contains(Orientation.of(jpeg: changed)))
        #expect((1...8).contains(Orientation.of(jpeg: Array(changed[..<place]))))
      }
    }
  }
}

@Suite("What is kept of a PDF")
struct PDFReaderTests {
  @Test("its pages, written anew, and nothing that stood beside them")
  func kept() throws {
    let file = PDFSample.file() + Array("%trailing words".utf8)
    let kept = try Reading.take(file)
    #expect(kept.form == .document(pages: 1) && kept.preview.isEmpty)
    #expect(kept.content.starts(with: Array("%PDF-".utf8)))
    #expect(!String(decoding: kept.content, as: UTF8.self).contains("trailing words"))
    // What was kept can be taken again.
    #expect(try Reading.take(kept.content).form == kept.form)
  }

  @Test(
    "what does more than show pages is refused with its reason",
    arguments: [
      ("/OpenAction << /S /JavaScript /JS (app.alert(1)) >>", PaperRefusal.script),
      ("/Names << /JavaScript << /Names [] >> >>", .script), ("/AcroForm << /XFA (a) >>", .script),
      ("/OpenAction << /S /Launch /F (calc.exe) >>", .launch),
      ("/OpenAction << /S /SubmitForm /F (http://a.example) >>", .launch),
      ("/Names << /EmbeddedFiles << /Names [] >> >>", .attachment),
      ("/Extra [ [ << /Type /EmbeddedFile >> ] ]", .attachment), ("/Extra << /Subtype /RichMedia >>", .attachment),
      ("/Extra << /S /#4aavaScript >>", .script),
    ])
  func refused(_ more: String, _ refusal: PaperRefusal) {
    #expect(throws: refusal) { try Reading.take(PDFSample.file(catalog: more)) }
  }

  @Test("many pages, two types and loops")
  func bounds() throws {
    #expect(throws: PaperRefusal.tooManyPages) { try Reading.take(PDFSample.file(pages: 61)) }
    #expect(try Reading.take(PDFSample.file(pages: 60)).form == .document(pages: 60))
    #expect(throws: PaperRefusal.twoTypes) {
      try Reading.take(PDFSample.file(head: "%<html><script>alert(1)</script>\n"))
    }
    #expect(try Reading.take(PDFSample.file(catalog: "/Loop 1 0 R")).form == .document(pages: 1))
    let deep = String(repeating: "[", count: 400) + String(repeating: "]", count: 400)
    #expect(try Reading.take(PDFSample.file(catalog: "/Deep \(deep)")).form == .document(pages: 1))
  }
}

/// PDFs made by hand.
enum PDFSample {
  /// - Parameters:
  ///   - catalog: what else stands in the catalog.
  ///   - head: a line behind the first.
  static func file(catalog: String = "", pages: Int = 1, head: String = "") -> [UInt8] {
    let kids = (0..<pages).map { "\($0 + 3) 0 R" }.joined(separator: " ")
    var objects = [
      "<< /Type /Catalog /Pages 2 0 R \(catalog) >>", "<< /Type /Pages /Count \(pages) /Kids [\(kids)] >>",
    ]
    objects += (0..<pages).map { _ in "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] >>" }
    var text = "%PDF-1.7\n\(head)"
    var places: [Int] = []
    for (number, object) in objects.enumerated() {
      places.append(text.utf8.count)
      text += "\(number + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = text.utf8.count
    text += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for place in places { text += String(repeating: "0", count: 10 - String(place).count) + "\(place) 00000 n \n" }
    text += "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
    return Array(text.utf8)
  }
}
