import Documents
import Foundation
import Knowledge
import Services
import Testing

@Suite("The packs of this repository")
struct RepositoryTests {
  private static let root = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  @Test("docs/reference/coverage.md is what `fobwatch rules coverage` prints")
  func coverage() throws {
    let result = try EditionCheck.check(RepositoryTests.root.appending(path: "knowledge").path)
    let text = CoverageText.render(result.base.coverage, RowCitations(documents: result.documents))
    let page = RepositoryTests.root.appending(path: "docs/reference/coverage.md")
    let committed = try String(contentsOf: page, encoding: .utf8)
    #expect(committed == text, "run `fobwatch rules coverage --output docs/reference/coverage.md`")
  }

  @Test("every row has a fate of its own")
  func fates() throws {
    let result = try EditionCheck.check(RepositoryTests.root.appending(path: "knowledge").path)
    let files = RowCitations(documents: result.documents).files
    #expect(result.base.coverage.count > 200)
    #expect(result.base.coverage.allSatisfy { CoverageText.fate(of: $0, files: files[$0.id] ?? []) != .unaccounted })
  }

  @Test("every fault of the packs is mended")
  func faults() throws {
    let result = try EditionCheck.check(RepositoryTests.root.appending(path: "knowledge").path, runningCases: true)
    #expect(result.faults.map(\.description) == [])
  }
}
