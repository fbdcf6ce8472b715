import ArgumentParser
import Foundation
import Services
import Storage
import Vocabulary

/// Work that waits, runs, or was given up.
struct JobsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "jobs", abstract: "What the server does beside the pages: mails, checkpoints, tidying.",
    subcommands: [List.self, Show.self, Retry.self], defaultSubcommand: List.self)

  /// A job as it is shown.
  private struct Answer: Encodable {
    let id: Int64
    let kind: String
    let key: String
    let state: String
    let attempts: Int
    let due: String
    let changed: String
    let reason: String?

    init(_ job: JobListing) {
      (id, kind, key, state) = (job.id, job.kind.name, job.key, job.state.rawValue)
      (attempts, reason) = (job.attempts, job.lastError)
      (due, changed) = (Self.text(job.dueAt), Self.text(job.changedAt))
    }

    private static func text(_ time: Instant) -> String {
      Date(timeIntervalSince1970: Double(time.microseconds) / 1_000_000).formatted(.iso8601)
    }

    var line: String {
      "\(id)  \(state)  \(kind)  \(attempts)  \(due)" + (reason.map { "  \($0)" } ?? "")
    }

    func lines(_ language: Language) -> String {
      let rows: [(Phrase, String)] = [
        (Phrase("job", "tarea"), "\(id)"), (Phrase("kind", "tipo"), kind), (Phrase("key", "clave"), key),
        (Phrase("state", "estado"), state), (Phrase("tries", "intentos"), "\(attempts)"),
        (Phrase("due", "prevista"), due), (Phrase("changed", "cambió"), changed),
        (Phrase("reason", "motivo"), reason ?? "-"),
      ]
      return rows.map { "\($0[language]): \($1)" }.joined(separator: "\n")
    }
  }

  private static func all(_ store: SQLJobStore, _ state: JobState?, most: Int) async throws -> [JobListing] {
    var jobs: [JobListing] = []
    for state in state.map({ [$0] }) ?? JobState.allCases { jobs += try await store.listing(state, limit: most) }
    return jobs
  }

  /// Lists them.
  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "Number, state, kind, tries, when it is due, why it failed last.")

    @Option(name: .long, help: "Only waiting, running, done or failed.")
    var state: String?
    @Option(name: .long, help: "So many of each state at most.")
    var most = 100
    @OptionGroup var database: DatabaseOptions
    @OptionGroup var form: FormOptions

    func run() async throws {
      try await answering {
        let language = try form.language()
        let wanted = try state.map { text in
          guard let state = JobState(rawValue: text) else {
            throw BadInput("expected waiting, running, done or failed for --state, found '\(text)'")
          }
          return state
        }
        guard (1...100_000).contains(most) else { throw BadInput("expected 1 to 100000 for --most, found \(most)") }
        let answers = try await database.withDatabase { sealed in
          try await JobsCommand.all(SQLJobStore(sealed.engine), wanted, most: most).map(Answer.init)
        }
        let none = Phrase("There are no jobs.", "No hay tareas.")[language]
        print(
          form.json
            ? try JSON.text(answers) : answers.isEmpty ? none : answers.map(\.line).joined(separator: "\n"))
      }
    }
  }

  /// Shows one.
  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "Everything about one job.")

    @Argument(help: "Its number.")
    var number: Int64
    @OptionGroup var database: DatabaseOptions
    @OptionGroup var form: FormOptions

    func run() async throws {
      try await answering {
        let language = try form.language()
        let found = try await database.withDatabase { sealed in
          try await JobsCommand.all(SQLJobStore(sealed.engine), nil, most: 100_000).first { $0.id == number }
        }
        guard let answer = found.map(Answer.init) else {
          throw BadInput(Phrase("There is no job \(number).", "No hay ninguna tarea \(number).")[language])
        }
        print(form.json ? try JSON.text(answer) : answer.lines(language))
      }
    }
  }

  /// Has one tried again.
  struct Retry: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "retry", abstract: "Have a job tried again that was given up.")

    @Argument(help: "Its number.")
    var number: Int64
    @OptionGroup var database: DatabaseOptions
    @OptionGroup var form: FormOptions

    func run() async throws {
      try await answering {
        let language = try form.language()
        let isFound = try await database.withDatabase { sealed in
          try await SQLJobStore(sealed.engine).tryAgain(number, at: Composition.now())
        }
        guard isFound else {
          throw BadInput(
            Phrase("No job \(number) was given up.", "Ninguna tarea \(number) fue abandonada.")[language])
        }
        print(form.json ? "{\"done\": true}" : Phrase("It is tried again.", "Se intenta otra vez.")[language])
      }
    }
  }
}
