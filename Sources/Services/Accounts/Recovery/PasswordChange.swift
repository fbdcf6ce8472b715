public import Vocabulary

/// Lets somebody who is signed in choose another password, or show again who they are.
public struct PasswordChange: Sendable {
  private let accounts: Accounts

  public init(_ accounts: Accounts) { self.accounts = accounts }

  /// What came of it.
  public enum Outcome: Sendable {
    /// It is done. The session has another token.
    case done(OpenedSession)
    /// The new password is not taken.
    case refused(PasswordRefusal)
    /// The present password is wrong.
    case wrongPassword
    /// The code is wrong, was used before, or is missing.
    case wrongCode
    /// Too many wrong tries.
    case wait(until: Instant)
  }

  /// Sets another password, with the present one. Every other session ends.
  ///
  /// - Throws: `Refusal`; `PasswordWork.BusyError` when too many wait for their passwords.
  public func change(
    from present: String, to password: String, for signedIn: SignedIn, at now: Instant
  ) async throws -> Outcome {
    try AccessPolicy.require(.account(signedIn), .seeAccount, on: .account(signedIn.account), at: now)
    let account = try await account(of: signedIn)
    let email = try accounts.email(of: account)
    if let refusal = accounts.passwords.policy.refusal(of: password, email: email) { return .refused(refusal) }
    guard let text = PasswordText(password) else { return .refused(.tooLong) }
    if let outcome = try await tryPassword(present, account, signedIn, at: now) { return outcome }
    let hash = try await accounts.passwords.text(of: text)
    return try await accounts.store.write(at: now) { [accounts] tables in
      guard var found = try tables.account(account.id), found.passwordHash == account.passwordHash else {
        return .wrongPassword
      }
      let change = SignInChange(accounts: accounts, tables: tables, now: now)
      guard let session = try change.keepOnly(signedIn) else { throw Refusal.signInNeeded }
      found.passwordHash = hash
      _ = try tables.change(found)
      try tables.append(AccountEntries.passwordChanged(found, .changed))
      try accounts.post(.passwordChanged, to: found, in: tables)
      return .done(session)
    }
  }

  /// Shows again who somebody is, for `Session.recent`: by the password, and by a code where there is a second factor.
  ///
  /// - Throws: `Refusal`; `PasswordWork.BusyError` when too many wait for their passwords.
  public func confirm(
    password: String, code: String?, for signedIn: SignedIn, at now: Instant
  ) async throws -> Outcome {
    try AccessPolicy.require(.account(signedIn), .seeAccount, on: .account(signedIn.account), at: now)
    let account = try await account(of: signedIn)
    if let outcome = try await tryPassword(password, account, signedIn, at: now) { return outcome }
    return try await accounts.store.write(at: now) { [accounts] tables in
      guard let found = try tables.account(account.id),
        let session = try tables.sessions(of: account.id).first(where: { $0.id == signedIn.session })
      else { throw Refusal.signInNeeded }
      let hasFactor = try tables.secondFactor(of: account.id)?.enabledAt != nil
      if hasFactor {
        if let wait = try accounts.limits.take([.code(account.id)], in: tables, at: now) { return .wait(until: wait) }
        let codes = Codes(accounts: accounts, tables: tables, now: now)
        guard let code, try codes.spend(code, of: found) else { return .wrongCode }
        try accounts.limits.forget([.code(account.id)], in: tables)
      }
      let opening = SessionOpening(accounts: accounts, tables: tables, now: now)
      guard let opened = try opening.rotate(session, of: found, factors: hasFactor ? 2 : 1, isAuthenticated: true)
      else { throw Refusal.signInNeeded }
      return .done(opened)
    }
  }

  /// Nil when it is right. Tries are counted by session, so that a stolen one cannot try for long.
  private func tryPassword(
    _ password: String, _ account: Account, _ signedIn: SignedIn, at now: Instant
  ) async throws -> Outcome? {
    let acts = [Limited.session(signedIn.session)]
    if let wait = try await accounts.limits.take(acts, at: now) { return .wait(until: wait) }
    guard try await accounts.passwords.check(password, against: account.passwordHash) != .wrong else {
      return .wrongPassword
    }
    try await accounts.store.write(at: now) { [accounts] in try accounts.limits.forget(acts, in: $0) }
    return nil
  }

  private func account(of signedIn: SignedIn) async throws -> Account {
    guard let account = try await accounts.store.read({ try $0.account(signedIn.account) }) else {
      throw Refusal.signInNeeded
    }
    return account
  }
}
