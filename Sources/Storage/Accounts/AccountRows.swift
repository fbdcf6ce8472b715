import Cryptography
import Services
import Vocabulary

extension SQLAccountTables {
  private static let columns = """
    SELECT id, person, email, email_digest, password_hash, language, adult_from, is_administrator, created_at, disabled_at
    FROM account
    """

  func account(_ id: Account.ID) throws -> Account? {
    try one("\(Self.columns) WHERE id = $1", [.id(id)]).map(account)
  }

  func account(of person: PersonID) throws -> Account? {
    try one("\(Self.columns) WHERE person = $1", [.id(person)]).map(account)
  }

  func account(emailDigests: [Digest]) throws -> Account? {
    guard !emailDigests.isEmpty else { return nil }
    let places = emailDigests.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
    return try one("\(Self.columns) WHERE email_digest IN (\(places))", emailDigests.map { .digest($0) }).map(account)
  }

  func add(_ account: Account) throws -> Bool {
    try statements.run(
      """
      INSERT INTO account (id, person, email, email_digest, password_hash, language, adult_from, is_administrator,
        created_at, disabled_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (email_digest) DO NOTHING
      """,
      [
        .id(account.id), .id(account.person), .bytes(account.email), .digest(account.emailDigest),
        .text(account.passwordHash), .text(account.language.rawValue), Value(account.adultFrom),
        Value(account.isAdministrator), Value(account.createdAt), Value(account.disabledAt),
      ]) == 1
  }

  func change(_ account: Account) throws -> Bool {
    try statements.run(
      """
      UPDATE account SET email = $1, email_digest = $2, password_hash = $3, language = $4, adult_from = $5,
        is_administrator = $6, disabled_at = $7
      WHERE id = $8 AND NOT EXISTS (SELECT 1 FROM account AS other WHERE other.email_digest = $2 AND other.id <> $8)
      """,
      [
        .bytes(account.email), .digest(account.emailDigest), .text(account.passwordHash),
        .text(account.language.rawValue), Value(account.adultFrom), Value(account.isAdministrator),
        Value(account.disabledAt), .id(account.id),
      ]) == 1
  }

  /// The rows that name it go with it.
  func remove(_ account: Account.ID) throws {
    try statements.run("DELETE FROM account WHERE id = $1", [.id(account)])
  }

  func accounts(after: Account.ID?, limit: Int) throws -> [Account] {
    try statements.rows(
      "\(Self.columns) WHERE id > $1 ORDER BY id LIMIT $2", [.bytes(after?.bytes ?? []), Value(limit)]
    ).map(account)
  }

  func administratorCount() throws -> Int {
    try lockAdministrators()
    return try statements.count("SELECT COUNT(*) FROM account WHERE is_administrator = 1 AND disabled_at IS NULL")
  }

  private func account(_ row: Row) throws -> Account {
    Account(
      id: try row.id("id"), person: try row.id("person"), email: try row.bytes("email"),
      emailDigest: try row.digest("email_digest"), passwordHash: try row.text("password_hash"),
      language: try row.word("language"), adultFrom: try row.dayIfAny("adult_from"),
      isAdministrator: try row.bool("is_administrator"), createdAt: try row.instant("created_at"),
      disabledAt: try row.instantIfAny("disabled_at"))
  }
}
