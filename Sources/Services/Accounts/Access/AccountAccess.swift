/// Who can do what to an account.
struct AccountAccess {
  let requester: Requester
  let account: Account.ID

  func decide(_ action: Action) -> Decision {
    switch action {
    case .seeAccount: own(recent: false) ?? requester.administering(recent: false).orNotYours
    case .changeSignIn: own(recent: true) ?? machine
    case .endSessions, .deleteAccount: own(recent: true) ?? requester.administering(recent: true).orNotYours
    case .disableAccount, .setAdministrator, .placeHold:
      requester.administering(recent: true).provided(!isOwn, else: .notOnYourself)
    case .read, .add, .export, .giveConsent, .revokeConsent, .seeConsents, .noteGuardian, .keepRoadmaps, .keepReminders,
      .check, .seeChecks, .coach, .giveLink, .keepExternship, .seeWorkList, .seeCandidates, .keepHook, .keepCheckDays,
      .seeOrganization,
      .seeMembers, .invite,
      .join,
      .removeMember,
      .setPermissions, .createOrganization, .seeAccounts,
      .keepKeys, .seeOperations:
      .refused(.otherSubject)
    }
  }

  private var isOwn: Bool {
    switch requester {
    case .nobody, .machine: false
    case .account(let signedIn): signedIn.account == account
    }
  }

  /// The answer for who owns it; nil for others.
  private func own(recent: Bool) -> Decision? {
    switch requester {
    case .nobody, .machine: nil
    case .account(let signedIn):
      signedIn.account == account
        ? Decision.allowed(.own).provided(!recent || signedIn.isRecent, else: .recentSignInNeeded) : nil
    }
  }

  /// What nobody does for others, but at the machine.
  private var machine: Decision {
    switch requester {
    case .nobody: .refused(.signInNeeded)
    case .machine: .allowed(.machine)
    case .account: .refused(.notYours)
    }
  }
}

extension Decision {
  /// Tells who is no administrator only that it is not theirs.
  fileprivate var orNotYours: Decision { self == .refused(.notAdministrator) ? .refused(.notYours) : self }
}
