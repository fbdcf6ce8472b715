public import Rules

extension Role {
  /// For which purpose of a consent somebody of this role looks at a record; nil for roles that look at none.
  public var purpose: Consent.Purpose? {
    switch self {
    case .coach: .coaching
    case .director: .schooling
    case .coordinator, .recruiter: .placement
    case .verifier: .verification
    case .person, .administrator: nil
    }
  }

  /// Which kinds of evidence this role needs to know. More is not shown, whatever a consent names.
  public var needs: Set<EvidenceKind> {
    switch self {
    case .person, .administrator: []
    case .coach: Set(EvidenceKind.allCases).subtracting([.health, .screening])
    case .coordinator: Set(EvidenceKind.allCases)
    case .director:
      [
        .person, .diploma, .program, .work, .application, .attempt, .certification, .activity, .card, .document,
        .decision, .license, .training, .health, .screening, .personName,
      ]
    case .recruiter: [.person, .diploma, .program, .work, .certification, .activity, .card, .license, .training]
    case .verifier: [.certification, .card, .license, .training, .personName]
    }
  }
}

extension Organization.Kind {
  /// Whether somebody in it asks issuers about the records of people.
  public var asksIssuers: Bool { roles.contains(where: \.checks) }
}

extension Role {
  /// Whether it asks issuers about the records of people, and notes what they say.
  var checks: Bool {
    switch self {
    case .coordinator, .verifier: true
    case .person, .coach, .recruiter, .director, .administrator: false
    }
  }
}

extension EvidenceKind {
  /// The permission that a member of an organization needs besides their role; nil for kinds that need none.
  public var permission: Permission? {
    switch self {
    case .health: .health
    case .screening: .screening
    case .person, .diploma, .program, .work, .application, .attempt, .certification, .activity, .fee, .card, .document,
      .decision, .license, .training, .personName:
      nil
    }
  }
}
