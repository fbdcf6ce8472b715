/// Who wants to do something.
public enum Requester: Hashable, Sendable {
  /// Somebody who is not signed in.
  case nobody
  /// Somebody at the machine itself, who can read its files anyway: the command line.
  case machine
  case account(SignedIn)
}

/// Somebody who is signed in, as far as it matters for what they can do.
public struct SignedIn: Hashable, Sendable {
  public let account: Account.ID
  public let person: PersonID
  /// Whether they are under 18.
  public let isMinor: Bool
  public let isAdministrator: Bool
  public let memberships: [Membership]
  public let session: Session.ID
  /// How many factors were shown: 1 or 2.
  public let factors: Int
  /// Whether they have just shown who they are.
  public let isRecent: Bool

  public init(
    account: Account.ID, person: PersonID, isMinor: Bool, isAdministrator: Bool, memberships: [Membership],
    session: Session.ID, factors: Int, isRecent: Bool
  ) {
    self.account = account
    self.person = person
    self.isMinor = isMinor
    self.isAdministrator = isAdministrator
    self.memberships = memberships
    self.session = session
    self.factors = factors
    self.isRecent = isRecent
  }

  /// Whether they look at more than their own record.
  var isStaff: Bool { isAdministrator || memberships.contains { $0.role.isStaff } }
}
