public import Cryptography
public import Vocabulary

/// Organizations, their members, and invitations.
public protocol OrganizationTable {
  func organization(_ id: Organization.ID) throws -> Organization?
  func organizations(after: Organization.ID?, limit: Int) throws -> [Organization]
  func add(_ organization: Organization) throws
  /// Changes for how long its checks count; nothing happens when there is none.
  func set(_ policy: CheckPolicy?, of organization: Organization.ID) throws

  func memberships(of account: Account.ID) throws -> [Membership]
  func members(of organization: Organization.ID) throws -> [Membership]
  /// Adds it, or takes the place of the same role with other permissions.
  func put(_ membership: Membership) throws
  /// Whether there was one.
  func remove(_ account: Account.ID, as role: Role, from organization: Organization.ID) throws -> Bool

  func invitation(token: Digest) throws -> Invitation?
  func invitation(_ id: Invitation.ID) throws -> Invitation?
  /// Those of an organization, or of the installation.
  func invitations(to organization: Organization.ID?) throws -> [Invitation]
  func add(_ invitation: Invitation) throws
  func remove(_ invitation: Invitation.ID) throws
  func removeInvitations(endedBefore: Instant) throws
}
