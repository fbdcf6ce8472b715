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
      preview: try JPEGCodec.file(kept.shrunk(to: PaperSizes.longestPreview), quality: previewQuality))
  }
}
