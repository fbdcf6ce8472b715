import Foundation
import Rules
import Services
import Storage
import Testing
import Vocabulary

@testable import Website

@Suite("Reminders, page by page", .serialized)
struct ReminderPagesTests {
  private func with(_ body: (MemberFixture) async throws -> Void) async throws {
    try await MemberFixture.with(service: LiveFixture.service, body)
  }

  private func record(_ days: Int, _ kind: EvidenceKind, _ type: String, of person: PersonID, _ fixture: MemberFixture)
    async throws
  {
    let record = EvidenceRecord(
      id: "", kind: kind,
      values: [
        "type": .word(type),
        "expires": .day(DayInterval(fixture.now.utcDay.adding(days: days)), expected: false),
      ])
    if kind.isHealth {
      try await fixture.database.health.apply([.add(.evidence(record))], to: person, by: "test", at: fixture.now)
    } else {
      try await fixture.database.evidence.apply([.add(.evidence(record))], to: person, by: "test", at: fixture.now)
    }
  }

  private let form = ["mail": "1", "language": "es", "zone": "America/Denver", "from": "22", "until": "6"]

  @Test("what runs out is shown, what has failed first, and nothing of health by its name")
  func list() async throws {
    try await with { fixture in
      let browser = try await fixture.signUp("maya@example.org")
      #expect(text(await browser.get("/account/reminders")).contains("Nothing in your record has a last day"))
      #expect(text(await browser.get("/account")).contains("href=\"/account/reminders\""))
      let person = try await fixture.signedIn(browser).person
      try await record(-3, .card, "cpr", of: person, fixture)
      try await record(20, .card, "bls", of: person, fixture)
      try await record(400, .health, "tb-test", of: person, fixture)
      for path in ["/account/reminders", "/es/account/reminders"] {
        let page = text(await browser.get(path))
        let order = ["CPR card", "BLS card", "health part"].map { page.range(of: $0)?.lowerBound }
        let other = ["tarjeta de RCP", "tarjeta de BLS", "parte de salud"].map { page.range(of: $0)?.lowerBound }
        let found = (path.hasPrefix("/es") ? other : order).compactMap(\.self)
        #expect(found.count == 3 && found == found.sorted(), "\(page)")
        #expect(!page.lowercased().contains("tb-test") && !page.contains("tubercul"))
      }
    }
  }

  @Test("settings are kept, and what is no answer is refused with its reason")
  func settings() async throws {
    try await with { fixture in
      let browser = try await fixture.signUp("maya@example.org")
      #expect(!text(await browser.get("/account/reminders")).contains("name=\"mail\" value=\"1\" checked"))
      let saved = await browser.post("/account/reminders", form, from: "/account/reminders")
      #expect(saved.status == 303 && saved["Location"] == "/account/reminders")
      let page = text(await browser.get("/account/reminders"))
      #expect(page.contains("name=\"mail\" value=\"1\" checked"))
      #expect(page.contains("value=\"America/Denver\" selected") && page.contains("value=\"22\" selected"))
      for (field, value) in [("language", "fr"), ("zone", "Mars/Olympus"), ("from", "24"), ("until", "-1")] {
        let refused = await browser.post(
          "/account/reminders", form.merging([field: value]) { $1 }, from: "/account/reminders")
        #expect(refused.status == 422 && text(refused).contains("href=\"#\(field)\""))
      }
      #expect(!page.contains("name=\"others\" value=\"1\" checked"))
      _ = await browser.post("/account/reminders", form.merging(["others": "1"]) { $1 }, from: "/account/reminders")
      #expect(text(await browser.get("/account/reminders")).contains("name=\"others\" value=\"1\" checked"))
      // Off again, and nobody is reminded.
      _ = await browser.post("/account/reminders", form.merging(["mail": ""]) { $1 }, from: "/account/reminders")
      #expect(!text(await browser.get("/account/reminders")).contains("name=\"mail\" value=\"1\" checked"))
    }
  }

  @Test("when nobody has looked for a day, every page of somebody signed in says so")
  func late() async throws {
    try await with { fixture in
      let browser = try await fixture.signUp("maya@example.org")
      _ = await browser.post("/account/reminders", form, from: "/account/reminders")
      for path in ["/account", "/account/roadmaps", "/account/sharing"] {
        #expect(!text(await browser.get(path)).contains("Reminders are late"))
      }
      for _ in 0..<5 {
        fixture.pass(5 * 3_600)
        #expect(await browser.get("/account").status == 200)
      }
      for path in ["/account", "/account/roadmaps", "/account/sharing"] {
        #expect(text(await browser.get(path)).contains("Reminders are late"))
      }
      #expect(text(await browser.get("/es/account")).contains("van con retraso"))
    }
  }

  @Test("a calendar's address is shown once, opens without a cookie, and ends")
  func feed() async throws {
    try await with { fixture in
      let browser = try await fixture.signUp("maya@example.org")
      let person = try await fixture.signedIn(browser).person
      try await record(20, .card, "bls", of: person, fixture)
      try await record(30, .health, "tb-test", of: person, fixture)
      let made = await browser.post("/account/reminders/calendar", [:], from: "/account/reminders")
      let page = text(made)
      let start = try #require(page.range(of: "https://fobwatch.example.org/calendar/")?.lowerBound)
      let address = String(page[start...].prefix { $0 != "<" })
      #expect(!text(await browser.get("/account/reminders")).contains("fobwatch.example.org/calendar/"))
      let path = String(address.dropFirst("https://fobwatch.example.org".count))
      let stranger = fixture.browser()
      let file = await stranger.get(path)
      #expect(file.status == 200 && file["Content-Type"] == "text/calendar; charset=utf-8")
      #expect(file["Cache-Control"] == "private, no-store" && file["X-Robots-Tag"] == "noindex, nofollow")
      #expect(file["Set-Cookie"] == nil)
      let calendar = text(file)
      #expect(calendar.components(separatedBy: "BEGIN:VEVENT").count == 3 && !calendar.contains("tb-test"))
      #expect(calendar.contains("SEQUENCE:0\r\nSTATUS:CONFIRMED\r\n"))
      #expect(calendar.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 75 })
      _ = await browser.post("/account/reminders/calendar/removal", [:], from: "/account/reminders")
      #expect(await stranger.get(path).status == 404)
    }
  }
}
