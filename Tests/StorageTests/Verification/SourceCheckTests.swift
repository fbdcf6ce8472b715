import Cryptography
import Rules
import Services
import Testing
import Vocabulary

@testable import Storage

@Suite("Checks with issuers, on every database", .serialized)
struct SourceCheckTests {
  private let day = VerificationFixture.day

  @Test("what is shared for it is due, is noted once, counts, and is seen by its owner", arguments: TestDatabase.tested)
  func noted(_ database: TestDatabase) async throws {
    try await VerificationFixture.with(database) { here in
      try await #expect(here.checks.work(for: here.employer.id, by: here.verifier, at: here.moment).isEmpty)
      try await here.share()
      let due = try await here.checks.work(for: here.employer.id, by: here.verifier, at: here.moment)
      #expect(due.map(\.standing) == [.unchecked] && due[0].isDue(on: day))
      #expect(due[0].email?.text == "maya@example.org" && due[0].issuer.page?.hasPrefix("https://") == true)
      let outcome = try await here.note()
      guard case .recorded(let id) = outcome else { throw Unexpected(what: "\(outcome)") }
      let own = try await here.checks.own(for: here.maya, at: here.moment)
      let kept = try #require(own.checks.first)
      #expect(own.checks.count == 1 && kept.check.id == id && kept.observed == here.fixture.now)
      #expect(kept.check.stated == day && kept.check.method == .website)
      #expect(kept.check.source == "American Association of Medical Assistants (AAMA)")
      #expect(own.items.map(\.standing) == [.holds(kept)] && own.organizations[here.employer.id] == "Lakeside")
      let checked = try await here.checks.evidence(for: here.maya, at: here.moment)
      #expect(checked.evidence.records.map(\.grade) == [.primarySource])
      #expect(own.items[0].due == day.adding(days: CheckPolicy.standard.days) && !own.items[0].isDue(on: day))
      try await #expect(here.sealed.report().isIntact)
      try await #expect(here.sealed.recordAudit.report { _ in }.faultCount == 0)
    }
  }

  @Test(
    "an organization has days of its own: its looks count by them, others' no longer, and a link by those of the installation",
    arguments: TestDatabase.tested)
  func ownDays(_ database: TestDatabase) async throws {
    try await VerificationFixture.with(database) { here in
      try await here.share()
      let organizations = Organizations(here.fixture.accounts)
      func set(_ days: Int?, by requester: Requester = .machine) async throws -> Bool {
        try await organizations.set(checkDays: days, of: here.employer.id, by: requester, at: here.fixture.now)
      }
      func work(on day: CivilDate) async throws -> SourceChecks.Item {
        let moment = SourceChecks.Moment(now: here.fixture.now, day: day)
        return try #require(
          try await here.checks.work(for: here.employer.id, by: here.verifier, at: moment).first)
      }
      func own(on day: CivilDate) async throws -> SourceChecks.Item {
        try #require(
          try await here.checks.own(for: here.maya, at: .init(now: here.fixture.now, day: day)).items.first)
      }
      for wrong in [0, -1, 366] { try await #expect(!set(wrong)) }
      await #expect(throws: Refusal.permissionNeeded) { _ = try await set(9, by: .account(here.verifier)) }
      // Longer than the installation's: for itself alone.
      try await #expect(set(90))
      try await here.note()
      try await #expect(work(on: day).due == day.adding(days: 90))
      try await #expect(own(on: day).due == day.adding(days: 30))
      let (_, token) = try await here.link()
      for (days, word) in [(29, CertificationAnswer.Word.yes), (30, .notChecked)] {
        guard case .shown(let shown) = try await here.look(token, on: day.adding(days: days)) else {
          throw Unexpected(what: "no answer")
        }
        #expect(shown.answers.map(\.word) == [word], "\(days)")
      }
      // A shorter one holds at once, also for what was noted before; a longer one does not bring it back.
      try await #expect(set(10))
      try await #expect(work(on: day).due == day.adding(days: 10))
      try await here.note()
      try await #expect(set(nil))
      for item in [try await work(on: day), try await own(on: day)] { #expect(item.due == day.adding(days: 10)) }
      try await #expect(here.sealed.report().isIntact)
    }
  }

  @Test("a correction of the record is not checked any more", arguments: TestDatabase.tested)
  func corrected(_ database: TestDatabase) async throws {
    try await VerificationFixture.with(database) { here in
      try await here.share()
      try await here.note()
      let place = try await here.place()
      let other = VerificationFixture.certified(day.adding(days: -200), through: day.adding(days: 500))
      here.fixture.pass(.seconds(1))
      try await here.sealed.evidence.apply(
        [.correct(place.record, sequence: place.sequence, to: .evidence(other), why: "a later day")],
        to: here.maya.person, by: here.maya.account.text, at: here.fixture.now)
      let item = try #require(try await here.checks.own(for: here.maya, at: here.moment).items.first)
      guard case .changedSince = item.standing else { throw Unexpected(what: "\(item.standing)") }
      #expect(item.isDue(on: day))
      // A page that was opened before the correction notes nothing.
      let late = try await here.draft(VerificationFixture.confirmed, seen: place.sequence)
      let outcome = try await here.checks.record(
        late, of: place.record, here.maya.person, for: here.employer.id, by: here.verifier, at: here.moment)
      #expect(outcome == .changedMeanwhile)
      #expect(try await here.note() == .refused(.contradiction))
    }
  }

