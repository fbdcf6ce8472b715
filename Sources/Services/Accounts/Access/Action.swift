public import Rules

/// What can be done. Each action has one kind of subject; with another one it is refused.
public enum Action: Hashable, Sendable {
  // An account.
  /// Sees it, with its sessions.
  case seeAccount
  /// Changes the address, the password or the second factor.
  case changeSignIn
  case endSessions
  case disableAccount
  case deleteAccount
  case setAdministrator
  case placeHold

  // A record.
  case read(EvidenceKind)
  case add(EvidenceKind)
  /// Takes all of it along.
  case export
  /// Shares parts of it with an organization of this kind; nil for sharing with one person.
  case giveConsent(to: Organization.Kind?)
  case revokeConsent
  /// Sees who has consents, and when they were used.
  case seeConsents
  /// Notes that a guardian has signed on paper.
  case noteGuardian
  /// Keeps roadmaps, sees them and changes them.
  case keepRoadmaps
  /// Notes what the issuer of something said of it.
  case check(EvidenceKind)
  /// Sees what was noted so.
  case seeChecks
  /// Looks at it to help toward a certification, and notes what comes next.
  case coach(EvidenceKind)
  /// Makes a link by which whoever has it sees whether a certification is current, or signs days of an externship.
  case giveLink
  /// Keeps the ledger of an externship.
  case keepExternship
  /// Says how to be reminded, and sees what went out.
  case keepReminders

  // An organization.
  case seeOrganization
  case seeMembers
  /// Invites somebody to a role; on the installation: to be an administrator.
  case invite(Role)
  /// Accepts such an invitation.
  case join(Role)
  case removeMember(Account.ID)
  case setPermissions(Account.ID)
  /// Sees whose records are to be checked with their issuers.
  case seeWorkList
  /// Sees whom it helps toward a certification.
  case seeCandidates
  /// Says where it is told of reminders.
  case keepHook
  /// Says for how many days its checks with issuers count.
  case keepCheckDays

  // The installation.
  case createOrganization
  case seeAccounts
  case keepKeys
  case seeOperations
}
