import ArgumentParser
import Services
import Vocabulary

/// Lists accounts.
struct AdminAccountsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accounts", abstract: "All accounts: address, identifier, whether it can sign in, holds.")

  @OptionGroup var options: AdminOptions

  func run() async throws {
    try await answering {
      try await options.withDesk { desk in
        let accounts = try await desk.allAccounts().map(Answer.init)
        let lines = accounts.map { account in
          ([account.email, account.id] + (account.administrator ? ["administrator"] : [])
            + (account.disabled ? ["disabled"] : []) + account.holds.map { "hold:\($0)" }).joined(separator: "  ")
        }
        let text = lines.joined(separator: "\n")
        try desk.say(
          lines.isEmpty ? Phrase("There is no account.", "No hay ninguna cuenta.") : Phrase(text, text), accounts)
      }
    }
  }

  private struct Answer: Encodable {
    let id: String
    let email: String
    let administrator: Bool
    let disabled: Bool
    let holds: [String]

    init(_ listing: Administrators.Listing) {
      (id, email) = (listing.account.id.text, listing.email.text)
      (administrator, disabled) = (listing.account.isAdministrator, listing.account.disabledAt != nil)
      holds = listing.holds.map(\.kind.rawValue).sorted()
    }
  }
}
