public import Vocabulary

/// Who is signed in, where, and how that ends.
public struct Sessions: Sendable {
  private let accounts: Accounts

  public init(_ accounts: Accounts) { self.accounts = accounts }

  /// Who shows this token; nil when nobody is signed in by it. At most once a minute it notes the use.
  public func current(_ token: String, at now: Instant) async throws -> SignedIn? {
    guard let token = SecretToken(text: token) else { return nil }
    let digest = token.sessionDigest
    guard let found = try await accounts.store.read({ try $0.standing(token: digest) }), !found.isDisabled,
      found.session.isAlive(at: now)
    else { return nil }
    if found.session.needsTouch(at: now) {
      try await accounts.store.write(at: now) { try $0.touch(found.session.id, at: now) }
    }
    return SignedIn(found, at: now)
  }

  /// The sessions of an account that have not ended, the last used first.
  ///
  /// - Throws: `Refusal`.
  public func list(of account: Account.ID, by requester: Requester, at now: Instant) async throws -> [Session] {
    try AccessPolicy.require(requester, .seeAccount, on: .account(account), at: now)
    return try await accounts.store.read { tables in
      try tables.sessions(of: account).filter { $0.isAlive(at: now) }.sorted { $0.seenAt > $1.seenAt }
    }
  }

  /// Ends the session of a token: signing out. Needs nothing but the token.
  public func signOut(_ token: String, at now: Instant) async throws {
    guard let token = SecretToken(text: token) else { return }
    try await accounts.store.write(at: now) { tables in
      if let session = try tables.session(token: token.sessionDigest) { try tables.remove(session.id) }
    }
  }

  /// Ends one session of an account.
  ///
  /// - Throws: `Refusal`.
  public func end(_ session: Session.ID, of account: Account.ID, by requester: Requester, at now: Instant) async throws
  {
    try AccessPolicy.require(requester, .endSessions, on: .account(account), at: now)
    try await accounts.store.write(at: now) { tables in
      guard try tables.account(account) != nil,
        let found = try tables.sessions(of: account).first(where: { $0.id == session })
      else { return }
      try tables.remove(found.id)
    }
  }

  /// Ends all sessions of an account but the one that the requester is signed in by, and forgets all known browsers.
  ///
  /// - Throws: `Refusal`.
  public func endOthers(of account: Account.ID, by requester: Requester, at now: Instant) async throws {
    try AccessPolicy.require(requester, .endSessions, on: .account(account), at: now)
    let kept: Session.ID? =
      switch requester {
      case .nobody, .machine: nil
      case .account(let signedIn): signedIn.account == account ? signedIn.session : nil
      }
    try await accounts.store.write(at: now) { tables in
      guard try tables.account(account) != nil else { return }
      try tables.removeSessions(of: account, but: kept)
      try tables.removeDevices(of: account)
    }
  }

  /// Ends every session of everybody, the requester's own too.
  ///
  /// - Throws: `Refusal`.
  public func endAll(by requester: Requester, at now: Instant) async throws {
    try AccessPolicy.require(requester, .keepKeys, on: .installation, at: now)
    try await accounts.store.write(at: now) { try $0.removeAllSessions() }
  }
}

extension SignedIn {
  init(_ standing: SessionStanding, at now: Instant) {
    let session = standing.session
    self.init(
      account: session.account, person: standing.person,
      isMinor: Account.isMinor(adultFrom: standing.adultFrom, at: now), isAdministrator: standing.isAdministrator,
      memberships: standing.memberships, session: session.id, factors: session.factors,
      isRecent: session.isRecent(at: now))
  }
}
