public import Vocabulary

/// That somebody does something for an organization. Nobody is a member with the same role twice.
public struct Membership: Hashable, Sendable {
  public let organization: Organization.ID
  /// The kind of the organization.
  public let kind: Organization.Kind
  public let account: Account.ID
  public let role: Role
  public var permissions: Set<Permission>
  public let since: Instant

  public init(
    organization: Organization.ID, kind: Organization.Kind, account: Account.ID, role: Role,
    permissions: Set<Permission>, since: Instant
  ) {
    self.organization = organization
    self.kind = kind
    self.account = account
    self.role = role
    self.permissions = permissions
    self.since = since
  }
}
