public import Cryptography
public import Vocabulary

/// That a browser is signed in.
public struct Session: Hashable, Sendable {
  public typealias ID = Identifier<Session>

  /// How many an account has at most; one more ends the one that was used longest ago.
  public static let most = 10
  /// For how long after somebody signed in, or did so again, they can change what they sign in with.
  public static let recent = Duration.seconds(600)
  /// How old the note of the last use gets before it is written again.
  static let touched = Duration.seconds(60)

  /// How long a session lasts. `docs/explanation/accounts.md` says why.
  public enum Kind: String, CaseIterable, Sendable {
    /// On a device of one's own, with one's own record.
    case own
    /// With a role that looks at records of others.
    case staff
    /// On a phone that others use too.
    case shared

    /// After how long without a request it ends.
    public var idle: Duration {
      switch self {
      case .own: .seconds(12 * 3600)
      case .staff: .seconds(3600)
      case .shared: .seconds(600)
      }
    }

    /// After how long it ends, however much it is used.
    public var longest: Duration {
      switch self {
      case .own: .seconds(7 * 86_400)
      case .staff: .seconds(12 * 3600)
      case .shared: .seconds(3600)
      }
    }

    /// Whether the browser forgets its cookie when it is closed.
    public var isForgottenOnClose: Bool { self == .shared }
  }

  public let id: ID
  /// The digest of its token, another one after each rotation.
  public var token: Digest
  public let account: Account.ID
  public var kind: Kind
  /// How many factors were shown: 1 or 2.
  public var factors: Int
  public let device: DeviceLabel
  public let startedAt: Instant
  /// When the password, and the second factor if there is one, was shown last.
  public var authenticatedAt: Instant
  /// When it was last used, to the minute.
  public var seenAt: Instant

  public init(
    id: ID, token: Digest, account: Account.ID, kind: Kind, factors: Int, device: DeviceLabel, startedAt: Instant,
    authenticatedAt: Instant, seenAt: Instant
  ) {
    self.id = id
    self.token = token
    self.account = account
    self.kind = kind
    self.factors = factors
    self.device = device
    self.startedAt = startedAt
    self.authenticatedAt = authenticatedAt
    self.seenAt = seenAt
  }

  /// When it ends if it is not used again.
  public var endsAt: Instant { min(startedAt + kind.longest, seenAt + kind.idle) }

  /// Whether it still lets its token in.
  public func isAlive(at now: Instant) -> Bool {
    Lifetime.holds(from: startedAt, until: endsAt, at: now) && seenAt <= now + Lifetime.slack
  }

  /// Whether its owner has just shown who they are.
  public func isRecent(at now: Instant) -> Bool {
    Lifetime.holds(from: authenticatedAt, until: authenticatedAt + Self.recent, at: now)
  }

  /// Whether its last use is to be noted.
  func needsTouch(at now: Instant) -> Bool { now - seenAt >= Self.touched }
}
