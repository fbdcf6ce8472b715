import Cryptography
import Foundation
import Services
import Storage
import Testing
import Vocabulary

@testable import Website

@Suite("A paper of several photos, page by page", .serialized)
struct PaperPagesPagesTests {
  private func photo(_ number: UInt8) -> [UInt8] { StandInIntake.photo + [number] }
  private let pdf = Array("%PDF-1.4 x".utf8)

  /// The form with files, as a browser sends it without scripts.
  private func add(
    _ browser: MemberBrowser, _ files: [[UInt8]], _ fields: [String: String], prefix: String = ""
  ) async -> Reply {
    var fields = fields
    fields["form"] = browser.cookies["fob-session"].map { FormToken.text(session: $0) }
    var body: [UInt8] = []
    for (name, value) in fields {
      body += Array("--mark\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8)
    }
    // A browser sends an empty file for a field that is left empty.
    for (name, file) in [("photo", [])] + files.map({ ("file", $0) }) {
      body += Array(
        "--mark\r\nContent-Disposition: form-data; name=\"\(name)\"; filename=\"a.exe\"\r\n\r\n".utf8)
      body += file + Array("\r\n".utf8)
    }
    body += Array("--mark--\r\n".utf8)
    var inquiry = browser.inquiry(prefix + "/account/papers/add", method: "POST")
    inquiry.headers["content-type"] = "multipart/form-data; boundary=mark"
    inquiry.body = body
    return await browser.site.reply(to: inquiry)
  }

  /// The pages that a page shows, in their order.
  private func pages(_ browser: MemberBrowser, _ place: String) async -> [String] {
    let page = text(await browser.get(place))
    return page.components(separatedBy: "<img class=\"paper\" src=\"").dropFirst().map {
      String($0.prefix { $0 != "\"" })
    }
  }

  private func turn(_ browser: MemberBrowser, _ place: String, _ page: String, _ turn: String) async -> Reply {
    let id = page.split(separator: "/").last.map(String.init) ?? ""
    return await browser.post("\(place)/order", ["page": id, "turn": turn], from: place)
  }

  @Test("several photos are put in order, and become one PDF with each of them as it is; nothing is kept before")
  func several() async throws {
    try await MemberFixture.with { fixture in
      let browser = try await fixture.signUp("maya@example.org")
      let person = try await fixture.signedIn(browser)
      let begun = await add(browser, [photo(1), photo(2)], ["answer": "transcript"])
      let place = try #require(begun["Location"])
      #expect(begun.status == 303 && place.hasPrefix("/account/papers/pages/"))
      let more = await add(browser, [photo(3)], ["draft": String(place.split(separator: "/").last ?? "")])
      #expect(more.status == 303 && more["Location"] == place)
      try await #expect(fixture.papers.list(for: person, at: fixture.now).isEmpty)
      #expect(text(await browser.get("/account/papers")).contains("href=\"\(place)\""))
      let first = await pages(browser, place)
      #expect(first.count == 3)
      let preview = await browser.get(first[0])
      #expect(preview["Content-Type"] == "image/jpeg" && preview.body == StandInIntake.photo)
      #expect(preview["Content-Security-Policy"] == SafeHeaders.paperPolicy)
      #expect(await turn(browser, place, first[2], "earlier").status == 303)
      #expect(await pages(browser, place) == [first[0], first[2], first[1]])
      #expect(await turn(browser, place, first[0], "later").status == 303)
      #expect(await pages(browser, place) == [first[2], first[0], first[1]])
      // At an end nothing happens.
      #expect(await turn(browser, place, first[2], "earlier").status == 303)
      #expect(await pages(browser, place) == [first[2], first[0], first[1]])
      #expect(await browser.post("\(place)/order", ["page": "x", "turn": "later"], from: place).status == 404)
      let spanish = text(await browser.get("/es\(place)"))
      #expect(spanish.contains("Hacer un documento de estas 3 páginas") && spanish.contains("lang=\"es\""))
      let done = await browser.post("\(place)/paper", [:], from: place)
      let paper = try #require(done["Location"])
      #expect(done.status == 303 && paper == place.replacing("/pages", with: ""))
      #expect(text(await browser.get(paper)).contains("PDF, 3 pages"))
      let file = await browser.get(paper + "/file")
      let order: [UInt8] = [3, 1, 2]
      let expected = PhotoPages.pdf(order.map { PhotoPages.Page(width: 1, height: 1, jpeg: photo($0)) })
      #expect(file.body == expected && file["Content-Type"] == "application/pdf")
      #expect(await browser.get(paper + "/preview").body == StandInIntake.photo)
      // Sent twice, it is one paper; its pages are gone.
      #expect(await browser.send("\(place)/paper", ["form": token(browser)])["Location"] == paper)
      #expect(await browser.get(place).status == 404)
      #expect(await browser.get(first[0]).status == 404)
      try await #expect(fixture.papers.list(for: person, at: fixture.now).count == 1)
    }
  }

  private func token(_ browser: MemberBrowser) -> String {
    browser.cookies["fob-session"].map { FormToken.text(session: $0) } ?? ""
  }

  @Test("what is refused is named, which one and why, and none of them is a page", arguments: Language.allCases)
  func refused(_ language: Language) async throws {
    try await MemberFixture.with { fixture in
      let browser = try await fixture.signUp("maya@example.org")
      let person = try await fixture.signedIn(browser)
      let prefix = language == .spanish ? "/es" : ""
      let photo = language == .spanish ? "Foto" : "Photo"
      let mixed = await add(
        browser, [self.photo(1), Array("<svg>".utf8), pdf], ["answer": "card"], prefix: prefix)
      #expect(mixed.status == 422)
      #expect(text(mixed).contains("\(photo) 2: ") && text(mixed).contains("\(photo) 3: "))
      #expect(!text(mixed).contains("\(photo) 1: ") && !text(mixed).contains("a.exe"))
      let alone = await add(browser, [pdf], ["answer": "card", "more": "1"], prefix: prefix)
      #expect(alone.status == 422 && text(alone).contains("\(photo) 1: "))
      #expect(text(alone).contains("name=\"more\" value=\"1\" checked"))
      #expect(await add(browser, [], ["answer": "card", "more": "1"], prefix: prefix).status == 422)
      try await #expect(fixture.papers.drafts(for: person, at: fixture.now).isEmpty)
      let begun = await add(browser, [self.photo(1)], ["answer": "card", "more": "1"], prefix: prefix)
      let place = try #require(begun["Location"])
      let id = String(place.split(separator: "/").last ?? "")
      let again = await add(browser, [self.photo(2), pdf], ["draft": id], prefix: prefix)
      #expect(again.status == 422 && text(again).contains("\(photo) 2: "))
      let many = await add(
        browser, (0..<UInt8(fixture.papers.limits.pages)).map { self.photo($0) }, ["draft": id], prefix: prefix)
      #expect(many.status == 422)
      #expect(await pages(browser, place).count == 1)
      // One page alone is kept as the photo that it is.
      let paper = try #require(await browser.post("\(place)/paper", [:], from: place)["Location"])
      #expect(await browser.get(paper + "/file").body == self.photo(1))
    }
  }

  @Test("pages come in pieces, too; they are nobody else's, end after a day, and can be thrown away")
  func pieces() async throws {
    try await MemberFixture.with { fixture in
      let browser = try await fixture.signUp("maya@example.org")
      let person = try await fixture.signedIn(browser)
      func send(_ file: [UInt8], _ fields: [String: String]) async throws -> Reply {
        let size = ["size": String(file.count)]
        let begun = await browser.post(
          "/account/papers/uploads", fields.merging(size) { $1 }, from: "/account/papers/add")
        var inquiry = browser.inquiry(try #require(begun["Location"], "\(text(begun))"), method: "PATCH")
        inquiry.headers["upload-offset"] = "0"
        inquiry.headers["form-token"] = token(browser)
        inquiry.body = file
        return await browser.site.reply(to: inquiry)
      }
      let first = try await send(photo(1), ["answer": "health", "more": "1"])
      let place = try #require(first["Location"])
      let id = String(place.split(separator: "/").last ?? "")
      #expect(first.status == 201 && place == "/account/papers/pages/\(id)")
      #expect(try await send(photo(2), ["draft": id])["Location"] == place)
      #expect(try await send(pdf, ["draft": id]).status == 422)
      #expect(await pages(browser, place).count == 2)
      let paper = try #require(PaperID(text: id))
      let draft = try #require(try await fixture.papers.draft(paper, for: person, at: fixture.now))
      #expect(draft.kind == .health && draft.pages.count == 2)
      let other = try await fixture.signUp("luis@example.org")
      for path in [place] + (await pages(browser, place)) { #expect(await other.get(path).status == 404) }
      for (path, fields) in [
        ("paper", [:]), ("removal", [:]), ("order", ["page": draft.pages[0].id.text, "turn": "out"]),
      ] {
        #expect(await other.post("\(place)/\(path)", fields, from: "/account/papers").status == 404)
        #expect(await browser.send("\(place)/\(path)", fields).status == 403)
      }
      #expect(await add(other, [photo(3)], ["draft": id]).status == 404)
      #expect(await pages(browser, place).count == 2)
      #expect(await browser.post("\(place)/removal", [:], from: place)["Location"] == "/account/papers")
      #expect(await browser.get(place).status == 404)
      let last = try #require(try await send(photo(1), ["answer": "card", "more": "1"])["Location"])
      #expect(await browser.get(last).status == 200)
      // The session ends before the day does.
      fixture.pass(24 * 3_600 - 1)
      try await #expect(fixture.papers.drafts(for: person, at: fixture.now).count == 1)
      fixture.pass(1)
      try await #expect(fixture.papers.drafts(for: person, at: fixture.now).isEmpty)
    }
  }
}
