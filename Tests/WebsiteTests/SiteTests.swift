import CanonicalJSON
import Cryptography
import Testing
import Vocabulary

@testable import Website

@Suite("Site")
struct SiteTests {
  let site = Site(
    service: SampleService(), seal: Fixtures.seal, instance: "test", secureCookies: false,
    today: { Fixtures.today }, now: { 1_000 })

  @Test(
    "every page answers, in both languages, with the strict policy", arguments: RouteTests.routes, Language.allCases)
  func pages(route: Route, language: Language) async {
    guard ![.answersRemoval, .programRemoval, .programPick("dapip-1-23-3")].contains(route),
      route != .asset("fobwatch-0.css"), route != .securityText, route.isNobodysFeed == false
    else { return }
    let parts = Address(route, language).text.split(separator: "?", maxSplits: 1).map(String.init)
    var inquiry = Inquiry(path: parts[0], query: parts.count > 1 ? parts[1] : "")
    inquiry.isFromThisMachine = true
    let reply = await site.reply(to: inquiry)
    #expect(reply.status == 200)
    #expect(reply["Cache-Control"] != nil && reply["Strict-Transport-Security"] == nil)
    #expect(reply["Content-Security-Policy"]?.contains("default-src 'none'") == true)
    #expect(reply["X-Content-Type-Options"] == "nosniff")
  }

  @Test("the style sheet is kept for a year, personal pages never")
  func caching() async {
    let sheet = await site.reply(to: Inquiry(path: Assets.stylesheet.address))
    #expect(sheet.status == 200 && sheet["Cache-Control"]?.contains("immutable") == true)
    let compared = await site.reply(to: Inquiry(path: "/compare"))
    #expect(compared["Cache-Control"] == "no-store")
  }

  @Test("an answer is kept in a sealed cookie, and the next question follows")
  func answering() async throws {
    let first = await post("/es/question/diploma", "answer=yes")
    #expect(first.status == 303 && first["Location"] == "/es/question")
    let cookie = try #require(first["Set-Cookie"])
    #expect(cookie.contains("HttpOnly; SameSite=Lax") && !cookie.contains("diploma"))
    var next = Inquiry(path: "/question")
    next.headers["cookie"] = "other=1; " + String(cookie.prefix { $0 != ";" })
    #expect(text(await site.reply(to: next)).contains("What about program-completed?"))
    next.path = "/answers/file"
    #expect(text(await site.reply(to: next)) == KeptFile.mark + "\ndiploma = yes\n")
    next.headers["cookie"] = "fobwatch=tampered"
    #expect(text(await site.reply(to: next)) == KeptFile.mark + "\n")
  }

  @Test("a form that cannot be read comes back with what was typed")
  func unread() async {
    let reply = await post("/question/program-completed", "month=2&day=30&year=2026")
    #expect(reply.status == 422 && reply["Set-Cookie"] == nil)
    #expect(text(reply).contains("href=\"#day\"") && text(reply).contains("value=\"30\""))
    let refused = await post("/question/program-completed", "month=1&day=1&year=1900")
    #expect(refused.status == 422 && text(refused).contains("Too long ago"))
  }

  @Test("a kept file is loaded, another file is refused")
  func loading() async {
    let file = KeptFile.mark + "\ndiploma = yes\n"
    let head = "--b\r\nContent-Disposition: form-data; name=\"kept\"; filename=\"f.txt\"\r\n\r\n"
    var inquiry = Inquiry(method: "POST", path: "/answers", body: Array("\(head)\(file)\r\n--b--\r\n".utf8))
    inquiry.headers["content-type"] = "multipart/form-data; boundary=b"
    let loaded = await site.reply(to: inquiry)
    #expect(loaded.status == 303 && loaded["Set-Cookie"]?.hasPrefix("fobwatch=") == true)
    inquiry.body = Array("\(head)hello\r\n--b--\r\n".utf8)
    #expect(await site.reply(to: inquiry).status == 422)
  }

  @Test("answers that outgrow the cookie are refused with the way out")
  func tooMany() async {
    let lines = (0..<100).map { "fact-\($0) = \(String(repeating: "x", count: 30))\n" }.joined()
    var inquiry = Inquiry(method: "POST", path: "/question/diploma", body: Array("answer=yes".utf8))
    inquiry.headers["cookie"] = "fobwatch=\(site.seal.seal(lines, at: 1_000))"
    let reply = await site.reply(to: inquiry)
    #expect(reply.status == 422 && text(reply).contains("do not fit"))
  }

  @Test(
    "a form from elsewhere is refused",
    arguments: [
      ["sec-fetch-site": "cross-site"], ["sec-fetch-site": "same-site"],
      ["origin": "https://evil.example", "host": "a"],
      ["origin": "null", "host": "a"],
    ])
  func foreign(headers: [String: String]) async {
    let inquiry = Inquiry(method: "POST", path: "/answers/removal", headers: headers)
    #expect(await site.reply(to: inquiry).status == 403)
  }

  @Test("our own forms pass, with either header")
  func own() async {
    for headers in [["sec-fetch-site": "same-origin"], ["origin": "http://a:1", "host": "a:1"], [:]] {
      let reply = await site.reply(to: Inquiry(method: "POST", path: "/answers/removal", headers: headers))
      #expect(reply.status == 303 && reply["Set-Cookie"]?.contains("Max-Age=0") == true)
    }
  }

