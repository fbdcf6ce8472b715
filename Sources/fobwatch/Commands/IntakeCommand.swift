import ArgumentParser
import Foundation
import Intake
import Services

/// Reads one photo or PDF for the server, which starts this itself.
struct IntakeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "intake", abstract: "Read one photo or PDF for the server, from standard input.", shouldDisplay: false)

  @Flag(name: .long, help: "Say what this process can no longer do when it reads.")
  var check = false

  func run() throws {
    guard check else { throw ExitCode(IntakeWorker.run(largest: PaperLimits().largest)) }
    let found = IntakeWorker.check()
    print(found.lines.joined(separator: "\n"))
    throw ExitCode(found.holds ? 0 : 1)
  }
}
