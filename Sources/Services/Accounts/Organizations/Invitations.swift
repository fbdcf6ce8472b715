public import Vocabulary

/// Invites people by mail to do something for an organization or the installation. An invitation is for one address and one
/// role, is used once, and ends after some days.
public struct Invitations: Sendable {
  private let accounts: Accounts

  public init(_ accounts: Accounts) { self.accounts = accounts }

  /// Sends one. An earlier one to the same address for the same role is worth nothing from now on.
  ///
  /// - Parameters:
  ///   - organization: nil for the installation.
  ///   - permissions: what the role can do beyond others; none for a person.
  /// - Returns: nil when that is no mail address, or there is no such organization.
  /// - Throws: `Refusal`.
  public func invite(
    email: String, to organization: Organization.ID?, as role: Role, permissions: Set<Permission> = [],
    language: Language, by requester: Requester, at now: Instant
  ) async throws -> Invitation.ID? {
    guard let email = EmailAddress(email) else { return nil }
    guard role.isStaff || permissions.isEmpty else { throw Refusal.notInRole }
    let token = SecretToken.fresh(from: accounts.random)
    return try await accounts.store.write(at: now) { [accounts] tables in
      let place = try organization.map(tables.organization)
      guard place != .some(nil) else { return nil }
      try AccessPolicy.require(requester, .invite(role), on: Subject(place ?? nil), at: now)
      let making = InvitationMaking(accounts: accounts, tables: tables, now: now)
      let invitation = try making.make(token, email, to: organization, as: role, permissions, by: requester)
      try tables.post(
        OutgoingMail(
          to: email, language: language,
          content: .invitation(token: token.text, organization: place??.name, role: role)))
      return invitation.id
    }
  }

  /// An invitation as those see it who can invite.
  public struct Listing: Hashable, Sendable {
    public let invitation: Invitation
    public let email: EmailAddress
  }

  /// Those that can still be accepted.
  ///
  /// - Throws: `Refusal`.
  public func list(to organization: Organization.ID?, by requester: Requester, at now: Instant) async throws
    -> [Listing]
  {
    try await accounts.store.read { [accounts] tables in
      let place = try organization.map(tables.organization)
      guard place != .some(nil) else { return [] }
      let role: Role = organization == nil ? .administrator : .person
      try AccessPolicy.require(requester, .invite(role), on: Subject(place ?? nil), at: now)
      return try tables.invitations(to: organization).filter { $0.isOpen(at: now) }.compactMap { invitation in
        let text = try accounts.vault.openText(invitation.email, as: .invitation, of: invitation.id.bytes)
        return EmailAddress(text).map { Listing(invitation: invitation, email: $0) }
      }
    }
  }

  /// Takes one back.
  ///
  /// - Throws: `Refusal`.
  public func withdraw(_ id: Invitation.ID, by requester: Requester, at now: Instant) async throws {
    try await accounts.store.write(at: now) { tables in
      guard let invitation = try tables.invitation(id) else { return }
      let place = try invitation.organization.flatMap(tables.organization)
      try AccessPolicy.require(requester, .invite(invitation.role), on: Subject(place), at: now)
      try tables.remove(id)
    }
  }

  /// What somebody sees who follows the link of an invitation.
  public struct View: Hashable, Sendable {
    /// Nil for the installation.
    public let organization: Organization?
    public let role: Role
    public let email: EmailAddress
    /// Whether the address has an account. Whoever has the token reads the mail of the address.
    public let hasAccount: Bool
  }

  /// What an invitation is to; nil when it has ended. It stays good.
  public func look(_ token: String, at now: Instant) async throws -> View? {
    guard let digest = SecretToken(text: token)?.invitationDigest else { return nil }
    return try await accounts.store.read { [accounts] tables in
      guard let invitation = try tables.invitation(token: digest), invitation.isOpen(at: now) else { return nil }
      let text = try accounts.vault.openText(invitation.email, as: .invitation, of: invitation.id.bytes)
      guard let email = EmailAddress(text) else { return nil }
      return View(
        organization: try invitation.organization.flatMap(tables.organization), role: invitation.role, email: email,
        hasAccount: try tables.account(emailDigests: accounts.vault.digests(of: email)) != nil)
    }
  }
}

extension Subject {
  /// An organization, or the installation when there is none.
  init(_ organization: Organization?) {
    self = organization.map { .organization($0.id, $0.kind) } ?? .installation
  }
}
