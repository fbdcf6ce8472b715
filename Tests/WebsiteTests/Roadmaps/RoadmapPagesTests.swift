import Services
import Testing
import Vocabulary

@testable import Website

@Suite("Kept roadmaps, page by page", .serialized)
struct RoadmapPagesTests {
  private static let kept = KeptFile.mark + "\n" + LiveFixture.student.map { "\($0.0) = \($0.1)\n" }.joined()
  private static let way = "/roadmap/aama/cma"

  private func with(_ body: (MemberFixture) async throws -> Void) async throws {
    try await MemberFixture.with(service: LiveFixture.service, body)
  }

  /// A browser with the answers of a student.
  private func student(_ fixture: MemberFixture, _ language: Language = .english) async -> MemberBrowser {
    let browser = fixture.browser(language)
    #expect(await browser.send("/answers", ["kept": Self.kept]).status == 303)
    return browser
  }

  /// Signs up from a roadmap, and comes back to it kept.
  private func keeping(_ fixture: MemberFixture) async throws -> (MemberBrowser, String) {
    let browser = await student(fixture)
    let asked = await browser.post(Self.way, [:])
    #expect(asked.status == 303 && asked["Location"] == "/sign-up")
    #expect(
      await browser.post(
        "/sign-up", ["email": "maya@example.org", "year": "1999", "month": "2", "day": "28"]
      ).status == 303)
    let link = try await fixture.link(to: "maya@example.org")
    let done = await browser.post(link, ["new-password": MemberFixture.password])
    let place = try #require(done["Location"])
    #expect(done.status == 303 && place.hasPrefix("/account/roadmaps/"))
    fixture.pass(60)
    return (browser, place)
  }

  private func fields(_ status: String, _ day: String = "", _ more: [String: String] = [:]) -> [String: String] {
    let parts = day.split(separator: "-").map { String(Int($0) ?? 0) }
    var fields = ["answer": status, "owner": "", "said": "", "note": ""]
    if parts.count == 3 { (fields["year"], fields["month"], fields["day"]) = (parts[0], parts[1], parts[2]) }
    return fields.merging(more) { $1 }
  }

  @Test("a visitor keeps the roadmap and the answers by signing up, and finds both on another phone")
  func signUp() async throws {
    try await with { fixture in
      let page = text(await student(fixture).get(Self.way))
      #expect(page.contains("Keep this roadmap") && page.contains("With an account"))
      let (browser, place) = try await keeping(fixture)
      let roadmap = text(await browser.get(place))
      #expect(roadmap.contains("Your way to CMA (AAMA)") && roadmap.contains("May 28, 2027"))
      #expect(text(await browser.get("/account/roadmaps")).contains("href=\"\(place)\""))
      #expect(text(await browser.get("/account")).contains("href=\"/account/roadmaps\""))
      // Kept once, whoever signs in again.
      #expect(text(await browser.get("/answers/file")).contains(">") == false)

      let phone = fixture.browser()
      let entered = await phone.post("/sign-in", ["email": "maya@example.org", "password": MemberFixture.password])
      #expect(entered["Location"] == "/account" || entered["Location"] == "/mail-sent", "\(entered)")
      guard entered["Location"] == "/account" else { return }
      #expect(text(await phone.get(place)).contains("Your way to CMA (AAMA)"))
      let opened = await phone.post("\(place)/answers", [:], from: place)
      #expect(opened.status == 303 && opened["Location"] == "/answers")
      #expect(text(await phone.get("/answers/file")).contains("program-graduated = 2027-06-04"))
    }
  }

  @Test("a program that slips moves the exam, and the page says what moved")
  func slip() async throws {
    try await with { fixture in
      let (browser, place) = try await keeping(fixture)
      let form = text(await browser.get("\(place)/steps/program"))
      #expect(form.contains("value=\"2027\"") && form.contains("Who sees to it"))
      let more = ["owner": "school", "note": "Dean's office", "said": "<b>letter</b>"]
      let saved = await browser.post("\(place)/steps/program", fields("under-way", "2027-07-16", more))
      #expect(saved.status == 303 && saved["Location"] == place, "\(text(saved))")
      let page = text(await browser.get(place))
      #expect(page.contains("What your change of Nov 22, 2026 moved"))
      #expect(page.contains("May 28, 2027 → Jul 9, 2027"), "\(page)")
      #expect(
        page.contains("school") && page.contains("s office") && page.contains("&lt;b&gt;letter&lt;/b&gt;"))
      let spanish = text(await browser.get("/es\(place)"))
      #expect(spanish.contains("Su camino a CMA (AAMA)") && spanish.contains("Qué movió su cambio"))
    }
  }

  @Test("done is done with its evidence; what cannot be is said at the field, and nothing typed is lost")
  func statements() async throws {
    try await with { fixture in
      let (browser, place) = try await keeping(fixture)
      let step = "\(place)/steps/clinical-hours"
      let ahead = await browser.post(step, fields("done", "2027-05-01", ["note": "soon"]))
      #expect(ahead.status == 422 && text(ahead).contains("This day lies ahead") && text(ahead).contains("soon"))
      let none = await browser.post(step, fields("done", "2026-02-31"))
      #expect(none.status == 422)
      let nothing = await browser.post(step, fields("eaten"))
      #expect(nothing.status == 422 && text(nothing).contains("Pick one"))
      #expect(await browser.post(step, fields("done", "2026-11-20", ["said": "signed log"])).status == 303)
      let page = text(await browser.get(place))
      #expect(page.contains("program, Nov 20, 2026; signed log"), "\(page)")
      let failed = await browser.post("\(place)/steps/exam", fields("not-passed", "2026-11-21"))
      #expect(failed.status == 303)
      #expect(await browser.post("\(place)/steps/no-such", fields("done"), from: step).status == 404)
      let seen = await browser.post(step, fields("done", "2026-11-19", ["seen": "1"]))
      #expect(seen.status == 422 && text(seen).contains("Open it once more"))
    }
  }

  @Test("nobody else sees it or changes it, and a form without its token does nothing")
  func othersAreKeptOut() async throws {
    try await with { fixture in
      let (browser, place) = try await keeping(fixture)
      let other = try await fixture.signUp("luis@example.org")
      for path in [place, "\(place)/steps/program"] { #expect(await other.get(path).status == 404) }
      for path in ["\(place)/steps/program", "\(place)/removal", "\(place)/answers"] {
        #expect(await other.post(path, fields("dropped"), from: "/account").status == 404)
        #expect(await browser.send(path, fields("dropped")).status == 403)
      }
      #expect(await browser.send(Self.way, [:]).status == 403)
      let stranger = fixture.browser()
      for path in ["/account/roadmaps", place, "\(place)/steps/program"] {
        #expect(await stranger.get(path)["Location"] == "/sign-in")
      }
      #expect(text(await browser.get(place)).contains("May 28, 2027"))
      #expect(await browser.post("\(place)/removal", [:], from: place)["Location"] == "/account/roadmaps")
      #expect(await browser.get(place).status == 404)
      #expect(text(await browser.get("/account/roadmaps")).contains("You keep none yet"))
    }
  }

  @Test("who is signed in keeps another one at once")
  func second() async throws {
    try await with { fixture in
      let (browser, _) = try await keeping(fixture)
      let kept = await browser.post("/roadmap/ncct/ncma", [:])
      #expect(kept.status == 303 && kept["Location"]?.hasPrefix("/account/roadmaps/") == true)
      #expect(text(await browser.get("/account/roadmaps")).contains("NCMA (NCCT)"))
      #expect(await browser.post("/roadmap/no/such", [:], from: Self.way).status == 404)
    }
  }

  @Test("both languages, and no word of advice", arguments: Language.allCases)
  func words(_ language: Language) async throws {
    try await with { fixture in
      let (browser, place) = try await keeping(fixture)
      let prefix = language == .english ? "" : "/es"
      for path in ["/account/roadmaps", place, "\(place)/steps/exam", "\(place)/steps/stay-certified"] {
        let page = text(await browser.get(prefix + path)).lowercased()
        #expect(page.contains("lang=\"\(language.rawValue)\""))
        for word in ["you may", "guaranteed", "allowed", "should"] { #expect(!page.contains(word), "\(path): \(word)") }
      }
    }
  }
}
