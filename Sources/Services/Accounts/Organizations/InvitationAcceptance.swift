public import Vocabulary

/// Accepts invitations: with the account one has, or with a new one.
public struct InvitationAcceptance: Sendable {
  private let accounts: Accounts

  public init(_ accounts: Accounts) { self.accounts = accounts }

  /// What came of it.
  public enum Outcome: Sendable {
    /// The role is given, and the session has another token.
    case accepted(OpenedSession)
    /// The invitation was used before, was taken back, or is too old.
    case ended
    /// It is for another address than that of the account.
    case otherAddress
    /// The address has an account: accept it signed in.
    case hasAccount
    /// The password is not taken; the invitation is as good as before.
    case refused(PasswordRefusal)
    /// Nobody is born on that day.
    case noBirthday
    /// Under 13: no account.
    case tooYoung
  }

  /// Accepts one, signed in. Other sessions end.
  ///
  /// - Throws: `Refusal`.
  public func accept(_ token: String, as signedIn: SignedIn, at now: Instant) async throws -> Outcome {
    guard let digest = SecretToken(text: token)?.invitationDigest else { return .ended }
    return try await accounts.store.write(at: now) { [accounts] tables in
      guard let account = try tables.account(signedIn.account) else { throw Refusal.signInNeeded }
      guard let invitation = try tables.invitation(token: digest), try isGood(invitation, in: tables, at: now)
      else { return .ended }
      let email = try accounts.email(of: account)
      guard accounts.vault.digests(of: email).contains(invitation.emailDigest) else { return .otherAddress }
      let place = try invitation.organization.flatMap(tables.organization)
      try AccessPolicy.require(.account(signedIn), .join(invitation.role), on: Subject(place), at: now)
      try InvitationMaking(accounts: accounts, tables: tables, now: now)
        .grant(invitation, to: account, by: .account(signedIn))
      let change = SignInChange(accounts: accounts, tables: tables, now: now)
      guard let session = try change.keepOnly(signedIn) else { throw Refusal.signInNeeded }
      return .accepted(session)
    }
  }

  /// Accepts one with a new account. Whoever has the token reads the mail of the address, so it needs no other mail.
  ///
  /// - Throws: `Refusal`; `PasswordWork.BusyError` when too many wait for their passwords.
  public func acceptAnew(
    _ token: String, born: CivilDate, password: String, language: Language, _ manner: SignInManner, at now: Instant
  ) async throws -> Outcome {
    guard let age = Age(born: born, today: now.ageDay) else { return .noBirthday }
    if age == .child { return .tooYoung }
    guard let view = try await Invitations(accounts).look(token, at: now),
      let digest = SecretToken(text: token)?.invitationDigest
    else { return .ended }
    if view.hasAccount { return .hasAccount }
    if let refusal = accounts.passwords.policy.refusal(of: password, email: view.email) { return .refused(refusal) }
    guard let text = PasswordText(password) else { return .refused(.tooLong) }
    let hash = try await accounts.passwords.text(of: text)
    let pending = PendingSignUp(email: view.email, language: language, age: age, carried: [])
    return try await accounts.store.write(at: now) { [accounts] tables in
      guard let invitation = try tables.invitation(token: digest), try isGood(invitation, in: tables, at: now)
      else { return .ended }
      let making = AccountMaking(accounts: accounts, tables: tables, now: now)
      guard let account = try making.make(pending, passwordHash: hash) else { return .hasAccount }
      let opening = SessionOpening(accounts: accounts, tables: tables, now: now)
      // The session is what the policy asks about; it gets its kind when the role is there.
      let session = try opening.open(account, factors: 1, manner)
      let standing = SessionStanding(
        session: session.session, person: account.person, adultFrom: account.adultFrom, isAdministrator: false,
        isDisabled: false, memberships: [])
      let requester = Requester.account(SignedIn(standing, at: now))
      let place = try invitation.organization.flatMap(tables.organization)
      try AccessPolicy.require(requester, .join(invitation.role), on: Subject(place), at: now)
      try InvitationMaking(accounts: accounts, tables: tables, now: now).grant(invitation, to: account, by: requester)
      guard let changed = try tables.account(account.id), let opened = try opening.rotate(session.session, of: changed)
      else { throw Refusal.signInNeeded }
      return .accepted(
        OpenedSession(session: opened.session, token: opened.token, knownDevice: session.knownDevice))
    }
  }

  /// Whether it can be accepted. That of the first administrator only while there is none.
  private func isGood(_ invitation: Invitation, in tables: any AccountTables, at now: Instant) throws -> Bool {
    guard invitation.isOpen(at: now) else { return false }
    guard invitation.isFirst else { return true }
    return try tables.administratorCount() == 0
  }
}
