public import Vocabulary

/// Lets somebody who is signed in have another mail address, once they have shown that it is theirs.
public struct EmailChange: Sendable {
  private let accounts: Accounts

  public init(_ accounts: Accounts) { self.accounts = accounts }

  /// What is answered.
  public enum Answer: Hashable, Sendable {
    /// A mail was sent to the new address, and a note to the old one. The answer is the same whether or not the new
    /// address has an account.
    case mailed
    /// That is no mail address.
    case noAddress
    /// Too many tries from this place.
    case wait(until: Instant)
  }

  /// Sends the mail.
  ///
  /// - Throws: `Refusal`.
  public func ask(email: String, for signedIn: SignedIn, origin: Origin, at now: Instant) async throws -> Answer {
    try AccessPolicy.require(.account(signedIn), .changeSignIn, on: .account(signedIn.account), at: now)
    guard let email = EmailAddress(email) else { return .noAddress }
    if let wait = try await accounts.limits.take([.mailHost(origin)], at: now) { return .wait(until: wait) }
    let token = SecretToken.fresh(from: accounts.random)
    try await accounts.store.write(at: now) { [accounts] tables in
      guard let account = try tables.account(signedIn.account) else { throw Refusal.signInNeeded }
      guard try accounts.limits.take([.mail(email)], in: tables, at: now) == nil else { return }
      let isTaken = try tables.account(emailDigests: accounts.vault.digests(of: email)) != nil
      try OneTimeTokens(accounts: accounts, tables: tables, now: now)
        .issue(token, for: .emailChange, account: account.id, email: email, payload: Array(email.text.utf8))
      try tables.post(
        OutgoingMail(
          to: email, language: account.language, content: isTaken ? .emailTaken : .emailChange(token: token.text)))
      try accounts.post(.emailChangeAsked, to: account, in: tables)
    }
    return .mailed
  }

  /// What came of it.
  public enum Outcome: Hashable, Sendable {
    /// The address is another one, and every session has ended.
    case changed
    /// The link was used before, is too old, or the address has got an account.
    case linkEnded
  }

  /// Sets the address, by the link of the mail.
  public func finish(_ token: String, at now: Instant) async throws -> Outcome {
    try await accounts.store.write(at: now) { [accounts] tables in
      let tokens = OneTimeTokens(accounts: accounts, tables: tables, now: now)
      guard let found = try tokens.spend(token, for: .emailChange),
        let old = try found.token.account.flatMap(tables.account),
        let email = EmailAddress(String(decoding: found.payload, as: UTF8.self)),
        try tables.account(emailDigests: accounts.vault.digests(of: email)) == nil
      else { return .linkEnded }
      var account = old
      account.email = accounts.vault.seal(email.text, as: .email, of: account.id.bytes)
      account.emailDigest = accounts.vault.digest(of: email)
      guard try tables.change(account) else { return .linkEnded }
      try SignInChange(accounts: accounts, tables: tables, now: now).endAll(of: account.id)
      try tables.append(AccountEntries.emailChanged(account))
      try accounts.post(.emailChanged, to: old, in: tables)
      return .changed
    }
  }
}
