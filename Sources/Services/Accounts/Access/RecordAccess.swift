import Rules
import Vocabulary

/// Who can do what to a record. Nobody but its owner does anything without a consent, at the machine neither.
struct RecordAccess {
  let requester: Requester
  let record: SharedRecord
  let now: Instant

  func decide(_ action: Action) -> Decision {
    let signedIn: SignedIn
    switch requester {
    case .nobody: return .refused(.signInNeeded)
    case .machine: return .refused(.notYours)
    case .account(let found): signedIn = found
    }
    let isOwn = signedIn.person == record.person
    let own: Decision = isOwn ? .allowed(.own) : .refused(.notYours)
    switch action {
    case .read(let kind): return isOwn ? own : shared(kind, with: signedIn)
    case .add, .revokeConsent, .seeConsents, .keepRoadmaps, .keepReminders, .keepExternship, .seeChecks: return own
    case .check(let kind):
      return isOwn ? .refused(.notOnYourself) : shared(kind, with: signedIn) { $0.role.checks }
    case .coach(let kind):
      return isOwn ? .refused(.notOnYourself) : shared(kind, with: signedIn) { $0.role == .coach }
    case .giveLink: return own.provided(!record.isMinor, else: .minorOutsideSchool)
    case .export: return own.provided(signedIn.isRecent, else: .recentSignInNeeded)
    case .giveConsent(let kind):
      return own.provided(!record.isMinor || kind == .school, else: .minorOutsideSchool)
        .provided(!record.isMinor || record.hasGuardian, else: .guardianNeeded)
    case .noteGuardian: return isOwn ? .refused(.notOnYourself) : guardian(by: signedIn)
    case .seeAccount, .changeSignIn, .endSessions, .disableAccount, .deleteAccount, .setAdministrator, .placeHold,
      .seeOrganization, .seeMembers, .seeWorkList, .seeCandidates, .keepHook, .keepCheckDays, .invite, .join,
      .removeMember,
      .setPermissions,
      .createOrganization,
      .seeAccounts, .keepKeys, .seeOperations:
      return .refused(.otherSubject)
    }
  }

  /// The first consent that lets them look; else the most specific reason why none does.
  ///
  /// - Parameter fits: the memberships that count; nil: all of them, and what one person shares with another.
  private func shared(
    _ kind: EvidenceKind, with signedIn: SignedIn, _ fits: ((Membership) -> Bool)? = nil
  ) -> Decision {
    let decisions = record.consents.flatMap { consent in
      switch consent.receiver {
      case .account(let account):
        return account == signedIn.account && fits == nil ? [personal(consent, kind, signedIn)] : []
      case .organization(let organization):
        let own = signedIn.memberships.filter { $0.organization == organization && $0.account == signedIn.account }
        return own.map { fits?($0) ?? true ? member(consent, kind, signedIn, $0) : .refused(.notInRole) }
      }
    }
    let none: Refusal = signedIn.memberships.contains { $0.role.purpose != nil } ? .noConsent : .notYours
    return decisions.first(where: \.isAllowed)
      ?? .refused(decisions.compactMap(\.refusal).max { $0.rawValue < $1.rawValue } ?? none)
  }

  /// What one person shares with another. No organization answers for that, so nothing sensitive is.
  private func personal(_ consent: Consent, _ kind: EvidenceKind, _ signedIn: SignedIn) -> Decision {
    named(consent, kind).provided(!record.isMinor, else: .minorOutsideSchool)
      .provided(kind.permission == nil, else: .sensitivePermissionNeeded)
      .provided(signedIn.factors >= 2, else: .secondFactorNeeded)
  }

  private func member(
    _ consent: Consent, _ kind: EvidenceKind, _ signedIn: SignedIn, _ membership: Membership
  ) -> Decision {
    let needs = membership.role.purpose == consent.purpose && membership.role.needs.contains(kind)
    guard needs else { return .refused(.notInRole) }
    return named(consent, kind).provided(!record.isMinor || membership.kind == .school, else: .minorOutsideSchool)
      .provided(!record.isMinor || record.hasGuardian, else: .guardianNeeded)
      .provided(kind.permission.map(membership.permissions.contains) ?? true, else: .sensitivePermissionNeeded)
      .provided(signedIn.factors >= 2, else: .secondFactorNeeded)
  }

  /// Whether a consent of this person stands now, and names the kind.
  private func named(_ consent: Consent, _ kind: EvidenceKind) -> Decision {
    Decision.allowed(.consent(consent)).provided(consent.person == record.person, else: .noConsent)
      .provided(consent.from <= now, else: .consentNotBegun)
      .provided(consent.isActive(at: now), else: .consentEnded)
      .provided(consent.kinds.contains(kind), else: .notInConsent)
  }

  /// Who runs a school notes what the guardians of its students have signed.
  private func guardian(by signedIn: SignedIn) -> Decision {
    let directs = signedIn.memberships.contains {
      $0.role == .director && $0.kind == .school && record.memberOf.contains($0.organization)
    }
    return Decision.allowed(.member).provided(directs, else: .notInRole)
      .provided(signedIn.factors >= 2, else: .secondFactorNeeded)
  }
}
