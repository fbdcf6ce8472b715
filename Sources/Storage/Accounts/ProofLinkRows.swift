import Cryptography
import Services
import Vocabulary

extension SQLAccountTables {
  private static let columns = "SELECT id, person, made_at, ends_at, revoked_at FROM proof_link"

  func proofLink(token: Digest) throws -> ProofLink? {
    try one("\(Self.columns) WHERE token = $1", [.digest(token)]).map(proofLink)
  }

  func proofLinks(of person: PersonID) throws -> [ProofLink] {
    try all("\(Self.columns) WHERE person = $1 ORDER BY made_at DESC, id", [.id(person)]).map(proofLink)
  }

  func add(_ link: ProofLink, token: Digest) throws {
    try statements.run(
      "INSERT INTO proof_link (id, token, person, made_at, ends_at, revoked_at) VALUES ($1, $2, $3, $4, $5, $6)",
      [
        .id(link.id), .digest(token), .id(link.person), Value(link.madeAt), Value(link.endsAt), Value(link.revokedAt),
      ])
  }

  func change(_ link: ProofLink) throws {
    try statements.run(
      "UPDATE proof_link SET revoked_at = $1 WHERE id = $2", [Value(link.revokedAt), .id(link.id)])
  }

  private func proofLink(_ row: Row) throws -> ProofLink {
    ProofLink(
      id: try row.id("id"), person: try row.id("person"), madeAt: try row.instant("made_at"),
      endsAt: try row.instant("ends_at"), revokedAt: try row.instantIfAny("revoked_at"))
  }
}
