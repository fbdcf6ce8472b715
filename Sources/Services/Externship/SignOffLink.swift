public import Vocabulary

/// A link by which a preceptor signs some days of an externship: for that alone, once, until it ends. Its token is shown once and
/// kept as its digest.
public struct SignOffLink: Hashable, Sendable {
  public typealias ID = Identifier<SignOffLink>

  /// Where it stands at a moment.
  public enum State: Hashable, Sendable {
    case open
    /// The preceptor has answered. From then on the link serves to take a consent as a reference back, and for nothing else.
    case answered(at: Instant)
    case expired
    case revoked(at: Instant)
  }

  /// The most that are open at once.
  public static let most = 20
  /// The most days that one is for.
  public static let mostDays = 60
  /// For how many days one can be made.
  public static let choicesOfDays = [7, 14, 30]

  public let id: ID
  public let person: PersonID
  public let madeAt: Instant
  public let endsAt: Instant
  public var revokedAt: Instant?
  public var answeredAt: Instant?

  public init(
    id: ID, person: PersonID, madeAt: Instant, endsAt: Instant, revokedAt: Instant? = nil, answeredAt: Instant? = nil
  ) {
    (self.id, self.person, self.madeAt, self.endsAt) = (id, person, madeAt, endsAt)
    (self.revokedAt, self.answeredAt) = (revokedAt, answeredAt)
  }

  /// Once answered or revoked it never opens again, whatever a clock says.
  public func state(at now: Instant) -> State {
    if let answeredAt { return .answered(at: answeredAt) }
    if let revokedAt { return .revoked(at: revokedAt) }
    return Lifetime.holds(from: madeAt, until: endsAt, at: now) ? .open : .expired
  }
}
