import Cryptography
import Foundation
import Rules
import Services
import Storage
import Testing
import Vocabulary

@testable import Website

@Suite("Health items that were planted", .serialized)
struct PlantedHealthTests {
  /// Somebody who looks.
  private struct Viewer {
    let name: String
    let browser: MemberBrowser
    let organization: Organization.ID
    let role: Role?
  }

  /// A coach, a director, a coordinator, a recruiter and a verifier, each with two factors, somebody she shares with, and a
  /// stranger without an account.
  private func viewers(_ planted: PlantedPerson) async throws -> [Viewer] {
    let (fixture, builder) = (planted.fixture, WalkBuilder(fixture: planted.fixture))
    let places: [(String, Organization.Kind, [(Role, Consent.Purpose)])] = [
      ("Riverside", .school, [(.coach, .coaching), (.director, .schooling)]),
      ("Bright Staffing", .agency, [(.coordinator, .placement), (.recruiter, .placement)]),
      ("Lakeside", .employer, [(.verifier, .verification)]),
    ]
    var found: [Viewer] = []
    for (name, kind, roles) in places {
      let place = try await builder.organization(name, kind)
      for (role, purpose) in roles {
        try await planted.share(with: .organization(place.id), purpose)
        let opened = try await builder.member(role.rawValue, place, role, role == .coordinator ? [.members] : [])
        let walker = try await builder.walker(opened, role.rawValue, .staff2, place, role, factor: true)
        let browser = fixture.browser()
        browser.cookies["fob-session"] = walker.session
        found.append(Viewer(name: role.rawValue, browser: browser, organization: place.id, role: role))
      }
    }
    let friend = try await fixture.signUp("friend@example.org")
    try await planted.share(with: .account(try await fixture.signedIn(friend).account), .coaching)
    found.append(Viewer(name: "friend", browser: friend, organization: found[0].organization, role: nil))
    found.append(
      Viewer(name: "nobody", browser: fixture.browser(), organization: found[0].organization, role: nil))
    return found
  }

  private func with(_ body: (PlantedPerson) async throws -> Void) async throws {
    try await MemberFixture.with(service: LiveFixture.service) { try await body(try await PlantedPerson($0)) }
  }

  @Test("their owner sees each of them, so that a search for their marks finds something")
  func owned() async throws {
    try await with { planted in
      let list = text(await planted.owner.get("/account/health"))
      #expect(planted.marks(in: list).contains("1987"))
      #expect(planted.records.count > 10 && planted.records.allSatisfy { list.contains($0.text) })
      let papers = text(await planted.owner.get("/account/papers"))
      for id in planted.papers.map(\.text) {
        #expect(papers.contains(id))
        #expect(text(await planted.owner.get("/account/papers/\(id)/file")).contains(PlantedPerson.mark))
      }
      let whole = await planted.owner.post("/account/record/export", ["health": "1", "history": "1"])
      #expect(whole.status == 200 && planted.marks(in: text(whole)).contains("1987"))
    }
  }

  @Test("nobody else is answered any of them, at any address in either language, and no line of the log has one")
  func answers() async throws {
    try await with { planted in
      let capture = LogCapture()
      var (asked, seesHer) = (0, false)
      for viewer in try await viewers(planted) {
        var site = planted.fixture.site
        site.log = capture.log()
        let browser = MemberBrowser(site: site, language: .english)
        browser.cookies = viewer.browser.cookies
        for route in WalkedRoute.members {
          for path in planted.addresses(route, at: viewer.organization) {
            for prefix in ["", "/es"] {
              let reply = await browser.get(prefix + path)
              let told =
                text(reply) + reply.headers.map { "\n\($0.name): \($0.value)" }.joined()
              let echoed = path.split(separator: "/").map(String.init)
              let found = planted.marks(in: told, and: [PlantedPerson.last.description])
                .filter { mark in !echoed.contains(mark) }
              #expect(found.isEmpty, "\(viewer.name), \(prefix + path): \(reply.status) \(found)")
              asked += 1
              if viewer.role == .verifier, told.contains("maya@example.org") { seesHer = true }
            }
          }
        }
      }
      // A verifier is shown what they are to check: nobody is kept from looking.
      #expect(asked > 1_000 && seesHer)
      #expect(capture.lines.count > 50)
      #expect(planted.marks(in: capture.lines.joined(separator: "\n")).isEmpty)
    }
  }

