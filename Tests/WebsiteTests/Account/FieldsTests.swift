import Rules
import Services
import Testing
import Vocabulary

@testable import Website

@Suite("The forms of accounts", .serialized)
struct FieldsTests {
  /// Every field that a form of these pages has.
  static let fields: Set<String> = [
    "email", "password", "new-password", "username", "code", "shared", "month", "day", "year", "form", "session",
    "with",
    "kind", "consent", "account", "role", "permission", "person", "given", "invitation", "name", "reason", "webhook",
    "check-days",
    "goal", "owner", "from", "seen", "note",
    "credential", "state",
  ]

  @Test("passwords are hidden and known to password managers; nothing else is asked, no hint and no secret question")
  func pages() async throws {
    try await MemberFixture.with { fixture in
      let builder = WalkBuilder(fixture: fixture)
      let school = try await builder.organization("Riverside", .school)
      let keeper = fixture.browser()
      keeper.cookies["fob-session"] = try await builder.walker(
        try await builder.member("keeper", school, .director, [.members]), "keeper", .keeper2, school, .director,
        factor: true
      ).session
      let root = fixture.browser()
      let administrator = try await builder.administrator("root")
      root.cookies["fob-session"] = try await builder.walker(
        administrator, "root", .administrator2, school, .administrator, factor: true
      ).session
      let coach = fixture.browser()
      coach.cookies["fob-session"] = try await builder.walker(
        try await builder.member("coach", school, .coach), "coach", .staff2, school, .coach, factor: true
      ).session
      let student = try await builder.current(try await builder.member("student", school, .person))
      _ = try await Consents(fixture.accounts).give(
        Consents.Draft(receiver: .organization(school.id), purpose: .coaching, kinds: [.work]), by: student,
        at: fixture.now)
      let coached = "/coaching/\(school.id.text)/\(student.person.text)"
      let kim = try await fixture.signUp("kim@example.org", born: "2012-01-01")
      let other = try await fixture.signedIn(kim).account.text
      _ = try await builder.invitation("new", school)
      let own = [
        "/account", "/account/again", "/account/address", "/account/password", "/account/code", "/account/sessions",
        "/account/sharing", "/account/guardian", "/account/deletion", "/account/coach",
        "/account/what-if", "/account/what-if?kind=fail", "/account/what-if?kind=move",
      ]
      let pages: [(MemberBrowser, [String])] = [
        (
          fixture.browser(),
          [
            "/sign-up", "/sign-in", "/sign-in/code", "/forgotten", "/mail-sent",
            "/sign-up/\(try await builder.signUpToken("fresh"))", try await fixture.link(to: "new@example.org"),
            "/forgotten/\(try await builder.resetToken("kim"))",
          ]
        ), (kim, own), (keeper, own + ["/organizations/\(school.id.text)"]),
        (coach, ["/coaching", coached]),
        (root, ["/administration", "/administration/accounts", "/administration/accounts/\(other)"]),
      ]
      var seen: Set<String> = []
      for (browser, paths) in pages {
        for path in paths {
          for prefix in ["", "/es"] {
            let reply = await browser.get(prefix + path)
            #expect(reply.status == 200 && reply["Cache-Control"] == "no-store", "\(path)")
            let html = text(reply)
            let names = html.split(separator: " name=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
              .filter { $0 != "viewport" }
            seen.formUnion(names)
            #expect(Self.fields.isSuperset(of: names), "\(path): \(names)")
            for tag in html.split(separator: "<input ").dropFirst().map({ $0.prefix { $0 != ">" } }) {
              guard tag.contains("name=\"password\"") || tag.contains("name=\"new-password\"") else { continue }
              #expect(tag.contains("type=\"password\"") && !tag.contains("value="), "\(path)")
              let kind = tag.contains("name=\"password\"") ? "current-password" : "new-password"
              #expect(tag.contains("autocomplete=\"\(kind)\""), "\(path)")
            }
            // Whoever is signed in can sign out everywhere.
            #expect(
              html.contains("action=\"\(prefix)/sign-out\"") == (browser.cookies["fob-session"] != nil), "\(path)")
            #expect(html.split(separator: "<h1").count == 2, "\(path)")
          }
        }
      }
      #expect(seen.isSuperset(of: ["password", "new-password", "role", "reason", "invitation"]))
      // One's second factor is an application; there is no telephone in it.
      let factor = text(await kim.get("/account/code"))
      #expect(factor.contains("an app on your phone shows") && !factor.contains("SMS"))
    }
  }

  @Test("neither looking at a page nor a form from elsewhere begins a session")
  func wanted() async throws {
    try await MemberFixture.with { fixture in
      let builder = WalkBuilder(fixture: fixture)
      let school = try await builder.organization("Riverside", .school)
      _ = try await builder.signUp("maya")
      let link = "/sign-up/\(try await builder.signUpToken("fresh"))"
      let invitation = "/invitation/\(try await builder.invitationToken("new", school))"
      let browser = fixture.browser()
      for path in [link, invitation, "/sign-in", "/sign-in/code", "/sign-in?email=maya%40example.org&password=x"] {
        #expect(await browser.get(path)["Set-Cookie"] == nil, "\(path)")
      }
      let password = "new-password=wolf+lantern+ninety+gravel"
      for (path, body) in [
        (link, password), (invitation, password + "&year=1990&month=1&day=1"),
        ("/sign-in", "email=maya%40example.org&password=wolf+lantern+ninety+gravel"),
      ] {
        for origin in ["https://evil.example", "null"] {
          var foreign = browser.inquiry(path, method: "POST", body: body)
          foreign.headers["origin"] = origin
          let reply = await fixture.site.reply(to: foreign)
          #expect(reply.status == 403 && reply["Set-Cookie"] == nil, "\(path)")
        }
      }
    }
  }

  @Test("the log tells of sign-ins, of refused ones and of refused access, and of nobody")
  func log() async throws {
    try await MemberFixture.with { fixture in
      let capture = LogCapture()
      var site = fixture.site
      site.log = capture.log()
      let browser = MemberBrowser(site: site, language: .english)
      _ = try await fixture.signUp("maya@example.org")
      _ = await browser.post("/sign-in", ["email": "maya@example.org", "password": "wrong wrong wrong"])
      _ = await browser.post("/sign-in", ["email": "maya@example.org", "password": MemberFixture.password])
      _ = await browser.get("/administration")
      _ = await browser.send("/account/deletion", ["form": "forged"])
      let lines = capture.lines
      for event in ["sign-in-refused", "signed-in", "access-refused", "form-refused"] {
        #expect(lines.contains { $0.contains(event) }, "\(event)")
      }
      #expect(lines.contains { $0.contains("signed-in") && $0.contains("\"factors\":1") })
      let all = lines.joined()
      for secret in ["maya", "example.org", "wrong", "lantern", browser.cookies["fob-session"] ?? "?", "192.0.2"] {
        #expect(!all.contains(secret), "\(secret)")
      }
    }
  }
}
