import Cryptography
import Rules
import Services
import Testing
import Vocabulary

@testable import Storage

@Suite("Sharing under 18, on every database", .serialized)
struct GuardianTests {
  private func draft(_ organization: Organization, _ purpose: Consent.Purpose) -> Consents.Draft {
    Consents.Draft(receiver: .organization(organization.id), purpose: purpose, kinds: [.program])
  }

  @Test(
    "nothing without a guardian, then the school only, and nothing again when the guardian takes it back",
    arguments: TestDatabase.tested)
  func guardian(_ database: TestDatabase) async throws {
    try await AccountFixture.with(database) { fixture in
      let teen = try await fixture.signUp("teen@example.org", born: "2011-06-01").signedIn
      let school = try await fixture.organization("Riverside", .school)
      let agency = try await fixture.organization("Placements", .agency)
      let director = try await fixture.member("dir@example.org", of: school, as: .director)
      let (consents, guardians) = (Consents(fixture.accounts), GuardianConsents(fixture.accounts))
      func ask(_ email: String) async throws -> GuardianConsents.Answer {
        try await guardians.ask(
          email: email, for: teen, language: .spanish, origin: AccountFixture.here, at: fixture.now)
      }
      await #expect(throws: Refusal.guardianNeeded) {
        try await consents.give(draft(school, .schooling), by: teen, at: fixture.now)
      }
      try await #expect(ask("Teen@example.org") == .noAddress)
      try await #expect(ask("mother@example.org") == .mailed)
      let token = try await fixture.token(to: "mother@example.org")
      try await #expect(guardians.look(token, at: fixture.now)?.text == "teen@example.org")
      try await #expect(guardians.give(token, language: .spanish, at: fixture.now))
      try await #expect(!guardians.give(token, language: .spanish, at: fixture.now))
      try await #expect(fixture.log().last == "guardian.consented")

      await #expect(throws: Refusal.minorOutsideSchool) {
        try await consents.give(draft(agency, .placement), by: teen, at: fixture.now)
      }
      await #expect(throws: Refusal.minorOutsideSchool) {
        let other = Consents.Draft(receiver: .account(director.account), purpose: .coaching, kinds: [.program])
        return try await consents.give(other, by: teen, at: fixture.now)
      }
      guard case .given = try await consents.give(draft(school, .schooling), by: teen, at: fixture.now) else {
        throw Unexpected(what: "refused")
      }
      let reading = SharedReading(fixture.accounts)
      _ = try await reading.open([.program], of: teen.person, by: director, at: fixture.now)

      let withdrawal = try await fixture.token(to: "mother@example.org")
      try await #expect(guardians.withdraw(withdrawal, at: fixture.now))
      try await #expect(!guardians.withdraw(withdrawal, at: fixture.now))
      await #expect(throws: Refusal.consentEnded) {
        try await reading.open([.program], of: teen.person, by: director, at: fixture.now)
      }
      // Another consent of a guardian does not bring back what was shared by the first.
      try await #expect(ask("mother@example.org") == .mailed)
      try await #expect(
        guardians.give(try await fixture.token(to: "mother@example.org"), language: .english, at: fixture.now))
      await #expect(throws: Refusal.consentEnded) {
        try await reading.open([.program], of: teen.person, by: director, at: fixture.now)
      }
      try await #expect(fixture.log().filter { $0.hasPrefix("guardian") }.count == 3)
    }
  }

  @Test("a director notes what was signed on paper, for students of the school only", arguments: TestDatabase.tested)
  func paper(_ database: TestDatabase) async throws {
    try await AccountFixture.with(database) { fixture in
      let school = try await fixture.organization("Riverside", .school)
      let director = try await fixture.member("dir@example.org", of: school, as: .director)
      let teen = try await fixture.signUp("teen@example.org", born: "2011-06-01").signedIn
      let guardians = GuardianConsents(fixture.accounts)
      await #expect(throws: Refusal.notInRole) {
        try await guardians.note(given: true, of: teen.person, by: director, at: fixture.now)
      }
      _ = try await Invitations(fixture.accounts).invite(
        email: "teen@example.org", to: school.id, as: .person, language: .english, by: .machine, at: fixture.now)
      let token = try await fixture.token(to: "teen@example.org")
      guard case .accepted = try await InvitationAcceptance(fixture.accounts).accept(token, as: teen, at: fixture.now)
      else { throw Unexpected(what: "refused") }
      try await #expect(guardians.note(given: true, of: teen.person, by: director, at: fixture.now))
      let draft = draft(school, .schooling)
      guard case .given = try await Consents(fixture.accounts).give(draft, by: teen, at: fixture.now) else {
        throw Unexpected(what: "refused")
      }
      try await #expect(guardians.note(given: false, of: teen.person, by: director, at: fixture.now))
      await #expect(throws: Refusal.consentEnded) {
        try await SharedReading(fixture.accounts).open([.program], of: teen.person, by: director, at: fixture.now)
      }
    }
  }

  @Test(
    "on the 18th birthday it is over: nothing more is needed, and the link takes nothing back by mistake",
    arguments: TestDatabase.tested)
  func birthday(_ database: TestDatabase) async throws {
    try await AccountFixture.with(database) { fixture in
      let teen = try await fixture.signUp("teen@example.org", born: "2009-01-20").signedIn
      #expect(teen.isMinor)
      let agency = try await fixture.organization("Placements", .agency)
      let guardians = GuardianConsents(fixture.accounts)
      fixture.pass(.seconds(10 * 86_400))
      try await #expect(
        guardians.ask(
          email: "mother@example.org", for: teen, language: .english, origin: AccountFixture.here, at: fixture.now)
          == .notNeeded)
      guard
        case .given = try await Consents(fixture.accounts).give(draft(agency, .placement), by: teen, at: fixture.now)
      else { throw Unexpected(what: "refused") }
    }
  }
}
