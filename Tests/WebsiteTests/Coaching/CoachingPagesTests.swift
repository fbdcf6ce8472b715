import Cryptography
import Foundation
import Rules
import Services
import Storage
import Testing
import Vocabulary

@testable import Website

@Suite("Coaching, page by page", .serialized)
struct CoachingPagesTests {
  private let today = Fixtures.today

  private struct World {
    let fixture: MemberFixture
    let owner: MemberBrowser
    let person: SignedIn
    let coach: MemberBrowser
    let school: Organization
    let consent: Consent.ID
    var page: String { "/coaching/\(school.id.text)/\(person.person.text)" }
  }

  private static let planted = [
    "tb-test", "TB test", "drug-screen", "Drug screen", "declined", "exclusion", "hepatitis",
  ]

  /// Somebody who shares with the coach of a school, with health items that nobody is to see.
  private func with(_ body: (World) async throws -> Void) async throws {
    try await MemberFixture.with(service: LiveFixture.service) { fixture in
      let builder = WalkBuilder(fixture: fixture)
      let school = try await builder.organization("Riverside", .school)
      let opened = try await builder.member("maya", school, .person)
      let person = try await builder.current(opened)
      let staff = try await builder.walker(
        try await builder.member("cora", school, .coach), "cora", .staff2, school, .coach, factor: true)
      func record(_ id: String, _ kind: EvidenceKind, _ values: [String: FactValue]) -> RecordChange {
        .add(.evidence(EvidenceRecord(id: id, kind: kind, values: values)))
      }
      let ends = FactValue.day(DayInterval(today.adding(days: 30)), expected: false)
      try await fixture.database.evidence.apply(
        [
          record("card-1", .card, ["type": .word("bls"), "expires": ends]),
          record("name-1", .personName, ["name": .word("Maya <b>Sample"), "type": .word("current")]),
        ], to: person.person, by: person.account.text, at: fixture.now)
      try await fixture.database.health.apply(
        [
          record("health-1", .health, ["type": .word("tb-test"), "outcome": .word("declined")]),
          record("health-2", .health, ["type": .word("drug-screen")]),
          record("screening-1", .screening, ["type": .word("exclusion"), "clear": .flag(false)]),
        ], to: person.person, by: person.account.text, at: fixture.now)
      let outcome = try await Consents(fixture.accounts).give(
        Consents.Draft(
          receiver: .organization(school.id), purpose: .coaching, kinds: Set(EvidenceKind.allCases)),
        by: person, at: fixture.now)
      guard case .given(let consent) = outcome else { throw WalkError(step: 8) }
      let (owner, coach) = (fixture.browser(), fixture.browser())
      owner.cookies["fob-session"] = opened.token.text
      coach.cookies["fob-session"] = staff.session
      try await body(
        World(
          fixture: fixture, owner: owner, person: person, coach: coach, school: school, consent: consent.id))
    }
  }

  /// A page without the places where a long word can break.
  private func shown(_ reply: Reply) -> String { text(reply).replacing("<wbr>", with: "") }

  private func fields(_ day: CivilDate) -> [String: String] {
    ["year": "\(day.year)", "month": "\(day.month)", "day": "\(day.day)"]
  }

