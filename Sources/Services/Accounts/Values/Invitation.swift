public import Cryptography
public import Vocabulary

/// An invitation to do something for an organization, or for the installation: for one address, once, for some days.
public struct Invitation: Hashable, Sendable {
  public typealias ID = Identifier<Invitation>

  /// How long it can be accepted.
  public static let lifetime = Duration.seconds(7 * 86_400)
  /// How long that of the first administrator can be.
  public static let firstLifetime = Duration.seconds(3600)

  public let id: ID
  /// The digest of its token.
  public let token: Digest
  /// Nil for the installation itself.
  public let organization: Organization.ID?
  public let role: Role
  public let permissions: Set<Permission>
  /// The address that was invited, sealed.
  public let email: [UInt8]
  public let emailDigest: Digest
  /// Who invited; nil when it was somebody at the machine itself.
  public let invitedBy: Account.ID?
  /// Whether it is that of the first administrator: good only while there is none.
  public let isFirst: Bool
  public let createdAt: Instant
  public let endsAt: Instant

  public init(
    id: ID, token: Digest, organization: Organization.ID?, role: Role, permissions: Set<Permission>, email: [UInt8],
    emailDigest: Digest, invitedBy: Account.ID?, isFirst: Bool, createdAt: Instant, endsAt: Instant
  ) {
    self.id = id
    self.token = token
    self.organization = organization
    self.role = role
    self.permissions = permissions
    self.email = email
    self.emailDigest = emailDigest
    self.invitedBy = invitedBy
    self.isFirst = isFirst
    self.createdAt = createdAt
    self.endsAt = endsAt
  }

  /// Whether it can still be accepted.
  public func isOpen(at now: Instant) -> Bool { Lifetime.holds(from: createdAt, until: endsAt, at: now) }
}
