import Vocabulary

/// What happens to sessions and tokens when somebody changes what they sign in with.
struct SignInChange {
  let accounts: Accounts
  let tables: any AccountTables
  let now: Instant

  /// Ends every session but the present one, which gets another token. Nil when that one has ended meanwhile.
  func keepOnly(_ signedIn: SignedIn, factors: Int? = nil) throws -> OpenedSession? {
    guard let account = try tables.account(signedIn.account),
      let session = try tables.sessions(of: account.id).first(where: { $0.id == signedIn.session })
    else { return nil }
    try tables.removeSessions(of: signedIn.account, but: session.id)
    try endTokens(of: signedIn.account)
    return try SessionOpening(accounts: accounts, tables: tables, now: now).rotate(
      session, of: account, factors: factors)
  }

  /// Ends every session, and forgets every known browser.
  func endAll(of account: Account.ID) throws {
    try tables.removeSessions(of: account, but: nil)
    try tables.removeDevices(of: account)
    try endTokens(of: account)
  }

  /// What was mailed before is worth nothing.
  private func endTokens(of account: Account.ID) throws {
    try tables.removeTokens(of: account, for: [.passwordReset, .emailChange, .secondStep, .signInByMail])
  }
}
