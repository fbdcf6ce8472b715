import ArgumentParser
import Knowledge
import Services
import Vocabulary

/// One task in one state or several, with reasons.
struct TaskCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "task", abstract: "What the rule of a state says about a task, and why.")

  @Argument(help: "A task: venipuncture, vaccine, injection, …")
  var task: String

  @Option(name: .customLong("in"), parsing: .upToNextOption, help: "States: CA, us-ca or California.")
  var states: [String] = []

  @Flag(name: .long, help: "Exit with 1 unless every answer is met.")
  var require = false

  @OptionGroup var holder: HolderOptions
  @OptionGroup var options: QuestionOptions

  func validate() throws {
    if states.isEmpty { throw ValidationError("expected at least one state, like --in CA") }
  }

  func run() throws {
    try answering {
      let base = try options.base()
      let inquiry = try options.inquiry()
      let language = try options.language()
      let (evidence, words) = try holder.whom(base, inquiry)
      let wanted = try StateSubjects.task(task, base)
      let service = StateAnswers(base)
      let answers = try states.map { try StateSubjects.state($0, base) }.compactMap {
        try service.answer($0, wanted, evidence, inquiry)
      }
      if options.json {
        print(try JSON.text(answers.map { TaskReport($0, base, language) }))
      } else {
        let text = StateText(base, language, inquiry)
        print(answers.map { text.render($0, for: words) }.joined(separator: "\n\n"))
      }
      if require, !answers.allSatisfy({ $0.cell.standing == .listed }) { throw ExitCode(1) }
    }
  }
}
