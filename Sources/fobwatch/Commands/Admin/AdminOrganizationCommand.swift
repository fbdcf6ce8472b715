import ArgumentParser
import Services
import Vocabulary

/// Organizations.
struct AdminOrganizationCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "organization", abstract: "Schools, agencies, employers.",
    subcommands: [Create.self, List.self])

  private struct Answer: Encodable {
    let id: String
    let name: String
    let kind: String

    init(_ organization: Organization) {
      (id, name, kind) = (organization.id.text, organization.name, organization.kind.rawValue)
    }

    var line: String { "\(id)  \(kind)  \(name)" }
  }

  /// Makes one.
  struct Create: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "create", abstract: "Make an organization.")

    @Argument(help: "What people call it; 200 characters at most.")
    var name: String

    @Option(name: .long, help: "school, agency or employer.")
    var kind: String

    @OptionGroup var options: AdminOptions

    func run() async throws {
      try await answering {
        guard let kind = Organization.Kind(rawValue: kind) else {
          let known = Organization.Kind.allCases.map(\.rawValue).joined(separator: ", ")
          throw BadInput("expected one of \(known) for --kind, found '\(kind)'")
        }
        try await options.withDesk { desk in
          let made = try await Organizations(desk.accounts).create(name: name, kind: kind, by: .machine, at: desk.now)
          guard let made else {
            throw desk.bad("A name has 1 to 200 characters.", "Un nombre tiene de 1 a 200 caracteres.")
          }
          let answer = Answer(made)
          try desk.say(Phrase(answer.line, answer.line), answer)
        }
      }
    }
  }

  /// Lists them.
  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "All organizations.")

    @OptionGroup var options: AdminOptions

    func run() async throws {
      try await answering {
        try await options.withDesk { desk in
          let answers = try await desk.allOrganizations().map(Answer.init)
          let text = answers.map(\.line).joined(separator: "\n")
          try desk.say(
            answers.isEmpty ? Phrase("There is no organization.", "No hay ninguna organización.") : Phrase(text, text),
            answers)
        }
      }
    }
  }
}
