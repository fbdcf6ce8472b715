import Cryptography
import Rules
import Services
import Testing
import Vocabulary

@testable import Storage

@Suite("Whoever is to be reminded is, once a day, on every engine")
struct ReminderRunTests {
  @Test("one mail a day with what is due; later runs of the day send nothing", arguments: TestDatabase.tested)
  func once(_ database: TestDatabase) async throws {
    try await ReminderFixture.with(database) { fixture in
      let maya = try await fixture.person("maya")
      try await fixture.card(20, of: maya)
      try await fixture.card(-3, of: maya, type: "cpr")
      let nobody = try await fixture.person("nobody")
      let first = try await fixture.run()
      #expect(first.people == 2 && first.sent == 1)
      fixture.pass(.seconds(3_600))
      try await #expect(fixture.run().sent == 0)
      let mail = try #require(fixture.post.mails.first)
      #expect(fixture.post.mails.count == 1 && mail.to == "maya@example.org")
      #expect(mail.text.paragraphs[0].contains("CPR") && mail.text.paragraphs[1].contains("BLS"))
      let rows = try await fixture.mails(of: maya)
      #expect(rows.map(\.state) == [.sent] && rows.map(\.items) == [2] && rows.map(\.day) == [ReminderFixture.today])
      try await #expect(fixture.mails(of: nobody).isEmpty)
      try await #expect(fixture.audit().isSound)
      try await #expect(fixture.sealed.report().isIntact)
      try await #expect(fixture.sealed.recordAudit.report { _ in }.faultCount == 0)
    }
  }

  @Test("the mails of two years are those of the series, one a day at most", arguments: TestDatabase.tested)
  func series(_ database: TestDatabase) async throws {
    try await ReminderFixture.with(database) { fixture in
      let maya = try await fixture.person("maya")
      try await fixture.card(100, of: maya)
      for _ in 0..<140 {
        _ = try await fixture.run()
        fixture.pass(days: 1)
      }
      let days = try await fixture.mails(of: maya).map { ReminderFixture.today.days(to: $0.day) }.reversed()
      // Each is 100 less the days before the last day: 90, 60, 30, 14, 7, 1, 0; then 1 and 7 after it, and weekly.
      #expect(Array(days) == [10, 40, 70, 86, 93, 99, 100, 101, 107, 114, 121, 128, 135])
    }
  }

  @Test("after 19 days without a run one mail goes out, with all that was missed", arguments: TestDatabase.tested)
  func standstill(_ database: TestDatabase) async throws {
    try await ReminderFixture.with(database) { fixture in
      let maya = try await fixture.person("maya")
      try await fixture.card(31, of: maya)
      try await fixture.card(15, of: maya, type: "cpr")
      _ = try await fixture.run()
      #expect(fixture.post.mails.count == 1)
      fixture.pass(days: 19)
      let before = try await fixture.audit()
      #expect(before.isLate && !before.isSound)
      _ = try await fixture.run()
      #expect(fixture.post.mails.count == 2)
      let text = try #require(fixture.post.mails.last?.text.body)
      #expect(text.contains("BLS") && text.contains("CPR"))
      try await #expect(fixture.audit().isSound)
    }
  }

  @Test("quiet hours are kept, and then the mail goes out on the same day", arguments: TestDatabase.tested)
  func quiet(_ database: TestDatabase) async throws {
    try await ReminderFixture.with(database) { fixture in
      let maya = try await fixture.person("maya", quiet: QuietHours(from: 10, until: 18))
      try await fixture.card(20, of: maya)
      let first = try await fixture.run()
      #expect(first.quiet == 1 && fixture.post.mails.isEmpty)
      try await #expect(fixture.audit().isSound)
      fixture.pass(.seconds(6 * 3_600))
      try await #expect(fixture.run().sent == 1)
      try await #expect(fixture.mails(of: maya).map(\.day) == [ReminderFixture.today])
    }
  }