  @Test("what cannot be is refused, and nothing is noted", arguments: TestDatabase.tested)
  func refused(_ database: TestDatabase) async throws {
    try await VerificationFixture.with(database) { here in
      try await here.share()
      #expect(try await here.note(stated: nil) == .refused(.noDay))
      #expect(try await here.note(stated: day.next) == .refused(.dayAhead))
      #expect(try await here.note(.confirms(begins: day, ends: nil)) == .refused(.contradiction))
      #expect(try await here.note(.confirms(begins: day, ends: day.previous)) == .refused(.wrongOrder))
      #expect(try await here.note(.differs("")) == .refused(.badText))
      #expect(try await here.note(.differs(String(repeating: "x", count: 401))) == .refused(.badText))
      var draft = try await here.draft(.nothingFound)
      draft.method = .service
      let outcome = try await here.checks.record(
        draft, of: here.place().record, here.maya.person, for: here.employer.id, by: here.verifier, at: here.moment)
      #expect(outcome == .refused(.noSource))
      try await #expect(here.checks.own(for: here.maya, at: here.moment).checks.isEmpty)
    }
  }

  @Test(
    "the name that a source shows is compared with the names that are shared, and with no others",
    arguments: TestDatabase.tested)
  func names(_ database: TestDatabase) async throws {
    try await VerificationFixture.with(database) { here in
      try await here.names([("Maya R. Sample", "current"), ("Maya Rivera", "earlier")])
      let consent = try await here.share()
      let unshared = try #require(
        try await here.checks.work(for: here.employer.id, by: here.verifier, at: here.moment).first)
      #expect(unshared.names == nil)
      // What is not shared is compared with nothing, and is noted as it stands there.
      guard case .recorded = try await here.note(showing: "Somebody Else") else { throw Unexpected(what: "refused") }
      _ = try await Consents(here.fixture.accounts).revoke(consent.id, by: here.maya, at: here.fixture.now)
      try await here.share(.verification, [.certification, .personName])
      let items = try await here.checks.work(for: here.employer.id, by: here.verifier, at: here.moment)
      #expect(items.count == 1 && items[0].names?.map(\.name) == ["Maya R. Sample", "Maya Rivera"])
      #expect(try await here.note(showing: "Somebody Else") == .refused(.otherName))
      for name in ["SAMPLE, MAYA", "Maya Rosa Sample", "Máya Rivera", ""] {
        here.fixture.pass(.seconds(1))
        guard case .recorded = try await here.note(showing: name) else { throw Unexpected(what: name) }
        let kept = try #require(try await here.checks.own(for: here.maya, at: here.moment).checks.first)
        #expect(kept.check.name == (name.isEmpty ? nil : name))
      }
      // Names alone open nothing.
      let place = try await here.place()
      try await here.sealed.evidence.apply(
        [.withdraw(place.record, sequence: place.sequence, why: "gone")], to: here.maya.person,
        by: here.maya.account.text, at: here.fixture.now)
      try await #expect(here.checks.work(for: here.employer.id, by: here.verifier, at: here.moment).isEmpty)
    }
  }

  @Test("without the name of today in the record no name is refused", arguments: TestDatabase.tested)
  func earlierOnly(_ database: TestDatabase) async throws {
    try await VerificationFixture.with(database) { here in
      try await here.names([("Maya Rivera", "earlier")])
      try await here.share(.verification, [.certification, .personName])
      guard case .recorded = try await here.note(showing: "Maya Sample") else { throw Unexpected(what: "refused") }
    }
  }

  @Test("who is not asked for it notes nothing, and revoking ends it at once", arguments: TestDatabase.tested)
  func access(_ database: TestDatabase) async throws {
    try await VerificationFixture.with(database) { here in
      let consent = try await here.share()
      let place = try await here.place()
      let draft = try await here.draft(VerificationFixture.confirmed)
      let school = try await here.fixture.organization("Riverside", .school)
      let coach = try await here.fixture.member("coach@example.org", of: school, as: .coach)
      func record(_ id: Organization.ID, _ who: SignedIn) async throws -> SourceChecks.Outcome {
        try await here.checks.record(
          draft, of: place.record, here.maya.person, for: id, by: who, at: here.moment)
      }
      await #expect(throws: Refusal.notInRole) { try await record(school.id, coach) }
      await #expect(throws: Refusal.notMember) { try await record(here.employer.id, coach) }
      await #expect(throws: Refusal.notInRole) { try await record(here.employer.id, here.maya) }
      let root = try await here.fixture.administrator()
      await #expect(throws: Refusal.notInRole) { try await record(here.employer.id, root) }
      _ = try await Consents(here.fixture.accounts).revoke(consent.id, by: here.maya, at: here.fixture.now)
      await #expect(throws: Refusal.noConsent) { try await record(here.employer.id, here.verifier) }
      try await #expect(here.checks.work(for: here.employer.id, by: here.verifier, at: here.moment).isEmpty)
      // For another purpose, and of another kind, it opens nothing either.
      try await here.share(.verification, [.card])
      await #expect(throws: Never.self) { try await here.checks.own(for: here.maya, at: here.moment) }
      let outcome = try await record(here.employer.id, here.verifier)
      #expect(outcome == .noSuchRecord)
    }
  }
}
