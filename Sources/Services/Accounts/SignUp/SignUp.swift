public import Vocabulary

/// Makes accounts. First the address: a mail goes there, whatever is known of it. Then, with the token of the mail, the
/// password. So nobody learns from an answer whether an address has an account, nobody can take an address that is not
/// theirs, and no password is kept for an address that is nobody's.
public struct SignUp: Sendable {
  private let accounts: Accounts

  public init(_ accounts: Accounts) { self.accounts = accounts }

  /// What is asked for an account.
  public struct Request: Sendable {
    public let email: String
    public let born: CivilDate
    public let language: Language
    /// What the browser has kept so far and is to be kept by the account; nobody reads it before. At most 64 KB.
    public let carried: [UInt8]
    public let origin: Origin

    /// The most that can be carried, in bytes.
    public static let mostCarried = 65_536

    public init(email: String, born: CivilDate, language: Language, carried: [UInt8], origin: Origin) {
      (self.email, self.born, self.language, self.carried, self.origin) = (email, born, language, carried, origin)
    }
  }

  /// What is answered.
  public enum Answer: Hashable, Sendable {
    /// A mail was sent, or would have been, had there not been so many: the answer is the same, as it is whether or not
    /// the address has an account.
    case mailed
    /// That is no mail address.
    case noAddress
    /// Nobody is born on that day.
    case noBirthday
    /// Under 13: nothing was kept.
    case tooYoung
    /// More was carried than can be.
    case tooMuchCarried
    /// Too many tries from this place.
    case wait(until: Instant)
  }

  /// Sends the mail.
  public func ask(_ request: Request, at now: Instant) async throws -> Answer {
    guard let age = Age(born: request.born, today: now.ageDay) else { return .noBirthday }
    if age == .child { return .tooYoung }
    guard let email = EmailAddress(request.email) else { return .noAddress }
    guard request.carried.count <= Request.mostCarried else { return .tooMuchCarried }
    if let wait = try await accounts.limits.take([.mailHost(request.origin)], at: now) { return .wait(until: wait) }

    let token = SecretToken.fresh(from: accounts.random)
    let pending = PendingSignUp(email: email, language: request.language, age: age, carried: request.carried)
    try await accounts.store.write(at: now) { [accounts] tables in
      guard try accounts.limits.take([.mail(email)], in: tables, at: now) == nil else { return }
      let tokens = OneTimeTokens(accounts: accounts, tables: tables, now: now)
      let exists = try tables.account(emailDigests: accounts.vault.digests(of: email)) != nil
      // The token is kept either way, so that both take as long; without the mail nobody has it.
      try tokens.issue(token, for: .signUp, email: email, payload: pending.bytes)
      try tables.post(
        OutgoingMail(
          to: email, language: request.language,
          content: exists ? .alreadySignedUp : .signUp(token: token.text)))
    }
    return .mailed
  }

  /// What came of it.
  public enum Outcome: Sendable {
    /// There is an account, and the browser is signed in. `carried` is what the request for it carried.
    case signedUp(OpenedSession, carried: [UInt8])
    /// The password is not taken; the token is as good as before.
    case refused(PasswordRefusal)
    /// The link was used before, or is too old.
    case linkEnded
    /// The address got an account meanwhile.
    case alreadySignedUp
  }

  /// The address that a token of a mail stands for; nil when it has ended. The token stays good.
  public func look(_ token: String, at now: Instant) async throws -> EmailAddress? {
    try await pending(token, at: now)?.email
  }

  /// Makes the account.
  ///
  /// - Throws: `PasswordWork.BusyError` when too many wait for their passwords.
  public func finish(
    _ token: String, password: String, _ manner: SignInManner, at now: Instant
  ) async throws -> Outcome {
    guard let pending = try await pending(token, at: now) else { return .linkEnded }
    if let refusal = accounts.passwords.policy.refusal(of: password, email: pending.email) { return .refused(refusal) }
    guard let text = PasswordText(password) else { return .refused(.tooLong) }
    let hash = try await accounts.passwords.text(of: text)
    return try await accounts.store.write(at: now) { [accounts] tables in
      let tokens = OneTimeTokens(accounts: accounts, tables: tables, now: now)
      guard try tokens.spend(token, for: .signUp) != nil else { return .linkEnded }
      let making = AccountMaking(accounts: accounts, tables: tables, now: now)
      guard let account = try making.make(pending, passwordHash: hash) else { return .alreadySignedUp }
      let session = try SessionOpening(accounts: accounts, tables: tables, now: now).open(account, factors: 1, manner)
      return .signedUp(session, carried: pending.carried)
    }
  }

  private func pending(_ token: String, at now: Instant) async throws -> PendingSignUp? {
    try await accounts.store.read { [accounts] tables in
      try OneTimeTokens(accounts: accounts, tables: tables, now: now).look(token, for: .signUp).flatMap {
        PendingSignUp($0.payload)
      }
    }
  }
}
