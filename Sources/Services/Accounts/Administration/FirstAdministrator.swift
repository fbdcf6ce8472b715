public import Vocabulary

/// Makes the first administrator, once: whoever is at the machine gets a link that is good for an hour. When there is an
/// administrator, others are invited.
public struct FirstAdministrator: Sendable {
  private let accounts: Accounts

  public init(_ accounts: Accounts) { self.accounts = accounts }

  /// What is answered.
  public enum Answer: Sendable {
    /// The token of the link; an earlier one is worth nothing.
    case invited(SecretToken)
    /// That is no mail address.
    case noAddress
    /// There is an administrator.
    case exists
  }

  /// Makes the link. Nothing is mailed: it is shown where it was asked for.
  public func invite(email: String, at now: Instant) async throws -> Answer {
    guard let email = EmailAddress(email) else { return .noAddress }
    let token = SecretToken.fresh(from: accounts.random)
    return try await accounts.store.write(at: now) { [accounts] tables in
      guard try tables.administratorCount() == 0 else { return .exists }
      _ = try InvitationMaking(accounts: accounts, tables: tables, now: now)
        .make(token, email, to: nil, as: .administrator, [], by: .machine, isFirst: true)
      return .invited(token)
    }
  }
}
