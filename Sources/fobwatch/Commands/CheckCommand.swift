import ArgumentParser
import Knowledge
import Rules
import Services
import Vocabulary

/// Verdicts for a person: every credential, or the ones named.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "What the rules say about a person, for each credential or the rules named.")

  @Argument(help: "A person file (YAML or JSON), or - for standard input.")
  var person: String

  @Option(
    name: .customLong("for"), parsing: .upToNextOption,
    help: "Credentials, rules or parts of rules (aama/cma, aama/cma/eligibility#category-4).")
  var subjects: [String] = []

  @Flag(name: .long, help: "Exit with 1 unless every answer is met.")
  var require = false

  @OptionGroup var options: QuestionOptions

  func run() throws {
    try answering {
      let inquiry = try options.inquiry()
      let language = try options.language()
      let text = try PersonText(person)
      let (base, file, answers) = try options.answer(naming: subjects + [text.text]) { base in
        let file = try text.read(base, today: inquiry.asOf)
        return (base, file, try Subjects.determine(subjects, base, file.evidence, inquiry))
      }
      if options.json {
        print(
          try JSON.text(
            answers.map {
              DeterminationReport(
                $0, edition: base.edition, language: language, interval: inquiry.through, explain: false)
            }))
      } else {
        print(CheckText(base, language, inquiry).render(file, answers))
      }
      if require, !answers.allSatisfy({ CheckText.isMet($0, inquiry) }) { throw ExitCode(1) }
    }
  }
}
