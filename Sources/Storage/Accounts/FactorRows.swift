import Cryptography
import Services
import Vocabulary

extension SQLAccountTables {
  func secondFactor(of account: Account.ID) throws -> SecondFactor? {
    try one("SELECT account, secret, last_step, enabled_at FROM second_factor WHERE account = $1", [.id(account)])
      .map { row in
        SecondFactor(
          account: try row.id("account"), secret: try row.bytes("secret"), lastStep: try row.integerIfAny("last_step"),
          enabledAt: try row.instantIfAny("enabled_at"))
      }
  }

  func put(_ factor: SecondFactor) throws {
    try statements.run(
      """
      INSERT INTO second_factor (account, secret, last_step, enabled_at) VALUES ($1, $2, $3, $4)
      ON CONFLICT (account) DO UPDATE SET secret = $2, last_step = $3, enabled_at = $4
      """, [.id(factor.account), .bytes(factor.secret), Value(factor.lastStep), Value(factor.enabledAt)])
  }

  func removeSecondFactor(of account: Account.ID) throws {
    try statements.run("DELETE FROM second_factor WHERE account = $1", [.id(account)])
  }

  func putRecoveryCodes(_ codes: [Digest], of account: Account.ID) throws {
    try statements.run("DELETE FROM recovery_code WHERE account = $1", [.id(account)])
    for code in codes {
      try statements.run(
        "INSERT INTO recovery_code (account, digest) VALUES ($1, $2)", [.id(account), .digest(code)])
    }
  }

  func spendRecoveryCode(_ code: Digest, of account: Account.ID) throws -> Bool {
    try statements.run(
      "DELETE FROM recovery_code WHERE account = $1 AND digest = $2", [.id(account), .digest(code)]) == 1
  }

  func recoveryCodeCount(of account: Account.ID) throws -> Int {
    try statements.count("SELECT COUNT(*) FROM recovery_code WHERE account = $1", [.id(account)])
  }
}
