import Cryptography
import Rules
import Services
import Storage
import Testing
import Vocabulary

@testable import Website

@Suite("Papers, page by page", .serialized)
struct PapersPagesTests {
  private static let boundary = "mark"

  /// The form with a file, as a browser sends it.
  private func add(
    _ browser: MemberBrowser, _ file: [UInt8], _ fields: [String: String], name: String = "photo"
  ) async -> Reply {
    var fields = fields
    fields["form"] = browser.cookies["fob-session"].map { FormToken.text(session: $0) }
    var body: [UInt8] = []
    for (name, value) in fields {
      body += Array(
        "--\(Self.boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8)
    }
    body += Array(
      "--\(Self.boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"; filename=\"a.exe\"\r\n\r\n".utf8)
    body += file + Array("\r\n--\(Self.boundary)--\r\n".utf8)
    var inquiry = browser.inquiry("/account/papers/add", method: "POST")
    inquiry.headers["content-type"] = "multipart/form-data; boundary=\(Self.boundary)"
    inquiry.body = body
    return await browser.site.reply(to: inquiry)
  }

  @Test("one is added without scripts, looked at, saved and removed")
  func added() async throws {
    try await MemberFixture.with { fixture in
      let browser = try await fixture.signUp("maya@example.org")
      #expect(text(await browser.get("/account")).contains("href=\"/account/papers\""))
      let added = await add(browser, StandInIntake.photo, ["answer": "card"])
      let place = try #require(added["Location"])
      // One policy for each page: the form's alone lets its script send.
      for (path, policy) in [("/account/papers/add", SafeHeaders.sendingPolicy), (place, SafeHeaders.policy)] {
        let found = await browser.get(path).headers.filter { $0.name == "Content-Security-Policy" }.map(\.value)
        #expect(found == [policy])
      }
      #expect(added.status == 303 && place.hasPrefix("/account/papers/"))
      let page = text(await browser.get(place))
      #expect(page.contains("Card (CPR, BLS or another)") && page.contains("src=\"\(place)/preview\""))
      #expect(text(await browser.get("/account/papers")).contains("href=\"\(place)\""))
      let file = await browser.get(place + "/file")
      #expect(file.body == StandInIntake.photo && file["Content-Type"] == "image/jpeg")
      #expect(file["Content-Disposition"]?.hasPrefix("attachment; filename=\"fobwatch-card-") == true)
      for reply in [file, await browser.get(place + "/preview")] {
        #expect(reply["Cache-Control"] == "no-store" && reply["X-Content-Type-Options"] == "nosniff")
        #expect(reply["Content-Security-Policy"] == SafeHeaders.paperPolicy)
      }
      #expect(await browser.post(place + "/removal", [:], from: place).status == 303)
      #expect(await browser.get(place).status == 404)
      #expect(await browser.get(place + "/file").status == 404)
    }
  }

  @Test("a paper is said to belong to a thing of the record when it is added or later, and each leads to the other")
  func places() async throws {
    try await MemberFixture.with(service: LiveFixture.service) { fixture in
      let browser = try await fixture.signUp("maya@example.org")
      let person = try await fixture.signedIn(browser)
      var ids: [String] = []
      for (id, credential) in [("certification-1", "aama/cma"), ("certification-2", "amt/rma")] {
        let record = EvidenceRecord(id: id, kind: .certification, values: ["of": .word(credential)])
        let made = try await fixture.database.evidence.apply(
          [.add(.evidence(record))], to: person.person, by: person.account.text, at: fixture.now)
        ids.append(try #require(made.first).record.text)
      }
      #expect(text(await browser.get("/account/papers/add")).contains(">certification: CMA (AAMA)</option>"))
      let added = await add(browser, StandInIntake.photo, ["answer": "certificate", "record": ids[0]])
      let place = try #require(added["Location"])
      func leads(_ id: String) async -> Bool {
        let item = text(await browser.get("/account/record/\(id)"))
        let isListed = item.contains("href=\"\(place)\"")
        let isShown = text(await browser.get(place)).contains("href=\"/account/record/\(id)\"")
        #expect(isListed == isShown, "\(item)")
        return isListed
      }
      #expect(await leads(ids[0]))
      #expect(await !leads(ids[1]))
      let moved = await browser.post(place + "/place", ["record": ids[1]], from: place)
      #expect(moved.status == 303 && moved["Location"] == place)
      #expect(await leads(ids[1]))
      #expect(await !leads(ids[0]))
      #expect(await browser.post(place + "/place", ["record": ""], from: place).status == 303)
      #expect(await !leads(ids[1]))
      for nothing in ["x", RecordID.fresh(from: .system).text] {
        let refused = await browser.post(place + "/place", ["record": nothing], from: place)
        #expect(refused.status == 422 && text(refused).contains("This cannot belong to that"))
      }
      #expect(await browser.send(place + "/place", ["record": ids[0]]).status == 403)
      let other = try await fixture.signUp("luis@example.org")
      #expect(await other.post(place + "/place", ["record": ""], from: "/account/papers").status == 404)
    }
  }

  @Test("what is missing or not taken is told beside its field, in both languages", arguments: Language.allCases)
  func refused(_ language: Language) async throws {
    try await MemberFixture.with { fixture in
      let browser = try await fixture.signUp("maya@example.org")
      let prefix = language == .spanish ? "/es" : ""
      let none = await browser.post(prefix + "/account/papers/add", ["answer": "card"])
      #expect(none.status == 422 && text(none).contains(language == .spanish ? "Elija una foto" : "Pick a photo"))
      let noKind = await add(browser, StandInIntake.photo, [:])
      #expect(noKind.status == 422 && text(noKind).contains("href=\"#answer\""))
      let other = await add(browser, Array("<svg><script>".utf8), ["answer": "card"], name: "file")
      #expect(other.status == 422 && text(other).contains("no photo (JPEG, PNG, HEIC) and no PDF"))
      #expect(!text(other).contains("a.exe"))
      try await #expect(fixture.papers.list(for: fixture.signedIn(browser), at: fixture.now).isEmpty)
    }
  }

  @Test("a form without the token of the session adds nothing")
  func stale() async throws {
    try await MemberFixture.with { fixture in
      let browser = try await fixture.signUp("maya@example.org")
      #expect(await browser.send("/account/papers/add", ["answer": "card"]).status == 403)
      #expect(await browser.send("/account/papers/uploads", ["answer": "card", "size": "3"]).status == 403)
    }
  }

  @Test("an upload goes on where it stopped, and is a paper when its last piece is there")
  func upload() async throws {
    try await MemberFixture.with { fixture in
      let browser = try await fixture.signUp("maya@example.org")
      let begun = await browser.post(
        "/account/papers/uploads", ["answer": "letter", "size": "7"], from: "/account/papers/add")
      let place = try #require(begun["Location"])
      #expect(begun.status == 201 && begun["Upload-Offset"] == "0")
      let token = FormToken.text(session: try #require(browser.cookies["fob-session"]))
      func send(_ piece: [UInt8], at offset: Int, token: String = token) async -> Reply {
        var inquiry = browser.inquiry(place, method: "PATCH")
        inquiry.headers["upload-offset"] = String(offset)
        inquiry.headers["form-token"] = token
        inquiry.body = piece
        return await browser.site.reply(to: inquiry)
      }
      func standing() async -> Reply { await browser.site.reply(to: browser.inquiry(place, method: "HEAD")) }
      let file = StandInIntake.photo
      #expect(await send(Array(file[..<3]), at: 0, token: "other").status == 403)
      #expect(await send(Array(file[..<3]), at: 0).status == 204)
      #expect(await standing()["Upload-Offset"] == "3")
      // The answer was lost, and the piece comes again.
      let again = await send(Array(file[..<3]), at: 0)
      #expect(again.status == 409 && again["Upload-Offset"] == "3")
      #expect(await send(Array(file[3...]) + [0], at: 3).status == 422)
      let done = await send(Array(file[3...]), at: 3)
      let paper = try #require(done["Location"])
      #expect(done.status == 201 && done["Upload-Complete"] == "?1")
      #expect(await browser.get(paper + "/file").body == file)
      // Asked again, it says the same and keeps nothing twice.
      #expect(await standing()["Location"] == paper)
      #expect(await send([], at: 7)["Location"] == paper)
      try await #expect(fixture.papers.list(for: fixture.signedIn(browser), at: fixture.now).count == 1)
    }
  }

  @Test("an upload that is not taken says why, and is gone; one that is not done ends after a day")
  func ended() async throws {
    try await MemberFixture.with { fixture in
      let browser = try await fixture.signUp("maya@example.org")
      let person = try await fixture.signedIn(browser)
      guard case .at(let upload) = try await fixture.papers.begin(.card, to: nil, size: 3, for: person, at: fixture.now)
      else {
        Issue.record("no upload")
        return
      }
      let step = try await fixture.papers.append([1, 2, 3], at: 0, to: upload.id, for: person, at: fixture.now)
      #expect(step == .refused(.otherType))
      try await #expect(fixture.papers.look(upload.id, for: person, at: fixture.now) == .noSuchUpload)
      for _ in 0..<fixture.papers.limits.uploads {
        _ = try await fixture.papers.begin(.health, to: nil, size: 3, for: person, at: fixture.now)
      }
      try await #expect(
        fixture.papers.begin(.card, to: nil, size: 3, for: person, at: fixture.now) == .tooManyUploads)
      fixture.pass(24 * 3_600)
      guard case .at = try await fixture.papers.begin(.card, to: nil, size: 3, for: person, at: fixture.now) else {
        Issue.record("still too many")
        return
      }
      let tooLarge = try await fixture.papers.begin(
        .card, to: nil, size: fixture.papers.limits.largest + 1, for: person, at: fixture.now)
      #expect(tooLarge == .refused(.tooLarge))
    }
  }
}
