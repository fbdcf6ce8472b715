public import Vocabulary

/// Lets somebody in whose password was right, by a code of their application or one of their recovery codes.
public struct SecondStep: Sendable {
  /// After how many wrong codes a ticket is worth nothing, and the password is asked again.
  static let mostTries = 5

  private let accounts: Accounts

  public init(_ accounts: Accounts) { self.accounts = accounts }

  /// What is answered.
  public enum Answer: Sendable {
    case signedIn(OpenedSession)
    /// The code is wrong, or was used before.
    case refused
    /// The ticket is too old, or was tried too often: it begins again with the password.
    case ended
    /// Too many wrong codes.
    case wait(until: Instant)
  }

  /// Tries a code.
  public func attempt(ticket: String, code: String, _ manner: SignInManner, at now: Instant) async throws -> Answer {
    try await accounts.store.write(at: now) { [accounts] tables in
      let tokens = OneTimeTokens(accounts: accounts, tables: tables, now: now)
      guard var token = try tokens.look(ticket, for: .secondStep)?.token,
        let account = try token.account.flatMap(tables.account), account.disabledAt == nil
      else { return .ended }
      if let wait = try accounts.limits.take([.code(account.id)], in: tables, at: now) { return .wait(until: wait) }
      guard try Codes(accounts: accounts, tables: tables, now: now).spend(code, of: account) else {
        token.tries += 1
        guard token.tries < Self.mostTries else {
          try tables.removeToken(token.digest)
          return .ended
        }
        try tables.change(token)
        return .refused
      }
      try tables.removeToken(token.digest)
      try accounts.limits.forget([.code(account.id)], in: tables)
      let opening = SessionOpening(accounts: accounts, tables: tables, now: now)
      return .signedIn(try opening.open(account, factors: 2, manner))
    }
  }
}
