import ArgumentParser
import Knowledge
import Rules
import Services
import Vocabulary

/// The reasons for one answer.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Why: the whole rule with the facts used, their sources and their dates.")

  @Argument(help: "A person file (YAML or JSON), or - for standard input.")
  var person: String

  @Argument(help: "A credential, a rule, or a part of one.")
  var subject: String

  @Flag(name: .long, help: "Also the smallest changes that would make it met, each proved by asking again.")
  var flip = false

  @OptionGroup var options: QuestionOptions

  func run() throws {
    try answering {
      let inquiry = try options.inquiry()
      let language = try options.language()
      let text = try PersonText(person)
      let (base, file, answer) = try options.answer(naming: [subject, text.text]) { base in
        let file = try text.read(base, today: inquiry.asOf)
        return (base, file, try Subjects.determine(subject, base, file.evidence, inquiry))
      }
      let flips = flip ? try Assessor(base).flips(answer.address, file.evidence, inquiry) : nil
      if options.json {
        print(
          try JSON.text(
            DeterminationReport(
              answer, edition: base.edition, language: language, interval: inquiry.through, explain: true,
              flips: flips.map { FlipReport($0, base, language, asOf: inquiry.asOf) })))
        return
      }
      print(CheckText(base, language, inquiry).render(file, [answer]))
      if let explanation = answer.explanation {
        print("")
        print(ExplanationText(language, asOf: inquiry.asOf).render(explanation))
      }
      if let flips {
        print("")
        print(FlipText(base, language, asOf: inquiry.asOf).render(flips))
      }
    }
  }
}
