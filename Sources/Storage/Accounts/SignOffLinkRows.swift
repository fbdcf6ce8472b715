import Cryptography
import Services
import Vocabulary

extension SQLAccountTables {
  private static let columns = "SELECT id, person, made_at, ends_at, revoked_at, answered_at FROM sign_off_link"

  func signOffLink(token: Digest) throws -> SignOffLink? {
    try one("\(Self.columns) WHERE token = $1", [.digest(token)]).map(signOffLink)
  }

  func signOffLinks(of person: PersonID) throws -> [SignOffLink] {
    try all("\(Self.columns) WHERE person = $1 ORDER BY made_at DESC, id", [.id(person)]).map(signOffLink)
  }

  func add(_ link: SignOffLink, token: Digest) throws {
    try statements.run(
      """
      INSERT INTO sign_off_link (id, token, person, made_at, ends_at, revoked_at, answered_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7)
      """,
      [
        .id(link.id), .digest(token), .id(link.person), Value(link.madeAt), Value(link.endsAt), Value(link.revokedAt),
        Value(link.answeredAt),
      ])
  }

  func change(_ link: SignOffLink) throws {
    try statements.run(
      "UPDATE sign_off_link SET revoked_at = $1, answered_at = $2 WHERE id = $3",
      [Value(link.revokedAt), Value(link.answeredAt), .id(link.id)])
  }

  private func signOffLink(_ row: Row) throws -> SignOffLink {
    SignOffLink(
      id: try row.id("id"), person: try row.id("person"), madeAt: try row.instant("made_at"),
      endsAt: try row.instant("ends_at"), revokedAt: try row.instantIfAny("revoked_at"),
      answeredAt: try row.instantIfAny("answered_at"))
  }
}
