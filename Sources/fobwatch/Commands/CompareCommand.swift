import ArgumentParser
import Knowledge
import Rules
import Services
import Vocabulary

/// The chooser: the four credentials side by side for one person.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare", abstract: "The credentials side by side: eligible when, by which route, at what cost.")

  @Argument(help: "A person file (YAML or JSON), or - for standard input.")
  var person: String

  @Flag(name: .long, help: "Also the credentials that are known only in part.")
  var all = false

  @OptionGroup var options: QuestionOptions

  func run() throws {
    try answering {
      let inquiry = try options.inquiry()
      let language = try options.language()
      let text = try PersonText(person)
      let (base, comparisons) = try options.answer(naming: [text.text]) { base in
        let file = try text.read(base, today: inquiry.asOf)
        return (base, try Comparer(base).compare(file.evidence, inquiry, onlyComplete: !all))
      }
      if options.json {
        print(try JSON.text(comparisons.map { ComparisonReport($0, edition: base.edition, language) }))
      } else {
        print(CompareText(language, inquiry).render(comparisons))
      }
    }
  }
}
