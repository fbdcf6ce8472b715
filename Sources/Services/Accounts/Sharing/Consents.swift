public import Rules
public import Vocabulary

/// Gives and revokes consents. A revoked one lets nobody look from the moment it is revoked.
public struct Consents: Sendable {
  private let accounts: Accounts

  public init(_ accounts: Accounts) { self.accounts = accounts }

  /// What is to be shared.
  public struct Draft: Hashable, Sendable {
    public let receiver: Consent.Receiver
    public let purpose: Consent.Purpose
    public let kinds: Set<EvidenceKind>
    /// From when on; nil for at once.
    public let from: Instant?
    /// From when on not any more; nil until it is revoked.
    public let until: Instant?

    public init(
      receiver: Consent.Receiver, purpose: Consent.Purpose, kinds: Set<EvidenceKind>, from: Instant? = nil,
      until: Instant? = nil
    ) {
      (self.receiver, self.purpose, self.kinds, self.from, self.until) = (receiver, purpose, kinds, from, until)
    }
  }

  /// What came of it.
  public enum Outcome: Hashable, Sendable {
    case given(Consent)
    /// There is no such organization or account, or it is one's own.
    case noReceiver
    /// Nobody in an organization of this kind needs anything for this purpose.
    case otherPurpose
    /// No kind of evidence is named.
    case nothingShared
    /// It would end before it begins, or has ended.
    case wrongTimes
  }

  /// Gives one.
  ///
  /// - Throws: `Refusal`, when the owner is under 18 and it is not for a school, or no guardian has consented.
  public func give(_ draft: Draft, by signedIn: SignedIn, at now: Instant) async throws -> Outcome {
    let from = max(draft.from ?? now, now)
    guard !draft.kinds.isEmpty else { return .nothingShared }
    guard draft.until.map({ $0 > from }) ?? true else { return .wrongTimes }
    return try await accounts.store.write(at: now) { [accounts] tables in
      guard let account = try tables.account(signedIn.account) else { throw Refusal.signInNeeded }
      let kind: Organization.Kind?
      switch draft.receiver {
      case .organization(let id):
        guard let organization = try tables.organization(id) else { return .noReceiver }
        guard organization.kind.roles.contains(where: { $0.purpose == draft.purpose }) else { return .otherPurpose }
        kind = organization.kind
      case .account(let id):
        guard id != account.id, try tables.account(id) != nil else { return .noReceiver }
        kind = nil
      }
      let record = try SharedRecords(tables: tables, now: now).record(of: account, for: signedIn)
      try AccessPolicy.require(.account(signedIn), .giveConsent(to: kind), on: .record(record), at: now)
      let consent = Consent(
        id: .fresh(from: accounts.random), person: account.person, receiver: draft.receiver, purpose: draft.purpose,
        kinds: draft.kinds, givenAt: now, from: from, until: draft.until)
      try tables.add(consent)
      try tables.append(ConsentEntries.given(consent))
      return .given(consent)
    }
  }

  /// Revokes one of one's own. Nothing happens to one that was revoked before.
  ///
  /// - Returns: whether there is such a consent.
  public func revoke(_ id: Consent.ID, by signedIn: SignedIn, at now: Instant) async throws -> Bool {
    try await accounts.store.write(at: now) { tables in
      guard var consent = try tables.consent(id) else { return false }
      let record = SharedRecord(
        person: consent.person, isMinor: false, hasGuardian: false, memberOf: [], consents: [])
      guard AccessPolicy.decide(.account(signedIn), .revokeConsent, on: .record(record), at: now).isAllowed else {
        return false
      }
      guard consent.revokedAt == nil else { return true }
      consent.revokedAt = now
      try tables.change(consent)
      try tables.append(ConsentEntries.revoked(consent))
      return true
    }
  }

  /// All of one's own, the newest first, also those that have ended.
  public func list(of signedIn: SignedIn) async throws -> [Consent] {
    try await accounts.store.read { try $0.consents(of: signedIn.person) }
  }
}
