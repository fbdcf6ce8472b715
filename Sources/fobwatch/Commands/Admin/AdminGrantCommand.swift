import ArgumentParser
import Services
import Vocabulary

/// Gives somebody a role.
struct AdminGrantCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "grant", abstract: "Invite somebody to a role; an account becomes an administrator at once.",
    discussion: "An invitation is mailed, and works once within a week.")

  @Argument(help: "The mail address.")
  var email: String

  @OptionGroup var choice: RoleChoice

  @Option(name: .long, help: "members, health or screening; may be repeated.")
  var permission: [String] = []

  @OptionGroup var options: AdminOptions

  func run() async throws {
    try await answering {
      let (role, permissions) = (try choice.parsed(), try permissions())
      try await options.withDesk { desk in
        let place = try await choice.place(role, desk)
        if place == nil, role == .administrator,
          let account = try await Administrators(desk.accounts).find(email: email, by: .machine, at: desk.now)
        {
          return try await administer(account, desk)
        }
        let invitation = try await Invitations(desk.accounts).invite(
          email: email, to: place?.id, as: role, permissions: permissions, language: desk.language, by: .machine,
          at: desk.now)
        guard invitation != nil else {
          throw desk.bad("'\(email)' is no mail address.", "'\(email)' no es una dirección de correo.")
        }
        let words = RoleWording.text(role)
        try desk.done(
          Phrase("An invitation as \(words.en) is on its way.", "Una invitación como \(words.es) está en camino."))
      }
    }
  }

  private func administer(_ account: Account, _ desk: AdminDesk) async throws {
    switch try await Administrators(desk.accounts).set(true, account.id, by: .machine, at: desk.now) {
    case .done, .last:
      try desk.done(
        Phrase(
          "Administers the installation from the next sign-in, with two factors.",
          "Administra la instalación desde el próximo inicio de sesión, con dos factores."))
    case .nothing: throw desk.bad("This account is an administrator already.", "Esta cuenta ya es de administrador.")
    case .minor: throw desk.bad("Administrators are adults.", "Los administradores son mayores de edad.")
    }
  }

  private func permissions() throws -> Set<Permission> {
    Set(
      try permission.map { word in
        guard let permission = Permission(rawValue: word) else {
          throw BadInput("expected members, health or screening for --permission, found '\(word)'")
        }
        return permission
      })
  }
}

/// A role, and for whom.
struct RoleChoice: ParsableArguments {
  @Option(name: .long, help: "administrator, coach, coordinator, recruiter, director, verifier or person.")
  var role: String

  // One identifier in 64 begins with a hyphen, and is a value all the same.
  @Option(
    name: .long, parsing: .unconditional, help: "The organization, by its name or identifier; not for administrators.")
  var organization: String?

  func parsed() throws -> Role {
    guard let role = Role(rawValue: role) else {
      let known = Role.allCases.map(\.rawValue).joined(separator: ", ")
      throw BadInput("expected one of \(known) for --role, found '\(role)'")
    }
    guard (role == .administrator) == (organization == nil) else {
      throw BadInput(
        role == .administrator
          ? "expected no --organization: administrators are for the whole installation"
          : "expected --organization for the role \(role.rawValue)")
    }
    return role
  }

  func place(_ role: Role, _ desk: AdminDesk) async throws -> Organization? {
    guard let organization else { return nil }
    let place = try await desk.organization(organization)
    guard place.kind.roles.contains(role) else {
      let known = place.kind.roles.map(\.rawValue).joined(separator: ", ")
      throw desk.bad(
        "\(place.name) has the roles \(known), not \(role.rawValue).",
        "\(place.name) tiene las funciones \(known), no \(role.rawValue).")
    }
    return place
  }
}
