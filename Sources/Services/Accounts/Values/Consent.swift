public import Rules
public import Vocabulary

/// That somebody shares parts of their record: what, with whom, what for, and for how long. Nothing is shared without one.
public struct Consent: Hashable, Sendable {
  public typealias ID = Identifier<Consent>

  /// What for. Each belongs to the roles that need it.
  public enum Purpose: String, CaseIterable, Sendable {
    /// Help toward a certification.
    case coaching
    /// Teaching, and the reports of a program.
    case schooling
    /// Finding work, and keeping a file complete.
    case placement
    /// Answering whether somebody is certified.
    case verification
  }

  /// With whom.
  public enum Receiver: Hashable, Sendable {
    /// With the members of an organization whose role needs it.
    case organization(Organization.ID)
    /// With one person.
    case account(Account.ID)
  }

  public let id: ID
  public let person: PersonID
  public let receiver: Receiver
  public let purpose: Purpose
  /// The kinds of evidence that are shared; at least one.
  public let kinds: Set<EvidenceKind>
  public let givenAt: Instant
  /// From when on it can be used.
  public let from: Instant
  /// From when on it cannot be used any more; nil until it is revoked.
  public let until: Instant?
  public var revokedAt: Instant?

  public init(
    id: ID, person: PersonID, receiver: Receiver, purpose: Purpose, kinds: Set<EvidenceKind>, givenAt: Instant,
    from: Instant, until: Instant?, revokedAt: Instant? = nil
  ) {
    self.id = id
    self.person = person
    self.receiver = receiver
    self.purpose = purpose
    self.kinds = kinds
    self.givenAt = givenAt
    self.from = from
    self.until = until
    self.revokedAt = revokedAt
  }

  /// Whether something can be looked at by it. Once revoked it never can, whatever a clock says.
  public func isActive(at now: Instant) -> Bool {
    revokedAt == nil && from <= now && (until.map { now < $0 } ?? true)
  }
}
