import Rules
import Services
import Testing
import Vocabulary

@Suite("What holds for every answer about access")
struct AccessPropertyTests {
  private let fixture = AccessFixture()
  private var now: Instant { AccessFixture.now }

  /// Every sort of account, with every membership there is.
  private func accounts(_ strength: (factors: Int, isRecent: Bool)) -> [SignedIn] {
    let permissions: [Set<Permission>] = [[], [.members], Set(Permission.allCases)]
    let members = Organization.Kind.allCases.flatMap { kind in
      kind.roles.flatMap { role in permissions.map { [fixture.member(role, kind, $0)] } }
    }
    return ([[]] + members).flatMap { memberships in
      [(false, false), (true, false), (false, true)].map { isMinor, isAdministrator in
        fixture.signedIn(
          factors: strength.factors, isRecent: strength.isRecent, isMinor: isMinor, isAdministrator: isAdministrator,
          memberships)
      }
    }
  }

  /// Consents in every state, to everybody.
  private var consents: [Consent] {
    let receivers: [Consent.Receiver] =
      Organization.Kind.allCases.map { .organization(fixture.organization($0)) } + [
        .organization(fixture.elsewhere), .account(fixture.account), .account(fixture.otherAccount),
      ]
    return receivers.flatMap { receiver in
      Consent.Purpose.allCases.flatMap { purpose in
        [
          fixture.consent(to: receiver, purpose),
          fixture.consent(to: receiver, purpose, kinds: [.program, .health]),
          fixture.consent(to: receiver, purpose, revoked: .zero),
          fixture.consent(to: receiver, purpose, revoked: .seconds(60)),
          fixture.consent(to: receiver, purpose, from: .seconds(1)),
          fixture.consent(to: receiver, purpose, from: .seconds(-9), until: .zero),
          fixture.consent(to: receiver, purpose, of: fixture.person),
        ]
      }
    }
  }

  private var records: [SharedRecord] {
    ([nil] + consents.map(Optional.some)).flatMap { consent in
      [(false, false), (true, false), (true, true)].map { isMinor, hasGuardian in
        fixture.record(consent.map { [$0] } ?? [], isMinor: isMinor, hasGuardian: hasGuardian)
      }
    }
  }

  /// Those whose consent stands.
  private var openRecords: [SharedRecord] { records.filter { $0.consents.contains { $0.isActive(at: now) } } }

  private var places: [Subject] {
    [.account(fixture.account), .account(fixture.otherAccount), .installation]
      + Organization.Kind.allCases.map { .organization(fixture.organization($0), $0) }
      + Organization.Kind.allCases.map { .organization(fixture.elsewhere, $0) }
  }

  @Test("whoever is not signed in can do nothing")
  func nobody() {
    let refusals = (places + records.map(Subject.record)).flatMap { subject in
      fixture.actions.map { AccessPolicy.decide(.nobody, $0, on: subject, at: now).refusal }
    }
    #expect(refusals.allSatisfy { $0 == .signInNeeded || $0 == .otherSubject })
  }

  @Test("whoever is at the machine does nothing with a record")
  func machine() {
    for record in records {
      let done = fixture.actions.filter { AccessPolicy.decide(.machine, $0, on: .record(record), at: now).isAllowed }
      #expect(done.isEmpty)
    }
  }

  @Test("an action with a subject of another kind is refused, for everybody")
  func otherSubjects() {
    let everybody = accounts((2, true)).map(Requester.account) + [.machine]
    for subject in places + [.record(fixture.record([]))] {
      for action in fixture.actions where !SubjectKind(action).fits(subject) {
        let done = everybody.filter { AccessPolicy.decide($0, action, on: subject, at: now).isAllowed }
        #expect(done.isEmpty, "\(action)")
      }
    }
  }

