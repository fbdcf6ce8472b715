import ArgumentParser
import Foundation
import Services
import Vocabulary
import Website

/// Makes the first administrator.
struct AdminFirstCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "first", abstract: "A link that makes its reader the first administrator.",
    discussion: "It works once, for an hour, and only while there is no administrator. Nothing is mailed.")

  @Argument(help: "The mail address of the administrator.")
  var email: String

  @OptionGroup var options: AdminOptions

  func run() async throws {
    try await answering {
      let settings = try Settings(options: [:], config: nil, environment: ProcessInfo.processInfo.environment)
      try await options.withDesk { desk in
        switch try await FirstAdministrator(desk.accounts).invite(email: email, at: desk.now) {
        case .invited(let token):
          let usual = "http://127.0.0.1:\(try settings.port())"
          let running = await WebServer.address(in: desk.folder)
          let home = try settings.address() ?? running ?? usual
          let link = home + MailLink.invitation(token: token.text).path(desk.language)
          try desk.say(
            Phrase(
              "Open this link within an hour, on a device of your own. It works once:\n\(link)",
              "Abra este enlace en el plazo de una hora, en un dispositivo propio. Sirve una vez:\n\(link)"),
            Answer(link: link))
        case .noAddress:
          throw desk.bad("'\(email)' is no mail address.", "'\(email)' no es una dirección de correo.")
        case .exists:
          throw desk.bad(
            "There is an administrator already. Others are invited: fobwatch admin grant EMAIL --role administrator",
            "Ya hay un administrador. A los demás se les invita: fobwatch admin grant EMAIL --role administrator")
        }
      }
    }
  }

  private struct Answer: Encodable { let link: String }
}
