import ArgumentParser
import Services
import Vocabulary

/// Takes a role from somebody.
struct AdminRevokeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "revoke", abstract: "Take a role from somebody; their sessions end.")

  @Argument(help: "The mail address.")
  var email: String

  @OptionGroup var choice: RoleChoice
  @OptionGroup var options: AdminOptions

  func run() async throws {
    try await answering {
      let role = try choice.parsed()
      try await options.withDesk { desk in
        let account = try await desk.account(email)
        if let place = try await choice.place(role, desk) {
          guard
            try await Organizations(desk.accounts).remove(
              account.id, as: role, from: place.id, by: .machine, at: desk.now)
          else { throw none(desk) }
        } else {
          switch try await Administrators(desk.accounts).set(false, account.id, by: .machine, at: desk.now) {
          case .done: break
          case .nothing, .minor: throw none(desk)
          case .last:
            throw desk.bad(
              "This is the last administrator: grant the role to somebody else first.",
              "Es el último administrador: primero dé la función a otra persona.")
          }
        }
        try desk.done(Phrase("The role is taken; the sessions ended.", "La función se quitó; las sesiones terminaron."))
      }
    }
  }

  private func none(_ desk: AdminDesk) -> BadInput {
    desk.bad("This account does not have this role.", "Esta cuenta no tiene esta función.")
  }
}