  @Test("what is not there, not asked that way or not readable has its own page")
  func errors() async {
    #expect(await site.reply(to: Inquiry(path: "/nothing")).status == 404)
    #expect(await site.reply(to: Inquiry(path: "/roadmap/no/body")).status == 404)
    #expect(await site.reply(to: Inquiry(method: "POST", path: "/compare")).status == 405)
    #expect(await site.reply(to: Inquiry(method: "DELETE", path: "/")).status == 405)
    #expect(await post("/question/diploma", "answer=%FF").status == 400)
    #expect(site.reply(to: Inquiry(path: "/es/answers"), error: .tooLarge).status == 413)
    #expect(text(await site.reply(to: Inquiry(path: "/es/nada"))).contains("lang=\"es\""))
  }

  @Test(
    "programs hear of an error as a problem, people as a page",
    arguments: ["/health/x", "/api", "/api/x", "/metrics/x"])
  func problems(path: String) async throws {
    let reply = await site.reply(to: Inquiry(path: path))
    #expect(reply.status == 404 && reply["Content-Type"] == "application/problem+json")
    let problem = try JSONReader().read(reply.body)
    #expect(problem["type"]?.asString == "about:blank" && problem["title"]?.asString == "Not Found")
    #expect(problem["status"]?.asWhole == 404 && problem["detail"]?.asString != nil)
    #expect(await site.reply(to: Inquiry(method: "PUT", path: "/health/live")).status == 405)
    #expect(await site.reply(to: Inquiry(path: path, query: "a=%GG"))["Content-Type"] == "application/problem+json")
  }

  @Test("behind https, every answer says that there is nothing else")
  func encrypted() async {
    let site = Site(
      service: SampleService(), seal: Fixtures.seal, instance: "test", secureCookies: true,
      today: { Fixtures.today }, now: { 1_000 })
    for path in ["/", "/nothing", "/health/live", "/answers", "/robots.txt"] {
      let reply = await site.reply(to: Inquiry(path: path))
      #expect(reply["Strict-Transport-Security"] == "max-age=63072000; includeSubDomains")
    }
  }

  @Test("behind https, the cookie is of this host alone and travels encrypted; elsewhere it has another name")
  func cookieNames() async throws {
    let site = Site(
      service: SampleService(), seal: Fixtures.seal, instance: "test", secureCookies: true,
      today: { Fixtures.today }, now: { 1_000 })
    let form = Inquiry(method: "POST", path: "/question/diploma", body: Array("answer=yes".utf8))
    let cookie = try #require(await site.reply(to: form)["Set-Cookie"])
    #expect(cookie.hasPrefix("__Host-fobwatch=") && cookie.contains("; Path=/;") && cookie.hasSuffix("; Secure"))
    #expect(!cookie.contains("Domain"))
    var next = Inquiry(path: "/answers/file")
    next.headers["cookie"] = String(cookie.prefix { $0 != ";" })
    #expect(text(await site.reply(to: next)).contains("diploma = yes"))
    // What a neighbor could set does not count.
    next.headers["cookie"] = String(cookie.dropFirst("__Host-".count).prefix { $0 != ";" })
    #expect(!text(await site.reply(to: next)).contains("diploma"))
    let plain = try #require(await self.site.reply(to: form)["Set-Cookie"])
    #expect(plain.hasPrefix("fobwatch=") && !plain.contains("Secure"))
  }

  @Test("what nobody expected is told in the log by its kind, and to the visitor not at all")
  func failing() async throws {
    let capture = LogCapture()
    var site = site
    site.log = capture.log()
    for path in ["/question/program-completed", "/es/question/program-completed"] {
      let form = Inquiry(method: "POST", path: path, body: Array("month=12&day=31&year=1900".utf8))
      let reply = await site.reply(to: form)
      #expect(reply.status == 500 && reply["Set-Cookie"] == nil && reply["Content-Security-Policy"] != nil)
      for word in ["Trouble", "SELECT", "secret", "1900", "Error"] { #expect(!text(reply).contains(word), "\(word)") }
    }
    #expect(capture.lines.count == 2)
    for line in capture.lines {
      #expect(line.contains(#""level":"error","event":"handler-failed","method":"POST","route":"/question/{fact}""#))
      #expect(line.contains(#""error":"Trouble""#) && !line.contains("SELECT") && !line.contains("1900"))
    }
  }

  @Test("every kind of error has a page in both languages and a problem, with one status")
  func kinds() async {
    for kind in [
      ErrorPage.Kind.notFound, .badRequest, .tooLarge, .refused, .unknownCaller, .wrongMethod, .failed, .unavailable,
    ] {
      for path in ["/answers", "/es/answers", "/api/x"] {
        let reply = site.reply(to: Inquiry(path: path), error: kind)
        #expect(reply.status == kind.status && reply["Content-Security-Policy"] != nil)
        #expect((reply["Retry-After"] != nil) == (kind == .unavailable))
      }
    }
  }

  @Test("a calendar file has whole days and short lines")
  func calendar() async {
    let reply = text(await site.reply(to: Inquiry(path: "/roadmap/aama/cma/calendar")))
    #expect(reply.hasPrefix("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"))
    #expect(
      reply.contains("DTSTART;VALUE=DATE:20270614\r\nDTEND;VALUE=DATE:20270615\r\nSUMMARY:Exam\\, CMA (AAMA)\r\n"))
    #expect(reply.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 75 })
  }

  private func post(_ path: String, _ body: String) async -> Reply {
    await site.reply(to: Inquiry(method: "POST", path: path, body: Array(body.utf8)))
  }

  private func text(_ reply: Reply) -> String { String(decoding: reply.body, as: UTF8.self) }
}

extension Route {
  /// Nobody has this address.
  fileprivate var isNobodysFeed: Bool {
    if case .feed = self { true } else { false }
  }
}
