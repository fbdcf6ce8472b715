import Services
import Vocabulary

extension SQLAccountTables {
  private static let columns = """
    SELECT id, person, organization, account, purpose, kinds, given_at, from_at, until_at, revoked_at FROM consent
    """

  func consent(_ id: Consent.ID) throws -> Consent? {
    try one("\(Self.columns) WHERE id = $1", [.id(id)]).map(consent)
  }

  func consents(of person: PersonID) throws -> [Consent] {
    try all("\(Self.columns) WHERE person = $1 ORDER BY given_at DESC, id", [.id(person)]).map(consent)
  }

  func consents(
    of person: PersonID, to organizations: [Organization.ID], or account: Account.ID
  ) throws -> [Consent] {
    let places = organizations.indices.map { "$\($0 + 3)" }.joined(separator: ", ")
    let named = organizations.isEmpty ? "" : " OR organization IN (\(places))"
    return try all(
      "\(Self.columns) WHERE person = $1 AND (account = $2\(named)) ORDER BY given_at DESC, id",
      [.id(person), .id(account)] + organizations.map { .id($0) }
    ).map(consent)
  }

  func consents(to organization: Organization.ID) throws -> [Consent] {
    try statements.rows(
      "\(Self.columns) WHERE organization = $1 AND revoked_at IS NULL ORDER BY given_at DESC, id", [.id(organization)]
    ).map(consent)
  }

  func add(_ consent: Consent) throws {
    let (organization, account): (Organization.ID?, Account.ID?) =
      switch consent.receiver {
      case .organization(let id): (id, nil)
      case .account(let id): (nil, id)
      }
    try statements.run(
      """
      INSERT INTO consent (id, person, organization, account, purpose, kinds, given_at, from_at, until_at, revoked_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
      """,
      [
        .id(consent.id), .id(consent.person), .id(organization), .id(account),
        .text(consent.purpose.rawValue), consent.kinds.stored, Value(consent.givenAt), Value(consent.from),
        Value(consent.until), Value(consent.revokedAt),
      ])
  }

  func change(_ consent: Consent) throws {
    try statements.run(
      "UPDATE consent SET revoked_at = $1 WHERE id = $2", [Value(consent.revokedAt), .id(consent.id)])
  }

  private func consent(_ row: Row) throws -> Consent {
    let receiver: Consent.Receiver =
      if let organization: Organization.ID = try row.idIfAny("organization") {
        .organization(organization)
      } else {
        .account(try row.id("account"))
      }
    return Consent(
      id: try row.id("id"), person: try row.id("person"), receiver: receiver, purpose: try row.word("purpose"),
      kinds: try row.words("kinds"), givenAt: try row.instant("given_at"), from: try row.instant("from_at"),
      until: try row.instantIfAny("until_at"), revokedAt: try row.instantIfAny("revoked_at"))
  }
}
