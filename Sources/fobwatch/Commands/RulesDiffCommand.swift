import ArgumentParser
import Knowledge
import Services
import Vocabulary

/// What changed between two folders of packs.
struct RulesDiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "What changed between two folders of packs: rules, versions, values, sources.")

  @Argument(help: "The older folder.")
  var old: String

  @Argument(help: "The newer folder.")
  var new: String

  @Option(name: .long, help: "en or es.")
  var lang = Language.english.rawValue

  func run() throws {
    try answering {
      guard let language = Language(rawValue: lang) else {
        throw ValidationError("expected en or es for --lang, found '\(lang)'")
      }
      print(try EditionDiff(from: parse(old), to: parse(new)).text(language))
    }
  }

  private func parse(_ folder: String) throws -> [(path: String, node: Node)] {
    do {
      let (documents, faults, _) = try KnowledgeLoader.parse(folder)
      if !faults.isEmpty { throw Faults(faults) }
      return documents
    } catch {
      throw BadInput("\(error)")
    }
  }
}