  @Test("who has a link to sign, to verify or to a calendar is told none of them, before and after they answer")
  func links() async throws {
    try await with { planted in
      let stranger = planted.fixture.browser()
      let tokens = planted.names["token"] ?? []
      let (verify, sign) = ("/verify/\(try #require(tokens.first))", "/sign-off/\(try #require(tokens.last))")
      let day = PlantedPerson.last
      var pages = [text(await stranger.get("\(verify)?year=\(day.year)&month=\(day.month)&day=\(day.day + 1)"))]
      #expect(pages[0].contains("Maya Sample"))
      let form = text(await stranger.get(sign))
      let seen = try #require(form.range(of: "name=\"seen\" value=\""))
      let fields = [
        "answer": "sign", "name": "Ana Ruiz", "role": "RN", "consent": "1", "reference": "ana@example.org",
        "seen": String(form[seen.upperBound...].prefix { $0 != "\"" }),
      ]
      pages.append(form)
      #expect(await stranger.post(sign, fields).status == 303)
      for prefix in ["", "/es"] { pages.append(text(await stranger.get(prefix + sign))) }
      #expect(pages[2].contains("You are named as a reference"))
      #expect(await stranger.post("\(sign)/reference", [:], from: sign).status == 303)
      pages.append(text(await stranger.get(sign)))
      let calendar = text(await stranger.get(try await planted.feed()))
      #expect(calendar.contains("BEGIN:VEVENT"))
      pages.append(calendar)
      pages.append(text(await planted.owner.get("/account/externship/file")))
      // Without the tick for it, the file of one's record has none of them either.
      let file = await planted.owner.post("/account/record/export", ["history": "1"])
      #expect(file.status == 200 && text(file).contains("aama/cma"))
      pages.append(text(file))
      for page in pages { #expect(planted.marks(in: page).isEmpty, "\(page)") }
    }
  }

  @Test("no mail and no message to an organization names one, hers, a coordinator's or a service's")
  func mails() async throws {
    try await with { planted in
      let fixture = planted.fixture
      let keeper = try #require(try await viewers(planted).first { $0.role == .coordinator })
      let (hooks, person) = (ReminderHooks(fixture.accounts), planted.signedIn)
      let address = try #require(HookAddress("https://texts.example.org/x", HookPolicy()))
      _ = try await hooks.set(
        address, of: keeper.organization, by: try await fixture.signedIn(keeper.browser), at: fixture.now)
      try await hooks.choose(true, keeper.organization, for: person, at: fixture.now)
      let reminders = try #require(fixture.site.members?.reminders)
      try await reminders.set(
        ReminderSettings(
          isMailOn: true, language: .spanish, zone: .newYork, quiet: QuietHours(from: 21, until: 7), isEscalated: true),
        for: person, at: fixture.now)
      let post = PlantedPost()
      for _ in 0..<24 {
        _ = try await ReminderRun(
          reminders, carrier: post, wording: DigestWording { _ in "https://fobwatch.example.org" },
          clock: { fixture.now }
        ).run()
        fixture.pass(86_400)
      }
      #expect(post.mails.contains { $0.contains("salud") })
      for mail in post.mails { #expect(planted.marks(in: mail).isEmpty, "\(mail)") }
      let others = try await fixture.outbox().map { mail in
        let text = MailWording { $0.path(.english) }.text(mail)
        return ([text.subject] + text.paragraphs).joined(separator: "\n")
      }
      #expect(others.contains { $0.contains("Bright Staffing") })
      let seal = HookSeal(keys: fixture.database.keys.record)
      let payloads = try await fixture.database.engine.read { statements in
        try statements.rows("SELECT payload FROM job WHERE kind = 'webhook'").map { try $0.bytes("payload") }
      }
      let bodies = try payloads.map { String(decoding: try #require(try seal.open($0)).body, as: UTF8.self) }
      #expect(bodies.contains { $0.contains("\"card\"") })
      for told in others + bodies {
        let found = planted.marks(in: told, and: [PlantedPerson.last.description, "health", "screening"])
        #expect(found.isEmpty, "\(told)")
      }
    }
  }
}
