import Cryptography
import Foundation
import Rules
import Services
import Storage
import Testing
import Vocabulary

@testable import Website

@Suite("Checks with issuers and links, page by page", .serialized)
struct VerificationPagesTests {
  private let today = Fixtures.today

  private struct World {
    let fixture: MemberFixture
    let owner: MemberBrowser
    let person: PersonID
    let verifier: MemberBrowser
    let checks: String
  }

  /// Somebody with a certification who shares it with an employer, and the employer's verifier.
  private func with(_ body: (World) async throws -> Void) async throws {
    try await MemberFixture.with(service: LiveFixture.service) { fixture in
      let builder = WalkBuilder(fixture: fixture)
      let employer = try await builder.organization("Lakeside", .employer)
      let opened = try await builder.member("maya", employer, .person)
      let signedIn = try await builder.current(opened)
      let staff = try await builder.walker(
        try await builder.member("vera", employer, .verifier), "vera", .staff2, employer, .verifier, factor: true)
      var record = EvidenceRecord(
        id: "certification-1", kind: .certification,
        values: ["of": .word("aama/cma"), "date": .day(DayInterval(today.adding(days: -100)), expected: false)])
      record["expires"] = .day(DayInterval(today.adding(days: 500)), expected: false)
      try await fixture.database.evidence.apply(
        [.add(.evidence(record))], to: signedIn.person, by: signedIn.account.text, at: fixture.now)
      _ = try await Consents(fixture.accounts).give(
        Consents.Draft(receiver: .organization(employer.id), purpose: .verification, kinds: [.certification]),
        by: signedIn, at: fixture.now)
      let (owner, verifier) = (fixture.browser(), fixture.browser())
      owner.cookies["fob-session"] = opened.token.text
      verifier.cookies["fob-session"] = staff.session
      try await body(
        World(
          fixture: fixture, owner: owner, person: signedIn.person, verifier: verifier,
          checks: "/organizations/\(employer.id.text)/checks"))
    }
  }

  private func fields(_ prefix: String, _ day: CivilDate) -> [String: String] {
    [prefix + "year": "\(day.year)", prefix + "month": "\(day.month)", prefix + "day": "\(day.day)"]
  }

  /// The page of the record that is due.
  private func due(_ world: World) async throws -> String {
    let list = text(await world.verifier.get(world.checks))
    let start = try #require(list.range(of: "href=\"\(world.checks)/"))
    return world.checks + "/" + list[start.upperBound...].prefix { $0 != "\"" }
  }

  private func note(_ world: World, _ more: [String: String] = [:]) async throws -> Reply {
    let form = try await due(world)
    let page = text(await world.verifier.get(form))
    let seen = try #require(page.range(of: "name=\"seen\" value=\""))
    var sent = [
      "answer": "confirms", "method": "issuer-website", "seen": String(page[seen.upperBound...].prefix { $0 != "\"" }),
    ]
    sent.merge(fields("begins-", today.adding(days: -100))) { $1 }
    sent.merge(fields("ends-", today.adding(days: 500))) { $1 }
    sent.merge(fields("", today)) { $1 }
    return await world.verifier.post(form, sent.merging(more) { $1 })
  }

  private func link(_ world: World, name: String = "Maya Sample") async throws -> String {
    let made = await world.owner.post(
      "/account/verification", ["credential": "aama/cma", "name": name, "purpose": "job", "days": "30"])
    #expect(made.status == 200)
    let page = text(made)
    #expect(page.contains("<svg class=\"qr\""))
    let start = try #require(page.range(of: "https://fobwatch.example.org/verify/"))
    return "/verify/" + page[start.upperBound...].prefix { $0 != "<" }
  }

