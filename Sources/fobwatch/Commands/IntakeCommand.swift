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

  @Flag(name: .long, help: "Keep the file as it is when it is one that was made here before.")
  var again = false

  func run() throws {
    guard check else {
      let limits = PaperLimits()
      throw ExitCode(IntakeWorker.run(largest: again ? limits.largestKept : limits.largest, isAgain: again))
    }
    let found = IntakeWorker.check()
    print(found.lines.joined(separator: "\n"))
    throw ExitCode(found.holds ? 0 : 1)
  }
}