  @Test(
    "somebody else's record opens by a consent that stands, to them, for their role's purpose, and for what it names")
  func openedRecords() {
    var opened = 0
    for signedIn in accounts((2, true)) {
      for record in records {
        for kind in [EvidenceKind.program, .work, .certification, .fee, .health, .screening] {
          let decision = AccessPolicy.decide(.account(signedIn), .read(kind), on: .record(record), at: now)
          guard decision.isAllowed else { continue }
          opened += 1
          let consent = record.consents[0]
          #expect(decision == .allowed(.consent(consent)))
          #expect(consent.person == record.person && consent.isActive(at: now) && consent.revokedAt == nil)
          #expect(consent.kinds.contains(kind))
          switch consent.receiver {
          case .account(let account):
            #expect(account == signedIn.account && kind.permission == nil && !record.isMinor)
          case .organization(let organization):
            let membership = signedIn.memberships[0]
            #expect(membership.organization == organization && membership.role.purpose == consent.purpose)
            #expect(membership.role.needs.contains(kind))
            #expect(kind.permission.map(membership.permissions.contains) ?? true)
            #expect(!record.isMinor || (membership.kind == .school && record.hasGuardian))
          }
        }
      }
    }
    #expect(opened > 200)
  }

  @Test("what an issuer said is noted by who sees the record and has the role for it, never by its owner")
  func checkedRecords() {
    var noted = 0
    for signedIn in accounts((2, true)) {
      for record in records {
        for kind in EvidenceKind.allCases {
          let isAllowed = AccessPolicy.decide(.account(signedIn), .check(kind), on: .record(record), at: now).isAllowed
          guard isAllowed else { continue }
          noted += 1
          #expect(AccessPolicy.decide(.account(signedIn), .read(kind), on: .record(record), at: now).isAllowed)
          #expect([.coordinator, .verifier].contains(signedIn.memberships[0].role))
          if case .account = record.consents[0].receiver { Issue.record("from one person to another") }
        }
      }
      let own = SharedRecord(
        person: signedIn.person, isMinor: false, hasGuardian: false, memberOf: [], consents: consents)
      for kind in EvidenceKind.allCases {
        let decision = AccessPolicy.decide(.account(signedIn), .check(kind), on: .record(own), at: now)
        #expect(decision == .refused(.notOnYourself))
      }
    }
    #expect(noted > 50)
  }

  @Test("whoever coaches sees the kinds that the role needs, of who shares them for that, and nothing of health")
  func coachedRecords() {
    var coached = 0
    for signedIn in accounts((2, true)) {
      for record in records {
        for kind in EvidenceKind.allCases {
          let decision = AccessPolicy.decide(.account(signedIn), .coach(kind), on: .record(record), at: now)
          guard decision.isAllowed else { continue }
          coached += 1
          let (consent, membership) = (record.consents[0], signedIn.memberships[0])
          #expect(decision == .allowed(.consent(consent)) && consent.purpose == .coaching && consent.isActive(at: now))
          #expect(consent.receiver == .organization(membership.organization) && membership.role == .coach)
          #expect(AccessPolicy.decide(.account(signedIn), .read(kind), on: .record(record), at: now).isAllowed)
          #expect(!kind.isHealth)
        }
      }
      let own = SharedRecord(
        person: signedIn.person, isMinor: false, hasGuardian: false, memberOf: [], consents: consents)
      let decision = AccessPolicy.decide(.account(signedIn), .coach(.program), on: .record(own), at: now)
      #expect(decision == .refused(.notOnYourself))
    }
    #expect(coached > 50)
  }

  @Test("health items and screenings open only with the permission of their own")
  func sensitive() {
    for signedIn in accounts((2, true)) {
      for record in openRecords {
        for kind in [EvidenceKind.health, .screening]
        where AccessPolicy.decide(.account(signedIn), .read(kind), on: .record(record), at: now).isAllowed {
          let permission: Permission = kind == .health ? .health : .screening
          #expect(signedIn.memberships.contains { $0.permissions.contains(permission) })
        }
      }
    }
  }

