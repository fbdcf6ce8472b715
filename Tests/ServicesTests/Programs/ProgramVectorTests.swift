import Foundation
import Services
import Testing
import Vocabulary

/// The export as the Department published it, from the folder of vectors.
@Suite(
  "Programs of the published export",
  .enabled(if: ProgramFixture.vectors != nil, "Set FOBWATCH_VECTORS to the folder of published vectors"))
struct ProgramVectorTests {
  private static let names = ["InstituteCampuses", "AccreditationRecords", "AccreditationActions"]

  private func files() throws -> [ProgramImport.Input] {
    let folder = try #require(ProgramFixture.vectors).appending(path: "dapip")
    return try Self.names.map { name in
      let file = name + ".medical-assisting.csv"
      return ProgramImport.Input(name: file, data: try Data(contentsOf: folder.appending(path: file)))
    }
  }

  private func read(_ files: [ProgramImport.Input], inUse: ProgramDirectory? = nil) throws(ProgramImportError)
    -> ProgramDirectory
  {
    try ProgramImport.read(
      campuses: files[0], records: files[1], actions: files[2], inUse: inUse, today: Fixture.asOf)
  }

  @Test("the list in the program is what the import makes of it, byte for byte")
  func same() throws {
    let directory = try read(try files(), inUse: ProgramFixture.directory)
    #expect(ProgramTable.text(directory) == ProgramFixture.text)
    #expect(directory.programs.count == 282)
    #expect(directory.programs.map(\.accreditation.count).reduce(0, +) == 291)
    #expect(directory.programs.map(\.actions.count).reduce(0, +) == 71)
    #expect(directory.vintage == ProgramFixture.day("2020-10-05"))
  }

  @Test("cut anywhere, it is refused", arguments: 0..<3)
  func cut(file: Int) throws {
    let files = try files()
    var random = SplitMix64(state: UInt64(file) + 7)
    let rows = files[file].data.indices.filter { files[file].data[$0] == 10 }.map { $0 + 1 }.dropLast()
    let anywhere = (0..<40).map { _ in Int.random(in: 1..<files[file].data.count, using: &random) }
    for length in anywhere + Array(rows.suffix(25)) + [files[file].data.count - 1] {
      var cut = files
      cut[file] = .init(name: files[file].name, data: files[file].data.prefix(length))
      #expect(throws: ProgramImportError.self, "\(length)") { _ = try read(cut, inUse: ProgramFixture.directory) }
    }
  }

  @Test("in the wrong order, or another file in its place, it is refused in row 1")
  func wrong() throws {
    let files = try files()
    let folder = try #require(ProgramFixture.vectors).appending(path: "dapip")
    let other = ProgramImport.Input(
      name: "other.csv", data: try Data(contentsOf: folder.appending(path: "ipeds-cip-51.0801-completions.csv")))
    for wrong in [[files[1], files[0], files[2]], [files[0], files[2], files[1]], [other, files[1], files[2]]] {
      do throws(ProgramImportError) {
        _ = try read(wrong)
        Issue.record("taken")
      } catch {
        #expect(error.refusal.faults.first?.row == 1)
      }
    }
  }

  @Test("in another encoding it is refused with the row")
  func encoding() throws {
    var files = try files()
    let text = try #require(String(data: files[1].data, encoding: .utf8))
    let latin = try #require(text.data(using: .windowsCP1252))
    for data in [latin, try #require(String(data: latin, encoding: .isoLatin1)).data(using: .utf8) ?? Data()] {
      files[1] = .init(name: "r.csv", data: data)
      do throws(ProgramImportError) {
        _ = try read(files)
        Issue.record("taken")
      } catch {
        #expect(error.refusal.faults.first?.column == 5)
      }
    }
  }
}
