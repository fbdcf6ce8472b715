public import Vocabulary

/// Changes who administers the installation, and who can sign in.
public struct Administrators: Sendable {
  private let accounts: Accounts

  public init(_ accounts: Accounts) { self.accounts = accounts }

  /// What came of it.
  public enum Outcome: Hashable, Sendable {
    case done
    /// There is no such account, or nothing to change.
    case nothing
    /// There would be no administrator left.
    case last
    /// Administrators are adults.
    case minor
  }

  /// Makes an account administer the installation, or no more. Its sessions end.
  ///
  /// - Throws: `Refusal`.
  public func set(
    _ isAdministrator: Bool, _ id: Account.ID, by requester: Requester, at now: Instant
  ) async throws -> Outcome {
    try AccessPolicy.require(requester, .setAdministrator, on: .account(id), at: now)
    return try await accounts.store.write(at: now) { tables in
      let count = try tables.administratorCount()
      guard var account = try tables.account(id), account.isAdministrator != isAdministrator else { return .nothing }
      guard isAdministrator || account.disabledAt != nil || count > 1 else { return .last }
      guard !isAdministrator || !account.isMinor(at: now) else { return .minor }
      account.isAdministrator = isAdministrator
      _ = try tables.change(account)
      try tables.removeSessions(of: id, but: nil)
      try tables.append(AccountEntries.administrator(account, by: requester, isGranted: isAdministrator))
      return .done
    }
  }

  /// Keeps an account from signing in, or lets it in again. Its sessions end.
  ///
  /// - Throws: `Refusal`.
  public func disable(
    _ isDisabled: Bool, _ id: Account.ID, by requester: Requester, at now: Instant
  ) async throws -> Outcome {
    try AccessPolicy.require(requester, .disableAccount, on: .account(id), at: now)
    return try await accounts.store.write(at: now) { [accounts] tables in
      guard var account = try tables.account(id), (account.disabledAt != nil) != isDisabled else { return .nothing }
      account.disabledAt = isDisabled ? now : nil
      _ = try tables.change(account)
      try SignInChange(accounts: accounts, tables: tables, now: now).endAll(of: id)
      try tables.append(AccountEntries.disabled(account, by: requester, isDisabled))
      return .done
    }
  }

  /// An account as administrators see it.
  public struct Listing: Hashable, Sendable {
    public let account: Account
    public let email: EmailAddress
    public let holds: [Hold]
  }

  /// All accounts, in a fixed order, some at a time.
  ///
  /// - Throws: `Refusal`.
  public func list(after: Account.ID?, limit: Int, by requester: Requester, at now: Instant) async throws -> [Listing] {
    try AccessPolicy.require(requester, .seeAccounts, on: .installation, at: now)
    return try await accounts.store.read { [accounts] tables in
      try tables.accounts(after: after, limit: limit).map {
        Listing(account: $0, email: try accounts.email(of: $0), holds: try tables.holds(on: $0.id))
      }
    }
  }

  /// One account; nil when there is none.
  ///
  /// - Throws: `Refusal`.
  public func look(_ id: Account.ID, by requester: Requester, at now: Instant) async throws -> Listing? {
    try AccessPolicy.require(requester, .seeAccounts, on: .installation, at: now)
    return try await accounts.store.read { [accounts] tables in
      try tables.account(id).map {
        Listing(account: $0, email: try accounts.email(of: $0), holds: try tables.holds(on: id))
      }
    }
  }

  /// The account of an address; nil when there is none.
  ///
  /// - Throws: `Refusal`.
  public func find(email: String, by requester: Requester, at now: Instant) async throws -> Account? {
    try AccessPolicy.require(requester, .seeAccounts, on: .installation, at: now)
    guard let email = EmailAddress(email) else { return nil }
    return try await accounts.store.read { [accounts] in
      try $0.account(emailDigests: accounts.vault.digests(of: email))
    }
  }
}
