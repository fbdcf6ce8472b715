import ArgumentParser
import Knowledge
import Services
import Vocabulary

/// One state: what it says by topic and by task.
struct StateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "state", abstract: "What the rules of one state say, by topic and by task.")

  @Argument(help: "A state: WA, us-wa or Washington.")
  var state: String

  @OptionGroup var holder: HolderOptions
  @OptionGroup var options: QuestionOptions

  func run() throws {
    try answering {
      let base = try options.base()
      let inquiry = try options.inquiry()
      let language = try options.language()
      let jurisdiction = try StateSubjects.state(state, base)
      let (evidence, words) = try holder.whom(base, inquiry)
      let answers = StateAnswers(base)
      let topics = answers.topics(jurisdiction, on: inquiry.day)
      let cells = answers.cells(jurisdiction, base.tasks, evidence, asOf: inquiry.asOf, on: inquiry.day)
      if options.json {
        print(
          try JSON.text(
            StateReport(jurisdiction, topics: topics, cells: cells, base, inquiry, for: words, language)))
      } else {
        print(
          StateText(base, language, inquiry).render(jurisdiction, topics: topics, cells: cells, for: words))
      }
    }
  }
}
