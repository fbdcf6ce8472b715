import Foundation
import Services
import Testing
import Vocabulary

@Suite("The list of programs")
struct ProgramTableTests {
  @Test("the list in the repository reads, writes the same, and stays small")
  func repository() throws {
    #expect(ProgramTable.text(ProgramFixture.directory) == ProgramFixture.text)
    #expect(ProgramFixture.text.utf8.count < 300_000)
    #expect(ProgramFixture.directory.programs.count > 200)
  }

  @Test("a table that is cut or changed is refused with the line")
  func refused() {
    let text = ProgramFixture.text
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for length in [0, 1, 30, 200, text.count / 2, text.count - 1] {
      #expect(throws: ProgramTableError.self) { try ProgramTable.read(String(text.prefix(length))) }
    }
    func changed(_ line: Int, _ change: (String) -> String) -> ProgramTableError? {
      var own = lines
      own[line - 1] = change(own[line - 1])
      do throws(ProgramTableError) { _ = try ProgramTable.read(own.joined(separator: "\n")) } catch { return error }
      return nil
    }
    #expect(changed(1) { _ in "# Fobwatch programs 2" }?.line == 1)
    #expect(changed(4) { $0 + "x" }?.line == 4)
    #expect(changed(9) { $0.replacing("\tabhes\t", with: "\tcaahep\t") }?.column == 6)
    #expect(changed(9) { $0.replacing("..", with: ".") }?.column == 8)
    #expect(changed(9) { $0.replacing("dapip-", with: "a-") }?.column == 1)
    #expect(changed(20) { _ in "" } != nil)
  }

  @Test("an imported list is read back, and a damaged one is told of")
  func store() throws {
    let data = FileManager.default.temporaryDirectory.appending(path: "fobwatch-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: data) }
    let store = ProgramStore(data: data)
    #expect(try store.imported() == nil)
    try store.use(ProgramFixture.directory)
    #expect(try store.imported() == ProgramFixture.directory)
    let file = URL(filePath: data + "/programs.tsv")
    try Data(contentsOf: file).dropLast(5).write(to: file)
    #expect(throws: ProgramStoreError.self) { _ = try store.imported() }
  }

  @Test("a shelf reads once, when it is first asked")
  func shelf() {
    let shelf = ProgramShelf { ProgramFixture.directory }
    #expect(shelf.directory == ProgramFixture.directory)
    #expect(ProgramShelf().directory == nil)
  }

  @Test("words find schools and cities in any order, with a letter wrong in longer ones")
  func search() {
    func found(_ text: String, _ state: String? = nil) -> [String] {
      ProgramSearch(text: text, state: state).results(in: ProgramFixture.directory).map(\.school)
    }
    #expect(found("carrington tucson") == ["Carrington College - Tucson"])
    #expect(found("tuscon CARINGTON") == ["Carrington College - Tucson"])
    #expect(found("", "AZ").count == 7)
    #expect(found("carrington", "AZ").allSatisfy { $0.hasPrefix("Carrington") })
    #expect(found("zzzzzzzz").isEmpty && found("azx").isEmpty)
    #expect(found("").count == ProgramFixture.directory.programs.count)
    #expect(found(String(repeating: "x", count: 100_000)).isEmpty)
    #expect(found("85745") == ["Carrington College - Tucson"])
    #expect(found("85746").isEmpty)
  }
}
