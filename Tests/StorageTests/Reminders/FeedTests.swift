import Services
import Testing
import Vocabulary

@testable import Storage

@Suite("A private calendar, on every engine")
struct FeedTests {
  @Test("an address opens until another is made or it is ended", arguments: TestDatabase.tested)
  func addresses(_ database: TestDatabase) async throws {
    try await ReminderFixture.with(database) { fixture in
      let (maya, reminders) = (try await fixture.person("maya"), fixture.reminders)
      try await #expect(reminders.feed(of: maya, at: fixture.now) == nil)
      let first = try await reminders.makeFeed(for: maya, .spanish, at: fixture.now)
      try await #expect(reminders.events(first, at: fixture.now)?.language == .spanish)
      let second = try await reminders.makeFeed(for: maya, .english, at: fixture.now)
      try await #expect(reminders.events(first, at: fixture.now)?.language == nil)
      try await #expect(reminders.events(second, at: fixture.now)?.language == .english)
      try await reminders.endFeed(for: maya, at: fixture.now)
      try await #expect(reminders.events(second, at: fixture.now)?.language == nil)
      try await #expect(reminders.feed(of: maya, at: fixture.now) == nil)
      let kept = try await fixture.sealed.engine.read {
        try $0.rows("SELECT kind FROM entry ORDER BY sequence").map { try $0.text("kind") }
      }
      #expect(kept.filter { $0.hasPrefix("reminders.calendar") }.count == 3)
    }
  }

  @Test(
    "an event keeps its name, grows with each change, and is cancelled when it is settled",
    arguments: TestDatabase.tested)
  func events(_ database: TestDatabase) async throws {
    try await ReminderFixture.with(database) { fixture in
      let (maya, reminders) = (try await fixture.person("maya"), fixture.reminders)
      let token = try await reminders.makeFeed(for: maya, .english, at: fixture.now)
      func look() async throws -> [FeedEvent] {
        fixture.pass(.seconds(60))
        return try #require(try await reminders.events(token, at: fixture.now)).events
      }
      let card = try await fixture.card(20, of: maya)
      let first = try await look()
      #expect(first.count == 1 && first[0].row.sequence == 0 && first[0].item?.id == "card bls")
      try await #expect(look() == first)
      let newer = try await fixture.card(700, of: maya)
      let moved = try await look()
      #expect(moved.map(\.uid) == first.map(\.uid) && moved[0].row.sequence == 1 && moved[0].row.day > first[0].row.day)
      for reference in [newer, card] {
        try await fixture.sealed.evidence.apply(
          [.withdraw(reference.record, sequence: reference.sequence, why: "test")], to: maya.person, by: "test",
          at: fixture.now)
      }
      let settled = try await look()
      #expect(settled.map(\.uid) == first.map(\.uid) && settled[0].row.isCancelled && settled[0].row.sequence == 2)
      #expect(settled[0].item == nil)
      try await fixture.card(30, of: maya)
      let again = try await look()
      #expect(again.map(\.uid) == first.map(\.uid) && !again[0].row.isCancelled && again[0].row.sequence == 3)
    }
  }
}
