import Foundation
import Rules
import Services
import Storage
import Testing
import Vocabulary

@testable import Website

@Suite("A person's record by form, page by page", .serialized)
struct RecordPagesTests {
  private func with(_ body: (MemberFixture) async throws -> Void) async throws {
    try await MemberFixture.with(service: LiveFixture.service, body)
  }

  /// The address of the only thing in a part of the record.
  private func only(_ browser: MemberBrowser, _ part: String = "record") async throws -> String {
    let page = text(await browser.get("/account/\(part)"))
    let start = "href=\"/account/\(part)/"
    let ids = page.split(separator: start, omittingEmptySubsequences: false).dropFirst()
      .map { String($0.prefix { $0 != "\"" }) }.filter { !$0.contains("/") }
    return "/account/\(part)/" + (try #require(ids.first))
  }

  @Test("a record is added, seen, corrected and withdrawn, and its history says who, when and why")
  func life() async throws {
    try await with { fixture in
      let maya = try await fixture.signUp("maya@example.org")
      let added = await maya.post(
        "/account/record/add/certification",
        ["of": "aama/cma", "date-year": "2021", "date-month": "12", "by": "examination", "provenance": "Letter"])
      #expect(added.status == 303 && added["Location"] == "/account/record", "\(text(added))")
      let list = text(await maya.get("/account/record"))
      #expect(list.contains("CMA (AAMA)") && list.contains("Dec 2021") && list.contains("own word"))
      let place = try await only(maya)
      #expect(text(await maya.get(place)).contains("value=\"2021\""))
      fixture.pass(60)
      let corrected = await maya.post(
        place,
        [
          "of": "aama/cma", "date-year": "2021", "date-month": "12", "date-day": "10", "by": "examination",
          "why": "the letter <says> so", "seen": try await seen(maya, place),
        ])
      #expect(corrected.status == 303 && corrected["Location"] == place, "\(text(corrected))")
      let item = text(await maya.get(place))
      #expect(
        item.contains("Dec 10, 2021") && item.contains("the letter &lt;says&gt; so") && item.contains("Corrected"))
      #expect(item.contains("You</td>"))
      let late = await maya.post(place, ["of": "aama/cma", "why": "again", "seen": "1"])
      #expect(late.status == 422 && text(late).contains("Open it once more"))
      let none = await maya.post(
        "\(place)/withdrawal", ["seen": try await seen(maya, place), "reason": ""], from: place)
      #expect(none.status == 422 && text(none).contains("Expected why"))
      let gone = await maya.post(
        "\(place)/withdrawal", ["seen": try await seen(maya, place), "reason": "never passed"], from: place)
      #expect(gone["Location"] == "/account/record")
      #expect(!text(await maya.get("/account/record")).contains("Dec 10, 2021"))
      let after = text(await maya.get(place))
      #expect(after.contains("never passed") && after.contains("Withdrawn") && !after.contains("Save the correction"))
      let person = try await fixture.signedIn(maya)
      let history = try await fixture.database.evidence.history(of: person.person, nil)
      #expect(history.count == 3 && history.allSatisfy { $0.statement.by == person.account.text })
    }
  }

  private func seen(_ browser: MemberBrowser, _ place: String) async throws -> String {
    let page = text(await browser.get(place))
    let mark = try #require(page.range(of: "name=\"seen\" value=\""))
    return String(page[mark.upperBound...].prefix { $0 != "\"" })
  }

