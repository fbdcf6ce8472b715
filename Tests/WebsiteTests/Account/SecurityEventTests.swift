import Services
import Testing
import Vocabulary

@testable import Website

@Suite("What the log says of getting in and of refusals", .serialized)
struct SecurityEventTests {
  /// A browser at the fixture's site, and what the log said.
  private func logged(_ fixture: MemberFixture) -> (MemberBrowser, LogCapture) {
    let capture = LogCapture()
    var site = fixture.site
    site.log = capture.log()
    return (MemberBrowser(site: site, language: .english), capture)
  }

  /// The lines of one event.
  private func lines(_ capture: LogCapture, _ event: String) -> [String] {
    capture.lines.filter { $0.contains("\"event\":\"\(event)\"") }
  }

  @Test("every sign-in is told with its way, its factors and its account; every refused one with its reason")
  func entering() async throws {
    try await MemberFixture.with { fixture in
      let maya = try await fixture.signUp("maya@example.org")
      let account = try await fixture.signedIn(maya).account.text
      let (browser, capture) = logged(fixture)
      _ = await browser.send("/sign-in", ["email": "maya@example.org", "password": "hunter2 hunter2 hunter2"])
      _ = await browser.send("/sign-in", ["email": "nobody@example.org", "password": MemberFixture.password])
      let refused = lines(capture, "sign-in-refused")
      #expect(refused.count == 2 && refused.allSatisfy { $0.contains(#""level":"warning""#) })
      #expect(refused.allSatisfy { $0.contains(#""method":"POST","route":"/sign-in","reason":"password""#) })
      _ = await browser.post("/sign-in", ["email": "maya@example.org", "password": MemberFixture.password])
      let entered = lines(capture, "signed-in")
      #expect(entered.count == 1)
      #expect(entered[0].contains(#""route":"/sign-in","factors":1,"account":"\#(account)""#))
      #expect(entered[0].hasPrefix(#"{"time":""#) && entered[0].contains(#""level":"info""#))
      _ = await browser.post("/sign-out", [:], from: "/account")
      #expect(lines(capture, "signed-out").count == 1)
      for word in ["maya", "nobody", "example", "hunter2", "lantern"] {
        #expect(!capture.lines.joined().lowercased().contains(word), "\(word)")
      }
    }
  }

  @Test("whoever tries too often, sends a form from elsewhere or wants what is not theirs is told of")
  func refusals() async throws {
    try await MemberFixture.with { fixture in
      _ = try await fixture.signUp("maya@example.org")
      let (browser, capture) = logged(fixture)
      _ = await browser.post("/sign-in", ["email": "maya@example.org", "password": MemberFixture.password])
      let account = try await fixture.signedIn(browser).account.text
      // A form without the token of the session, and one from another site.
      #expect(await browser.send("/sign-out", ["form": "x"]).status == 403)
      var foreign = browser.inquiry("/sign-out", method: "POST")
      foreign.headers["origin"] = "https://evil.example"
      #expect(await browser.site.reply(to: foreign).status == 403)
      let forms = lines(capture, "form-refused")
      #expect(forms.count == 2 && forms[0].contains("no token of the session") && forms[0].contains(account))
      #expect(forms[1].contains(#""route":"/sign-out","reason":"from another site""#) && !forms[1].contains("evil"))
      // What somebody cannot have.
      let visit = MemberVisit(
        site: browser.site, members: try #require(browser.site.members), inquiry: browser.inquiry("/account"),
        route: .administration, language: .english, now: fixture.now, signedIn: try await fixture.signedIn(browser))
      for refusal in [Refusal.notAdministrator, .notMember, .secondFactorNeeded] { _ = visit.refused(refusal) }
      let access = lines(capture, "access-refused")
      #expect(access.count == 3 && access.allSatisfy { $0.contains(#""account":"\#(account)""#) })
      #expect(access[0].contains(#""reason":"notAdministrator""#) && access[0].contains(#""level":"warning""#))
      // Being asked to sign in is no refusal.
      _ = visit.refused(.signInNeeded)
      #expect(lines(capture, "access-refused").count == 3)
      let stranger = MemberBrowser(site: browser.site, language: .english)
      for _ in 0..<8 { _ = await stranger.send("/sign-in", ["email": "luis@example.org", "password": "wrong"]) }
      #expect(!lines(capture, "tries-limited").isEmpty && lines(capture, "sign-in-refused").count == 6)
    }
  }
}
