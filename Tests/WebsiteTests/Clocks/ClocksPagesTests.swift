import Rules
import Services
import Storage
import Testing
import Vocabulary

@testable import Website

@Suite("Attempts and clocks of somebody with an account", .serialized)
struct ClocksPagesTests {
  private func with(_ body: (MemberFixture) async throws -> Void) async throws {
    try await MemberFixture.with(service: LiveFixture.service, body)
  }

  /// Somebody with records that are told to be all.
  private func person(_ fixture: MemberFixture, _ records: [EvidenceRecord]) async throws -> MemberBrowser {
    let browser = try await fixture.signUp("ines@example.org")
    let signedIn = try await fixture.signedIn(browser)
    var evidence = Evidence(records: records)
    for kind in EvidenceKind.allCases where !kind.isHealth { evidence.completeThrough[kind] = Fixtures.today }
    try await fixture.database.evidence.apply(
      RecordChange.adding(evidence, health: false), to: signedIn.person, by: signedIn.account.text, at: fixture.now)
    return browser
  }

  private func record(_ kind: EvidenceKind, _ of: String, _ day: CivilDate, _ more: [String: FactValue] = [:])
    -> EvidenceRecord
  {
    EvidenceRecord(
      id: "\(kind.rawValue)-\(day)", kind: kind,
      values: ["of": .word(of), "date": .day(DayInterval(day), expected: false)].merging(more) { $1 })
  }

  @Test("attempts, what is left of them and from when, in both languages")
  func attempts() async throws {
    try await with { fixture in
      let today = Fixtures.today
      let ines = try await person(
        fixture,
        [200, 100, 10].map { record(.attempt, "amt/rma", today.adding(days: -$0), ["result": .word("failed")]) })
      let page = text(await ines.get("/account/clocks"))
      #expect(page.contains("RMA (AMT)") && page.contains("The rule leaves 1 attempt."), "\(page)")
      #expect(page.contains("datetime=\"\(today.adding(days: 35))\""), "45 days after the last")
      #expect(page.contains("When no attempt is left, these close too"))
      #expect(page.contains("href=\"/account/status/amt/rma/attempts\""))
      for word in ["you may", "guaranteed", "allowed", "should"] { #expect(!page.lowercased().contains(word)) }
      let spanish = text(await ines.get("/es/account/clocks"))
      #expect(spanish.contains("Intentos y plazos") && spanish.contains("La regla deja 1 intento."))
      #expect(text(await ines.get("/account")).contains("href=\"/account/clocks\""))
      let other = try await fixture.signUp("other@example.org")
      let empty = text(await other.get("/account/clocks"))
      #expect(empty.contains("Your record names no credential yet") && !empty.contains("RMA (AMT)"))
    }
  }

  @Test("a CMA 95 days past expiry sees what is closed and what is left; it is linked from where one stands")
  func lapsed() async throws {
    try await with { fixture in
      let ended = Fixtures.today.adding(days: -95)
      let ines = try await person(
        fixture, [record(.certification, "aama/cma", ended.adding(months: -60), ["by": .word("examination")])])
      let page = text(await ines.get("/account/clocks"))
      #expect(page.contains("Use it or lose it") && page.contains("its last day was"), "\(page)")
      #expect(
        page.contains("Renew an expired CMA (AAMA) by points")
          && page.contains("Get an expired CMA (AAMA) back by exam"))
      #expect(page.contains("href=\"/account/status/aama/cma/reactivation\""))
    }
  }

  @Test("a look at the body's page is noted with its day, shown, noted anew and removed")
  func looks() async throws {
    try await with { fixture in
      let today = Fixtures.today
      let ines = try await person(fixture, [record(.application, "aama/cma", today.adding(days: -9))])
      let page = text(await ines.get("/account/clocks"))
      #expect(page.contains("Before you apply") && page.contains("name=\"page\" value=\"site\""))
      #expect(page.contains("The copy used here was read on"))
      func note(_ fields: [String: String]) async -> Reply {
        await ines.post("/account/clocks", ["credential": "aama/cma"].merging(fields) { $1 })
      }
      let nothing = await note(["day": today.description])
      #expect(nothing.status == 422 && text(nothing).contains("Tick at least one page"))
      let ahead = await note(["page": "site", "day": today.next.description])
      #expect(ahead.status == 422 && text(ahead).contains("id=\"day-aama-cma-error\""))
      #expect(text(ahead).contains("value=\"site\" checked"), "what was ticked stays")
      #expect(await note(["page": "another", "day": today.description]).status == 422)
      #expect(await note(["credential": "no/such", "page": "site", "day": today.description]).status == 404)
      #expect(await note(["page": "site", "day": today.previous.description])["Location"] == "/account/clocks")
      let shown = text(await ines.get("/account/clocks"))
      #expect(shown.contains("You looked at it on") && shown.contains("(1 day ago)"), "\(shown)")
      #expect(text(await ines.get("/es/account/clocks")).contains("Usted la miró el"))
      let signedIn = try await fixture.signedIn(ines)
      let kept = try await fixture.database.pageLooks.looks(of: signedIn.person)
      #expect(kept.count == 1 && kept[0].look.url.hasPrefix("https://"))
      let end = ["look": String(kept[0].sequence)]
      let other = try await fixture.signUp("other@example.org")
      let notTheirs = await other.post("/account/clocks/removal", end, from: "/account/reminders")
      #expect(notTheirs.status == 404)
      #expect(await ines.post("/account/clocks/removal", end, from: "/account/clocks")["Location"] == "/account/clocks")
      #expect(!text(await ines.get("/account/clocks")).contains("You looked at it on"))
      #expect(await ines.send("/account/clocks", ["credential": "aama/cma", "page": "site"]).status == 403)
    }
  }
}
