public import Vocabulary

/// A session, with what matters of the account for what it lets somebody do.
public struct SessionStanding: Hashable, Sendable {
  public let session: Session
  public let person: PersonID
  public let adultFrom: CivilDate?
  public let isAdministrator: Bool
  public let isDisabled: Bool
  public let memberships: [Membership]

  public init(
    session: Session, person: PersonID, adultFrom: CivilDate?, isAdministrator: Bool, isDisabled: Bool,
    memberships: [Membership]
  ) {
    self.session = session
    self.person = person
    self.adultFrom = adultFrom
    self.isAdministrator = isAdministrator
    self.isDisabled = isDisabled
    self.memberships = memberships
  }
}
