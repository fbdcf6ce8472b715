import Services
import Testing
import Vocabulary

@testable import Website

@Suite("Whatever is typed into a form of an account comes back as text", .serialized)
struct HarmfulTextTests {
  /// SQL, HTML, a header, a path, a template, a formula, and bytes that mean something somewhere.
  static let texts = [
    "'; DROP TABLE account; --", "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>",
    "x\r\nSet-Cookie: a=b", "../../etc/passwd", "{{7*7}} ${7*7} <%= 7*7 %>", "=HYPERLINK(\"https://evil.example\")",
    "@SUM(1+1)*cmd|' /C calc'!A0", "\u{202E}\u{0}\u{7F}", "&amp;lt;b&gt;",
  ]

  @Test("in every field of every form, for somebody signed in and for nobody")
  func fields() async throws {
    try await MemberFixture.with { fixture in
      let builder = WalkBuilder(fixture: fixture)
      let administrator = fixture.browser()
      let school = try await builder.organization("Riverside", .school)
      let root = try await builder.walker(
        try await builder.administrator("root"), "root", .administrator2, school, .administrator, factor: true)
      administrator.cookies["fob-session"] = root.session
      let other = try await builder.signUp("other").session.account.text
      let place = "/organizations/\(school.id.text)"
      let account = "/administration/accounts/\(other)"
      let forms: [(path: String, page: String, fields: [String])] = [
        ("/sign-up", "/sign-up", ["email", "year", "month", "day"]), ("/sign-in", "/sign-in", ["email", "password"]),
        ("/sign-in/code", "/sign-in/code", ["code"]), ("/forgotten", "/forgotten", ["email"]),
        ("/account/address", "/account/address", ["email"]),
        ("/account/password", "/account/password", ["password", "new-password"]),
        ("/account/code/first", "/account/code", ["code"]), ("/account/again", "/account/again", ["password", "code"]),
        ("/account/sessions/removal", "/account/sessions", ["session"]),
        ("/account/sharing", "/account/sharing", ["with", "kind", "year", "month", "day"]),
        ("/account/sharing/removal", "/account/sharing", ["consent"]),
        ("/account/guardian", "/account/guardian", ["email"]),
        ("\(place)/invitations", place, ["email", "role"]),
        ("\(place)/invitations/removal", place, ["invitation"]),
        ("\(place)/members/removal", place, ["account", "role"]),
        ("\(place)/members/permissions", place, ["account", "role", "permission"]),
        ("\(place)/members/guardian", place, ["person", "given"]),
        ("/administration/organizations", "/administration", ["name"]),
        ("/administration/invitations", "/administration", ["email"]),
        ("/administration/invitations/removal", "/administration", ["invitation"]),
        ("/administration/accounts", "/administration/accounts", ["email"]),
        ("\(account)/hold", account, ["reason", "year"]), ("\(account)/no-hold", account, ["kind"]),
      ]
      for form in forms {
        for typed in Self.texts {
          fixture.pass(30)
          for browser in [administrator, fixture.browser()] {
            var fields = Dictionary(uniqueKeysWithValues: form.fields.map { ($0, typed) })
            if form.path == "/administration/organizations" { fields["kind"] = "school" }
            if form.path.hasSuffix("/hold") { (fields["kind"], fields["year"]) = ("legal", "") }
            let reply = await browser.post(form.path, fields, from: form.page)
            check(reply, typed, "\(form.path): \(typed)")
          }
        }
      }
      // What was kept is text wherever it is shown.
      for page in ["/administration", account, "/administration/accounts", "/account"] {
        let reply = await administrator.get(page)
        for typed in Self.texts { check(reply, typed, page) }
      }
    }
  }

  private func check(_ reply: Reply, _ typed: String, _ what: String) {
    #expect([200, 303, 403, 404, 410, 422, 429].contains(reply.status), "\(what): \(reply.status)")
    let page = text(reply)
    for raw in ["<script", "<img src=x", "49 49", "\"https://evil", "onerror=alert(1)>"] {
      #expect(!page.contains(raw), "\(what): \(raw)")
    }
    for header in reply.headers {
      #expect(!header.value.contains { $0.isNewline } && header.name != "a", "\(what): \(header.name)")
      if header.name == "Location" { #expect(header.value.hasPrefix("/") && !header.value.hasPrefix("//")) }
    }
  }
}
