public import Vocabulary

/// Deletes accounts: what they sign in with, what they share, and the key under which the record is sealed. What the log has
/// of the person stays in the log, and nobody can ever read it.
public struct AccountDeletion: Sendable {
  private let accounts: Accounts

  public init(_ accounts: Accounts) { self.accounts = accounts }

  /// What came of it.
  public enum Outcome: Hashable, Sendable {
    case deleted
    /// There is no such account.
    case nothing
    /// It is to be kept: why, of which kind, and through which day if one is set.
    case held(Hold.Kind, reason: String, through: CivilDate?)
    /// There would be no administrator left.
    case lastAdministrator
  }

  /// Deletes one, or says why not.
  ///
  /// - Throws: `Refusal`.
  public func delete(_ id: Account.ID, by requester: Requester, at now: Instant) async throws -> Outcome {
    try AccessPolicy.require(requester, .deleteAccount, on: .account(id), at: now)
    return try await accounts.store.write(at: now) { [accounts] tables in
      let administrators = try tables.administratorCount()
      guard let account = try tables.account(id) else { return .nothing }
      if let hold = try tables.holds(on: id).filter({ $0.isOn(at: now) }).max(by: { $0.isLighter(than: $1) }) {
        return .held(
          hold.kind, reason: try accounts.vault.openText(hold.reason, as: .reason, of: id.bytes), through: hold.through)
      }
      guard !account.isAdministrator || account.disabledAt != nil || administrators > 1 else {
        return .lastAdministrator
      }
      try accounts.post(.accountDeleted, to: account, in: tables)
      try tables.append(AccountEntries.deleted(account, by: requester))
      try tables.remove(id)
      try tables.destroyKey(of: account.person)
      return .deleted
    }
  }
}

extension Hold {
  /// Whether another one lasts longer.
  fileprivate func isLighter(than other: Hold) -> Bool {
    (through ?? .distantFuture) < (other.through ?? .distantFuture)
  }
}
