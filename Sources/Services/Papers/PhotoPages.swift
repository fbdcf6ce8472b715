/// Photos as the pages of one PDF (ISO 32000-2). The same photos make the same bytes.
public enum PhotoPages {
  /// A photo.
  public struct Page: Hashable, Sendable {
    /// In pixels, above 0.
    public let width: Int, height: Int
    /// A JPEG in colors, as `PaperIntake` makes it. It goes in as it is.
    public let jpeg: [UInt8]

    public init(width: Int, height: Int, jpeg: [UInt8]) {
      (self.width, self.height, self.jpeg) = (width, height, jpeg)
    }
  }

  /// The longer side of a page, in points: 11 inches.
  private static let longest = 792

  /// - Parameter pages: at least one.
  public static func pdf(_ pages: [Page]) -> [UInt8] {
    var file = Array("%PDF-1.4\n%".utf8) + [0xE2, 0xE3, 0xCF, 0xD3, 0x0A]
    var places: [Int] = []
    func add(_ parts: [UInt8]...) {
      places.append(file.count)
      file += Array("\(places.count) 0 obj\n".utf8)
      for part in parts { file += part }
      file += Array("\nendobj\n".utf8)
    }
    func text(_ text: String) -> [UInt8] { Array(text.utf8) }
    let names = pages.indices.map { "\(3 + 3 * $0) 0 R" }.joined(separator: " ")
    add(text("<< /Type /Catalog /Pages 2 0 R >>"))
    add(text("<< /Type /Pages /Count \(pages.count) /Kids [\(names)] >>"))
    for (index, page) in pages.enumerated() {
      let side = max(page.width, page.height, 1)
      let (width, height) = (max(1, page.width * longest / side), max(1, page.height * longest / side))
      let drawing = "q \(width) 0 0 \(height) 0 0 cm /P Do Q"
      add(
        text(
          "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 \(width) \(height)] /Contents \(4 + 3 * index) 0 R "
            + "/Resources << /XObject << /P \(5 + 3 * index) 0 R >> >> >>"))
      add(text("<< /Length \(drawing.utf8.count) >>\nstream\n\(drawing)\nendstream"))
      add(
        text(
          "<< /Type /XObject /Subtype /Image /Width \(page.width) /Height \(page.height) /ColorSpace /DeviceRGB "
            + "/BitsPerComponent 8 /Filter /DCTDecode /Length \(page.jpeg.count) >>\nstream\n"),
        page.jpeg, text("\nendstream"))
    }
    let start = file.count
    file += text("xref\n0 \(places.count + 1)\n0000000000 65535 f \n")
    for place in places {
      let zeros = String(repeating: "0", count: max(0, 10 - "\(place)".utf8.count))
      file += text("\(zeros)\(place) 00000 n \n")
    }
    file += text("trailer\n<< /Size \(places.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n")
    return file
  }

  /// The photos in what `pdf` wrote; nil when it is anything else.
  public static func pages(of file: [UInt8]) -> [Page]? {
    var pages: [Page] = []
    var place = 0
    while let found = header(in: file, from: place) {
      guard pages.count < PaperSizes.mostPages else { return nil }
      pages.append(Page(width: found.width, height: found.height, jpeg: Array(file[found.start..<found.end])))
      place = found.end
    }
    // Whatever stands beside the photos would be missing there.
    guard !pages.isEmpty, pdf(pages) == file else { return nil }
    return pages
  }

  /// The next photo: what its head says, and where its bytes are. A head is no longer than what is looked through.
  private static func header(in file: [UInt8], from place: Int) -> (width: Int, height: Int, start: Int, end: Int)? {
    let part = Array(file[place..<min(file.count, place + 2_048)])
    let text = String(decoding: part.map { $0 < 128 ? $0 : 63 }, as: UTF8.self)
    guard let head = text.range(of: "/Subtype /Image /Width "),
      let end = text.range(of: " >>\nstream\n", in: head.upperBound)
    else { return nil }
    let words = text[head.upperBound..<end.lowerBound].split(separator: " ")
    guard words.count == 11, let width = Int(words[0]), let height = Int(words[2]), let size = Int(words[10]),
      width > 0, height > 0, size >= 0
    else { return nil }
    let start = place + text.utf8.distance(from: text.startIndex, to: end.upperBound)
    guard size <= file.count - start else { return nil }
    return (width, height, start, start + size)
  }
}

extension String {
  /// Where a text stands; at or after a place.
  fileprivate func range(of text: String, in start: Index? = nil) -> Range<Index>? {
    self[(start ?? startIndex)...].firstRange(of: text)
  }
}
