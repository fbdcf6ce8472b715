import Cryptography
import Rules
import Services
import Vocabulary

/// People, organizations and records to ask the policy about.
struct AccessFixture {
  static let now = Instant(microseconds: 1_800_000_000_000_000)

  let account = Account.ID.fresh(from: .system)
  let person = PersonID.fresh(from: .system)
  let otherAccount = Account.ID.fresh(from: .system)
  let otherPerson = PersonID.fresh(from: .system)
  /// The organizations by their kinds.
  let organizations = Dictionary(
    uniqueKeysWithValues: Organization.Kind.allCases.map { ($0, Organization.ID.fresh(from: .system)) })
  let elsewhere = Organization.ID.fresh(from: .system)

  func organization(_ kind: Organization.Kind) -> Organization.ID { organizations[kind] ?? elsewhere }

  /// How well somebody has shown who they are, the weakest first; the last is the strongest.
  static let strengths: [(factors: Int, isRecent: Bool)] = [(1, false), (1, true), (2, false), (2, true)]

  func signedIn(
    factors: Int = 2, isRecent: Bool = true, isMinor: Bool = false, isAdministrator: Bool = false,
    _ memberships: [Membership] = []
  ) -> SignedIn {
    SignedIn(
      account: account, person: person, isMinor: isMinor, isAdministrator: isAdministrator, memberships: memberships,
      session: .fresh(from: .system), factors: factors, isRecent: isRecent)
  }

  func member(_ role: Role, _ kind: Organization.Kind, _ permissions: Set<Permission> = []) -> Membership {
    Membership(
      organization: organization(kind), kind: kind, account: account, role: role, permissions: permissions,
      since: Self.now)
  }

  func consent(
    to receiver: Consent.Receiver, _ purpose: Consent.Purpose,
    kinds: Set<EvidenceKind> = Set(EvidenceKind.allCases), from: Duration = .zero, until: Duration? = nil,
    revoked: Duration? = nil, of person: PersonID? = nil
  ) -> Consent {
    Consent(
      id: .fresh(from: .system), person: person ?? otherPerson, receiver: receiver, purpose: purpose, kinds: kinds,
      givenAt: Self.now, from: Self.now + from, until: until.map { Self.now + $0 },
      revokedAt: revoked.map { Self.now + $0 })
  }

  /// Somebody else's record.
  func record(_ consents: [Consent], isMinor: Bool = false, hasGuardian: Bool = false) -> SharedRecord {
    SharedRecord(
      person: otherPerson, isMinor: isMinor, hasGuardian: hasGuardian, memberOf: [organization(.school)],
      consents: consents)
  }

  /// Everything that can be done.
  var actions: [Action] {
    [.seeAccount, .changeSignIn, .endSessions, .disableAccount, .deleteAccount, .setAdministrator, .placeHold]
      + EvidenceKind.allCases.map(Action.read) + EvidenceKind.allCases.map(Action.add)
      + [.export, .giveConsent(to: nil)] + Organization.Kind.allCases.map { .giveConsent(to: $0) }
      + [
        .revokeConsent, .seeConsents, .noteGuardian, .keepRoadmaps, .keepReminders, .seeChecks, .giveLink,
        .keepExternship,
      ]
      + EvidenceKind.allCases.map(Action.check) + EvidenceKind.allCases.map(Action.coach)
      + [.seeOrganization, .seeMembers, .seeWorkList, .seeCandidates, .keepHook, .keepCheckDays]
      + Role.allCases.map(Action.invite) + Role.allCases.map(Action.join)
      + [
        .removeMember(account), .removeMember(otherAccount), .setPermissions(account), .setPermissions(otherAccount),
        .createOrganization, .seeAccounts, .keepKeys, .seeOperations,
      ]
  }
}

/// What kind of subject an action has. A new action does not compile until it has one here.
enum SubjectKind {
  case account, record, organization, installation, organizationOrInstallation

  init(_ action: Action) {
    self =
      switch action {
      case .seeAccount, .changeSignIn, .endSessions, .disableAccount, .deleteAccount, .setAdministrator, .placeHold:
        .account
      case .read, .add, .export, .giveConsent, .revokeConsent, .seeConsents, .noteGuardian, .keepRoadmaps,
        .keepReminders, .check, .seeChecks, .coach, .giveLink, .keepExternship:
        .record
      case .seeOrganization, .seeMembers, .seeWorkList, .seeCandidates, .keepHook, .keepCheckDays, .removeMember,
        .setPermissions:
        .organization
      case .invite, .join: .organizationOrInstallation
      case .createOrganization, .seeAccounts, .keepKeys, .seeOperations: .installation
      }
  }

  func fits(_ subject: Subject) -> Bool {
    switch (self, subject) {
    case (.account, .account), (.record, .record), (.organization, .organization), (.installation, .installation),
      (.organizationOrInstallation, .organization), (.organizationOrInstallation, .installation):
      true
    case (.account, _), (.record, _), (.organization, _), (.installation, _), (.organizationOrInstallation, _): false
    }
  }
}
