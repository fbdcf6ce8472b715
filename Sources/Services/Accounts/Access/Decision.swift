/// Whether something can be done.
public enum Decision: Hashable, Sendable {
  case allowed(Basis)
  case refused(Refusal)

  /// Why it can.
  public enum Basis: Hashable, Sendable {
    /// It is one's own.
    case own
    /// Whoever is at the machine can do it anyway.
    case machine
    case administrator
    /// By membership in the organization.
    case member
    /// The owner shares it.
    case consent(Consent)
  }

  public var isAllowed: Bool {
    switch self {
    case .allowed: true
    case .refused: false
    }
  }

  /// Why it cannot; nil when it can.
  public var refusal: Refusal? {
    switch self {
    case .allowed: nil
    case .refused(let refusal): refusal
    }
  }

  /// The same, or a refusal when a condition does not hold.
  func provided(_ condition: Bool, else refusal: Refusal) -> Decision {
    switch self {
    case .allowed: condition ? self : .refused(refusal)
    case .refused: self
    }
  }
}

/// Why something cannot be done, the least specific first: of several reasons the last one is told.
public enum Refusal: Int, Error, CaseIterable, Hashable, Sendable {
  /// Such an action has no such subject.
  case otherSubject
  case signInNeeded
  /// It is somebody else's.
  case notYours
  /// Only administrators can.
  case notAdministrator
  case notMember
  /// The role is not one that needs it.
  case notInRole
  /// An organization of this kind has no such role.
  case roleNotHere
  case permissionNeeded
  /// Somebody else has to do it.
  case notOnYourself
  /// Under 18.
  case adultsOnly
  case noConsent
  case consentNotBegun
  case consentEnded
  /// The consent names other kinds of evidence.
  case notInConsent
  /// Under 18, nothing is shared but with a school.
  case minorOutsideSchool
  case guardianNeeded
  /// Health items and screenings need a permission of their own.
  case sensitivePermissionNeeded
  case secondFactorNeeded
  case recentSignInNeeded
}