  @Test("nobody adds to, takes along, or shares somebody else's record; an administrator is nobody special there")
  func othersRecords() {
    for signedIn in accounts((2, true)) {
      let done = openRecords.flatMap { record in
        fixture.actions.filter {
          switch $0 {
          case .read, .check, .coach, .noteGuardian: false
          default: AccessPolicy.decide(.account(signedIn), $0, on: .record(record), at: now).isAllowed
          }
        }
      }
      #expect(done.isEmpty)
    }
  }

  @Test("whoever has shown less of who they are can do no more")
  func strengths() {
    let subjects =
      places + [.record(fixture.record([fixture.consent(to: .account(fixture.account), .coaching)]))]
      + Organization.Kind.allCases.flatMap { kind in
        Consent.Purpose.allCases.map { purpose in
          Subject.record(fixture.record([fixture.consent(to: .organization(fixture.organization(kind)), purpose)]))
        }
      }
    let byStrength = AccessFixture.strengths.map(accounts)
    for index in byStrength[0].indices {
      for subject in subjects {
        for action in fixture.actions {
          let allowed = byStrength.map {
            AccessPolicy.decide(.account($0[index]), action, on: subject, at: now).isAllowed
          }
          let weaker = [(0, 1), (0, 2), (1, 3), (2, 3)].filter { allowed[$0.0] && !allowed[$0.1] }
          if !weaker.isEmpty { Issue.record("\(action) on \(subject)") }
        }
      }
    }
  }

  @Test("what belongs to others takes an administrator with two factors, or a member of the organization")
  func tenants() {
    for strength in AccessFixture.strengths {
      for signedIn in accounts(strength) {
        for subject in places {
          for action in fixture.actions {
            guard AccessPolicy.decide(.account(signedIn), action, on: subject, at: now).isAllowed else { continue }
            if case .join = action { continue }
            if case .removeMember(let account) = action, account == signedIn.account { continue }
            let administers = signedIn.isAdministrator && (signedIn.factors >= 2 || action == .seeOrganization)
            switch subject {
            case .account(let account): #expect(account == signedIn.account || administers)
            case .organization(let id, _):
              #expect(administers || signedIn.memberships.contains { $0.organization == id })
              if action != .seeOrganization { #expect(signedIn.factors >= 2) }
            case .installation: #expect(administers)
            case .record: Issue.record("no place")
            }
          }
        }
      }
    }
  }

  @Test("nobody gives power to themselves")
  func oneself() {
    let own = Subject.account(fixture.account)
    for signedIn in accounts((2, true)) {
      for action in [Action.setAdministrator, .disableAccount, .placeHold] {
        #expect(!AccessPolicy.decide(.account(signedIn), action, on: own, at: now).isAllowed)
      }
      for kind in Organization.Kind.allCases {
        let place = Subject.organization(fixture.organization(kind), kind)
        #expect(
          !AccessPolicy.decide(.account(signedIn), .setPermissions(fixture.account), on: place, at: now).isAllowed)
      }
    }
  }

  @Test("under 18, nothing is shared but with a school, with a guardian's consent; and no role but that of a person")
  func minors() {
    for hasGuardian in [false, true] {
      let record = SharedRecord(
        person: fixture.person, isMinor: true, hasGuardian: hasGuardian, memberOf: [], consents: [])
      let minor = Requester.account(fixture.signedIn(isMinor: true))
      for kind in [nil] + Organization.Kind.allCases.map(Optional.some) {
        let decision = AccessPolicy.decide(minor, .giveConsent(to: kind), on: .record(record), at: now)
        #expect(decision.isAllowed == (kind == .school && hasGuardian))
      }
    }
    for kind in Organization.Kind.allCases {
      for role in Role.allCases {
        let place = Subject.organization(fixture.organization(kind), kind)
        let decision = AccessPolicy.decide(
          .account(fixture.signedIn(isMinor: true)), .join(role), on: place, at: now)
        #expect(decision.isAllowed == (kind == .school && role == .person))
      }
    }
  }
}
