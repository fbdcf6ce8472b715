import Cryptography
import Services
import Testing
import Vocabulary

@testable import Storage

@Suite("Organizations, invitations and administrators, on every database", .serialized)
struct OrganizationStoreTests {
  @Test("the first administrator is made once, by a link that is good for an hour", arguments: TestDatabase.tested)
  func first(_ database: TestDatabase) async throws {
    try await AccountFixture.with(database) { fixture in
      let first = FirstAdministrator(fixture.accounts)
      guard case .invited(let old) = try await first.invite(email: "root@example.org", at: fixture.now) else {
        throw Unexpected(what: "no link")
      }
      guard case .invited(let token) = try await first.invite(email: "boss@example.org", at: fixture.now) else {
        throw Unexpected(what: "no second link")
      }
      let invitations = Invitations(fixture.accounts)
      try await #expect(invitations.look(old.text, at: fixture.now) == nil)
      let view = try #require(try await invitations.look(token.text, at: fixture.now))
      #expect(view.role == .administrator && view.organization == nil && !view.hasAccount)
      try await #expect(fixture.outbox().isEmpty, "the link is shown, not mailed")
      let boss = try await fixture.acceptAnew(token.text)
      #expect(boss.isAdministrator)
      guard case .exists = try await first.invite(email: "root@example.org", at: fixture.now) else {
        throw Unexpected(what: "a second first one")
      }
      try await #expect(fixture.log() == ["account.created", "role.granted"])
    }
  }

