/// To what something is done.
public enum Subject: Hashable, Sendable {
  case account(Account.ID)
  case record(SharedRecord)
  case organization(Organization.ID, Organization.Kind)
  case installation
}

/// A record, with what its owner shares of it.
public struct SharedRecord: Hashable, Sendable {
  public let person: PersonID
  /// Whether the owner is under 18.
  public let isMinor: Bool
  /// Whether a guardian's consent stands.
  public let hasGuardian: Bool
  /// The organizations in which the owner is a person: their students, say.
  public let memberOf: Set<Organization.ID>
  /// The owner's consents. Those to others than who asks do not matter, and need not be there.
  public let consents: [Consent]

  public init(
    person: PersonID, isMinor: Bool, hasGuardian: Bool, memberOf: Set<Organization.ID>, consents: [Consent]
  ) {
    self.person = person
    self.isMinor = isMinor
    self.hasGuardian = hasGuardian
    self.memberOf = memberOf
    self.consents = consents
  }
}
