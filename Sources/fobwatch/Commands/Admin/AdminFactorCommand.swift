import ArgumentParser
import Services
import Vocabulary

/// Lets somebody in again who has lost the second factor.
struct AdminFactorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "factor-off", abstract: "Turn off sign-in with a code for somebody who lost it; their sessions end.",
    discussion: "Be sure who asks: whoever has the password signs in without a code then.")

  @Argument(help: "The mail address.")
  var email: String
  @OptionGroup var options: AdminOptions

  func run() async throws {
    try await answering {
      try await options.withDesk { desk in
        let (account, factors) = (try await desk.account(email), SecondFactors(desk.accounts))
        guard case .on = try await factors.standing(of: account.id, by: .machine, at: desk.now) else {
          throw desk.bad("This account signs in without a code.", "Esta cuenta inicia sesión sin código.")
        }
        _ = try await factors.disable(of: account.id, by: .machine, at: desk.now)
        try desk.done(
          Phrase(
            "It signs in without a code until a new one is turned on.",
            "Inicia sesión sin código hasta que se active uno nuevo."))
      }
    }
  }
}
