import ArgumentParser
import Knowledge
import Services
import Vocabulary

/// One search over everything.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract:
      "Look for words in everything loaded: credentials, rules, states, duties, glossary, explainers, wages, programs, sources."
  )

  @Argument(help: "What to look for, in English or Spanish. Slips of the pen are forgiven.")
  var text: [String]

  @Option(name: .long, help: "At most so many hits.")
  var most = 12

  @OptionGroup var options: QuestionOptions

  func run() throws {
    try answering {
      guard (1...100).contains(most) else { throw ValidationError("expected 1 to 100 for --most, found \(most)") }
      let base = try options.base()
      let language = try options.language()
      let answer = SearchIndex(base, programs: try Composition.programs(data: options.data)).search(
        text.joined(separator: " "), most: most)
      if options.json {
        print(try JSON.text(SearchReport(answer, edition: base.edition, language)))
      } else {
        print(SearchText(language).render(answer))
      }
    }
  }
}
