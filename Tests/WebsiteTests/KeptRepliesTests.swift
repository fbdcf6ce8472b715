import Testing
import Vocabulary

@testable import Website

@Suite("Kept replies")
struct KeptRepliesTests {
  private func site(today: @escaping @Sendable () -> CivilDate = { Fixtures.today }) -> Site {
    Site(
      service: SampleService(), seal: Fixtures.seal, instance: "test", secureCookies: false, today: today,
      now: { 1_000 })
  }

  private func inquiry(_ route: Route, _ language: Language, _ headers: [String: String] = [:]) -> Inquiry {
    let parts = Address(route, language).text.split(separator: "?", maxSplits: 1).map(String.init)
    return Inquiry(path: parts[0], query: parts.count > 1 ? parts[1] : "", headers: headers)
  }

  @Test("a second answer is the first, for every address, both languages, and every way to ask")
  func same() async {
    let site = site()
    for route in RouteTests.routes where route != .live {
      for language in Language.allCases {
        for headers in [[:], ["accept-encoding": "gzip"]] {
          for method in ["GET", "HEAD"] {
            var inquiry = inquiry(route, language, headers)
            inquiry.method = method
            let (first, second) = (await site.reply(to: inquiry), await site.reply(to: inquiry))
            let fresh = await self.site().reply(to: inquiry)
            #expect(first.status == second.status && first.body == second.body && first.body == fresh.body)
            #expect(first.headers.elementsEqual(second.headers) { $0 == $1 })
            #expect(method == "GET" || first.body.isEmpty)
          }
        }
      }
    }
  }

  @Test("the start page is kept; what belongs to one person never is")
  func who() async {
    let site = site()
    for route in RouteTests.routes { _ = await site.reply(to: inquiry(route, .english)) }
    func isKept(_ route: Route, _ headers: [String: String] = [:]) -> Bool {
      let inquiry = inquiry(route, .english, headers)
      return site.keptReply(to: inquiry, at: Destination(inquiry)) != nil
    }
    #expect(isKept(.start) && isKept(.words) && isKept(.asset(Assets.stylesheet.name)) == false)
    #expect(isKept(.start, ["cookie": "theme=1"]))
    #expect(!isKept(.start, ["cookie": "fobwatch=abc"]))
    #expect(!isKept(.start, ["cookie": "__Host-fobwatch-session=abc"]))
    #expect(!isKept(.start, ["authorization": "Bearer x"]))
    for route in [Route.answers, .keptAnswers, .question(nil), .ready, .metrics, .live, .search("CMA")] {
      #expect(!isKept(route))
    }
    let post = Inquiry(method: "POST", path: "/")
    #expect(site.keptReply(to: post, at: Destination(post)) == nil)
  }

  @Test("on another day a page is made anew")
  func days() async {
    let days = StandingClock()
    let site = site(today: { Fixtures.today.adding(days: Int(days.now.components.seconds)) })
    let start = inquiry(.start, .english)
    _ = await site.reply(to: start)
    #expect(site.keptReply(to: start, at: Destination(start)) != nil)
    days.move(.seconds(1))
    #expect(site.keptReply(to: start, at: Destination(start)) == nil)
  }

  @Test("a browser that has the page is told so")
  func unchanged() async throws {
    let site = site()
    let first = await site.reply(to: inquiry(.words, .english))
    let tag = try #require(first["ETag"])
    let again = await site.reply(to: inquiry(.words, .english, ["if-none-match": tag]))
    #expect(again.status == 304 && again.body.isEmpty && again["ETag"] == tag && again["Content-Type"] == nil)
    #expect(again["Cache-Control"] == first["Cache-Control"] && again["Content-Security-Policy"] != nil)
    let changed = await site.reply(to: inquiry(.words, .english, ["if-none-match": "W/\"0\""]))
    #expect(changed.status == 200 && !changed.body.isEmpty)
    let personal = await site.reply(to: inquiry(.compare, .english, ["if-none-match": "W/\"0\""]))
    #expect(personal["ETag"] == nil && personal["Cache-Control"] == "no-store")
  }
}
