public import Vocabulary

/// Asks a parent or guardian of somebody under 18, and keeps what they say.
public struct GuardianConsents: Sendable {
  private let accounts: Accounts

  public init(_ accounts: Accounts) { self.accounts = accounts }

  /// What is answered.
  public enum Answer: Hashable, Sendable {
    /// A mail was sent, or would have been, had there not been so many.
    case mailed
    /// That is no mail address, or it is the minor's own.
    case noAddress
    /// Whoever asks is an adult: nothing is needed.
    case notNeeded
    /// Too many tries from this place.
    case wait(until: Instant)
  }

  /// Sends the question to a guardian. An earlier one is worth nothing from now on.
  public func ask(
    email: String, for signedIn: SignedIn, language: Language, origin: Origin, at now: Instant
  ) async throws -> Answer {
    guard let email = EmailAddress(email) else { return .noAddress }
    if let wait = try await accounts.limits.take([.mailHost(origin)], at: now) { return .wait(until: wait) }
    let token = SecretToken.fresh(from: accounts.random)
    return try await accounts.store.write(at: now) { [accounts] tables in
      guard let account = try tables.account(signedIn.account) else { throw Refusal.signInNeeded }
      guard account.isMinor(at: now) else { return .notNeeded }
      guard try accounts.email(of: account).normalized != email.normalized else { return .noAddress }
      guard try accounts.limits.take([.mail(email)], in: tables, at: now) == nil else { return .mailed }
      try OneTimeTokens(accounts: accounts, tables: tables, now: now)
        .issue(token, for: .guardian, account: account.id, email: email, payload: Array(email.text.utf8))
      try tables.post(OutgoingMail(to: email, language: language, content: .guardianAsked(token: token.text)))
      return .mailed
    }
  }

  /// Whose consent a link asks for, by their address; nil when it has ended. It stays good.
  public func look(_ token: String, at now: Instant) async throws -> EmailAddress? {
    try await accounts.store.read { [accounts] tables in
      try OneTimeTokens(accounts: accounts, tables: tables, now: now).look(token, for: .guardian)?.token.account
        .flatMap(tables.account).map(accounts.email(of:))
    }
  }

  /// Consents, by the link of the mail. A mail follows with the link that takes it back.
  ///
  /// - Returns: whether the link was good.
  public func give(_ token: String, language: Language, at now: Instant) async throws -> Bool {
    let withdrawal = SecretToken.fresh(from: accounts.random)
    return try await accounts.store.write(at: now) { [accounts] tables in
      let tokens = OneTimeTokens(accounts: accounts, tables: tables, now: now)
      guard let found = try tokens.spend(token, for: .guardian),
        let account = try found.token.account.flatMap(tables.account),
        let email = EmailAddress(String(decoding: found.payload, as: UTF8.self))
      else { return false }
      let sealed = accounts.vault.seal(email.text, as: .guardian, of: account.id.bytes)
      try add(.mail(sealed), of: account, in: tables, at: now)
      try tokens.issue(withdrawal, for: .guardianWithdrawal, account: account.id, email: email, keepingOthers: true)
      try tables.post(
        OutgoingMail(to: email, language: language, content: .guardianThanked(token: withdrawal.text)))
      return true
    }
  }

  /// Takes all consents of guardians back, by the link of the mail. What was shared by them is shared no more.
  ///
  /// - Returns: whether the link was good.
  public func withdraw(_ token: String, at now: Instant) async throws -> Bool {
    try await accounts.store.write(at: now) { [accounts] tables in
      let tokens = OneTimeTokens(accounts: accounts, tables: tables, now: now)
      guard let found = try tokens.spend(token, for: .guardianWithdrawal),
        let account = try found.token.account.flatMap(tables.account)
      else { return false }
      try withdraw(from: account, in: tables, at: now)
      return true
    }
  }

  /// Notes that a guardian has consented on paper, or has taken it back so.
  ///
  /// - Returns: whether there is such a person, under 18.
  /// - Throws: `Refusal`.
  public func note(
    given isGiven: Bool, of person: PersonID, by signedIn: SignedIn, at now: Instant
  ) async throws -> Bool {
    try await accounts.store.write(at: now) { tables in
      guard let account = try tables.account(of: person) else { return false }
      let record = try SharedRecords(tables: tables, now: now).record(of: account, for: signedIn)
      try AccessPolicy.require(.account(signedIn), .noteGuardian, on: .record(record), at: now)
      guard account.isMinor(at: now) else { return false }
      if isGiven {
        try add(.paper(seenBy: signedIn.account), of: account, in: tables, at: now)
      } else {
        try withdraw(from: account, in: tables, at: now)
      }
      return true
    }
  }

  private func add(
    _ source: GuardianConsent.Source, of account: Account, in tables: any AccountTables, at now: Instant
  ) throws {
    let consent = GuardianConsent(id: .fresh(from: accounts.random), account: account.id, source: source, givenAt: now)
    try tables.add(consent)
    try tables.append(ConsentEntries.guardian(consent, of: account, isGiven: true))
  }

  /// Revokes what was shared too: a later consent of a guardian does not bring it back.
  private func withdraw(from account: Account, in tables: any AccountTables, at now: Instant) throws {
    for var consent in try tables.guardianConsents(of: account.id) where consent.isActive {
      consent.withdrawnAt = now
      try tables.change(consent)
      try tables.append(ConsentEntries.guardian(consent, of: account, isGiven: false))
    }
    for var consent in try tables.consents(of: account.person) where consent.revokedAt == nil {
      consent.revokedAt = now
      try tables.change(consent)
      try tables.append(ConsentEntries.revoked(consent))
    }
  }
}
