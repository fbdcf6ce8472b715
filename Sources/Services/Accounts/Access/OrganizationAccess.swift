/// Who can do what to an organization.
struct OrganizationAccess {
  let requester: Requester
  let organization: Organization.ID
  let kind: Organization.Kind

  func decide(_ action: Action) -> Decision {
    switch action {
    case .seeOrganization: member { _ in true }
    case .seeMembers: member { $0.role.isStaff }.withSecondFactor(requester)
    case .seeWorkList: staff { $0.role.checks }
    case .seeCandidates: staff { $0.role == .coach }
    case .invite(let role):
      keeper(recent: false).provided(kind.roles.contains(role), else: .roleNotHere)
    case .join(let role): joining(role)
    case .removeMember(let account):
      isOneself(account) ? .allowed(.own) : keeper(recent: true)
    case .setPermissions(let account):
      keeper(recent: true).provided(!isOneself(account), else: .notOnYourself)
    case .keepHook, .keepCheckDays: keeper(recent: false)
    case .seeAccount, .changeSignIn, .endSessions, .disableAccount, .deleteAccount, .setAdministrator, .placeHold,
      .read, .add, .export, .giveConsent, .revokeConsent, .seeConsents, .noteGuardian, .keepRoadmaps, .keepReminders,
      .check, .seeChecks, .coach, .giveLink, .keepExternship, .createOrganization, .seeAccounts, .keepKeys,
      .seeOperations:
      .refused(.otherSubject)
    }
  }

  /// A member of whom something holds, or an administrator.
  private func member(_ holds: (Membership) -> Bool) -> Decision {
    switch requester {
    case .nobody: return .refused(.signInNeeded)
    case .machine: return .allowed(.machine)
    case .account(let signedIn):
      let memberships = signedIn.memberships.filter { $0.organization == organization }
      if memberships.contains(where: holds) { return .allowed(.member) }
      if signedIn.isAdministrator { return .allowed(.administrator) }
      return .refused(memberships.isEmpty ? .notMember : .notInRole)
    }
  }

  /// Who keeps the list of members: a member with that permission, or an administrator.
  private func keeper(recent: Bool) -> Decision {
    let decision = member { $0.permissions.contains(.members) }.withSecondFactor(requester)
    return (decision == .refused(.notInRole) ? .refused(.permissionNeeded) : decision)
      .provided(!recent || requester.isRecent, else: .recentSignInNeeded)
  }

  /// Whose role it is, to ask issuers or to coach: nobody else, an administrator neither.
  private func staff(_ holds: (Membership) -> Bool) -> Decision {
    switch requester {
    case .nobody: .refused(.signInNeeded)
    case .machine: .refused(.notInRole)
    case .account: member(holds).asMemberOnly.withSecondFactor(requester)
    }
  }

  private func joining(_ role: Role) -> Decision {
    switch requester {
    case .nobody: .refused(.signInNeeded)
    case .machine: .refused(.notOnYourself)
    case .account(let signedIn):
      Decision.allowed(.own).provided(kind.roles.contains(role), else: .roleNotHere)
        .provided(!signedIn.isMinor || !role.isStaff, else: .adultsOnly)
        .provided(!signedIn.isMinor || kind == .school, else: .minorOutsideSchool)
    }
  }

  private func isOneself(_ account: Account.ID) -> Bool {
    switch requester {
    case .nobody, .machine: false
    case .account(let signedIn): signedIn.account == account
    }
  }
}

extension Requester {
  /// Whether they have just shown who they are, as who is at the machine always has.
  fileprivate var isRecent: Bool {
    switch self {
    case .nobody: false
    case .machine: true
    case .account(let signedIn): signedIn.isRecent
    }
  }
}

extension Decision {
  /// The same, but an administrator is not let in.
  fileprivate var asMemberOnly: Decision { self == .allowed(.administrator) ? .refused(.notInRole) : self }

  /// The same, if whoever is signed in has shown two factors.
  fileprivate func withSecondFactor(_ requester: Requester) -> Decision {
    switch requester {
    case .nobody, .machine: self
    case .account(let signedIn): provided(signedIn.factors >= 2, else: .secondFactorNeeded)
    }
  }
}
