/// Who can do what to the installation.
struct InstallationAccess {
  let requester: Requester

  func decide(_ action: Action) -> Decision {
    switch action {
    case .createOrganization, .seeAccounts, .seeOperations: requester.administering(recent: false)
    case .keepKeys: requester.administering(recent: true)
    case .invite(let role):
      requester.administering(recent: true).provided(role == .administrator, else: .roleNotHere)
    case .join(let role): joining(role)
    case .seeAccount, .changeSignIn, .endSessions, .disableAccount, .deleteAccount, .setAdministrator, .placeHold,
      .read, .add, .export, .giveConsent, .revokeConsent, .seeConsents, .noteGuardian, .keepRoadmaps, .keepReminders,
      .check, .seeChecks, .coach, .giveLink, .keepExternship, .seeWorkList, .seeCandidates, .keepHook, .keepCheckDays,
      .seeOrganization,
      .seeMembers,
      .removeMember,
      .setPermissions:
      .refused(.otherSubject)
    }
  }

  private func joining(_ role: Role) -> Decision {
    switch requester {
    case .nobody: .refused(.signInNeeded)
    case .machine: .refused(.notOnYourself)
    case .account(let signedIn):
      Decision.allowed(.own).provided(role == .administrator, else: .roleNotHere)
        .provided(!signedIn.isMinor, else: .adultsOnly)
    }
  }
}
