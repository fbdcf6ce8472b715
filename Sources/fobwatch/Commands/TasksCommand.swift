import ArgumentParser
import Knowledge
import Services
import Vocabulary

/// What can be asked about a state.
struct TasksCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tasks", abstract: "The tasks that the rules of states speak of.")

  @OptionGroup var options: QuestionOptions

  func run() throws {
    try answering {
      let base = try options.base()
      let language = try options.language()
      if options.json { return print(try JSON.text(TasksReport(base, language))) }
      for task in base.tasks { print("\(task.id)  \(task.name[language]): \(task.detail[language])") }
    }
  }
}
