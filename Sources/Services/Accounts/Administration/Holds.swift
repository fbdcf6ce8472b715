public import Vocabulary

/// Keeps accounts from being deleted, and lets them go.
public struct Holds: Sendable {
  private let accounts: Accounts

  public init(_ accounts: Accounts) { self.accounts = accounts }

  /// Places a hold, or changes the one of its kind.
  ///
  /// - Parameters:
  ///   - reason: 1 to 500 characters; kept sealed.
  ///   - through: its last day; nil until it is lifted.
  /// - Returns: whether there is such an account and the reason is one.
  /// - Throws: `Refusal`.
  public func place(
    _ kind: Hold.Kind, on id: Account.ID, reason: String, through: CivilDate?, by requester: Requester, at now: Instant
  ) async throws -> Bool {
    try AccessPolicy.require(requester, .placeHold, on: .account(id), at: now)
    guard (1...500).contains(reason.unicodeScalars.count) else { return false }
    return try await accounts.store.write(at: now) { [accounts] tables in
      guard let account = try tables.account(id) else { return false }
      let hold = Hold(
        account: id, kind: kind, reason: accounts.vault.seal(reason, as: .reason, of: id.bytes), through: through,
        placedAt: now)
      try tables.put(hold)
      try tables.append(AccountEntries.hold(hold, on: account, by: requester, isPlaced: true))
      return true
    }
  }

  /// Lifts one.
  ///
  /// - Returns: whether there was one.
  /// - Throws: `Refusal`.
  public func lift(_ kind: Hold.Kind, on id: Account.ID, by requester: Requester, at now: Instant) async throws -> Bool
  {
    try AccessPolicy.require(requester, .placeHold, on: .account(id), at: now)
    return try await accounts.store.write(at: now) { tables in
      guard let account = try tables.account(id),
        let hold = try tables.holds(on: id).first(where: { $0.kind == kind }), try tables.removeHold(kind, on: id)
      else { return false }
      try tables.append(AccountEntries.hold(hold, on: account, by: requester, isPlaced: false))
      return true
    }
  }
}
