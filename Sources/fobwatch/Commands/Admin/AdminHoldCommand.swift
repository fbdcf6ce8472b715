import ArgumentParser
import Services
import Vocabulary

/// A legal hold: an account that is not to be deleted.
struct AdminHoldCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hold", abstract: "Keep an account from being deleted because of a legal matter.",
    subcommands: [Place.self, Lift.self])

  struct Place: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "place", abstract: "Place a legal hold.")

    @OptionGroup var subject: HoldSubject
    @Option(name: .long, help: "Why; 1 to 500 characters, kept sealed.")
    var reason: String
    @Option(name: .long, help: "Its last day (default: until it is lifted).")
    var through: String?

    func run() async throws { try await answering { try await subject.place(.legal, reason, through: through) } }
  }

  struct Lift: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "lift", abstract: "Lift the legal hold.")

    @OptionGroup var subject: HoldSubject

    func run() async throws { try await answering { try await subject.lift(.legal) } }
  }
}

/// A time for which a record is to be kept.
struct AdminRetentionCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retention", abstract: "Keep an account from being deleted through a day.",
    subcommands: [Place.self, Lift.self])

  struct Place: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "place", abstract: "Keep an account through a day.")

    @OptionGroup var subject: HoldSubject
    @Option(name: .long, help: "Why; 1 to 500 characters, kept sealed.")
    var reason: String
    @Option(name: .long, help: "The last day, like 2033-06-30.")
    var through: String

    func run() async throws { try await answering { try await subject.place(.retention, reason, through: through) } }
  }

  struct Lift: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "lift", abstract: "Keep it no longer.")

    @OptionGroup var subject: HoldSubject

    func run() async throws { try await answering { try await subject.lift(.retention) } }
  }
}

/// Whose account it is about.
struct HoldSubject: ParsableArguments {
  @Argument(help: "The mail address.")
  var email: String

  @OptionGroup var options: AdminOptions

  func place(_ kind: Hold.Kind, _ reason: String, through: String?) async throws {
    let day = try through.map { text in
      guard let day = CivilDate(text) else {
        throw BadInput("expected a day like 2033-06-30 for --through, found '\(text)'")
      }
      return day
    }
    try await options.withDesk { desk in
      let account = try await desk.account(email)
      let isPlaced = try await Holds(desk.accounts).place(
        kind, on: account.id, reason: reason, through: day, by: .machine, at: desk.now)
      guard isPlaced else {
        throw desk.bad("A reason has 1 to 500 characters.", "Un motivo tiene de 1 a 500 caracteres.")
      }
      try desk.done(
        Phrase("This account will not be deleted meanwhile.", "Esta cuenta no se borrará mientras tanto."))
    }
  }

  func lift(_ kind: Hold.Kind) async throws {
    try await options.withDesk { desk in
      let account = try await desk.account(email)
      guard try await Holds(desk.accounts).lift(kind, on: account.id, by: .machine, at: desk.now) else {
        throw desk.bad("There is nothing to lift on this account.", "En esta cuenta no hay nada que levantar.")
      }
      try desk.done(Phrase("Lifted.", "Levantado."))
    }
  }
}
