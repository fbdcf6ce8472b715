/// The name that a file had on somebody's device. Only its ending is looked at; it goes into no path and no header.
struct FileName: Sendable, Hashable {
  /// In small letters, without the dot; empty when there is none.
  let ending: String

  /// Reads the line `Content-Disposition` of a part of a form; nil when the part is no file, or none was picked.
  init?(disposition line: some StringProtocol) {
    let text = String(line)
    guard let place = text.firstRange(of: "filename=") else { return nil }
    let name = text[place.upperBound...].filter { $0 != "\"" }
    guard !name.isEmpty else { return nil }
    ending = name.lastIndex(of: ".").map { name[$0...].dropFirst().lowercased() } ?? ""
  }

  /// Whether the ending is that of a sheet, and the content begins as such a sheet does: a workbook is a zip archive,
  /// a text is none.
  func isSheet(_ content: [UInt8]) -> Bool {
    let isArchive = content.starts(with: [0x50, 0x4B])
    switch ending {
    case "xlsx": return isArchive
    case "csv", "txt": return !isArchive
    default: return false
    }
  }
}
