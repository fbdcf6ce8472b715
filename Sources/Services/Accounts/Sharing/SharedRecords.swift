import Vocabulary

/// Looks up what the owner of a record shares.
struct SharedRecords {
  let tables: any AccountTables
  let now: Instant

  /// The record of an account, with the consents that matter to whoever asks.
  func record(of account: Account, for asking: SignedIn) throws -> SharedRecord {
    let consents: [Consent] =
      account.id == asking.account
      ? []
      : try tables.consents(
        of: account.person, to: asking.memberships.map(\.organization), or: asking.account)
    return SharedRecord(
      person: account.person, isMinor: account.isMinor(at: now),
      hasGuardian: try tables.guardianConsents(of: account.id).contains(where: \.isActive),
      memberOf: Set(try tables.memberships(of: account.id).filter { $0.role == .person }.map(\.organization)),
      consents: consents)
  }
}
