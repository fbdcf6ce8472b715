import Cryptography
import Rules
import Services
import Testing
import Vocabulary

@testable import Storage

@Suite("Sharing by consent, on every database", .serialized)
struct SharingTests {
  private func give(
    _ fixture: AccountFixture, _ signedIn: SignedIn, to organization: Organization, _ purpose: Consent.Purpose,
    _ kinds: Set<EvidenceKind>, until: Instant? = nil
  ) async throws -> Consent {
    let draft = Consents.Draft(
      receiver: .organization(organization.id), purpose: purpose, kinds: kinds, until: until)
    let outcome = try await Consents(fixture.accounts).give(draft, by: signedIn, at: fixture.now)
    guard case .given(let consent) = outcome else { throw Unexpected(what: "\(outcome)") }
    return consent
  }

  @Test(
    "a consent opens what it names to those whose role needs it, until it is revoked; each look is logged",
    arguments: TestDatabase.tested)
  func consents(_ database: TestDatabase) async throws {
    try await AccountFixture.with(database) { fixture in
      let maya = try await fixture.signUp("maya@example.org").signedIn
      let school = try await fixture.organization("Riverside", .school)
      let director = try await fixture.member("dir@example.org", of: school, as: .director, [.health])
      let reading = SharedReading(fixture.accounts)
      func open(_ kinds: Set<EvidenceKind>) async throws -> ReadGrant {
        try await reading.open(kinds, of: maya.person, by: director, at: fixture.now)
      }
      await #expect(throws: Refusal.noConsent) { try await open([.program]) }
      let consent = try await give(fixture, maya, to: school, .schooling, [.program, .health, .screening])
      let before = try await fixture.log().count
      let grant = try await open([.program, .health, .screening, .work])
      #expect(grant.kinds == [.program, .health])
      #expect(grant.refused == [.screening: .sensitivePermissionNeeded, .work: .notInConsent])
      try await #expect(fixture.log().suffix(from: before) == ["consent.used"])
      let payload = try await fixture.engine.read {
        try $0.rows("SELECT payload, person FROM test_entry ORDER BY number DESC LIMIT 1")[0]
      }
      try #expect(payload.bytes("person") == maya.person.bytes)
      try #expect(payload.text("payload").contains("\"kinds\":[\"health\",\"program\"]"))
      try #expect(payload.text("payload").contains(director.account.text))
      try await #expect(reading.people(sharingWith: school.id, for: director, at: fixture.now) == [maya.person])

      try await #expect(Consents(fixture.accounts).revoke(consent.id, by: maya, at: fixture.now))
      await #expect(throws: Refusal.consentEnded) { try await open([.program]) }
      try await #expect(reading.people(sharingWith: school.id, for: director, at: fixture.now).isEmpty)
      try await #expect(Consents(fixture.accounts).revoke(consent.id, by: maya, at: fixture.now), "twice is as once")
      try await #expect(fixture.log().filter { $0 == "consent.revoked" }.count == 1)
      // Her own record is hers, and nobody logs it.
      let own = try await reading.open([.health], of: maya.person, by: maya, at: fixture.now)
      #expect(own.kinds == [.health])
      try await #expect(fixture.log().last == "consent.revoked")
    }
  }