  @Test(
    "a first link that was not used in time, or after there is an administrator, is worth nothing",
    arguments: TestDatabase.tested)
  func lateFirst(_ database: TestDatabase) async throws {
    try await AccountFixture.with(database) { fixture in
      let maya = try await fixture.signUp("maya@example.org").signedIn
      let first = FirstAdministrator(fixture.accounts)
      guard case .invited(let token) = try await first.invite(email: "root@example.org", at: fixture.now) else {
        throw Unexpected(what: "no link")
      }
      try await #expect(
        Administrators(fixture.accounts).set(true, maya.account, by: .machine, at: fixture.now) == .done)
      await #expect(throws: Unexpected.self) { try await fixture.acceptAnew(token.text) }
      try await #expect(
        Administrators(fixture.accounts).set(false, maya.account, by: .machine, at: fixture.now) == .last)
      fixture.pass(Invitation.firstLifetime)
      try await #expect(Invitations(fixture.accounts).look(token.text, at: fixture.now) == nil)
    }
  }

  @Test("an invitation is for one address and one role, once, for a week", arguments: TestDatabase.tested)
  func invitations(_ database: TestDatabase) async throws {
    try await AccountFixture.with(database) { fixture in
      let root = try await fixture.administrator()
      let school = try await fixture.organization("Riverside College", .school)
      let invitations = Invitations(fixture.accounts)
      func invite(_ email: String, _ role: Role, by requester: Requester) async throws -> String {
        _ = try #require(
          try await invitations.invite(
            email: email, to: school.id, as: role, language: .english, by: requester, at: fixture.now))
        return try await fixture.token(to: email)
      }
      let old = try await invite("coach@example.org", .coach, by: .account(root))
      let token = try await invite("coach@example.org", .coach, by: .account(root))
      try await #expect(invitations.look(old, at: fixture.now) == nil, "a newer one takes its place")
      let listed = try await invitations.list(to: school.id, by: .account(root), at: fixture.now)
      #expect(listed.map(\.email.text) == ["coach@example.org"])

      // Somebody else who has an account cannot use it, and it stays good.
      let eve = try await fixture.signUp("eve@example.org").signedIn
      let acceptance = InvitationAcceptance(fixture.accounts)
      guard case .otherAddress = try await acceptance.accept(token, as: eve, at: fixture.now) else {
        throw Unexpected(what: "taken by somebody else")
      }
      let coach = try await fixture.acceptAnew(token)
      #expect(coach.memberships.map(\.role) == [.coach])
      try await #expect(invitations.look(token, at: fixture.now) == nil)
      await #expect(throws: Unexpected.self) { try await fixture.acceptAnew(token) }

      await #expect(throws: Refusal.roleNotHere) { try await invite("x@example.org", .recruiter, by: .account(root)) }
      await #expect(throws: Refusal.notMember) { try await invite("x@example.org", .coach, by: .account(eve)) }
      await #expect(throws: Refusal.permissionNeeded) {
        try await invite("x@example.org", .coach, by: .account(try await fixture.enableFactor(coach).signedIn))
      }
      let late = try await invite("late@example.org", .coach, by: .machine)
      fixture.pass(Invitation.lifetime)
      try await #expect(invitations.look(late, at: fixture.now) == nil)
    }
  }

  @Test(
    "whoever has an account accepts signed in: the session gets another token and a shorter life",
    arguments: TestDatabase.tested)
  func accepting(_ database: TestDatabase) async throws {
    try await AccountFixture.with(database) { fixture in
      let maya = try await fixture.signUp("maya@example.org")
      let agency = try await fixture.organization("Placements", .agency)
      _ = try await Invitations(fixture.accounts).invite(
        email: "MAYA@example.org", to: agency.id, as: .recruiter, language: .english, by: .machine, at: fixture.now)
      let token = try await fixture.token(to: "MAYA@example.org")
      await #expect(throws: Unexpected.self, "not anew") { try await fixture.acceptAnew(token) }
      let outcome = try await InvitationAcceptance(fixture.accounts).accept(token, as: maya.signedIn, at: fixture.now)
      guard case .accepted(let opened) = outcome else { throw Unexpected(what: "\(outcome)") }
      #expect(opened.session.kind == .staff)
      try await #expect(Sessions(fixture.accounts).current(maya.opened.token.text, at: fixture.now) == nil)
      try await #expect(fixture.current(opened).memberships.map(\.role) == [.recruiter])
      try await #expect(fixture.log().last == "role.granted")
    }
  }

  @Test("under 18 there is no role but that of a person, in a school", arguments: TestDatabase.tested)
  func minors(_ database: TestDatabase) async throws {
    try await AccountFixture.with(database) { fixture in
      let teen = try await fixture.signUp("teen@example.org", born: "2011-06-01").signedIn
      let (school, agency) = (
        try await fixture.organization("Riverside", .school), try await fixture.organization("Placements", .agency)
      )
      for (organization, role, refusal) in [
        (school, Role.coach, Refusal?.some(.adultsOnly)), (agency, .person, .minorOutsideSchool),
        (school, .person, nil),
      ] {
        _ = try await Invitations(fixture.accounts).invite(
          email: "teen@example.org", to: organization.id, as: role, language: .english, by: .machine, at: fixture.now)
        let token = try await fixture.token(to: "teen@example.org")
        let acceptance = InvitationAcceptance(fixture.accounts)
        if let refusal {
          await #expect(throws: refusal) { try await acceptance.accept(token, as: teen, at: fixture.now) }
        } else {
          guard case .accepted = try await acceptance.accept(token, as: teen, at: fixture.now) else {
            throw Unexpected(what: "refused")
          }
        }
      }
      try await #expect(
        Administrators(fixture.accounts).set(true, teen.account, by: .machine, at: fixture.now) == .minor)
    }
  }

  @Test(
    "members are removed and given permissions by a keeper; their sessions end at once", arguments: TestDatabase.tested)
  func members(_ database: TestDatabase) async throws {
    try await AccountFixture.with(database) { fixture in
      let organizations = Organizations(fixture.accounts)
      let school = try await fixture.organization("Riverside", .school)
      let keeper = try await fixture.member("keeper@example.org", of: school, as: .director, [.members])
      let coach = try await fixture.member("coach@example.org", of: school, as: .coach)
      let me = Requester.account(keeper)
      let members = try await organizations.members(of: school.id, by: me, at: fixture.now)
      #expect(Set(members.map(\.email.text)) == ["keeper@example.org", "coach@example.org"])
      await #expect(throws: Refusal.permissionNeeded) {
        try await organizations.remove(
          keeper.account, as: .director, from: school.id, by: .account(coach), at: fixture.now)
      }
      await #expect(throws: Refusal.notOnYourself) {
        try await organizations.set(
          [.members, .health], of: keeper.account, as: .director, in: school.id, by: me, at: fixture.now)
      }
      try await #expect(
        organizations.set([.members], of: coach.account, as: .coach, in: school.id, by: me, at: fixture.now))
      let sessions = try await fixture.engine.read {
        try $0.count("SELECT COUNT(*) FROM session WHERE account = $1", [.id(coach.account)])
      }
      #expect(sessions == 0)
      try await #expect(
        organizations.remove(coach.account, as: .coach, from: school.id, by: me, at: fixture.now))
      try await #expect(
        !organizations.remove(coach.account, as: .coach, from: school.id, by: me, at: fixture.now))
      try await #expect(
        organizations.remove(keeper.account, as: .director, from: school.id, by: me, at: fixture.now), "leaves")
      try await #expect(fixture.log().suffix(3) == ["role.granted", "role.removed", "role.removed"])
      try await #expect(
        organizations.create(name: " \n ", kind: .school, by: .machine, at: fixture.now) == nil)
      let tidy = try #require(
        try await organizations.create(name: "  Two\n words ", kind: .school, by: .machine, at: fixture.now))
      #expect(tidy.name == "Two words")
    }
  }

  @Test(
    "there is always an administrator: of several who take it from each other at once, one stays",
    arguments: TestDatabase.tested)
  func lastAdministrator(_ database: TestDatabase) async throws {
    try await AccountFixture.with(database) { fixture in
      var ids: [Account.ID] = []
      for number in 0..<4 { ids.append(try await fixture.signUp("admin\(number)@example.org").signedIn.account) }
      let administrators = Administrators(fixture.accounts)
      for id in ids { try await #expect(administrators.set(true, id, by: .machine, at: fixture.now) == .done) }
      let outcomes = try await withThrowingTaskGroup { group in
        for id in ids {
          group.addTask { try await administrators.set(false, id, by: .machine, at: fixture.now) }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(outcomes.filter { $0 == .done }.count == 3 && outcomes.filter { $0 == .last }.count == 1)
    }
  }
}