  @Test("a verifier notes what the issuer says, the owner sees it, and the day of looking is never filled in")
  func noting() async throws {
    try await with { world in
      let form = try await due(world)
      let page = text(await world.verifier.get(form))
      #expect(page.contains("CMA (AAMA)"))
      #expect(page.contains("id=\"year\" name=\"year\" inputmode=\"numeric\" autocomplete=\"off\" value=\"\""))
      #expect(page.contains("aama-ntl.org") && page.contains("no source here names it"))
      let none = try await note(world, ["year": "", "month": "", "day": ""])
      #expect(none.status == 422 && text(none).contains("Give the day on which you looked"))
      let wrong = try await note(world, fields("ends-", today))
      #expect(wrong.status == 422 && text(wrong).contains("The record has other days"))
      #expect(try await note(world, ["evidence": "abc"]).status == 422)
      #expect(try await note(world, ["seen": "1"]).status == 422)
      let done = try await note(world, ["said": "", "evidence": String(repeating: "aB", count: 32)])
      #expect(done.status == 303 && done["Location"] == world.checks, "\(text(done))")
      let own = text(await world.owner.get("/account/verification"))
      #expect(own.contains("Checked with the issuer") && own.contains("Lakeside") && own.contains("abababab"))
      #expect(text(await world.owner.get("/es/account/verification")).contains("Quien la emite lo confirma"))
      let list = text(await world.verifier.get(world.checks))
      #expect(list.contains("Nothing is due.") && list.contains("Due again on"))
      // The owner cannot note anything about themselves.
      #expect(await world.owner.get(form).status == 403)
    }
  }

  @Test("who has the link gets an answer without an account, in both languages, and nothing but what was chosen")
  func looking() async throws {
    try await with { world in
      let path = try await link(world)
      let stranger = world.fixture.browser()
      let before = text(await stranger.get(path))
      #expect(before.contains("Maya Sample</h1>") && before.contains("Not checked with the issuer"))
      #expect(try await note(world).status == 303)
      let day = today.adding(days: 90)
      let reply = await stranger.get("\(path)?year=\(day.year)&month=\(day.month)&day=\(day.day)")
      let page = text(reply)
      #expect(reply.status == 200 && reply["Cache-Control"] == "no-store")
      #expect(reply["X-Robots-Tag"]?.contains("noindex") == true)
      #expect(page.contains("Maya Sample, CMA (AAMA)</h1>") && page.contains("Yes, certified through"))
      #expect(page.contains("the issuer&#39;s web page") || page.contains("the issuer's web page"))
      #expect(page.contains("aama-ntl.org") && page.contains("That is the policy of this site"))
      #expect(!page.contains("maya@example.org") && !page.contains("Lakeside"))
      #expect(page.contains("href=\"/es\(path)?year=\(day.year)"))
      let spanish = text(await stranger.get("/es\(path)"))
      #expect(spanish.contains("Sí, con certificación hoy") && spanish.contains("lang=\"es\""))
      let bad = text(await stranger.get("\(path)?year=2027&month=2&day=30"))
      #expect(bad.contains("There is no such day") && bad.contains("value=\"30\""))
      let own = text(await world.owner.get("/account/verification"))
      #expect(own.contains("Opened 4 times"))
      for word in ["you may", "guaranteed", "allowed", "should"] {
        #expect(!page.lowercased().contains(word), "\(word)")
      }
    }
  }

