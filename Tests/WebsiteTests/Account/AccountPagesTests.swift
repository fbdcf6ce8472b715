import Cryptography
import Foundation
import Rules
import Services
import Testing
import Vocabulary

@testable import Website

@Suite("One's own account, page by page", .serialized)
struct AccountPagesTests {
  @Test("the second factor is turned on, asked for, and turned off; recovery codes are shown once")
  func factor() async throws {
    try await MemberFixture.with { fixture in
      let maya = try await fixture.signUp("maya@example.org")
      let before = maya.cookies["fob-session"]
      let setup = text(await maya.post("/account/code/secret", [:], from: "/account/code"))
      let secret = try #require(setup.range(of: "id=\"secret\">")).upperBound
      let key = setup[secret...].prefix { $0 != "<" }.filter { $0 != " " }
      let totp = try #require(Base32.bytes(String(key)).flatMap(TOTP.init(secret:)))
      #expect(setup.contains("otpauth://totp/Fobwatch"))
      func code() -> String { totp.code(at: fixture.now.microseconds / 1_000_000) ?? "" }
      let wrong = await maya.post("/account/code/first", ["code": "000000"], from: "/account/code")
      #expect(wrong.status == 422 && !text(wrong).contains(key))
      let on = await maya.post("/account/code/first", ["code": code()], from: "/account/code")
      #expect(on.status == 200 && on["Cache-Control"] == "no-store")
      let codes = text(on).split(separator: "<code>").dropFirst().map { String($0.prefix { $0 != "<" }) }
      #expect(codes.count == RecoveryCode.count && maya.cookies["fob-session"] != before)
      #expect(!text(await maya.get("/account/code")).contains(codes[0]))

      let browser = fixture.browser()
      let asked = await browser.post("/sign-in", ["email": "maya@example.org", "password": MemberFixture.password])
      #expect(asked["Location"] == "/sign-in/code" && browser.cookies["fob-session"] == nil)
      // The code of the application was used.
      #expect(await browser.post("/sign-in/code", ["code": code()]).status == 422)
      let entered = await browser.post("/sign-in/code", ["code": codes[0]])
      #expect(entered["Location"] == "/account" && browser.cookies["fob-step"] == nil)
      #expect(text(await browser.get("/account/code")).contains("You have 9 recovery codes left."))
      let fresh = await browser.post("/account/code/recovery", [:], from: "/account/code")
      #expect(fresh.status == 200 && !text(fresh).contains(codes[1]))
      #expect(await browser.post("/account/code/removal", [:], from: "/account/code")["Location"] == "/account/code")
      #expect(text(await browser.get("/account/code")).contains("Begin"))
      try await #expect(fixture.signedIn(browser).factors == 1)
    }
  }

  @Test("what changes the sign-in asks for the password again after ten minutes, and goes on where one was")
  func again() async throws {
    try await MemberFixture.with { fixture in
      let maya = try await fixture.signUp("maya@example.org")
      #expect(await maya.get("/account/address").status == 200)
      fixture.pass(601)
      let asked = await maya.get("/account/address")
      #expect(asked["Location"] == "/account/again?to=/account/address")
      let wrong = await maya.post("/account/again?to=/account/address", ["password": "wrong"])
      #expect(wrong.status == 422)
      let before = maya.cookies["fob-session"]
      let right = await maya.post("/account/again?to=/account/address", ["password": MemberFixture.password])
      #expect(right["Location"] == "/account/address" && maya.cookies["fob-session"] != before)
      #expect(await maya.get("/account/address").status == 200)
      // Nobody is led elsewhere by it.
      for to in ["https://evil.example", "//evil.example", "/sign-out", "/account/again?to=/account", "/answers"] {
        let reply = await maya.post("/account/again?to=\(to)", ["password": MemberFixture.password])
        #expect(reply["Location"] == "/account", "\(to)")
      }
    }
  }

  @Test("another address is used once its mail was answered, and every session ends")
  func address() async throws {
    try await MemberFixture.with { fixture in
      let maya = try await fixture.signUp("maya@example.org")
      #expect(await maya.post("/account/address", ["email": "no address"]).status == 422)
      #expect(await maya.post("/account/address", ["email": "new@example.org"])["Location"] == "/mail-sent")
      let link = try await fixture.link(to: "new@example.org")
      #expect(await fixture.browser().get(link).status == 200)
      #expect(text(await maya.get("/account")).contains("maya@example.org"))
      #expect(await fixture.browser().post(link, [:])["Location"] == "/sign-in")
      #expect(await maya.get("/account").status == 303)
      let browser = fixture.browser()
      let entered = await browser.post("/sign-in", ["email": "new@example.org", "password": MemberFixture.password])
      #expect(entered["Location"] == "/account")
    }
  }

  @Test("the password is changed with the present one; a common one is not taken")
  func password() async throws {
    try await MemberFixture.with { fixture in
      let maya = try await fixture.signUp("maya@example.org")
      func change(_ present: String, _ new: String) async -> Reply {
        await maya.post("/account/password", ["password": present, "new-password": new])
      }
      #expect(await change("wrong", MemberFixture.otherPassword).status == 422)
      let poor = await change(MemberFixture.password, "passwordpassword")
      #expect(poor.status == 422 && text(poor).contains("new-password-error") && !text(poor).contains("wordpass"))
      #expect(await change(MemberFixture.password, MemberFixture.otherPassword)["Location"] == "/account")
    }
  }

