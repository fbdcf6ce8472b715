import ArgumentParser
import Knowledge
import Rules
import Services
import Vocabulary

/// Where a person stands with a credential on every day.
struct LifeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "life", abstract: "A credential on every day: eligible, certified, due, late window, lapsed, closed.")

  @Argument(help: "A person file (YAML or JSON), or - for standard input.")
  var person: String

  @Argument(help: "A credential, like aama/cma.")
  var credential: String

  @OptionGroup var options: QuestionOptions

  func run() throws {
    try answering {
      let inquiry = try options.inquiry()
      let language = try options.language()
      let text = try PersonText(person)
      let life = try options.answer(naming: [credential, text.text]) { base in
        let file = try text.read(base, today: inquiry.asOf)
        guard let named = base.credential(credential) ?? base.credentials.first(where: { $0.mark == credential })
        else { throw BadInput("unknown credential '\(credential)': `fobwatch credentials` lists them") }
        guard let life = try Assessor(base).life(named, file.evidence, inquiry) else {
          throw BadInput("nothing is known about who can sit '\(credential)'")
        }
        return life
      }
      print(
        options.json
          ? try JSON.text(LifeReport(life, language)) : LifeText(language, asOf: inquiry.asOf).render(life))
    }
  }
}
