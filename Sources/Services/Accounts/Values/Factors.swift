public import Cryptography
public import Vocabulary

/// The authenticator application of an account.
public struct SecondFactor: Hashable, Sendable {
  public let account: Account.ID
  /// Its secret, sealed; see `AccountVault`.
  public var secret: [UInt8]
  /// The step of the last code that was used: no code is good twice.
  public var lastStep: Int64?
  /// Since when it is asked for; nil until its first code was right.
  public var enabledAt: Instant?

  public init(account: Account.ID, secret: [UInt8], lastStep: Int64?, enabledAt: Instant?) {
    (self.account, self.secret, self.lastStep, self.enabledAt) = (account, secret, lastStep, enabledAt)
  }
}

/// A browser in which somebody has signed in before. Wrong tries elsewhere do not keep it out.
public struct KnownDevice: Hashable, Sendable {
  /// How many an account has at most; one more forgets the one that was used longest ago.
  public static let most = 10
  /// How long one is remembered after it was last used to sign in.
  public static let lifetime = Duration.seconds(180 * 86_400)

  public let token: Digest
  public let account: Account.ID
  public let seenAt: Instant

  public init(token: Digest, account: Account.ID, seenAt: Instant) {
    (self.token, self.account, self.seenAt) = (token, account, seenAt)
  }

  /// Whether it still is one.
  public func isKnown(at now: Instant) -> Bool {
    Lifetime.holds(from: seenAt, until: seenAt + Self.lifetime, at: now)
  }
}
