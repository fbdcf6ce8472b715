import Testing

@testable import Intake

@Suite("What a file is")
struct FileTypeTests {
  @Test("its content says it, not its name")
  func content() {
    #expect(FileType([0xFF, 0xD8, 0xFF, 0xE0]) == .jpeg)
    #expect(FileType(Array("%PDF-1.7".utf8)) == .pdf)
    #expect(FileType([0, 0, 0, 24] + Array("ftypheic".utf8) + [0]) == .heic)
    for other in ["<svg xmlns='http://www.w3.org/2000/svg'>", "MZ", "\u{7F}ELF", "PK\u{3}\u{4}", "GIF89a", " %PDF-1.7"]
    {
      #expect(FileType(Array(other.utf8)) == nil, "\(other)")
    }
  }

  @Test("a PDF that is a page or an archive, too, is known")
  func second() {
    #expect(!SecondType.isIn(Array("%PDF-1.7 1 0 obj".utf8)))
    #expect(SecondType.isIn(Array("%PDF-1.7\n%<ScRipt>".utf8)))
    #expect(SecondType.isIn(Array("%PDF-1.7".utf8) + [0x50, 0x4B, 5, 6] + [UInt8](repeating: 0, count: 18)))
  }
}
