import ArgumentParser
import Knowledge
import Services
import Vocabulary

/// What a medical assistant does.
struct DutiesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "duties", abstract: "What a medical assistant does, with skills, exam areas and state rules.")

  @Option(name: .long, help: "Only one side: clinical or administrative.")
  var side: String?

  @Option(name: .long, help: "Only duties for a condition, like diabetes.")
  var condition: String?

  @OptionGroup var options: QuestionOptions

  func run() throws {
    try answering {
      let base = try options.base()
      let language = try options.language()
      var duties = base.shelf.duties.duties
      if let side {
        guard let found = Duty.Side(rawValue: side) else {
          throw ValidationError("expected clinical or administrative for --side, found '\(side)'")
        }
        duties = base.shelf.duties.duties(on: found)
      }
      if let condition {
        guard base.shelf.duties.condition(condition) != nil else {
          let known = base.shelf.duties.conditions.map(\.id).joined(separator: ", ")
          throw BadInput("unknown condition '\(condition)'; known here: \(known)")
        }
        duties = duties.filter { $0.conditions.contains(condition) }
      }
      if options.json {
        print(try JSON.text(DutiesReport(duties, base, language)))
      } else {
        print(DutyText(base, language).render(duties))
      }
    }
  }
}
