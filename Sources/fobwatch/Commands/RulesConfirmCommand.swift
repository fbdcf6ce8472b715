import ArgumentParser
import Knowledge
import Services
import Vocabulary

/// Records that somebody opened the live sources of a rule and found them unchanged.
struct RulesConfirmCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "confirm", abstract: "Record that the live sources of a rule were opened and say what the pack says.",
    discussion: "For 180 days the newest version of the rule is then dated to those days, no longer presumed.")

  @Argument(help: "A rule, like aama/cma/eligibility.")
  var rule: String

  @Option(name: .long, help: "The day the sources were opened.")
  var on: String

  @Option(name: .long, help: "Who opened them.")
  var by: String

  @Option(name: .long, help: "The data folder of the installation.")
  var data: String

  @Option(name: .long, help: "A folder of packs in place of those in use.")
  var knowledge: String?

  @Option(name: .long, help: "Time zone that decides today, like America/Chicago.")
  var zone: String?

  func run() throws {
    try answering {
      guard let day = CivilDate(on) else { throw BadInput("expected a day like 2026-11-22 for --on, found '\(on)'") }
      let confirmation = Confirmation(rule: rule, on: day, by: by)
      let base = try Composition.knowledge(knowledge, data: data)
      let today = try Composition.today(in: zone)
      try Composition.editing { try ConfirmationStore(data: data).add(confirmation, base: base, today: today) }
      print("\(rule): confirmed on \(day) by \(by), good through \(confirmation.days.last)")
    }
  }
}
