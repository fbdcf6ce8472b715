import ArgumentParser
import Services
import Vocabulary

/// Lists who has which role.
struct AdminRolesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "roles", abstract: "Who administers the installation, and who does what for which organization.")

  @OptionGroup var options: AdminOptions

  func run() async throws {
    try await answering {
      try await options.withDesk { desk in
        var rows = try await desk.allAccounts().filter(\.account.isAdministrator).map {
          Row(email: $0.email.text, role: Role.administrator.rawValue, organization: nil, permissions: [])
        }
        for organization in try await desk.allOrganizations() {
          rows += try await Organizations(desk.accounts).members(of: organization.id, by: .machine, at: desk.now).map {
            Row(
              email: $0.email.text, role: $0.membership.role.rawValue, organization: organization.name,
              permissions: $0.membership.permissions.map(\.rawValue).sorted())
          }
        }
        let text = rows.map(\.line).joined(separator: "\n")
        try desk.say(
          rows.isEmpty ? Phrase("Nobody has a role.", "Nadie tiene una función.") : Phrase(text, text), rows)
      }
    }
  }

  private struct Row: Encodable {
    let email: String
    let role: String
    let organization: String?
    let permissions: [String]

    var line: String { ([email, role] + (organization.map { [$0] } ?? []) + permissions).joined(separator: "  ") }
  }
}