  @Test("only its owner revokes a consent, and a stranger is told nothing", arguments: TestDatabase.tested)
  func strangers(_ database: TestDatabase) async throws {
    try await AccountFixture.with(database) { fixture in
      let maya = try await fixture.signUp("maya@example.org").signedIn
      let eve = try await fixture.signUp("eve@example.org").signedIn
      let school = try await fixture.organization("Riverside", .school)
      let consent = try await give(fixture, maya, to: school, .schooling, [.program])
      try await #expect(!Consents(fixture.accounts).revoke(consent.id, by: eve, at: fixture.now))
      let reading = SharedReading(fixture.accounts)
      await #expect(throws: Refusal.notYours) {
        try await reading.open([.program], of: maya.person, by: eve, at: fixture.now)
      }
      await #expect(throws: Refusal.notYours) {
        try await reading.open([.program], of: .fresh(from: .system), by: eve, at: fixture.now)
      }
      await #expect(throws: Refusal.notMember) {
        try await reading.people(sharingWith: school.id, for: eve, at: fixture.now)
      }
      try await #expect(Consents(fixture.accounts).list(of: eve).isEmpty)
      try await #expect(Consents(fixture.accounts).list(of: maya) == [consent])
    }
  }

  @Test("a consent has a beginning, an end and a receiver that needs it", arguments: TestDatabase.tested)
  func drafts(_ database: TestDatabase) async throws {
    try await AccountFixture.with(database) { fixture in
      let maya = try await fixture.signUp("maya@example.org").signedIn
      let school = try await fixture.organization("Riverside", .school)
      let consents = Consents(fixture.accounts)
      func give(
        _ receiver: Consent.Receiver, _ purpose: Consent.Purpose = .schooling, _ kinds: Set<EvidenceKind> = [.program],
        until: Instant? = nil
      ) async throws -> Consents.Outcome {
        try await consents.give(
          Consents.Draft(receiver: receiver, purpose: purpose, kinds: kinds, until: until), by: maya, at: fixture.now)
      }
      try await #expect(give(.organization(.fresh(from: .system))) == .noReceiver)
      try await #expect(give(.account(.fresh(from: .system))) == .noReceiver)
      try await #expect(give(.account(maya.account)) == .noReceiver)
      try await #expect(give(.organization(school.id), .placement) == .otherPurpose)
      try await #expect(give(.organization(school.id), .schooling, []) == .nothingShared)
      try await #expect(give(.organization(school.id), until: fixture.now) == .wrongTimes)

      let director = try await fixture.member("dir@example.org", of: school, as: .director)
      _ = try await give(.organization(school.id), until: fixture.now + .seconds(60))
      let reading = SharedReading(fixture.accounts)
      _ = try await reading.open([.program], of: maya.person, by: director, at: fixture.now + .seconds(59))
      await #expect(throws: Refusal.consentEnded) {
        try await reading.open([.program], of: maya.person, by: director, at: fixture.now + .seconds(60))
      }
    }
  }

  @Test(
    "one person shared with sees what is named, nothing of health, with two factors", arguments: TestDatabase.tested)
  func personal(_ database: TestDatabase) async throws {
    try await AccountFixture.with(database) { fixture in
      let maya = try await fixture.signUp("maya@example.org").signedIn
      let friend = try await fixture.signUp("friend@example.org").signedIn
      let draft = Consents.Draft(receiver: .account(friend.account), purpose: .coaching, kinds: [.program, .health])
      guard case .given = try await Consents(fixture.accounts).give(draft, by: maya, at: fixture.now) else {
        throw Unexpected(what: "refused")
      }
      let reading = SharedReading(fixture.accounts)
      await #expect(throws: Refusal.secondFactorNeeded) {
        try await reading.open([.program], of: maya.person, by: friend, at: fixture.now)
      }
      let strong = try await fixture.enableFactor(friend).signedIn
      let grant = try await reading.open([.program, .health], of: maya.person, by: strong, at: fixture.now)
      #expect(grant.kinds == [.program] && grant.refused == [.health: .sensitivePermissionNeeded])
    }
  }

  @Test(
    "whatever is given, revoked and asked in whatever order: what opens is what stands", arguments: TestDatabase.tested)
  func sequences(_ database: TestDatabase) async throws {
    var generator = SeededGenerator(seed: 23)
    try await AccountFixture.with(database) { fixture in
      let maya = try await fixture.signUp("maya@example.org").signedIn
      let school = try await fixture.organization("Riverside", .school)
      let director = try await fixture.member("dir@example.org", of: school, as: .director)
      let reading = SharedReading(fixture.accounts)
      let kinds: [EvidenceKind] = [.program, .work, .card]
      var given: [(consent: Consent, isRevoked: Bool)] = []
      for _ in 0..<50 {
        switch Int.random(in: 0..<4, using: &generator) {
        case 0:
          let some = Set(kinds.filter { _ in Bool.random(using: &generator) })
          if !some.isEmpty {
            given.append(
              (try await give(fixture, maya, to: school, .schooling, some, until: fixture.now + .seconds(400)), false))
          }
        case 1:
          if let index = given.indices.randomElement(using: &generator) {
            _ = try await Consents(fixture.accounts).revoke(given[index].consent.id, by: maya, at: fixture.now)
            given[index].isRevoked = true
          }
        default: fixture.pass(.seconds(Int64.random(in: 1...120, using: &generator)))
        }
        let standing = given.filter { !$0.isRevoked && ($0.consent.until ?? fixture.now) > fixture.now }
        let expected = standing.reduce(into: Set<EvidenceKind>()) { $0.formUnion($1.consent.kinds) }
        let opened = try? await reading.open(Set(kinds), of: maya.person, by: director, at: fixture.now)
        #expect((opened?.kinds ?? []) == expected)
      }
    }
  }
}
