import Foundation
import Rules
import Services
import Storage
import Testing
import Vocabulary

@testable import Website

@Suite("Where somebody stands, page by page", .serialized)
struct StatusPagesTests {
  private func with(_ body: (MemberFixture) async throws -> Void) async throws {
    try await MemberFixture.with(service: LiveFixture.service, body)
  }

  private func certified(_ browser: MemberBrowser) async {
    let added = await browser.post(
      "/account/record/add/certification",
      ["of": "aama/cma", "date-year": "2022", "date-month": "3", "date-day": "10", "by": "examination"])
    #expect(added.status == 303)
    for kind in ["certification", "attempt", "activity"] {
      _ = await browser.post("/account/record/complete/\(kind)", ["all": "yes"], from: "/account/record")
    }
  }

  @Test("certified, until when, what ends next, and why")
  func glance() async throws {
    try await with { fixture in
      let maya = try await fixture.signUp("maya@example.org")
      #expect(text(await maya.get("/account/status")).contains("Tell us what you hold"))
      await certified(maya)
      _ = await maya.post(
        "/account/record/add/card", ["type": "bls", "expires-year": "2026", "expires-month": "12", "expires-day": "31"])
      let page = text(await maya.get("/account/status"))
      #expect(page.contains("Certified as CMA (AAMA) through Mar 31, 2027"), "\(page)")
      #expect(page.contains("BLS ends: Dec 31, 2026"), "the next thing first")
      #expect(page.contains("href=\"/account/status/aama/cma/current\""))
      #expect(text(await maya.get("/account")).contains("href=\"/account/status\""))
      let reason = text(await maya.get("/account/status/aama/cma/current"))
      #expect(reason.contains("Mar 31, 2027") && reason.contains("href=\"/account/status\""), "\(reason)")
      #expect(await maya.get("/account/status/aama/cma/nothing").status == 404)
      let spanish = text(await maya.get("/es/account/status"))
      #expect(spanish.contains("Con certificación CMA (AAMA) hasta el 31 de marzo de 2027"))
      for word in ["you may", "guaranteed", "allowed", "should"] { #expect(!page.lowercased().contains(word)) }
    }
  }

  @Test("what has ended, and the window that is left, stand before anything else")
  func ended() async throws {
    try await with { fixture in
      let maya = try await fixture.signUp("maya@example.org")
      let added = await maya.post(
        "/account/record/add/certification",
        [
          "of": "aama/cma", "date-year": "2021", "date-month": "8", "date-day": "10", "by": "examination",
          "expires-year": "2026", "expires-month": "8", "expires-day": "31",
        ])
      #expect(added.status == 303)
      let open = text(await maya.get("/account/status"))
      #expect(open.contains("Late renewal of the CMA (AAMA): open through Nov 30, 2026"), "\(open)")
      #expect(open.contains("href=\"/account/clocks\"") && !open.contains("Tell us what you hold"))
      let closed = text(await maya.get("/account/status?on=2026-12-01"))
      #expect(closed.contains("CMA (AAMA): its last day was Aug 31, 2026"), "\(closed)")
      _ = await maya.post(
        "/account/record/add/card",
        ["type": "bls", "expires-year": "2026", "expires-month": "12", "expires-day": "31"])
      #expect(text(await maya.get("/account/status?on=2026-12-01")).contains("BLS ends: Dec 31, 2026"))
      #expect(text(await maya.get("/account/status")).contains("Late renewal of the CMA (AAMA): open through"))
    }
  }

  @Test("where: the rules of the state that the record names, by that record, each with its reasons")
  func places() async throws {
    try await with { fixture in
      let maya = try await fixture.signUp("maya@example.org")
      await certified(maya)
      let none = text(await maya.get("/account/status"))
      #expect(none.contains("Your record names no state") && none.contains("Add your state"))
      let born = await maya.post(
        "/account/record/add/person", ["age": "18-or-over", "jurisdiction": "us-wa"])
      #expect(born.status == 303)
      let page = text(await maya.get("/account/status"))
      #expect(page.contains("In Washington") && page.contains("Work as a medical assistant"), "\(page)")
      #expect(page.contains("href=\"/account/status/us-wa/task/practice\""))
      let reasons = await maya.get("/account/status/us-wa/task/practice")
      #expect(reasons.status == 200 && text(reasons).contains("For your record."), "\(text(reasons))")
      #expect(text(reasons).contains("href=\"/account/status\"") && !text(reasons).contains("pick-with"))
      _ = await maya.post("/account/record/complete/license", ["all": "yes"], from: "/account/record")
      let before = text(await maya.get("/account/status"))
      _ = await maya.post(
        "/account/record/add/license",
        [
          "of": "us-wa/ma-c", "issued-year": "2025", "issued-month": "5", "issued-day": "2", "expires-year": "2027",
          "expires-month": "5", "expires-day": "1",
        ])
      let after = text(await maya.get("/account/status"))
      #expect(!before.contains("Rule covers it through May 1, 2027"))
      #expect(after.contains("Rule covers it through May 1, 2027"), "\(after)")
      #expect(text(await maya.get("/es/account/status")).contains("En Washington"))
      #expect(await maya.get("/account/status/us-wa/task/nothing").status == 404)
    }
  }

  @Test("both clocks: what held on a day, by what was known on a day")
  func clocks() async throws {
    try await with { fixture in
      let maya = try await fixture.signUp("maya@example.org")
      await certified(maya)
      let later = text(await maya.get("/account/status?on=2027-04-01"))
      #expect(!later.contains("Certified as CMA (AAMA) through") && later.contains("value=\"2027-04-01\""), "\(later)")
      let before = text(await maya.get("/account/status?known=2026-11-01"))
      #expect(before.contains("Tell us what you hold"))
      let odd = text(await maya.get("/account/status?on=tomorrow"))
      #expect(odd.contains("Certified as CMA (AAMA) through Mar 31, 2027"))
    }
  }

  /// Twenty years: certified anew each five years, points each quarter, jobs, cards and fees.
  private static var career: Evidence {
    var evidence = Evidence()
    var number = 0
    let start = Fixtures.today.adding(months: -240)
    func day(_ months: Int) -> FactValue { .day(DayInterval(start.adding(months: months)), expected: false) }
    func add(_ kind: EvidenceKind, _ values: [String: FactValue]) {
      number += 1
      evidence.put(EvidenceRecord(id: "\(kind.rawValue)-\(number)", kind: kind, values: values))
    }
    for of in ["aama/cma", "amt/rma", "nha/ccma"] {
      for cycle in 0..<4 {
        add(
          .certification,
          [
            "of": .word(of), "date": day(cycle * 59),
            "by": .word(cycle == 0 ? "examination" : "continuing-education"),
          ])
      }
      for month in stride(from: 3, to: 240, by: 3) {
        add(
          .activity,
          [
            "date": day(month), "amount": .amount(low: Quantity(5), high: Quantity(5)), "for": .word(of),
            "category": .word(["administrative", "clinical", "general"][month % 3]), "approved_by": .word("aama"),
          ])
      }
    }
    for job in 0..<5 {
      add(.work, ["role": .word("medical-assistant"), "from": day(job * 48), "until": day(job * 48 + 47)])
      add(.card, ["type": .word("bls"), "issued": day(job * 48), "expires": day(job * 48 + 24)])
    }
    for kind in EvidenceKind.allCases where !kind.isHealth { evidence.completeThrough[kind] = Fixtures.today }
    return evidence
  }

  @Test("a career of twenty years is drawn, in words too, without a wait")
  func years() async throws {
    try await with { fixture in
      let maya = try await fixture.signUp("maya@example.org")
      let person = try await fixture.signedIn(maya)
      try await fixture.database.evidence.apply(
        RecordChange.adding(Self.career, health: false), to: person.person, by: person.account.text, at: fixture.now)
      let clock = ContinuousClock()
      var page = ""
      var times: [Duration] = []
      for _ in 0..<3 {
        times.append(await clock.measure { page = text(await maya.get("/account/status")) })
      }
      #expect(page.contains("Your years") && page.contains("2006") && page.contains("CCMA (NHA)"))
      #expect(page.split(separator: "<svg class=\"strap tall\"").count == 4)
      let key = try #require(page.range(of: "<ul class=\"key\">"))
      let legend = page[key.upperBound...].prefix(4_000)
      #expect(legend.contains("The day asked about") && legend.contains("Something happened"))
      #expect(page.split(separator: "<circle").count > 12 && page.contains("The same as a table"))
      // A build for debugging is many times slower than the program.
      let best = try #require(times.min())
      #expect(best < .seconds(20), "\(best)")
    }
  }

  @Test("the record goes out as a file and comes back, shown first; health only when ticked")
  func files() async throws {
    try await with { fixture in
      let maya = try await fixture.signUp("maya@example.org")
      await certified(maya)
      _ = await maya.post("/account/health/add/health", ["type": "tdap", "outcome": "declined"])
      let file = await maya.post("/account/record/export", [:])
      #expect(file.status == 200 && file["Content-Disposition"]?.contains("fobwatch-record-2026-11-22.json") == true)
      #expect(file["Cache-Control"] == "no-store" && !text(file).contains("tdap") && text(file).contains("aama/cma"))
      let whole = text(await maya.post("/account/record/export", ["health": "1", "history": "1"]))
      #expect(whole.contains("tdap") && whole.contains("history"))
      let luis = try await fixture.signUp("luis@example.org")
      let shown = await luis.post("/account/record/import", ["file": whole])
      #expect(shown.status == 200 && text(shown).contains("Certifications: 1"), "\(text(shown))")
      #expect(!text(await luis.get("/account/record")).contains("Mar 10, 2022"))
      #expect(await luis.post("/account/record/import", ["text": whole])["Location"] == "/account/record")
      #expect(text(await luis.get("/account/record")).contains("Mar 10, 2022"))
      #expect(!text(await luis.get("/account/health")).contains("Tdap vaccine</a>"))
      #expect(await luis.post("/account/health/import", ["text": whole])["Location"] == "/account/health")
      #expect(text(await luis.get("/account/health")).contains("Tdap"))
      #expect(text(await luis.post("/account/record/export", [:])) == text(file))
      let bad = await luis.post("/account/record/import", ["file": "{}"])
      #expect(bad.status == 422 && text(bad).contains("/record_file"))
      fixture.pass(601)
      #expect(await maya.get("/account/record/export")["Location"] == "/account/again?to=/account/record/export")
    }
  }
}
