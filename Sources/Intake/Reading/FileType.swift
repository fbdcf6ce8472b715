/// What a file is, by its first bytes. Its name and what a browser says of it play no part.
enum FileType: Hashable {
  case jpeg, png, heic, pdf

  /// nil: it is none of these.
  init?(_ file: [UInt8]) {
    if file.starts(with: [0xFF, 0xD8, 0xFF]) {
      self = .jpeg
    } else if file.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
      self = .png
    } else if file.starts(with: Array("%PDF-".utf8)) {
      self = .pdf
    } else if file.count > 12, Array(file[4..<8]) == Array("ftyp".utf8),
      Self.brands.contains(String(decoding: file[8..<12], as: UTF8.self))
    {
      self = .heic
    } else {
      return nil
    }
  }

  /// Files of HEVC pictures, as phones write them (ISO/IEC 23008-12, annex B).
  private static let brands: Set<String> = ["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1"]
}

/// Whether a PDF is something else, too, for a reader that looks for it.
enum SecondType {
  /// As much of the beginning as browsers look at, and as much of the end as readers of archives do.
  private static let head = 4_096
  private static let tail = 66_000

  static func isIn(_ file: [UInt8]) -> Bool {
    let beginning = file.prefix(head).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    let marks = ["<html", "<!doctype", "<script", "<svg", "<iframe", "<body"]
    if marks.contains(where: { contains(beginning, Array($0.utf8)) }) { return true }
    return contains(Array(file.suffix(tail)), [0x50, 0x4B, 0x05, 0x06])
  }

  private static func contains(_ bytes: [UInt8], _ run: [UInt8]) -> Bool {
    guard let first = run.first, bytes.count >= run.count else { return false }
    for start in 0...(bytes.count - run.count) where bytes[start] == first {
      if bytes[start..<(start + run.count)].elementsEqual(run) { return true }
    }
    return false
  }
}