  @Test("evidence that arrives ends it; when it is withdrawn it starts again at once", arguments: TestDatabase.tested)
  func evidence(_ database: TestDatabase) async throws {
    try await ReminderFixture.with(database) { fixture in
      let maya = try await fixture.person("maya")
      try await fixture.card(5, of: maya)
      try await #expect(fixture.run().sent == 1)
      fixture.pass(days: 1)
      let newer = try await fixture.card(700, of: maya)
      for _ in 0..<5 {
        fixture.pass(days: 1)
        try await #expect(fixture.run().sent == 0)
      }
      fixture.pass(.seconds(60))
      try await fixture.sealed.evidence.apply(
        [.withdraw(newer.record, sequence: newer.sequence, why: "not accepted")], to: maya.person, by: "test",
        at: fixture.now)
      fixture.pass(days: 1)
      try await #expect(fixture.run().sent == 1)
    }
  }

  @Test("a mail server that is away: nothing is lost, and it is one mail", arguments: TestDatabase.tested)
  func away(_ database: TestDatabase) async throws {
    try await ReminderFixture.with(database) { fixture in
      let maya = try await fixture.person("maya")
      try await fixture.card(1, of: maya)
      fixture.post.behave(.notTaken("the mail server cannot be reached"))
      try await #expect(fixture.run().waiting == 1)
      try await #expect(fixture.run().waiting == 0)
      fixture.pass(.seconds(600))
      try await #expect(fixture.run().waiting == 1)
      try await #expect(fixture.mails(of: maya).map(\.tries) == [2])
      // The day passes: what it said is in the mail of the next.
      fixture.pass(days: 1)
      fixture.post.behave(nil)
      try await #expect(fixture.run().sent == 1)
      try await #expect(fixture.mails(of: maya).map(\.state) == [.sent, .failed])
      #expect(fixture.post.mails.count == 1)
    }
  }

  @Test("a refused address is told of, and tried again on another day only", arguments: TestDatabase.tested)
  func refused(_ database: TestDatabase) async throws {
    try await ReminderFixture.with(database) { fixture in
      let maya = try await fixture.person("maya")
      try await fixture.card(14, of: maya)
      fixture.post.behave(.refused("the mail server answered 550"))
      try await #expect(fixture.run().failed == 1)
      fixture.pass(.seconds(3_600))
      try await #expect(fixture.run().failed == 0)
      let row = try #require(try await fixture.mails(of: maya).first)
      #expect(row.state == .failed && row.reason == "the mail server answered 550")
    }
  }

  @Test(
    "when the answer is lost it is tried again under the same identifier, and says so", arguments: TestDatabase.tested)
  func unknown(_ database: TestDatabase) async throws {
    try await ReminderFixture.with(database) { fixture in
      let maya = try await fixture.person("maya")
      try await fixture.card(20, of: maya)
      fixture.post.behave(.unknown("cut off"))
      try await #expect(fixture.run().unknown == 1)
      fixture.post.behave(nil)
      fixture.pass(.seconds(3_600))
      try await #expect(fixture.run().sent == 1)
      #expect(fixture.post.mails.count == 2 && Set(fixture.post.mails.map(\.id)).count == 1)
      #expect(fixture.post.mails[0].text == fixture.post.mails[1].text)
      let row = try #require(try await fixture.mails(of: maya).first)
      #expect(row.state == .possiblySent && row.sentAt != nil)
    }
  }

  @Test("what is due and has no row is found by the audit", arguments: TestDatabase.tested)
  func lost(_ database: TestDatabase) async throws {
    try await ReminderFixture.with(database) { fixture in
      let maya = try await fixture.person("maya")
      try await fixture.card(20, of: maya)
      _ = try await fixture.run()
      try await #expect(fixture.audit().isSound)
      try await fixture.sealed.engine.write { try $0.run("DELETE FROM reminder_digest") }
      let report = try await fixture.audit()
      #expect(report.lost.map(\.person) == [maya.person] && !report.isSound)
    }
  }

  @Test("nobody is late who has just begun, and nobody where nobody is reminded", arguments: TestDatabase.tested)
  func watch(_ database: TestDatabase) async throws {
    try await ReminderFixture.with(database) { fixture in
      fixture.pass(days: 3)
      try await #expect(!fixture.reminders.isLate(at: fixture.now))
      _ = try await fixture.person("maya")
      try await #expect(!fixture.reminders.isLate(at: fixture.now))
      fixture.pass(.seconds(24 * 3_600 + 1))
      try await #expect(fixture.reminders.isLate(at: fixture.now))
      _ = try await fixture.run()
      try await #expect(!fixture.reminders.isLate(at: fixture.now))
    }
  }
}
