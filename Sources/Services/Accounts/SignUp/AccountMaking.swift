import Vocabulary

/// Adds an account to the tables and to the log.
struct AccountMaking {
  let accounts: Accounts
  let tables: any AccountTables
  let now: Instant

  /// Nil when the address has an account.
  func make(_ pending: PendingSignUp, passwordHash: String) throws -> Account? {
    // An address that was registered under an older key of the digests is the same address.
    guard try tables.account(emailDigests: accounts.vault.digests(of: pending.email)) == nil else { return nil }
    let id = Account.ID.fresh(from: accounts.random)
    let account = Account(
      id: id, person: .fresh(from: accounts.random),
      email: accounts.vault.seal(pending.email.text, as: .email, of: id.bytes),
      emailDigest: accounts.vault.digest(of: pending.email), passwordHash: passwordHash, language: pending.language,
      adultFrom: pending.adultFrom, isAdministrator: false, createdAt: now)
    guard try tables.add(account) else { return nil }
    try tables.append(AccountEntries.created(account))
    return account
  }
}
