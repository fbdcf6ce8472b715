import ArgumentParser
import Knowledge
import Services
import Vocabulary

/// Every state by task.
struct StatesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "states", abstract: "What the rules of all states say about tasks, side by side.")

  @Option(name: .long, parsing: .upToNextOption, help: "Tasks (default: the most asked).")
  var task: [String] = []

  @Flag(name: .long, help: "As a document: a table for each task, with the words of the rule and their source.")
  var table = false

  @OptionGroup var holder: HolderOptions
  @OptionGroup var options: QuestionOptions

  func run() throws {
    try answering {
      let base = try options.base()
      let inquiry = try options.inquiry()
      let language = try options.language()
      let (evidence, words) = try holder.whom(base, inquiry)
      let tasks = try task.isEmpty ? base.tasks.filter(\.isMostAsked) : task.map { try StateSubjects.task($0, base) }
      if table {
        if holder.person != nil { throw ValidationError("expected --with beside --table: a document names nobody") }
        return print(
          StateTable(base).markdown(tasks, try holder.assumed(base), inquiry), terminator: "")
      }
      let grid = StateAnswers(base).grid(tasks, evidence, asOf: inquiry.asOf, on: inquiry.day)
      if options.json {
        print(try JSON.text(StatesReport(grid, base, inquiry, for: words, language)))
      } else {
        print(StateText(base, language, inquiry).render(grid, tasks, for: words))
      }
    }
  }
}
