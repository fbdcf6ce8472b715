public import Vocabulary

/// Lets somebody choose a new password who has forgotten theirs, by a mail to their address. It lets nobody in: they sign in
/// afterward, with the second factor if there is one.
public struct PasswordReset: Sendable {
  private let accounts: Accounts

  public init(_ accounts: Accounts) { self.accounts = accounts }

  /// What is answered.
  public enum Answer: Hashable, Sendable {
    /// A mail was sent, or would have been, had there not been so many. The answer is the same, and the work too, whether
    /// or not there is such an account.
    case mailed
    /// That is no mail address.
    case noAddress
    /// Too many tries from this place.
    case wait(until: Instant)
  }

  /// Sends the mail.
  ///
  /// - Parameter language: of the mail when there is no such account.
  public func ask(
    email: String, language: Language, origin: Origin, at now: Instant
  ) async throws -> Answer {
    guard let email = EmailAddress(email) else { return .noAddress }
    if let wait = try await accounts.limits.take([.mailHost(origin)], at: now) { return .wait(until: wait) }
    let token = SecretToken.fresh(from: accounts.random)
    try await accounts.store.write(at: now) { [accounts] tables in
      guard try accounts.limits.take([.mail(email)], in: tables, at: now) == nil else { return }
      let account = try tables.account(emailDigests: accounts.vault.digests(of: email))
      try OneTimeTokens(accounts: accounts, tables: tables, now: now)
        .issue(token, for: .passwordReset, account: account?.id, email: email)
      try tables.post(
        OutgoingMail(
          to: email, language: account?.language ?? language,
          content: account == nil ? .noAccount : .passwordReset(token: token.text)))
    }
    return .mailed
  }

  /// What came of it.
  public enum Outcome: Sendable {
    /// The password is another one, every session has ended, and old links are worth nothing. The browser is known from
    /// now on, unless others use it too: whoever reads the owner's mail is not kept out by others' wrong tries.
    case changed(knownDevice: SecretToken?)
    /// The password is not taken; the link is as good as before.
    case refused(PasswordRefusal)
    /// The link was used before, or is too old.
    case linkEnded
  }

  /// Whether a link is still good.
  public func isGood(_ token: String, at now: Instant) async throws -> Bool {
    try await account(token, at: now) != nil
  }

  /// Sets the password.
  ///
  /// - Throws: `PasswordWork.BusyError` when too many wait for their passwords.
  public func finish(
    _ token: String, password: String, _ manner: SignInManner, at now: Instant
  ) async throws -> Outcome {
    guard let account = try await account(token, at: now) else { return .linkEnded }
    let email = try accounts.email(of: account)
    if let refusal = accounts.passwords.policy.refusal(of: password, email: email) { return .refused(refusal) }
    guard let text = PasswordText(password) else { return .refused(.tooLong) }
    let hash = try await accounts.passwords.text(of: text)
    return try await accounts.store.write(at: now) { [accounts] tables in
      let tokens = OneTimeTokens(accounts: accounts, tables: tables, now: now)
      guard let id = try tokens.spend(token, for: .passwordReset)?.token.account, var account = try tables.account(id)
      else { return .linkEnded }
      account.passwordHash = hash
      _ = try tables.change(account)
      try SignInChange(accounts: accounts, tables: tables, now: now).endAll(of: id)
      try tables.append(AccountEntries.passwordChanged(account, .reset))
      try accounts.post(.passwordChanged, to: account, in: tables)
      let opening = SessionOpening(accounts: accounts, tables: tables, now: now)
      return .changed(knownDevice: try opening.remember(account, manner))
    }
  }

  private func account(_ token: String, at now: Instant) async throws -> Account? {
    try await accounts.store.read { [accounts] tables in
      try OneTimeTokens(accounts: accounts, tables: tables, now: now).look(token, for: .passwordReset)?.token.account
        .flatMap(tables.account)
    }
  }
}
