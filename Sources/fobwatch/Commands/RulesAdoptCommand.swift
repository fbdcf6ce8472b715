import ArgumentParser
import Knowledge
import Services
import Vocabulary

/// Decides which edition of the packs an installation uses.
struct RulesAdoptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "adopt", abstract: "Use a folder of packs from now on, or go back to the edition before.",
    discussion: """
      The packs are copied into the data folder. A folder with faults, or with a worked example that does not hold, is \
      refused and nothing changes.
      """)

  @Argument(help: "The folder of packs.")
  var folder: String?

  @Flag(name: .long, help: "Go back to the edition that was in use before.")
  var rollback = false

  @Option(name: .long, help: "Who decides.")
  var by: String

  @Option(name: .long, help: "The data folder of the installation.")
  var data: String

  @Option(name: .long, help: "Time zone that decides today, like America/Chicago.")
  var zone: String?

  func validate() throws {
    if rollback == (folder != nil) { throw ValidationError("expected a folder of packs, or --rollback") }
  }

  func run() throws {
    try answering {
      let today = try Composition.today(in: zone)
      let installation = Installation(data: data)
      try Composition.editing {
        if let folder {
          print("In use: edition \(try installation.adopt(folder, on: today, by: by).edition)")
        } else if let before = try installation.rollBack(on: today, by: by) {
          print("In use: edition \(before.edition), adopted on \(before.on) by \(before.by)")
        } else {
          print("In use: the edition in the program")
        }
      }
    }
  }
}
