import ArgumentParser
import Services
import Vocabulary

/// Keeps an account from signing in.
struct AdminDisableCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "disable", abstract: "Keep an account from signing in; its sessions end.")

  @Argument(help: "The mail address.")
  var email: String
  @OptionGroup var options: AdminOptions

  func run() async throws {
    try await answering {
      try await options.withDesk { desk in
        let account = try await desk.account(email)
        guard try await Administrators(desk.accounts).disable(true, account.id, by: .machine, at: desk.now) == .done
        else { throw desk.bad("This account cannot sign in already.", "Esta cuenta ya no puede iniciar sesión.") }
        try desk.done(
          Phrase(
            "It cannot sign in any more; its sessions ended.", "Ya no puede iniciar sesión; sus sesiones terminaron."))
      }
    }
  }
}

/// Lets an account sign in again.
struct AdminEnableCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "enable", abstract: "Let an account sign in again.")

  @Argument(help: "The mail address.")
  var email: String
  @OptionGroup var options: AdminOptions

  func run() async throws {
    try await answering {
      try await options.withDesk { desk in
        let account = try await desk.account(email)
        guard try await Administrators(desk.accounts).disable(false, account.id, by: .machine, at: desk.now) == .done
        else { throw desk.bad("This account can sign in already.", "Esta cuenta ya puede iniciar sesión.") }
        try desk.done(Phrase("It can sign in again.", "Puede iniciar sesión otra vez."))
      }
    }
  }
}

/// Deletes an account for good.
struct AdminDeleteCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "delete", abstract: "Delete an account, and destroy the key of its record: nobody can read it again.")

  @Argument(help: "The mail address.")
  var email: String
  @Flag(name: .long, help: "Do it. Without this, nothing is deleted.")
  var yes = false
  @OptionGroup var options: AdminOptions

  func run() async throws {
    try await answering {
      try await options.withDesk { desk in
        let account = try await desk.account(email)
        guard yes else {
          throw desk.bad(
            "Nothing was deleted. A deleted record cannot be brought back: say --yes to do it.",
            "No se borró nada. Un expediente borrado no se puede recuperar: diga --yes para hacerlo.")
        }
        switch try await AccountDeletion(desk.accounts).delete(account.id, by: .machine, at: desk.now) {
        case .deleted: try desk.done(Phrase("Deleted.", "Borrada."))
        case .nothing: throw desk.bad("There is no such account.", "No hay tal cuenta.")
        case .held(let kind, let reason, let through):
          throw BadInput(RefusalWording.text(kind, reason: reason, through: through)[desk.language])
        case .lastAdministrator:
          throw desk.bad(
            "This is the last administrator: grant the role to somebody else first.",
            "Es el último administrador: primero dé la función a otra persona.")
        }
      }
    }
  }
}
