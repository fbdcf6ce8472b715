import Cryptography
import Services
import Vocabulary

extension SQLAccountTables {
  private static let columns = "SELECT id, name, kind, created_at, check_days FROM organization"

  func organization(_ id: Organization.ID) throws -> Organization? {
    try statements.first("\(Self.columns) WHERE id = $1", [.id(id)]).map(organization)
  }

  func organizations(after: Organization.ID?, limit: Int) throws -> [Organization] {
    try statements.rows(
      "\(Self.columns) WHERE id > $1 ORDER BY id LIMIT $2", [.bytes(after?.bytes ?? []), Value(limit)]
    ).map(organization)
  }

  func add(_ organization: Organization) throws {
    try statements.run(
      "INSERT INTO organization (id, name, kind, created_at, check_days) VALUES ($1, $2, $3, $4, $5)",
      [
        .id(organization.id), .text(organization.name), .text(organization.kind.rawValue),
        Value(organization.createdAt), days(organization.checkPolicy),
      ])
  }

  func set(_ policy: CheckPolicy?, of organization: Organization.ID) throws {
    try statements.run("UPDATE organization SET check_days = $1 WHERE id = $2", [days(policy), .id(organization)])
  }

  private func days(_ policy: CheckPolicy?) -> Value { policy.map { Value($0.days) } ?? .null }

  private static let membershipColumns = """
    SELECT m.organization, o.kind, m.account, m.role, m.permissions, m.since
    FROM membership m JOIN organization o ON o.id = m.organization
    """

  func memberships(of account: Account.ID) throws -> [Membership] {
    try statements.rows(
      "\(Self.membershipColumns) WHERE m.account = $1 ORDER BY m.organization, m.role", [.id(account)]
    ).map(membership)
  }

  func members(of organization: Organization.ID) throws -> [Membership] {
    try statements.rows(
      "\(Self.membershipColumns) WHERE m.organization = $1 ORDER BY m.since, m.account, m.role", [.id(organization)]
    ).map(membership)
  }

  func put(_ membership: Membership) throws {
    try statements.run(
      """
      INSERT INTO membership (organization, account, role, permissions, since) VALUES ($1, $2, $3, $4, $5)
      ON CONFLICT (organization, account, role) DO UPDATE SET permissions = $4
      """,
      [
        .id(membership.organization), .id(membership.account), .text(membership.role.rawValue),
        membership.permissions.stored, Value(membership.since),
      ])
  }

  func remove(_ account: Account.ID, as role: Role, from organization: Organization.ID) throws -> Bool {
    try statements.run(
      "DELETE FROM membership WHERE organization = $1 AND account = $2 AND role = $3",
      [.id(organization), .id(account), .text(role.rawValue)]) == 1
  }

  private func organization(_ row: Row) throws -> Organization {
    Organization(
      id: try row.id("id"), name: try row.text("name"), kind: try row.word("kind"),
      createdAt: try row.instant("created_at"),
      checkPolicy: try row.integerIfAny("check_days").map { CheckPolicy(days: Int($0)) })
  }

  private func membership(_ row: Row) throws -> Membership {
    Membership(
      organization: try row.id("organization"), kind: try row.word("kind"), account: try row.id("account"),
      role: try row.word("role"), permissions: try row.words("permissions"), since: try row.instant("since"))
  }
}
