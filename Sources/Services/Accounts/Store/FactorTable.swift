public import Cryptography

/// Second factors and recovery codes.
public protocol FactorTable {
  func secondFactor(of account: Account.ID) throws -> SecondFactor?
  /// Adds it, or takes the place of the one that is there.
  func put(_ factor: SecondFactor) throws
  func removeSecondFactor(of account: Account.ID) throws
  /// Takes the place of the codes that are there.
  func putRecoveryCodes(_ codes: [Digest], of account: Account.ID) throws
  /// Whether there was such a code; it is gone then.
  func spendRecoveryCode(_ code: Digest, of account: Account.ID) throws -> Bool
  func recoveryCodeCount(of account: Account.ID) throws -> Int
}
