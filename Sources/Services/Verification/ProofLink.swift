public import Vocabulary

/// A link by which whoever has it sees whether some certifications of one person are current. Its token is shown once and kept
/// as its digest.
public struct ProofLink: Hashable, Sendable {
  public typealias ID = Identifier<ProofLink>

  /// What for, from a short list: it tells the person later to whom they gave it.
  public enum Purpose: String, CaseIterable, Sendable {
    /// Somebody applies for work.
    case job
    /// An employer keeps a file on somebody who works there.
    case file
    /// A school or a program.
    case school
    case other
  }

  /// What it shows.
  public struct Content: Hashable, Sendable {
    /// `aama/cma`; at least one, at most `mostCredentials`.
    public let credentials: [String]
    public let purpose: Purpose
    /// What the person wants to be called there; 1 to `longestName` characters.
    public let name: String

    public init(credentials: [String], purpose: Purpose, name: String) {
      (self.credentials, self.purpose, self.name) = (credentials, purpose, name)
    }
  }

  /// Where it stands at a moment.
  public enum State: Hashable, Sendable {
    case open
    case expired
    case revoked(at: Instant)
  }

  /// The most that are open at once.
  public static let most = 20
  public static let mostCredentials = 8
  public static let longestName = 100
  /// For how many days one can be made.
  public static let choicesOfDays = [7, 30, 90, 365]

  public let id: ID
  public let person: PersonID
  public let madeAt: Instant
  public let endsAt: Instant
  public var revokedAt: Instant?

  public init(id: ID, person: PersonID, madeAt: Instant, endsAt: Instant, revokedAt: Instant? = nil) {
    self.id = id
    self.person = person
    self.madeAt = madeAt
    self.endsAt = endsAt
    self.revokedAt = revokedAt
  }

  /// Once revoked it never opens again, whatever a clock says.
  public func state(at now: Instant) -> State {
    if let revokedAt { return .revoked(at: revokedAt) }
    return Lifetime.holds(from: madeAt, until: endsAt, at: now) ? .open : .expired
  }
}
