import Cryptography
public import Vocabulary

/// Turns the second factor on and off.
public struct SecondFactors: Sendable {
  /// Whose codes an application shows.
  static let issuer = "Fobwatch"

  private let accounts: Accounts

  public init(_ accounts: Accounts) { self.accounts = accounts }

  /// What an application is to be told.
  public struct Setup: Sendable {
    /// To be typed.
    public let secret: String
    /// For a QR code.
    public let address: String
  }

  /// Where an account stands.
  public enum Standing: Hashable, Sendable {
    case off
    case on(since: Instant, recoveryCodes: Int)
  }

  /// Where an account stands.
  ///
  /// - Throws: `Refusal`.
  public func standing(of account: Account.ID, by requester: Requester, at now: Instant) async throws -> Standing {
    try AccessPolicy.require(requester, .seeAccount, on: .account(account), at: now)
    return try await accounts.store.read { tables in
      guard let since = try tables.secondFactor(of: account)?.enabledAt else { return .off }
      return .on(since: since, recoveryCodes: try tables.recoveryCodeCount(of: account))
    }
  }

  /// Begins: a fresh secret, which is worth nothing until its first code was right. Nil when one is on already.
  ///
  /// - Throws: `Refusal`.
  public func begin(for signedIn: SignedIn, at now: Instant) async throws -> Setup? {
    try AccessPolicy.require(.account(signedIn), .changeSignIn, on: .account(signedIn.account), at: now)
    let secret = TOTP.newSecret(from: accounts.random)
    guard let totp = TOTP(secret: secret) else { return nil }
    return try await accounts.store.write(at: now) { [accounts] tables in
      guard let account = try tables.account(signedIn.account),
        try tables.secondFactor(of: account.id)?.enabledAt == nil
      else { return nil }
      let sealed = accounts.vault.seal(secret, as: .secondFactor, of: account.id.bytes)
      try tables.put(SecondFactor(account: account.id, secret: sealed, lastStep: nil, enabledAt: nil))
      let email = try accounts.email(of: account)
      return Setup(secret: totp.secretText, address: totp.address(issuer: Self.issuer, account: email.text))
    }
  }

  /// What came of the first code.
  public enum Outcome: Sendable {
    /// It is on. The codes are shown now and never again; the session has another token and both factors.
    case on(recoveryCodes: [RecoveryCode], OpenedSession)
    /// The code is wrong; it can be tried again.
    case wrongCode
    /// It was not begun, or is on already.
    case notBegun
    /// Too many wrong codes.
    case wait(until: Instant)
  }

  /// Turns it on by its first code. Other sessions end: they were begun without it.
  ///
  /// - Throws: `Refusal`.
  public func enable(_ code: String, for signedIn: SignedIn, at now: Instant) async throws -> Outcome {
    try AccessPolicy.require(.account(signedIn), .changeSignIn, on: .account(signedIn.account), at: now)
    return try await accounts.store.write(at: now) { [accounts] tables in
      guard let account = try tables.account(signedIn.account),
        var factor = try tables.secondFactor(of: account.id), factor.enabledAt == nil
      else { return .notBegun }
      if let wait = try accounts.limits.take([.code(account.id)], in: tables, at: now) { return .wait(until: wait) }
      let codes = Codes(accounts: accounts, tables: tables, now: now)
      guard let step = try codes.matchedStep(code.filter(\.isNumber), factor) else { return .wrongCode }
      (factor.lastStep, factor.enabledAt) = (step, now)
      try tables.put(factor)
      try accounts.limits.forget([.code(account.id)], in: tables)
      let recovery = try freshRecoveryCodes(of: account.id, in: tables)
      try tables.append(AccountEntries.secondFactor(account, isOn: true))
      try accounts.post(.secondFactorOn, to: account, in: tables)
      let change = SignInChange(accounts: accounts, tables: tables, now: now)
      guard let session = try change.keepOnly(signedIn, factors: 2) else { throw Refusal.signInNeeded }
      return .on(recoveryCodes: recovery, session)
    }
  }

  /// Fresh recovery codes; the old ones are worth nothing. Empty when the second factor is off.
  ///
  /// - Throws: `Refusal`.
  public func renewRecoveryCodes(for signedIn: SignedIn, at now: Instant) async throws -> [RecoveryCode] {
    try AccessPolicy.require(.account(signedIn), .changeSignIn, on: .account(signedIn.account), at: now)
    return try await accounts.store.write(at: now) { tables in
      guard try tables.account(signedIn.account) != nil,
        try tables.secondFactor(of: signedIn.account)?.enabledAt != nil
      else { return [] }
      return try freshRecoveryCodes(of: signedIn.account, in: tables)
    }
  }

  /// Turns it off. For its owner, who has just shown who they are, or at the machine for somebody who has lost everything and
  /// has shown who they are in another way. Other sessions end.
  ///
  /// - Returns: the owner's session under another token; nil at the machine, or when it was off.
  /// - Throws: `Refusal`.
  @discardableResult
  public func disable(of account: Account.ID, by requester: Requester, at now: Instant) async throws -> OpenedSession? {
    try AccessPolicy.require(requester, .changeSignIn, on: .account(account), at: now)
    return try await accounts.store.write(at: now) { [accounts] tables in
      guard let found = try tables.account(account), try tables.secondFactor(of: account)?.enabledAt != nil
      else { return nil }
      try tables.removeSecondFactor(of: account)
      try tables.putRecoveryCodes([], of: account)
      try tables.append(AccountEntries.secondFactor(found, isOn: false))
      try accounts.post(.secondFactorOff, to: found, in: tables)
      let change = SignInChange(accounts: accounts, tables: tables, now: now)
      switch requester {
      case .nobody, .machine:
        try change.endAll(of: account)
        return nil
      case .account(let signedIn): return try change.keepOnly(signedIn, factors: 1)
      }
    }
  }

  private func freshRecoveryCodes(of account: Account.ID, in tables: any AccountTables) throws -> [RecoveryCode] {
    let codes = (0..<RecoveryCode.count).map { _ in RecoveryCode.fresh(from: accounts.random) }
    try tables.putRecoveryCodes(codes.map(\.digest), of: account)
    return codes
  }
}
