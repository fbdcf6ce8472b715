import Cryptography
import Rules
import Services
import Testing
import Vocabulary

@testable import Storage

@Suite("Accounts, records and the log together, on every database", .serialized)
struct LoggedAccountTests {
  /// The kinds of the entries, in order.
  private func kinds(_ sealed: SealedDatabase) async throws -> [String] {
    try await sealed.log.entries(0..<1_000).map(\.kind)
  }

  private func evidence(_ kind: EvidenceKind) -> RecordChange {
    .add(.evidence(EvidenceRecord(id: "\(kind.rawValue)-1", kind: kind)))
  }

  @Test(
    "what accounts do is in the log, which verifies; a grant opens what it names; a deleted person cannot be read",
    arguments: TestDatabase.tested)
  func together(_ database: TestDatabase) async throws {
    try await database.withSealed { sealed in
      let fixture = try await AccountFixture(sealed)
      let maya = try await fixture.signUp("maya@example.org").signedIn
      let school = try await fixture.organization("Riverside", .school)
      let director = try await fixture.member("dir@example.org", of: school, as: .director, [.health])
      try await sealed.evidence.apply(
        [evidence(.program), evidence(.work)], to: maya.person, by: maya.account.text, at: fixture.now)
      try await sealed.health.apply(
        [evidence(.health), evidence(.screening)], to: maya.person, by: maya.account.text, at: fixture.now)
      let records = GrantedRecords(evidence: sealed.evidence, health: sealed.health)
      let reading = SharedReading(fixture.accounts)

      let own = try await reading.open(Set(EvidenceKind.allCases), of: maya.person, by: maya, at: fixture.now)
      try await #expect(records.versions(own).map(\.content.kind) == [.program, .work, .health, .screening])
      let draft = Consents.Draft(
        receiver: .organization(school.id), purpose: .schooling, kinds: [.program, .health, .screening])
      guard case .given = try await Consents(fixture.accounts).give(draft, by: maya, at: fixture.now) else {
        throw Unexpected(what: "refused")
      }
      let grant = try await reading.open(
        [.program, .work, .health, .screening], of: maya.person, by: director, at: fixture.now)
      try await #expect(records.versions(grant).map(\.content.kind) == [.program, .health])
      let plain = try await reading.open([.program], of: maya.person, by: director, at: fixture.now)
      try await #expect(records.versions(plain).map(\.content.kind) == [.program])

      let note = try await sealed.checkpointBytes()
      try await #expect(
        AccountDeletion(fixture.accounts).delete(maya.account, by: .account(maya), at: fixture.now) == .deleted)
      await #expect(throws: LogError.personErased) { try await records.versions(own) }
      try await #expect(sealed.report(against: [note]).isIntact)
      try await #expect(sealed.recordAudit.report { _ in }.faultCount == 0)
      let logged = try await kinds(sealed)
      for kind in [
        "account.created", "organization.created", "role.granted", "account.second-factor-on", "consent.given",
        "consent.used",
      ] { #expect(logged.contains(kind), "\(kind)") }
      #expect(logged.filter { $0 == "consent.used" }.count == 2)
      #expect(logged.suffix(2) == ["account.deleted", "person.erased"])
    }
  }

  @Test("accounts that change at the same time get their entries one after the other", arguments: TestDatabase.tested)
  func atOnce(_ database: TestDatabase) async throws {
    try await database.withSealed { sealed in
      let fixture = try await AccountFixture(sealed)
      let school = try await fixture.organization("Riverside", .school)
      var people: [SignedIn] = []
      for number in 0..<6 { people.append(try await fixture.signUp("p\(number)@example.org").signedIn) }
      try await withThrowingTaskGroup { group in
        for person in people {
          group.addTask {
            for _ in 0..<4 {
              let draft = Consents.Draft(
                receiver: .organization(school.id), purpose: .schooling, kinds: [.program])
              guard
                case .given(let consent) = try await Consents(fixture.accounts).give(
                  draft, by: person, at: fixture.now)
              else { throw Unexpected(what: "refused") }
              _ = try await Consents(fixture.accounts).revoke(consent.id, by: person, at: fixture.now)
            }
          }
        }
        try await group.waitForAll()
      }
      let logged = try await kinds(sealed)
      #expect(logged.filter { $0 == "consent.given" }.count == 24)
      #expect(logged.filter { $0 == "consent.revoked" }.count == 24)
      try await #expect(sealed.report().isIntact)
    }
  }
}
