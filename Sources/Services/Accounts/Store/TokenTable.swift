public import Cryptography
public import Vocabulary

/// What can be used once.
public protocol TokenTable {
  func token(_ digest: Digest) throws -> OneTimeToken?
  func add(_ token: OneTimeToken) throws
  /// Notes one more try in vain.
  func change(_ token: OneTimeToken) throws
  func removeToken(_ digest: Digest) throws
  /// Removes those of an account for some purposes.
  func removeTokens(of account: Account.ID, for purposes: [OneTimeToken.Purpose]) throws
  /// Removes those that were sent to an address for a purpose.
  func removeTokens(sentTo email: Digest, for purpose: OneTimeToken.Purpose) throws
  func removeTokens(endedBefore: Instant) throws
}
