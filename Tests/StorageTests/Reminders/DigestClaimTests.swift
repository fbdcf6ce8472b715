import Services
import Testing
import Vocabulary

@testable import Storage

@Suite("The mail of a day belongs to one process, on every engine")
struct DigestClaimTests {
  private static let lease = Duration.seconds(300)

  private func draft(_ person: PersonID, _ number: UInt8, day: Int = 0) -> DigestDraft {
    DigestDraft(
      person: person, day: ReminderFixture.today.adding(days: day), items: 1, knownAt: ReminderFixture.noon,
      messageID: "m-\(number)", lease: Array(repeating: number, count: 16))
  }

  @Test("of many who want it one has it", arguments: TestDatabase.tested)
  func one(_ database: TestDatabase) async throws {
    try await ReminderFixture.with(database) { fixture in
      let maya = try await fixture.person("maya")
      let store = fixture.sealed.reminders
      let claims = try await withThrowingTaskGroup(of: DigestClaim?.self) { group in
        for number in 1...8 {
          group.addTask { [self] in
            try await store.claim(draft(maya.person, UInt8(number)), lease: Self.lease, at: ReminderFixture.noon)
          }
        }
        return try await group.reduce(into: [DigestClaim?]()) { $0.append($1) }
      }
      #expect(claims.compactMap(\.self).count == 1)
    }
  }

  @Test("a process that ended before it handed the mail over leaves it as it was", arguments: TestDatabase.tested)
  func before(_ database: TestDatabase) async throws {
    try await ReminderFixture.with(database) { fixture in
      let maya = try await fixture.person("maya")
      let store = fixture.sealed.reminders
      let first = try await store.claim(draft(maya.person, 1), lease: Self.lease, at: ReminderFixture.noon)
      #expect(first?.tries == 1)
      let later = ReminderFixture.noon + .seconds(301)
      let second = try #require(try await store.claim(draft(maya.person, 2), lease: Self.lease, at: later))
      #expect(second.messageID == "m-1" && second.tries == 2)
      try await store.handing(second, lease: Self.lease, at: later)
      try await store.settle(second, .taken, at: later)
      try await #expect(fixture.mails(of: maya).map(\.state) == [.sent])
      // Whoever had it before cannot change it any more.
      let old = try #require(first)
      await #expect(throws: ReminderError.leaseLost) { try await store.settle(old, .taken, at: later) }
      try await #expect(store.claim(draft(maya.person, 3), lease: Self.lease, at: later + .seconds(900)) == nil)
    }
  }

  @Test(
    "a process that ended after it leaves a mail that is possibly sent, and is handed over once more, not twice",
    arguments: TestDatabase.tested)
  func after(_ database: TestDatabase) async throws {
    try await ReminderFixture.with(database) { fixture in
      let maya = try await fixture.person("maya")
      let store = fixture.sealed.reminders
      let first = try #require(
        try await store.claim(draft(maya.person, 1), lease: Self.lease, at: ReminderFixture.noon))
      try await store.handing(first, lease: Self.lease, at: ReminderFixture.noon)
      func isOpen(_ now: Instant) async throws -> Bool? {
        try await store.people(after: nil, limit: 10, at: now).first?.isOpen
      }
      var now = ReminderFixture.noon + .seconds(400)
      try await #expect(isOpen(now) == true)
      let again = try #require(try await store.claim(draft(maya.person, 2), lease: Self.lease, at: now))
      #expect(again.messageID == "m-1" && again.tries == 2)
      try await #expect(fixture.mails(of: maya).map(\.state) == [.possiblySent])
      try await store.handing(again, lease: Self.lease, at: now)
      now = now + .seconds(400)
      try await #expect(isOpen(now) == false)
      try await #expect(store.claim(draft(maya.person, 3), lease: Self.lease, at: now) == nil)
      try await #expect(fixture.mails(of: maya).map(\.sentAt) == [nil])
    }
  }

  @Test(
    "a second answer that is lost is the last; a try that surely failed does not count", arguments: TestDatabase.tested)
  func twice(_ database: TestDatabase) async throws {
    try await ReminderFixture.with(database) { fixture in
      let maya = try await fixture.person("maya")
      let store = fixture.sealed.reminders
      var now = ReminderFixture.noon
      let outcomes: [DigestOutcome] = [
        .notTaken(reason: "away", again: now), .unknown(reason: "cut off", again: now),
        .notTaken(reason: "away", again: now), .unknown(reason: "cut off", again: now),
      ]
      for (number, outcome) in outcomes.enumerated() {
        let draft = draft(maya.person, UInt8(number + 1))
        let claim = try #require(try await store.claim(draft, lease: Self.lease, at: now))
        #expect(claim.messageID == "m-1")
        try await store.handing(claim, lease: Self.lease, at: now)
        try await store.settle(claim, outcome, at: now)
        now = now + .seconds(400)
      }
      try await #expect(store.claim(draft(maya.person, 9), lease: Self.lease, at: now) == nil)
      try await #expect(fixture.mails(of: maya).map(\.state) == [.possiblySent])
    }
  }

  @Test("deleting an account takes all of it along", arguments: TestDatabase.tested)
  func deletion(_ database: TestDatabase) async throws {
    try await ReminderFixture.with(database) { fixture in
      let maya = try await fixture.person("maya")
      try await fixture.card(20, of: maya)
      _ = try await fixture.run()
      _ = try await fixture.reminders.makeFeed(for: maya, .english, at: fixture.now)
      _ = try await AccountDeletion(fixture.accounts).delete(maya.account, by: .account(maya), at: fixture.now)
      for table in ["reminder_person", "reminder_digest", "reminder_feed", "reminder_event"] {
        let count = try await fixture.sealed.engine.read { try $0.count("SELECT COUNT(*) FROM \(table)") }
        #expect(count == 0, "\(table)")
      }
      try await #expect(fixture.sealed.report().isIntact)
    }
  }
}
