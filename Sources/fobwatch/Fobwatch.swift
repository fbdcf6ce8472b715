import ArgumentParser

/// The command line.
@main
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
      CheckCommand.self, ExplainCommand.self, PlanCommand.self, CredentialsCommand.self, RulesCommand.self,
    ])
}

enum Version {
  static let text = "0.1.0"
}
