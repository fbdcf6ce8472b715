import ArgumentParser
import Foundation
import Knowledge
import Services

/// What became of every research row.
struct RulesCoverageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage", abstract: "What became of every research row: the text of docs/reference/coverage.md.")

  @Argument(help: "The folder of packs (default: knowledge).")
  var folder = "knowledge"

  @Option(name: .shortAndLong, help: "Write to this file instead of standard output.")
  var output: String?

  func run() throws {
    try answering {
      let result: EditionCheck.Result
      do {
        result = try EditionCheck.check(folder)
        let text = CoverageText.render(result.base.coverage, RowCitations(documents: result.documents))
        if let output {
          try Data(text.utf8).write(to: URL(filePath: output), options: .atomic)
        } else {
          print(text, terminator: "")
        }
      } catch {
        throw BadInput("\(error)")
      }
    }
  }
}