  @Test("the list and the page say what comes next, in both languages, and nothing of health")
  func looking() async throws {
    try await with { world in
      #expect(shown(await world.coach.get("/account")).contains("href=\"/coaching\""))
      #expect(!shown(await world.owner.get("/account")).contains("href=\"/coaching\""))
      let list = shown(await world.coach.get("/coaching"))
      #expect(list.contains("Maya &lt;b&gt;Sample") && list.contains("maya@example.org") && list.contains("BLS card"))
      #expect(list.contains("href=\"\(world.page)\""))
      let page = shown(await world.coach.get(world.page))
      #expect(page.contains("BLS card") && page.contains("Last day") && page.contains("id=\"blockers\""))
      let goal = await world.coach.post(
        "\(world.page)/plan", ["seen": "0", "goal": "aama/cma"], from: world.page)
      #expect(goal.status == 303)
      let planned = shown(await world.coach.get(world.page))
      #expect(planned.contains("CMA (AAMA)") && planned.contains("id=\"reasons\"") && planned.contains("aama-ntl.org"))
      for path in ["/coaching", world.page, "/account/coach", "/account/coach/file"] {
        for prefix in ["", "/es"] {
          let browser = path.hasPrefix("/account") ? world.owner : world.coach
          let html = shown(await browser.get(prefix + path))
          for secret in Self.planted { #expect(!html.contains(secret), "\(path): \(secret)") }
          for word in ["you may", "guaranteed", "allowed", "should"] {
            #expect(!html.lowercased().contains(word), "\(path): \(word)")
          }
        }
      }
      #expect(shown(await world.coach.get("/es/coaching")).contains("Personas a quienes asesora"))
      let own = shown(await world.owner.get("/account/coach"))
      #expect(own.contains("Riverside") && own.contains("cora@example.org") && own.contains("CMA (AAMA)"))
    }
  }

  @Test("notes and replies are kept, refused with what is expected, and shown with their day")
  func writing() async throws {
    try await with { world in
      let notes = "\(world.page)/notes"
      #expect(await world.coach.post(notes, ["note": " "], from: world.page).status == 422)
      let patient = "Patient 4711, DOB 3/14/1961"
      let asked = await world.coach.post(notes, ["note": patient], from: world.page)
      #expect(asked.status == 422 && text(asked).contains("Nothing about patients belongs here"))
      #expect(text(asked).contains("name=\"keep-text\"") && text(asked).contains("Patient 4711"))
      #expect(await world.coach.post(notes, ["note": patient, "keep-text": "1"], from: world.page).status == 303)
      #expect(await world.coach.post(notes, ["note": "<i>Called</i>\nthe school."], from: world.page).status == 303)
      let plan = "\(world.page)/plan"
      let owner = try #require(try await world.fixture.site.signedIn(world.coach.inquiry("/")))
      var sent = ["seen": "0", "from": "school", "owner": owner.account.text]
      for (wrong, words) in [
        (fields(today.previous), "next two years"), (["year": "2027", "month": "2", "day": "30"], "no such day"),
        (fields(today).merging(["from": ""]) { $1 }, "who owes a reply"),
        (fields(today).merging(["owner": "me"]) { $1 }, "Pick one of the list"),
        (fields(today).merging(["goal": "x/y"]) { $1 }, "Pick one of the list"),
        (fields(today).merging(["seen": "9"]) { $1 }, "Look at it again"),
      ] {
        let reply = await world.coach.post(plan, sent.merging(wrong) { $1 }, from: world.page)
        #expect(reply.status == 422 && text(reply).contains(words), "\(wrong)")
      }
      sent.merge(fields(today.adding(days: 5))) { $1 }
      #expect(await world.coach.post(plan, sent, from: world.page).status == 303)
      let page = shown(await world.coach.get(world.page))
      #expect(page.contains("&lt;i&gt;Called&lt;/i&gt; the school.") && page.contains("From the school by"))
      #expect(page.contains("value=\"\(owner.account.text)\" selected"))
      let own = shown(await world.owner.get("/account/coach"))
      #expect(own.contains("From the school by") && !own.contains("Called") && own.contains("cora@example.org"))
      let file = await world.owner.get("/account/coach/file")
      #expect(text(file).contains("Called") && !text(file).contains("Patient 4711"))
      world.fixture.pass(2000)
      #expect(await world.owner.get("/account/coach/file")["Location"]?.hasPrefix("/account/again") == true)
    }
  }

  @Test("one press ends it: the coach sees neither name nor notes, and an open page sends nothing any more")
  func ending() async throws {
    try await with { world in
      #expect(await world.coach.post("\(world.page)/notes", ["note": "Called."], from: world.page).status == 303)
      let open = shown(await world.coach.get(world.page))
      let start = try #require(open.range(of: "name=\"form\" value=\""))
      let token = String(open[start.upperBound...].prefix { $0 != "\"" })
      let ended = await world.owner.post(
        "/account/coach/removal", ["consent": world.consent.text], from: "/account/coach")
      #expect(ended.status == 303 && ended["Location"] == "/account/coach")
      #expect(shown(await world.owner.get("/account/coach")).contains("Nobody coaches you now"))
      let replies = [
        await world.coach.get("/coaching"), await world.coach.get(world.page),
        await world.coach.send("\(world.page)/notes", ["form": token, "note": "Too late."]),
        await world.coach.send("\(world.page)/plan", ["form": token, "seen": "0", "goal": "aama/cma"]),
      ]
      #expect(replies.map(\.status) == [200, 403, 403, 403])
      for reply in replies {
        for word in ["Maya", "maya@", "Called", "BLS", "Too late"] { #expect(!shown(reply).contains(word), "\(word)") }
      }
      // Somebody who never was looks the same.
      let nobody = "/coaching/\(world.school.id.text)/\(PersonID.fresh(from: .system).text)"
      let (gone, never) = (await world.coach.get(world.page), await world.coach.get(nobody))
      #expect(never.status == gone.status && text(never) == text(gone))
      let file = shown(await world.owner.get("/account/coach/file"))
      #expect(file.contains("Called.") && !file.contains("Too late."))
      // Nobody ends a consent of somebody else.
      let other = await world.coach.post(
        "/account/coach/removal", ["consent": world.consent.text], from: "/account/coach")
      #expect(other.status == 404)
    }
  }
}
