import Cryptography
import Services
import Vocabulary

extension SQLAccountTables {
  func token(_ digest: Digest) throws -> OneTimeToken? {
    try one(
      """
      SELECT digest, purpose, account, email, payload, tries, created_at, ends_at FROM one_time_token WHERE digest = $1
      """, [.digest(digest)]
    ).map { row in
      OneTimeToken(
        digest: try row.digest("digest"), purpose: try row.word("purpose"), account: try row.idIfAny("account"),
        email: try row.digestIfAny("email"), payload: try row.bytes("payload"), tries: try row.int("tries"),
        createdAt: try row.instant("created_at"), endsAt: try row.instant("ends_at"))
    }
  }

  func add(_ token: OneTimeToken) throws {
    try statements.run(
      """
      INSERT INTO one_time_token (digest, purpose, account, email, payload, tries, created_at, ends_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
      """,
      [
        .digest(token.digest), .text(token.purpose.rawValue), .id(token.account), .digest(token.email),
        .bytes(token.payload), Value(token.tries), Value(token.createdAt), Value(token.endsAt),
      ])
  }

  func change(_ token: OneTimeToken) throws {
    try statements.run(
      "UPDATE one_time_token SET tries = $1 WHERE digest = $2", [Value(token.tries), .digest(token.digest)])
  }

  func removeToken(_ digest: Digest) throws {
    try statements.run("DELETE FROM one_time_token WHERE digest = $1", [.digest(digest)])
  }

  func removeTokens(of account: Account.ID, for purposes: [OneTimeToken.Purpose]) throws {
    for purpose in purposes {
      try statements.run(
        "DELETE FROM one_time_token WHERE account = $1 AND purpose = $2", [.id(account), .text(purpose.rawValue)])
    }
  }

  func removeTokens(sentTo email: Digest, for purpose: OneTimeToken.Purpose) throws {
    try statements.run(
      "DELETE FROM one_time_token WHERE email = $1 AND purpose = $2", [.digest(email), .text(purpose.rawValue)])
  }

  func removeTokens(endedBefore: Instant) throws {
    try statements.run("DELETE FROM one_time_token WHERE ends_at <= $1", [Value(endedBefore)])
  }
}