  @Test("names are entered as a record; the one that the issuer shows is noted, compared, and not told to strangers")
  func names() async throws {
    try await with { world in
      for (name, type) in [("Maya Sample", "current"), ("Maya Rivera", "earlier")] {
        let added = await world.owner.post("/account/record/add/person-name", ["name": name, "type": type])
        #expect(added.status == 303, "\(text(added))")
      }
      #expect(await world.owner.post("/account/record/add/person-name", ["type": "earlier"]).status == 422)
      let list = text(await world.owner.get("/account/record"))
      #expect(list.contains("Maya Rivera, an earlier name"))
      #expect(text(await world.owner.get("/es/account/record")).contains("Maya Rivera, un nombre anterior"))
      // They are not shared: the checker sees none.
      let form = text(await world.verifier.get(try await due(world)))
      #expect(form.contains("not shared with you") && !form.contains("Rivera"))
      let path = try await link(world)
      let none = text(await world.fixture.browser().get(path))
      #expect(none.contains("Nobody noted which name the source shows."))
      #expect(try await note(world, ["shown-name": "RIVERA, Maya"]).status == 303)
      for prefix in ["", "/es"] {
        let page = text(await world.fixture.browser().get(prefix + path))
        #expect(
          page.contains(prefix.isEmpty ? "The source shows another name. The person" : "La fuente muestra otro nombre.")
        )
        #expect(!page.contains("Rivera") && !page.contains("RIVERA"))
      }
      #expect(text(await world.owner.get("/account/verification")).contains("Name shown: RIVERA, Maya."))
      #expect(try await note(world, ["shown-name": "Somebody Else"]).status == 303)
      let other = text(await world.fixture.browser().get(path))
      #expect(other.contains("does not have it") && other.contains("Not known") && !other.contains("Sample, CMA"))
    }
  }

  @Test("a link that was ended says so without a name, one of another is not found, and none confirms strangers")
  func ended() async throws {
    try await with { world in
      let path = try await link(world)
      let page = text(await world.owner.get("/account/verification"))
      let mark = try #require(page.range(of: "name=\"link\" value=\""))
      let id = String(page[mark.upperBound...].prefix { $0 != "\"" })
      let other = try await world.fixture.signUp("luis@example.org")
      #expect(
        await other.post("/account/verification/removal", ["link": id], from: "/account/verification").status == 404)
      #expect(await world.owner.send("/account/verification/removal", ["link": id]).status == 403)
      #expect(await world.fixture.browser().get(path).status == 200)
      #expect(
        await world.owner.post("/account/verification/removal", ["link": id], from: "/account/verification").status
          == 303)
      let gone = await world.fixture.browser().get(path)
      #expect(gone.status == 410 && text(gone).contains("ended by its owner") && !text(gone).contains("Maya"))
      let expiring = try await link(world)
      world.fixture.pass(31 * 86_400)
      let late = await world.fixture.browser().get(expiring)
      #expect(late.status == 410 && text(late).contains("time of this link has passed") && !text(late).contains("Maya"))
      let nowhere = await world.fixture.browser().get("/verify/" + SecretToken.fresh(from: .system).text)
      let nothing = await world.fixture.browser().get("/verify/maya")
      #expect(nowhere.status == 404 && nothing.status == 404)
    }
  }

  @Test(
    "a name is text, whatever stands in it",
    arguments: [
      "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "{{7*7}} &amp; 'x'", "=cmd|' /C calc'!A0",
    ])
  func injection(_ name: String) async throws {
    try await with { world in
      let path = try await link(world, name: name)
      for page in [text(await world.fixture.browser().get(path)), text(await world.owner.get("/account/verification"))]
      {
        #expect(!page.contains("<script>alert") && !page.contains("<img src=x") && !page.contains("\"><img"))
      }
    }
  }

  @Test("a QR code has its three corners and holds the address")
  func code() throws {
    let code = try #require(QRCode("https://fobwatch.example.org/verify/" + SecretToken.fresh(from: .system).text))
    let size = code.rows.count
    #expect(size >= 21 && (size - 17) % 4 == 0 && code.rows.allSatisfy { $0.count == size })
    let corner = ["#######", "#.....#", "#.###.#", "#.###.#", "#.###.#", "#.....#", "#######"]
    for (x, y) in [(0, 0), (size - 7, 0), (0, size - 7)] {
      let found = (0..<7).map { row in (0..<7).map { code.rows[y + row][x + $0] ? "#" : "." }.joined() }
      #expect(found == corner)
    }
    #expect(QRCode("") == nil && QRCode(String(repeating: "x", count: 3000)) == nil)
  }
}
