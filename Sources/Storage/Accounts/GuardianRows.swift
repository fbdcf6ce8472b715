import Services
import Vocabulary

extension SQLAccountTables {
  private static let columns = "SELECT id, account, email, seen_by, given_at, withdrawn_at FROM guardian_consent"

  func guardianConsents(of account: Account.ID) throws -> [GuardianConsent] {
    try all("\(Self.columns) WHERE account = $1 ORDER BY given_at DESC, id", [.id(account)]).map(guardianConsent)
  }

  func guardianConsent(_ id: GuardianConsent.ID) throws -> GuardianConsent? {
    try one("\(Self.columns) WHERE id = $1", [.id(id)]).map(guardianConsent)
  }

  func add(_ consent: GuardianConsent) throws {
    let (email, seenBy) = parts(consent.source)
    try statements.run(
      """
      INSERT INTO guardian_consent (id, account, email, seen_by, given_at, withdrawn_at) VALUES ($1, $2, $3, $4, $5, $6)
      """,
      [
        .id(consent.id), .id(consent.account), Value(email), .id(seenBy), Value(consent.givenAt),
        Value(consent.withdrawnAt),
      ])
  }

  func change(_ consent: GuardianConsent) throws {
    let (email, seenBy) = parts(consent.source)
    try statements.run(
      "UPDATE guardian_consent SET email = $1, seen_by = $2, withdrawn_at = $3 WHERE id = $4",
      [Value(email), .id(seenBy), Value(consent.withdrawnAt), .id(consent.id)])
  }

  private func parts(_ source: GuardianConsent.Source) -> (email: [UInt8]?, seenBy: Account.ID?) {
    switch source {
    case .mail(let email): (email, nil)
    case .paper(let seenBy): (nil, seenBy)
    }
  }

  private func guardianConsent(_ row: Row) throws -> GuardianConsent {
    let source: GuardianConsent.Source =
      if let email = try row.bytesIfAny("email") { .mail(email) } else { .paper(seenBy: try row.id("seen_by")) }
    return GuardianConsent(
      id: try row.id("id"), account: try row.id("account"), source: source, givenAt: try row.instant("given_at"),
      withdrawnAt: try row.instantIfAny("withdrawn_at"))
  }
}
