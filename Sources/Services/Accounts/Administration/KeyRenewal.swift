import Cryptography
public import Vocabulary

/// Seals again what older keys have sealed, and finds addresses by the newest key, so that the older keys can be removed.
public struct KeyRenewal: Sendable {
  private let accounts: Accounts

  public init(_ accounts: Accounts) { self.accounts = accounts }

  /// Goes through some accounts.
  ///
  /// - Parameter after: where to go on; nil to begin.
  /// - Returns: where to go on; nil when all were seen.
  /// - Throws: `Refusal`; `SealError` when something does not open.
  public func renew(
    after: Account.ID?, limit: Int = 100, by requester: Requester, at now: Instant
  ) async throws -> Account.ID? {
    try AccessPolicy.require(requester, .keepKeys, on: .installation, at: now)
    let found = try await accounts.store.read { try $0.accounts(after: after, limit: limit) }
    for account in found {
      try await accounts.store.write(at: now) { [accounts] tables in
        guard let account = try tables.account(account.id) else { return }
        try renewEmail(account, in: tables)
        if var factor = try tables.secondFactor(of: account.id), accounts.vault.isOutdated(factor.secret) {
          factor.secret = try again(factor.secret, as: .secondFactor, of: account.id)
          try tables.put(factor)
        }
        for hold in try tables.holds(on: account.id) where accounts.vault.isOutdated(hold.reason) {
          try tables.put(
            Hold(
              account: hold.account, kind: hold.kind, reason: try again(hold.reason, as: .reason, of: account.id),
              through: hold.through, placedAt: hold.placedAt))
        }
        for consent in try tables.guardianConsents(of: account.id) {
          guard case .mail(let email) = consent.source, accounts.vault.isOutdated(email) else { continue }
          try tables.change(
            GuardianConsent(
              id: consent.id, account: consent.account, source: .mail(try again(email, as: .guardian, of: account.id)),
              givenAt: consent.givenAt, withdrawnAt: consent.withdrawnAt))
        }
      }
    }
    return found.count == limit ? found.last?.id : nil
  }

  private func renewEmail(_ account: Account, in tables: any AccountTables) throws {
    let email = try accounts.email(of: account)
    var account = account
    if accounts.vault.isOutdated(account.email) { account.email = try again(account.email, as: .email, of: account.id) }
    account.emailDigest = accounts.vault.digest(of: email)
    _ = try tables.change(account)
  }

  private func again(
    _ sealed: [UInt8], as content: AccountVault.Content, of account: Account.ID
  ) throws -> [UInt8] {
    accounts.vault.seal(try accounts.vault.open(sealed, as: content, of: account.bytes), as: content, of: account.bytes)
  }
}
