import Services
import Vocabulary

extension SQLAccountTables {
  func holds(on account: Account.ID) throws -> [Hold] {
    try all(
      "SELECT account, kind, reason, through, placed_at FROM account_hold WHERE account = $1 ORDER BY kind",
      [.id(account)]
    ).map { row in
      Hold(
        account: try row.id("account"), kind: try row.word("kind"), reason: try row.bytes("reason"),
        through: try row.dayIfAny("through"), placedAt: try row.instant("placed_at"))
    }
  }

  func put(_ hold: Hold) throws {
    try statements.run(
      """
      INSERT INTO account_hold (account, kind, reason, through, placed_at) VALUES ($1, $2, $3, $4, $5)
      ON CONFLICT (account, kind) DO UPDATE SET reason = $3, through = $4, placed_at = $5
      """,
      [
        .id(hold.account), .text(hold.kind.rawValue), .bytes(hold.reason), Value(hold.through), Value(hold.placedAt),
      ])
  }

  func removeHold(_ kind: Hold.Kind, on account: Account.ID) throws -> Bool {
    try statements.run(
      "DELETE FROM account_hold WHERE account = $1 AND kind = $2", [.id(account), .text(kind.rawValue)]) == 1
  }
}
