public import Vocabulary

/// That a parent or guardian agrees that somebody under 18 shares with a school.
public struct GuardianConsent: Hashable, Sendable {
  public typealias ID = Identifier<GuardianConsent>

  /// How it was given.
  public enum Source: Hashable, Sendable {
    /// By the link in a mail, to this address, sealed.
    case mail([UInt8])
    /// On paper, which a member of the school has seen.
    case paper(seenBy: Account.ID)
  }

  public let id: ID
  /// The account of the minor.
  public let account: Account.ID
  public let source: Source
  public let givenAt: Instant
  public var withdrawnAt: Instant?

  public init(id: ID, account: Account.ID, source: Source, givenAt: Instant, withdrawnAt: Instant? = nil) {
    self.id = id
    self.account = account
    self.source = source
    self.givenAt = givenAt
    self.withdrawnAt = withdrawnAt
  }

  /// Whether it stands. Once withdrawn it never does again; another one has to be given.
  public var isActive: Bool { withdrawnAt == nil }
}