  @Test("sessions are listed and ended, one or all others; nobody ends somebody else's")
  func sessions() async throws {
    try await MemberFixture.with { fixture in
      let maya = try await fixture.signUp("maya@example.org")
      let luis = try await fixture.signUp("luis@example.org")
      let second = fixture.browser()
      _ = await second.post("/sign-in", ["email": "maya@example.org", "password": MemberFixture.password])
      let page = text(await maya.get("/account/sessions"))
      #expect(page.contains("Android, Firefox (here)") && page.split(separator: "name=\"session\"").count == 2)
      let other = try await fixture.signedIn(second).session.text
      _ = await luis.post("/account/sessions/removal", ["session": other], from: "/account/sessions")
      #expect(await second.get("/account").status == 200)
      _ = await maya.post("/account/sessions/removal", ["session": other], from: "/account/sessions")
      #expect(await second.get("/account").status == 303)
      _ = await second.post("/sign-in", ["email": "maya@example.org", "password": MemberFixture.password])
      _ = await maya.post("/account/sessions/removal", [:], from: "/account/sessions")
      #expect(await second.get("/account").status == 303)
      #expect(await maya.get("/account").status == 200)
      #expect(await luis.get("/account").status == 200)
    }
  }

  @Test("a deleted account is gone, and the browser keeps nothing of it")
  func deletion() async throws {
    try await MemberFixture.with { fixture in
      let maya = try await fixture.signUp("maya@example.org")
      _ = await maya.post("/question/diploma", ["answer": "yes"])
      #expect(await maya.post("/account/deletion", [:])["Location"] == "/")
      #expect(maya.cookies.isEmpty)
      let back = await maya.post("/sign-in", ["email": "maya@example.org", "password": MemberFixture.password])
      #expect(back.status == 422)
    }
  }

  @Test("a school invites, a student shares, somebody looks, the student sees it and ends it")
  func sharing() async throws {
    try await MemberFixture.with { fixture in
      let builder = WalkBuilder(fixture: fixture)
      let school = try await builder.organization("Riverside", .school)
      let director = fixture.browser()
      director.cookies["fob-session"] = try await builder.walker(
        try await builder.member("director", school, .director, [.members]), "director", .director2, school, .director,
        factor: true
      ).session
      let place = "/organizations/\(school.id.text)"
      #expect(
        await director.post("\(place)/invitations", ["email": "maya@example.org", "role": "person"], from: place)[
          "Location"]
          == place)
      let link = try await fixture.link(to: "maya@example.org")
      let maya = fixture.browser()
      #expect(text(await maya.get(link)).contains("Riverside"))
      let joined = await maya.post(
        link, ["year": "1999", "month": "5", "day": "1", "new-password": MemberFixture.password])
      #expect(joined["Location"] == "/account")
      #expect(text(await director.get(place)).contains("maya@example.org"))
      let form = ["with": "\(school.id.text):schooling", "kind": "work", "year": "2099", "month": "1", "day": "31"]
      #expect(await maya.post("/account/sharing", form)["Location"] == "/account/sharing")
      let given = text(await maya.get("/account/sharing"))
      // To what one agreed: with whom, what for, what, and for how long.
      for part in [
        "<strong>Riverside</strong>: teaching and reports of the program", "<p>\(FieldWording.kind(.work).en)</p>", "through 2099-01-31",
        "Nobody has looked yet.",
      ] {
        #expect(given.contains(part), "\(part)")
      }
      let person = try await fixture.signedIn(maya).person
      let looking = try await fixture.signedIn(director)
      _ = try await SharedReading(fixture.accounts).open([.work], of: person, by: looking, at: fixture.now)
      let page = text(await maya.get("/account/sharing"))
      #expect(page.contains("Looked at 1 times"))
      let consent = try #require(page.range(of: "name=\"consent\" value=\"")).upperBound
      let id = String(page[consent...].prefix { $0 != "\"" })
      #expect(
        await maya.post("/account/sharing/removal", ["consent": id], from: "/account/sharing")["Location"]
          == "/account/sharing")
      await #expect(throws: Refusal.consentEnded) {
        try await SharedReading(fixture.accounts).open([.work], of: person, by: looking, at: fixture.now)
      }
    }
  }

  @Test("a guardian consents by mail and takes it back")
  func guardian() async throws {
    try await MemberFixture.with { fixture in
      let minor = try await fixture.signUp("kim@example.org", born: "2012-01-01")
      #expect(await minor.post("/account/guardian", ["email": "kim@example.org"]).status == 422)
      #expect(await minor.post("/account/guardian", ["email": "parent@example.org"])["Location"] == "/mail-sent")
      let link = try await fixture.link(to: "parent@example.org")
      let parent = fixture.browser()
      #expect(text(await parent.get(link)).contains("kim@example.org"))
      #expect(await parent.post(link, [:]).status == 200)
      #expect(text(await minor.get("/account/guardian")).contains("A consent is on record."))
      let back = try await fixture.link(to: "parent@example.org")
      #expect(back != link)
      #expect(await parent.get(back).status == 200)
      #expect(await parent.post(back, [:]).status == 200)
      #expect(await parent.post(back, [:]).status == 410)
      #expect(!text(await minor.get("/account/guardian")).contains("A consent is on record."))
    }
  }
}
