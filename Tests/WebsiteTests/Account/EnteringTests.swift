import Dispatch
import Services
import Testing
import Vocabulary

@testable import Website

@Suite("Getting in and out, page by page", .serialized)
struct EnteringTests {
  @Test("a visitor signs up by mail and is signed in with the answers they gave")
  func signUp() async throws {
    try await MemberFixture.with { fixture in
      let browser = fixture.browser()
      _ = await browser.post("/question/diploma", ["answer": "yes"])
      #expect(text(await browser.get("/sign-up")).contains("Your answer in this browser goes along."))
      let asked = await browser.post(
        "/sign-up", ["email": "maya@example.org", "year": "1999", "month": "2", "day": "28"])
      #expect(asked.status == 303 && asked["Location"] == "/mail-sent")
      let link = try await fixture.link(to: "maya@example.org")
      // Somebody else's browser, or a phone: the answers are there too.
      let phone = fixture.browser()
      // Looking spends nothing, however often.
      for _ in 0..<3 { #expect(text(await phone.get(link)).contains("maya@example.org")) }
      let short = await phone.post(link, ["new-password": "too short"])
      #expect(short.status == 422 && text(short).contains("9 characters"))
      let done = await phone.post(link, ["new-password": MemberFixture.password])
      #expect(done.status == 303 && done["Location"] == "/account")
      #expect(text(await phone.get("/answers/file")).contains("diploma = yes"))
      let page = await phone.get("/account")
      #expect(page.status == 200 && page["Cache-Control"] == "no-store")
      #expect(text(page).contains("maya@example.org"))
      #expect(await phone.get(link).status == 410)
      #expect(await phone.send(link, ["new-password": MemberFixture.password]).status == 403)
      #expect(await fixture.browser().send(link, ["new-password": MemberFixture.password]).status == 410)
    }
  }

  @Test("under 13 nothing is kept, and the answer says so")
  func children() async throws {
    try await MemberFixture.with { fixture in
      let browser = fixture.browser(.spanish)
      let asked = await browser.post(
        "/es/sign-up", ["email": "nino@example.org", "year": "2015", "month": "6", "day": "1"])
      #expect(asked.status == 200 && text(asked).contains("No guardamos nada."))
      #expect(!text(asked).contains("nino@example.org"))
      try await #expect(fixture.outbox().isEmpty)
    }
  }

  @Test("whoever signs in gets fresh cookies that scripts cannot read; whoever signs out has none")
  func signInAndOut() async throws {
    try await MemberFixture.with { fixture in
      let first = try await fixture.signUp("maya@example.org")
      let browser = fixture.browser()
      browser.cookies["fob-session"] = first.cookies["fob-session"]
      let wrong = await browser.post("/sign-in", ["email": "maya@example.org", "password": "wrong wrong wrong"])
      #expect(wrong.status == 422 && text(wrong).contains("do not belong together"))
      #expect(!text(wrong).contains("wrong wrong wrong"))
      let signedIn = await browser.post(
        "/sign-in", ["email": "maya@example.org", "password": MemberFixture.password])
      #expect(signedIn.status == 303)
      let set = signedIn.headers.filter { $0.name == "Set-Cookie" }.map(\.value)
      #expect(set.contains { $0.hasPrefix("fob-session=") && $0.contains("Max-Age=604800; HttpOnly; SameSite=Lax") })
      #expect(set.allSatisfy { $0.contains("; Path=/") && $0.contains("HttpOnly; SameSite=Lax") })
      #expect(browser.cookies["fob-session"] != first.cookies["fob-session"])
      // The one that the browser had before has ended.
      #expect(await first.get("/account").status == 303)
      let out = await browser.post("/sign-out", [:], from: "/account")
      #expect(out.status == 303 && browser.cookies["fob-session"] == nil && browser.cookies["fob-device"] != nil)
      #expect(await browser.get("/account")["Location"] == "/sign-in")
    }
  }

  @Test("behind https the names of cookies begin with __Host- and they travel encrypted only")
  func secure() async throws {
    try await MemberFixture.with(isSecure: true) { fixture in
      let browser = try await fixture.signUp("maya@example.org")
      #expect(browser.cookies.keys.allSatisfy { $0.hasPrefix("__Host-") })
      let reply = await browser.post("/sign-in", ["email": "maya@example.org", "password": MemberFixture.password])
      let set = reply.headers.filter { $0.name == "Set-Cookie" }.map(\.value)
      #expect(
        !set.isEmpty && set.allSatisfy { $0.contains("; Secure") && $0.contains("Path=/") && !$0.contains("Domain") })
    }
  }

  @Test("on a shared phone the cookie goes with the browser, and no other is left")
  func shared() async throws {
    try await MemberFixture.with { fixture in
      _ = try await fixture.signUp("maya@example.org")
      let phone = fixture.browser()
      _ = await phone.post("/question/diploma", ["answer": "yes"])
      let reply = await phone.post(
        "/sign-in", ["email": "maya@example.org", "password": MemberFixture.password, "shared": "1"])
      let set = reply.headers.filter { $0.name == "Set-Cookie" && !$0.value.contains("Max-Age=0") }.map(\.value)
      #expect(set.count == 1 && set[0].hasPrefix("fob-session=") && !set[0].contains("Max-Age"))
      fixture.pass(601)
      #expect(await phone.get("/account").status == 303)
      _ = await phone.post(
        "/sign-in", ["email": "maya@example.org", "password": MemberFixture.password, "shared": "1"])
      _ = await phone.post("/sign-out", [:], from: "/account")
      #expect(phone.cookies.isEmpty)
    }
  }

