import Cryptography
import Rules
import Services
import Storage
import Testing
import Vocabulary

@testable import Website

@Suite("Everything as files, page by page", .serialized)
struct ArchivePagesTests {
  /// The form with a file, as a browser sends it.
  private func send(_ browser: MemberBrowser, _ file: [UInt8], form: String? = nil) async -> Reply {
    let token = form ?? browser.cookies["fob-session"].map { FormToken.text(session: $0) } ?? ""
    let body =
      Array("--mark\r\nContent-Disposition: form-data; name=\"form\"\r\n\r\n\(token)\r\n".utf8)
      + Array("--mark\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.zip\"\r\n\r\n".utf8) + file
      + Array("\r\n--mark--\r\n".utf8)
    var inquiry = browser.inquiry("/account/archive/import", method: "POST")
    inquiry.headers["content-type"] = "multipart/form-data; boundary=mark"
    inquiry.body = body
    return await browser.site.reply(to: inquiry)
  }

  private func papers(_ count: Int, _ fixture: MemberFixture, _ browser: MemberBrowser) async throws {
    let person = try await fixture.signedIn(browser)
    for number in 0..<count {
      fixture.pass(1)
      let adding = try await fixture.papers.add(
        StandInIntake.photo + [UInt8(number)], .card, to: nil, for: person, at: fixture.now)
      guard case .kept = adding else { throw Unkept() }
    }
  }

  private struct Unkept: Error {}

  @Test("everything goes out as one file and comes back, shown first")
  func files() async throws {
    try await MemberFixture.with(service: LiveFixture.service) { fixture in
      let maya = try await fixture.signUp("maya@example.org")
      let person = try await fixture.signedIn(maya)
      _ = try await fixture.database.evidence.apply(
        [.add(.evidence(EvidenceRecord(id: "card-1", kind: .card, values: ["type": .word("bls")])))],
        to: person.person, by: person.account.text, at: fixture.now)
      try await papers(2, fixture, maya)
      #expect(text(await maya.get("/account/record/export")).contains("href=\"/account/archive\""))
      #expect(text(await maya.get("/account/record/import")).contains("href=\"/account/archive/import\""))
      #expect(text(await maya.get("/account/archive")).contains("What does not come back"))
      #expect(text(await maya.get("/es/account/archive")).contains("Lo que no vuelve"))
      let file = await maya.post("/account/archive", ["health": "1"])
      #expect(file.status == 200 && file["Content-Type"] == "application/zip" && file["Cache-Control"] == "no-store")
      #expect(file["Content-Disposition"] == "attachment; filename=\"fobwatch-2026-11-22.zip\"")
      #expect(file.body.starts(with: [0x50, 0x4B, 3, 4]))
      #expect(await maya.post("/account/archive", ["health": "1", "part": "2"]).status == 404)
      let luis = try await fixture.signUp("luis@example.org")
      #expect(await send(luis, file.body, form: "forged").status == 403)
      let shown = await send(luis, file.body)
      let page = text(shown)
      #expect(shown.status == 200 && page.contains("Papers: 2") && page.contains(": 1</li>"))
      #expect(!text(await luis.get("/account/papers")).contains("/preview"))
      let seen = try #require(page.firstRange(of: "name=\"seen\" value=\"")).upperBound
      let hash = String(page[seen...].prefix(64))
      #expect(await luis.post("/account/archive/import", ["seen": hash])["Location"] == "/account")
      #expect(await luis.post("/account/archive", ["health": "1"]).body == file.body)
      let again = text(await send(luis, file.body))
      #expect(again.contains("Nothing of it is new") && !again.contains("name=\"seen\""))
      #expect(await luis.post("/account/archive/import", ["seen": hash]).status == 422)
      let bad = await send(luis, Array(file.body.dropLast(9)))
      #expect(bad.status == 422 && text(bad).contains("one that is cut"))
      fixture.pass(601)
      #expect(await maya.get("/account/archive")["Location"] == "/account/again?to=/account/archive")
      #expect(await maya.send("/account/archive", ["form": "x"]).status == 403)
    }
  }

  @Test("much of it comes as several files, each of which comes back by itself")
  func parts() async throws {
    try await MemberFixture.with(service: LiveFixture.service) { fixture in
      let maya = try await fixture.signUp("maya@example.org")
      try await papers(21, fixture, maya)
      let page = text(await maya.post("/account/archive", [:]))
      #expect(page.contains("Save file 1 of 2") && page.contains("Save file 2 of 2"))
      let luis = try await fixture.signUp("luis@example.org")
      for part in ["2", "1"] {
        let file = await maya.post("/account/archive", ["part": part])
        #expect(file["Content-Disposition"]?.contains("-\(part)-of-2.zip") == true)
        let shown = text(await send(luis, file.body))
        #expect(shown.contains("This is file \(part) of 2.") && shown.contains("Papers: \(part == "1" ? 20 : 1)"))
        let seen = try #require(shown.firstRange(of: "name=\"seen\" value=\"")).upperBound
        let hash = String(shown[seen...].prefix(64))
        #expect(await luis.post("/account/archive/import", ["seen": hash]).status == 303)
      }
      for part in ["1", "2"] {
        let (one, other) = (
          await maya.post("/account/archive", ["part": part]), await luis.post("/account/archive", ["part": part])
        )
        #expect(one.body == other.body)
      }
    }
  }
}
