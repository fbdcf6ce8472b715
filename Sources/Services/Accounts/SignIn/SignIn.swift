import Cryptography
public import Vocabulary

/// Lets somebody in by address and password, and then by the second factor if there is one.
///
/// Wrong tries are counted by address and network, and by host. A browser in which the owner has signed in before counts for
/// itself, so nobody else's tries keep it out. When strangers try an address from many networks, nothing is blocked: whoever
/// comes from an unknown browser then gets the last step by mail.
public struct SignIn: Sendable {
  /// After how many wrong tries of strangers in a day the last step goes by mail.
  static let manyStrangers = 100

  private let accounts: Accounts

  public init(_ accounts: Accounts) { self.accounts = accounts }

  /// What is answered.
  public enum Answer: Sendable {
    case signedIn(OpenedSession)
    /// The password was right; the ticket stands for it until the code is there. See `SecondStep`.
    case needsCode(ticket: SecretToken)
    /// If address and password were right, a mail has the last step, which works together with this ticket only: in the
    /// browser that asked. It is the answer as well if they were not; then nothing goes with the ticket.
    case mailed(ticket: SecretToken)
    /// Address and password do not belong together. It does not say whether there is such an account.
    case refused
    /// The password was right, but the account is disabled.
    case disabled
    /// Too many wrong tries.
    case wait(until: Instant)
  }

  /// Tries an address and a password.
  ///
  /// - Throws: `PasswordWork.BusyError` when too many wait for their passwords.
  public func attempt(email: String, password: String, _ manner: SignInManner, at now: Instant) async throws -> Answer {
    // What is no address is counted and checked like one that nobody has.
    let address = EmailAddress(email)
    let counted = address?.normalized ?? String(email.prefix(254)).lowercased()
    let found = try await find(address, manner, at: now)
    let acts: [Limited] =
      found.device.map { [.knownDevice($0.token)] }
      ?? [.signIn(address: counted, manner.origin), .signInHost(manner.origin), .strangers(address: counted)]
    if let wait = try await accounts.limits.take(acts, at: now) { return .wait(until: wait) }

    let check = try await accounts.passwords.check(password, against: found.account?.passwordHash)
    return try await accounts.store.write(at: now) { [accounts] tables in
      let tries = try accounts.limits.tries(.strangers(address: counted), in: tables, at: now)
      let isByMail = found.device == nil && tries > Self.manyStrangers
      guard check != .wrong, let old = found.account, var account = try tables.account(old.id),
        account.passwordHash == old.passwordHash
      else { return isByMail ? .mailed(ticket: .fresh(from: accounts.random)) : .refused }
      try accounts.limits.giveBack(acts, in: tables, at: now)
      if case .rightRenewed(let text) = check {
        account.passwordHash = text
        _ = try tables.change(account)
      }
      guard account.disabledAt == nil else {
        return isByMail ? .mailed(ticket: .fresh(from: accounts.random)) : .disabled
      }
      let steps = SignInSteps(accounts: accounts, tables: tables, now: now)
      if isByMail { return try steps.mail(account) }
      return try steps.afterPassword(account, manner)
    }
  }

  /// Goes on with the link of a mail, in the browser that has the ticket.
  public func attempt(
    mailed token: String, ticket: String, _ manner: SignInManner, at now: Instant
  ) async throws -> Answer {
    try await accounts.store.write(at: now) { [accounts] tables in
      let tokens = OneTimeTokens(accounts: accounts, tables: tables, now: now)
      // Somebody else who follows the link uses nothing up.
      guard let shown = SecretToken(text: ticket)?.signInTicketDigest,
        let found = try tokens.look(token, for: .signInByMail), ConstantTime.areEqual(found.payload, shown.bytes),
        let account = try tokens.spend(token, for: .signInByMail)?.token.account.flatMap(tables.account),
        account.disabledAt == nil
      else { return .refused }
      return try SignInSteps(accounts: accounts, tables: tables, now: now).afterPassword(account, manner)
    }
  }

  private struct Found {
    var account: Account?
    var device: KnownDevice?
  }

  private func find(_ email: EmailAddress?, _ manner: SignInManner, at now: Instant) async throws -> Found {
    let digests = email.map(accounts.vault.digests(of:)) ?? []
    let shown = manner.knownDevice.flatMap(SecretToken.init(text:))?.deviceDigest
    return try await accounts.store.read { tables in
      guard let account = try tables.account(emailDigests: digests) else { return Found() }
      let device = try shown.flatMap(tables.device(token:))
      let isKnown = device.map { $0.account == account.id && $0.isKnown(at: now) } ?? false
      return Found(account: account, device: isKnown ? device : nil)
    }
  }
}

/// What follows when a password was right.
struct SignInSteps {
  let accounts: Accounts
  let tables: any AccountTables
  let now: Instant

  /// The session, or the question for the code.
  func afterPassword(_ account: Account, _ manner: SignInManner) throws -> SignIn.Answer {
    guard try tables.secondFactor(of: account.id)?.enabledAt != nil else {
      let opening = SessionOpening(accounts: accounts, tables: tables, now: now)
      return .signedIn(try opening.open(account, factors: 1, manner))
    }
    let ticket = SecretToken.fresh(from: accounts.random)
    try OneTimeTokens(accounts: accounts, tables: tables, now: now)
      .issue(ticket, for: .secondStep, account: account.id)
    return .needsCode(ticket: ticket)
  }

  /// The last step by mail.
  func mail(_ account: Account) throws -> SignIn.Answer {
    let (token, ticket) = (SecretToken.fresh(from: accounts.random), SecretToken.fresh(from: accounts.random))
    try OneTimeTokens(accounts: accounts, tables: tables, now: now)
      .issue(token, for: .signInByMail, account: account.id, payload: ticket.signInTicketDigest.bytes)
    try accounts.post(.signInByMail(token: token.text), to: account, in: tables)
    return .mailed(ticket: ticket)
  }
}

extension SecretToken {
  var signInTicketDigest: Digest { digest(for: "sign-in ticket") }
}