  @Test("a forgotten password is replaced by mail, and lets nobody in by itself")
  func reset() async throws {
    try await MemberFixture.with { fixture in
      let maya = try await fixture.signUp("maya@example.org")
      let browser = fixture.browser()
      #expect(await browser.post("/forgotten", ["email": "nobody@example.org"])["Location"] == "/mail-sent")
      #expect(await browser.post("/forgotten", ["email": "maya@example.org"])["Location"] == "/mail-sent")
      #expect(await browser.post("/forgotten", ["email": "no address"]).status == 422)
      let link = try await fixture.link(to: "maya@example.org")
      #expect(await browser.get(link).status == 200)
      let done = await browser.post(link, ["new-password": MemberFixture.otherPassword])
      #expect(done["Location"] == "/sign-in" && browser.cookies["fob-session"] == nil)
      #expect(await maya.get("/account").status == 303)
      #expect(await browser.get(link).status == 410)
      let old = await browser.post("/sign-in", ["email": "maya@example.org", "password": MemberFixture.password])
      #expect(old.status == 422)
      let new = await browser.post("/sign-in", ["email": "maya@example.org", "password": MemberFixture.otherPassword])
      #expect(new["Location"] == "/account")
    }
  }

  @Test("after too many wrong passwords one waits, and is told how long")
  func waiting() async throws {
    try await MemberFixture.with { fixture in
      let browser = fixture.browser()
      var last = Reply()
      for _ in 0..<7 { last = await browser.send("/sign-in", ["email": "maya@example.org", "password": "wrong"]) }
      #expect(last.status == 429 && last["Retry-After"] != nil && text(last).contains("Wait"))
    }
  }

  @Test("when too many passwords wait, the answer is to come back later")
  func busy() async throws {
    let work = PasswordWork(workers: 1, places: 0)
    try await MemberFixture.with(work: work) { fixture in
      let (began, end) = (AsyncStream<Void>.makeStream(), DispatchSemaphore(value: 0))
      let other = Task {
        try await work.run {
          began.continuation.yield()
          end.wait()
        }
      }
      for await _ in began.stream { break }
      let browser = fixture.browser()
      let busy = await browser.send("/sign-in", ["email": "maya@example.org", "password": "wrong"])
      #expect(busy.status == 503 && busy["Retry-After"] != nil && busy["Set-Cookie"] == nil)
      end.signal()
      try await other.value
    }
  }

  @Test("a form of somebody signed in needs the token of their session, and comes from our pages")
  func forgery() async throws {
    try await MemberFixture.with { fixture in
      let maya = try await fixture.signUp("maya@example.org")
      let luis = try await fixture.signUp("luis@example.org")
      #expect(await maya.send("/sign-out", [:]).status == 403)
      #expect(await maya.send("/sign-out", ["form": "x"]).status == 403)
      let other = FormToken.text(session: luis.cookies["fob-session"] ?? "")
      #expect(await maya.send("/sign-out", ["form": other]).status == 403)
      var foreign = maya.inquiry("/sign-out", method: "POST")
      foreign.headers["origin"] = "https://evil.example"
      #expect(await fixture.site.reply(to: foreign).status == 403)
      #expect(await maya.get("/account").status == 200)
      #expect(await maya.post("/sign-out", [:], from: "/account").status == 303)
    }
  }

  @Test("strangers' tries send the last step by mail, which works in the browser that asked alone")
  func byMail() async throws {
    try await MemberFixture.with { fixture in
      _ = try await fixture.signUp("maya@example.org")
      let stranger = fixture.browser()
      for number in 0...100 {
        var inquiry = stranger.inquiry(
          "/sign-in", method: "POST", body: "email=maya%40example.org&password=wrong+wrong+wrong")
        inquiry.from = "198.51.\(number).1"
        _ = await fixture.site.reply(to: inquiry)
      }
      let browser = fixture.browser()
      let asked = await browser.post(
        "/sign-in", ["email": "maya@example.org", "password": MemberFixture.password])
      #expect(asked["Location"] == "/mail-sent" && browser.cookies["fob-step"] != nil)
      let link = try await fixture.link(to: "maya@example.org")
      #expect(await fixture.browser().post(link, [:]).status == 410)
      #expect(await browser.get(link).status == 200)
      let done = await browser.post(link, [:])
      #expect(done["Location"] == "/account" && browser.cookies["fob-step"] == nil)
    }
  }

  @Test("a site without accounts has none of these pages")
  func none() async {
    let site = SiteTests().site
    for path in ["/account", "/sign-in", "/sign-up", "/administration"] {
      #expect(await site.reply(to: Website.Inquiry(path: path)).status == 404)
    }
  }
}
