import Cryptography
import Vocabulary

/// Checks codes, and uses them up.
struct Codes {
  let accounts: Accounts
  let tables: any AccountTables
  let now: Instant

  /// Whether a text is a code of the application or a recovery code; it is no more afterward.
  func spend(_ typed: String, of account: Account) throws -> Bool {
    let code = String(typed.filter { $0.isLetter || $0.isNumber }.prefix(64))
    return try spendApplicationCode(code, of: account) || spendRecoveryCode(code, of: account)
  }

  /// Whether it is a code of the application that is enabled.
  private func spendApplicationCode(_ code: String, of account: Account) throws -> Bool {
    guard var factor = try tables.secondFactor(of: account.id), factor.enabledAt != nil,
      let step = try matchedStep(code, factor)
    else { return false }
    factor.lastStep = step
    try tables.put(factor)
    return true
  }

  /// The step of a code that was not used yet; nil when it is wrong.
  func matchedStep(_ code: String, _ factor: SecondFactor) throws -> Int64? {
    let secret = try accounts.vault.open(factor.secret, as: .secondFactor, of: factor.account.bytes)
    return TOTP(secret: secret)?.matchedStep(code, at: now.microseconds / 1_000_000, lastUsed: factor.lastStep)
  }

  private func spendRecoveryCode(_ code: String, of account: Account) throws -> Bool {
    guard let code = RecoveryCode(text: code), try tables.secondFactor(of: account.id)?.enabledAt != nil,
      try tables.spendRecoveryCode(code.digest, of: account.id)
    else { return false }
    try accounts.post(
      .recoveryCodeUsed(left: try tables.recoveryCodeCount(of: account.id)), to: account, in: tables)
    return true
  }
}
