import ArgumentParser
import Foundation

/// The command line.
struct Fobwatch: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fobwatch",
    abstract: "Which medical assistant certification, by which route, by when, and who says so.",
    discussion: """
      Answers report published rules; they are not legal advice, and the certifying body decides.
      Exit status: 0 answered; 1 answered "no" under --require; 2 usage; 3 bad input.
      """,
    version: Version.text,
    subcommands: [
      CheckCommand.self, ExplainCommand.self, CompareCommand.self, LifeCommand.self, PlanCommand.self,
      RosterCommand.self, EducationCommand.self,
      CredentialsCommand.self, StatesCommand.self, StateCommand.self, TaskCommand.self, TasksCommand.self,
      StatisticsCommand.self,
      ProgramsCommand.self,
      RulesCommand.self,
      ServeCommand.self, SearchCommand.self, DutiesCommand.self, LogCommand.self, BackupCommand.self,
      RestoreCommand.self, AdminCommand.self, JobsCommand.self, IntakeCommand.self, RemindCommand.self,
    ])
}

enum Version {
  static let text = "0.1.0"
}

/// Runs the command and says how it went: 2 for wrong usage, otherwise as the command says.
@main
enum Main {
  static func main() async {
    do {
      var command = try Fobwatch.parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      guard Fobwatch.exitCode(for: error) == .validationFailure else { Fobwatch.exit(withError: error) }
      FileHandle.standardError.write(Data((Fobwatch.fullMessage(for: error) + "\n").utf8))
      exit(2)
    }
  }
}