  @Test("what needs another look is at its field, and nothing typed is lost")
  func errors() async throws {
    try await with { fixture in
      let maya = try await fixture.signUp("maya@example.org")
      let reply = await maya.post(
        "/account/record/add/program",
        ["name": "Sample <College>", "graduated-year": "23", "total_hours": "many", "for": "x"])
      let page = text(reply)
      #expect(
        reply.status == 422 && page.contains("href=\"#graduated-year\"") && page.contains("href=\"#total_hours\""))
      #expect(page.contains("Sample &lt;College&gt;") && page.contains("value=\"many\""))
      let spanish = await maya.post("/es/account/record/add/program", ["graduated-year": "23"])
      #expect(text(spanish).contains("Se esperaba un año de cuatro cifras"))
    }
  }

  @Test("a list is said to be whole, said again, and taken back; of oneself there is one record")
  func complete() async throws {
    try await with { fixture in
      let maya = try await fixture.signUp("maya@example.org")
      func complete(_ all: String) async -> Reply {
        await maya.post("/account/record/complete/attempt", ["all": all], from: "/account/record")
      }
      #expect(await complete("yes").status == 303)
      #expect(text(await maya.get("/account/record")).contains("None, through Nov 22, 2026."))
      let person = try await fixture.signedIn(maya).person
      func evidence() async throws -> Evidence {
        Evidence(try await fixture.database.evidence.versions(of: person)) { _ in Fixtures.today }
      }
      #expect(try await evidence().completeThrough == [.attempt: Fixtures.today])
      #expect(await complete("no").status == 303)
      #expect(try await evidence().completeThrough.isEmpty)
      #expect(await maya.post("/account/record/add/person", ["age": "18-or-over"]).status == 303)
      #expect(try await evidence().completeThrough == [.person: Fixtures.today])
      #expect(!text(await maya.get("/account/record")).contains("/account/record/add/person\""))
    }
  }

  @Test("text that looks like a patient's is warned about, and kept only when marked")
  func patients() async throws {
    try await with { fixture in
      let maya = try await fixture.signUp("maya@example.org")
      let fields = ["title": "MRN 448812", "date-year": "2026", "amount": "2"]
      let asked = await maya.post("/account/record/add/activity", fields)
      #expect(
        asked.status == 422 && text(asked).contains("a record number") && text(asked).contains("name=\"keep-text\""))
      #expect(
        await maya.post("/account/record/add/activity", fields.merging(["keep-text": "1"]) { $1 }).status == 303)
      #expect(text(await maya.get("/account/record")).contains("MRN 448812"))
    }
  }

  @Test("health is kept apart: a declination counts, nothing is typed, and no other page shows it")
  func health() async throws {
    try await with { fixture in
      let maya = try await fixture.signUp("maya@example.org")
      let form = text(await maya.get("/account/health/add/health"))
      #expect(!form.contains("type=\"text\"") && !form.contains("textarea") && form.contains("signed refusal"))
      let added = await maya.post(
        "/account/health/add/health", ["type": "tdap", "outcome": "declined", "date-year": "2026", "provenance": "no"])
      #expect(added["Location"] == "/account/health", "\(text(added))")
      #expect(text(await maya.get("/account/health")).contains("Tdap vaccine"))
      for path in ["/account", "/account/record"] { #expect(!text(await maya.get(path)).contains("Tdap")) }
      let person = try await fixture.signedIn(maya).person
      #expect(try await fixture.database.evidence.versions(of: person).isEmpty)
      let kept = try await fixture.database.health.versions(of: person)
      #expect(kept.count == 1)
      guard case .evidence(let record)? = kept.first?.content else { return }
      #expect(record.provenance == nil && record["outcome"] == .word("declined"))
      let place = try await only(maya, "health")
      let typed = await maya.post(
        place, ["type": "tdap", "why": "I am ill", "seen": try await seen(maya, place)], from: place)
      #expect(typed.status == 422)
      let corrected = await maya.post(
        place, ["type": "tdap", "outcome": "done", "why": "newer", "seen": try await seen(maya, place)], from: place)
      #expect(corrected.status == 303)
      #expect(text(await maya.get(place)).contains("There is something newer"))
    }
  }

  @Test("nobody else sees a record or changes it; forms without their token do nothing")
  func others() async throws {
    try await with { fixture in
      let maya = try await fixture.signUp("maya@example.org")
      _ = await maya.post("/account/record/add/card", ["type": "bls"])
      let place = try await only(maya)
      let luis = try await fixture.signUp("luis@example.org")
      #expect(await luis.get(place).status == 404)
      for path in [place, "\(place)/withdrawal"] {
        #expect(await luis.post(path, ["why": "x", "reason": "x"], from: "/account").status == 404)
        #expect(await maya.send(path, ["why": "x", "reason": "x"]).status == 403)
      }
      #expect(await maya.send("/account/record/add/card", ["type": "cpr"]).status == 403)
      #expect(await fixture.browser().get("/account/record")["Location"] == "/sign-in")
    }
  }

  @Test("every form in both languages, with a label for each field and no word of advice", arguments: Language.allCases)
  func words(_ language: Language) async throws {
    try await with { fixture in
      let maya = try await fixture.signUp("maya@example.org")
      let prefix = language == .english ? "" : "/es"
      let paths =
        ["/account/record", "/account/health"]
        + EvidenceKind.allCases.map { "/account/\(RecordPart($0).rawValue)/add/\($0.rawValue)" }
      for path in paths {
        let page = text(await maya.get(prefix + path))
        #expect(page.contains("lang=\"\(language.rawValue)\""), "\(path)")
        for word in ["you may", "guaranteed", "allowed", "should"] {
          #expect(!page.lowercased().contains(word), "\(path): \(word)")
        }
        let ids = page.split(separator: " id=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
        #expect(Set(ids).count == ids.count, "\(path): \(ids)")
        for label in page.split(separator: "<label for=\"").dropFirst().map({ String($0.prefix { $0 != "\"" }) }) {
          #expect(ids.contains(label), "\(path): \(label)")
        }
      }
    }
  }
}
