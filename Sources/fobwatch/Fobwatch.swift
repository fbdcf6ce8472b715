import ArgumentParser

@main
struct Fobwatch: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "fobwatch")
}
