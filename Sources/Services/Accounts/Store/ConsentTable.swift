/// Consents of people and of guardians.
public protocol ConsentTable {
  func consent(_ id: Consent.ID) throws -> Consent?
  /// All consents of a person, the newest first.
  func consents(of person: PersonID) throws -> [Consent]
  /// Those of a person to some organizations or to an account.
  func consents(of person: PersonID, to organizations: [Organization.ID], or account: Account.ID) throws -> [Consent]
  /// Those to an organization that were not revoked.
  func consents(to organization: Organization.ID) throws -> [Consent]
  func add(_ consent: Consent) throws
  func change(_ consent: Consent) throws

  func guardianConsents(of account: Account.ID) throws -> [GuardianConsent]
  func guardianConsent(_ id: GuardianConsent.ID) throws -> GuardianConsent?
  func add(_ consent: GuardianConsent) throws
  func change(_ consent: GuardianConsent) throws
}
