import Cryptography
import Foundation
import Rules
import Services
import Storage
import Testing
import Vocabulary

@testable import Website

@Suite("An externship ledger, page by page", .serialized)
struct ExternshipPagesTests {
  private static let ledger = "/account/externship"

  private func with(_ body: (MemberFixture, MemberBrowser) async throws -> Void) async throws {
    try await MemberFixture.with(service: LiveFixture.service) { fixture in
      try await body(fixture, try await fixture.signUp("maya@example.org"))
    }
  }

  private func fields(_ more: [String: String] = [:]) -> [String: String] {
    let day = Fixtures.today.adding(days: -1)
    return [
      "year": "\(day.year)", "month": "\(day.month)", "day": "\(day.day)", "site": "Lakeside Clinic",
      "preceptor": "Ana Ruiz", "hours": "7.5", "skill-injections": "3",
    ].merging(more) { $1 }
  }

  private func add(_ browser: MemberBrowser, _ more: [String: String] = [:]) async -> Reply {
    await browser.post("\(Self.ledger)/add", fields(more))
  }

  /// What stands behind a text, up to a quotation mark.
  private func found(_ start: String, in page: String) throws -> String {
    let range = try #require(page.range(of: start), "\(start)")
    return String(page[range.upperBound...].prefix { $0 != "\"" })
  }

  /// The path of a link to the only day.
  private func link(_ browser: MemberBrowser) async throws -> String {
    let day = try found("name=\"day\" value=\"", in: text(await browser.get("\(Self.ledger)/links")))
    let made = await browser.post("\(Self.ledger)/links", ["day": day, "name": "Maya Sample", "days": "14"])
    let page = text(made)
    #expect(made.status == 200 && page.contains("<svg class=\"qr\""))
    let start = try #require(page.range(of: "https://fobwatch.example.org/sign-off/"))
    return "/sign-off/" + page[start.upperBound...].prefix { $0 != "<" }
  }

  private func answer(_ browser: MemberBrowser, _ path: String, _ more: [String: String] = [:]) async throws -> Reply {
    let seen = try found("name=\"seen\" value=\"", in: text(await browser.get(path)))
    return await browser.post(
      path, ["answer": "sign", "name": "Ana Ruiz", "role": "RN", "seen": seen].merging(more) { $1 })
  }

  @Test("a day is written down, signed by a preceptor without an account, and counted apart until then")
  func signing() async throws {
    try await with { fixture, owner in
      #expect(await add(owner).status == 303)
      let before = text(await owner.get(Self.ledger))
      #expect(before.contains("7.5, of these signed: 0") && before.contains("Not signed"))
      #expect(before.contains("id=\"minimums\"") && before.contains("160 hours") && before.contains("Not known"))
      let path = try await link(owner)
      let preceptor = fixture.browser()
      let reply = await preceptor.get(path)
      #expect(reply.status == 200 && reply["X-Robots-Tag"]?.contains("noindex") == true)
      let page = text(reply)
      #expect(page.contains("Maya Sample asks you to sign") && page.contains("Lakeside Clinic"))
      #expect(!page.contains("maya@example.org"))
      #expect(text(await preceptor.get("/es\(path)")).contains("lang=\"es\""))
      #expect(try await answer(preceptor, path, ["answer": ""]).status == 422)
      #expect(try await answer(preceptor, path, ["name": ""]).status == 422)
      #expect(try await answer(preceptor, path, ["role": "RN, DOB 3/14/1961"]).status == 422)
      #expect(try await answer(preceptor, path, ["seen": "x"]).status == 422)
      #expect(try await answer(preceptor, path, ["consent": "1", "reference": "ana@example.org"]).status == 303)
      #expect(text(await preceptor.get(path)).contains("These days are signed"))
      let after = text(await owner.get(Self.ledger))
      #expect(after.contains("7.5, of these signed: 7.5") && after.contains("Signed by Ana Ruiz"))
      #expect(after.contains("ana@example.org") && after.contains("It is no statement of a program"))
      #expect(text(await owner.get("/es\(Self.ledger)")).contains("Firmado por Ana Ruiz"))
      // A signature is no evidence.
      let person = try await fixture.signedIn(owner).person
      try await #expect(fixture.database.evidence.versions(of: person).isEmpty)
      #expect(await preceptor.post("\(path)/reference", [:], from: path).status == 303)
      let ended = text(await owner.get(Self.ledger))
      #expect(!ended.contains("ana@example.org") && ended.contains("Consent taken back"))
    }
  }

