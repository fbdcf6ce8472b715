import ArgumentParser
import Knowledge
import Rules
import Services
import Vocabulary

/// Which answers about given people another edition changes.
struct RulesImpactCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "impact", abstract: "Which answers about the given people another folder of packs changes.")

  @Argument(help: "Person files (YAML or JSON).")
  var people: [String]

  @Option(name: .customLong("new"), help: "The folder of packs to compare with those in use.")
  var new: String

  @OptionGroup var options: QuestionOptions

  func run() throws {
    try answering {
      let old = try options.base()
      let other = try Composition.knowledge(new)
      let inquiry = try options.inquiry()
      let files = try people.map { path in
        let file = try Composition.person(path, old, today: inquiry.asOf)
        return (name: file.name ?? path, evidence: file.evidence)
      }
      let changes = try EditionImpact.changes(files, from: old, to: other, inquiry)
      print(EditionImpact.text(changes, try options.language()))
    }
  }
}
