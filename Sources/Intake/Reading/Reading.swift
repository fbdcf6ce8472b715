public import Services

/// Makes of a file what is kept. Whoever calls this has given up what a harmful file could misuse: see `IntakeWorker`.
public enum Reading {
  /// Of JPEG, 1 to 100: letters stay sharp.
  private static let quality: Int32 = 88
  private static let previewQuality: Int32 = 78

  /// - Throws: `PaperRefusal`.
  public static func take(_ file: [UInt8]) throws(PaperRefusal) -> TakenFile {
    guard !file.isEmpty else { throw .empty }
    guard let type = FileType(file) else { throw .otherType }
    let picture: Picture
    switch type {
    case .jpeg: picture = try JPEGCodec.picture(file)
    case .png: picture = try PNGReader.picture(file)
    case .heic: picture = try HEICReader.picture(file)
    case .pdf:
      let (pages, content) = try PDFReader.read(file)
      return TakenFile(form: .document(pages: pages), content: content, preview: [])
    }
    let kept = picture.shrunk(to: PaperSizes.longestKept)
    return TakenFile(
      form: .photo(width: kept.width, height: kept.height), content: try JPEGCodec.file(kept, quality: quality),
      preview: try preview(of: kept))
  }

  /// The same of a file that is to be one that was made here before: kept as it is when making it anew without loss gives the same
  /// bytes.
  ///
  /// - Throws: `PaperRefusal`.
  public static func again(_ file: [UInt8]) throws(PaperRefusal) -> TakenFile {
    if let picture = JPEGCodec.asKept(file) {
      return TakenFile(
        form: .photo(width: picture.width, height: picture.height), content: file, preview: try preview(of: picture))
    }
    if let pages = PhotoPages.pages(of: file), let preview = try preview(of: pages) {
      return TakenFile(form: .document(pages: pages.count), content: file, preview: preview)
    }
    return try take(file)
  }

  private static func preview(of picture: Picture) throws(PaperRefusal) -> [UInt8] {
    try JPEGCodec.file(picture.shrunk(to: PaperSizes.longestPreview), quality: previewQuality)
  }

  /// The preview of the first photo; nil when one of them is none that was made here.
  private static func preview(of pages: [PhotoPages.Page]) throws(PaperRefusal) -> [UInt8]? {
    var first: Picture?
    for page in pages {
      guard let picture = JPEGCodec.asKept(page.jpeg), picture.width == page.width, picture.height == page.height else {
        return nil
      }
      first = first ?? picture
    }
    guard let first else { return nil }
    return try preview(of: first)
  }
}
