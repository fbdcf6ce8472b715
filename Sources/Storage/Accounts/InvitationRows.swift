import Cryptography
import Services
import Vocabulary

extension SQLAccountTables {
  private static let columns = """
    SELECT id, token, organization, role, permissions, email, email_digest, invited_by, is_first, created_at, ends_at
    FROM invitation
    """

  func invitation(token: Digest) throws -> Invitation? {
    try one("\(Self.columns) WHERE token = $1", [.digest(token)]).map(invitation)
  }

  func invitation(_ id: Invitation.ID) throws -> Invitation? {
    try one("\(Self.columns) WHERE id = $1", [.id(id)]).map(invitation)
  }

  func invitations(to organization: Organization.ID?) throws -> [Invitation] {
    let found =
      try organization.map { try all("\(Self.columns) WHERE organization = $1 ORDER BY created_at, id", [.id($0)]) }
      ?? all("\(Self.columns) WHERE organization IS NULL ORDER BY created_at, id", [])
    return try found.map(invitation)
  }

  func add(_ invitation: Invitation) throws {
    try statements.run(
      """
      INSERT INTO invitation (id, token, organization, role, permissions, email, email_digest, invited_by, is_first,
        created_at, ends_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
      """,
      [
        .id(invitation.id), .digest(invitation.token), .id(invitation.organization), .text(invitation.role.rawValue),
        invitation.permissions.stored, .bytes(invitation.email), .digest(invitation.emailDigest),
        .id(invitation.invitedBy), Value(invitation.isFirst), Value(invitation.createdAt), Value(invitation.endsAt),
      ])
  }

  func remove(_ invitation: Invitation.ID) throws {
    try statements.run("DELETE FROM invitation WHERE id = $1", [.id(invitation)])
  }

  func removeInvitations(endedBefore: Instant) throws {
    try statements.run("DELETE FROM invitation WHERE ends_at <= $1", [Value(endedBefore)])
  }

  private func invitation(_ row: Row) throws -> Invitation {
    Invitation(
      id: try row.id("id"), token: try row.digest("token"), organization: try row.idIfAny("organization"),
      role: try row.word("role"), permissions: try row.words("permissions"), email: try row.bytes("email"),
      emailDigest: try row.digest("email_digest"), invitedBy: try row.idIfAny("invited_by"),
      isFirst: try row.bool("is_first"), createdAt: try row.instant("created_at"), endsAt: try row.instant("ends_at"))
  }
}