  @Test("nobody signs for themselves, and an ended link shows nothing")
  func links() async throws {
    try await with { fixture, owner in
      #expect(await add(owner).status == 303)
      let path = try await link(owner)
      #expect(await owner.get(path).status == 403)
      #expect(
        await owner.post(path, ["answer": "sign", "name": "Maya", "role": "me"], from: Self.ledger).status == 403)
      let id = try found("name=\"link\" value=\"", in: text(await owner.get(Self.ledger)))
      let other = try await fixture.signUp("luis@example.org")
      let end = "\(Self.ledger)/links/removal"
      #expect(await other.post(end, ["link": id], from: Self.ledger).status == 404)
      #expect(await owner.send(end, ["link": id]).status == 403)
      #expect(await owner.post(end, ["link": id], from: Self.ledger).status == 303)
      let gone = await fixture.browser().get(path)
      #expect(gone.status == 410 && !text(gone).contains("Maya") && !text(gone).contains("Lakeside"))
      let nowhere = await fixture.browser().get("/sign-off/" + SecretToken.fresh(from: .system).text)
      let nothing = await fixture.browser().get("/sign-off/maya")
      #expect(nowhere.status == 404 && nothing.status == 404)
    }
  }

  @Test("what looks like a patient's is asked about, and stays out of the file and the link")
  func patients() async throws {
    try await with { fixture, owner in
      let note = "Patient 4711, DOB 3/14/1961"
      let asked = await add(owner, ["note": note])
      #expect(asked.status == 422 && text(asked).contains("Nothing about patients belongs here"))
      #expect(await add(owner, ["note": note, "keep-text": "1"]).status == 303)
      let file = await owner.get("\(Self.ledger)/file")
      #expect(file.status == 200 && text(file).contains("Lakeside") && !text(file).contains("Patient 4711"))
      let path = try await link(owner)
      #expect(!text(await fixture.browser().get(path)).contains("Patient 4711"))
      fixture.pass(2000)
      #expect(await owner.get("\(Self.ledger)/file")["Location"]?.hasPrefix("/account/again") == true)
    }
  }

  @Test("what cannot be read comes back with what is expected, and a correction keeps what it said")
  func entering() async throws {
    try await with { _, owner in
      for (wrong, words) in [
        (["day": "31", "month": "2"], "There is no such day"), (["hours": "25"], "up to 24"),
        (["hours": "-1"], "up to 24"), (["hours": "many"], "up to 24"), (["site": " "], "Say where it was"),
        (["preceptor": ""], "Say who watched"), (["skill-injections": "3.5"], "whole number"),
        (["skill-injections": "501"], "whole number"), (["year": "2199"], "lies ahead"),
      ] {
        let reply = await add(owner, wrong)
        #expect(reply.status == 422 && text(reply).contains(words), "\(wrong)")
      }
      #expect(await add(owner, ["site": "<script>alert(1)</script>"]).status == 303)
      let page = text(await owner.get(Self.ledger))
      #expect(!page.contains("<script>alert"))
      let day = Self.ledger + "/days/" + (try found("\(Self.ledger)/days/", in: page))
      #expect(await owner.post(day, fields(["seen": "9"])).status == 422)
      #expect(await owner.post(day, fields(["seen": "1", "hours": "8"])).status == 303)
      let after = text(await owner.get(day))
      #expect(after.contains("id=\"earlier\"") && after.contains("7.5 hours"))
      #expect(await owner.post("\(day)/removal", ["seen": "2"], from: day).status == 303)
      #expect(await owner.get(day).status == 404)
    }
  }

  @Test("a letter is followed from the request to its receipt")
  func letters() async throws {
    try await with { _, owner in
      let (letters, day) = ("\(Self.ledger)/letters", Fixtures.today.adding(days: -9))
      func when(_ prefix: String, _ day: CivilDate) -> [String: String] {
        ["\(prefix)year": "\(day.year)", "\(prefix)month": "\(day.month)", "\(prefix)day": "\(day.day)"]
      }
      #expect(await owner.post(letters, when("", day)).status == 422)
      #expect(await owner.post(letters, ["from": "Lakeside"]).status == 422)
      #expect(await owner.post(letters, when("", day).merging(["from": "Lakeside"]) { $1 }).status == 303)
      let one = letters + "/" + (try found("\(letters)/", in: text(await owner.get(letters))))
      let prefix = String(one.split(separator: "/").last ?? "") + "-"
      let early = when(prefix, day.adding(days: -1)).merging(["event": "received"]) { $1 }
      #expect(await owner.post(one, early, from: letters).status == 422)
      #expect(await owner.post(one, ["event": "lost"], from: letters).status == 422)
      let done = when(prefix, Fixtures.today).merging(["event": "received"]) { $1 }
      #expect(await owner.post(one, done, from: letters).status == 303)
      #expect(text(await owner.get(Self.ledger)).contains("Lakeside: Received"))
      #expect(await owner.post(one, done, from: letters).status == 422)
    }
  }
}
