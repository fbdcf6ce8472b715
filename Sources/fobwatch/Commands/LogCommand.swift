import ArgumentParser
import Foundation
import Services
import Storage
import Vocabulary

/// The log of everything that was written.
struct LogCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log", abstract: "Sign the log's checkpoints, and find out whether it was changed.",
    discussion: """
      Everything that is written becomes an entry of a log that only grows. A checkpoint that lies elsewhere shows later \
      whether anything before it was changed, moved or removed.
      """,
    subcommands: [LogCheckpointCommand.self, LogVerifyCommand.self])
}

/// Text for a terminal, or JSON.
struct FormOptions: ParsableArguments {
  @Option(name: .long, help: "en or es (default: from LANG).")
  var lang: String?

  @Flag(name: .long, help: "JSON for programs.")
  var json = false

  func language() throws -> Language {
    guard let lang else {
      return ProcessInfo.processInfo.environment["LANG"]?.hasPrefix("es") == true ? .spanish : .english
    }
    guard let language = Language(rawValue: lang) else {
      throw ValidationError("expected en or es for --lang, found '\(lang)'")
    }
    return language
  }
}

/// Signs what the log says now.
struct LogCheckpointCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "checkpoint", abstract: "Sign what the log says now, to keep elsewhere.",
    discussion: "Keep it where nobody who runs the server can change it. Nothing it says is about anybody.")

  @Flag(name: .long, help: "A page to print: with what to do with it, and the root to type.")
  var print = false

  @Option(name: .long, help: "Write it to this file.")
  var output: String?

  @Option(name: .long, help: "Time zone that decides today, like America/Chicago.")
  var zone: String?

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var form: FormOptions

  func run() async throws {
    try await answering {
      let language = try form.language()
      let today = try Composition.today(in: zone)
      let checkpoint = try await database.withDatabase { try await $0.checkpoints.sign(at: Composition.now()) }
      let text =
        form.json
        ? try JSON.text(Answer(size: checkpoint.size, note: checkpoint.note)) + "\n"
        : print ? try CheckpointText(language).render(checkpoint, on: today) : checkpoint.note
      guard let output else {
        FileHandle.standardOutput.write(Data(text.utf8))
        return
      }
      do {
        try Data(text.utf8).write(to: URL(filePath: output), options: .atomic)
      } catch {
        throw BadInput("\(output): cannot be written: check the folder and its permissions")
      }
    }
  }

  private struct Answer: Encodable {
    let size: Int
    let note: String
  }
}
