import ArgumentParser
import Foundation
import Knowledge
import Rules
import Services
import Vocabulary

/// For those who keep the packs.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "Check, show, test, compare and adopt the packs.",
    subcommands: [
      RulesLintCommand.self, RulesCasesCommand.self, RulesShowCommand.self, RulesCoverageCommand.self,
      RulesDiffCommand.self, RulesImpactCommand.self, RulesConfirmCommand.self, RulesAdoptCommand.self,
    ])
}

/// Every fault of a folder of packs, with its place.
struct RulesLintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint", abstract: "Every fault of a folder of packs, with file, line and column.")

  @Argument(help: "The folder (default: knowledge).")
  var folder = "knowledge"

  func run() throws {
    try answering {
      let result: EditionCheck.Result
      do {
        result = try EditionCheck.check(folder)
      } catch {
        throw BadInput("\(error)")
      }
      for fault in result.faults { print(fault) }
      let base = result.base
      let counts = "\(base.book.rules.count) rules, \(base.values.count) values, \(base.cases.count) cases"
      let summary = "\(counts): \(result.faults.count) faults"
      FileHandle.standardError.write(Data((summary + "\n").utf8))
      if !result.faults.isEmpty { throw ExitCode(1) }
    }
  }
}

/// A rule as it stands.
struct RulesShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "A rule with its versions and sources.")

  @Argument(help: "A rule, like aama/cma/eligibility.")
  var rule: String

  @OptionGroup var options: QuestionOptions

  func run() throws {
    try answering {
      let base = try options.base()
      guard base.book.rule(rule) != nil else { throw BadInput("no rule is called '\(rule)'") }
      print(RuleText(base, try options.language()).render(rule))
    }
  }
}
