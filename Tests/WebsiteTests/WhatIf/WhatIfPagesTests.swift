import Foundation
import HTML
import Rules
import Services
import Storage
import Testing
import Vocabulary

@testable import Website

@Suite("What-ifs of somebody with an account", .serialized)
struct WhatIfPagesTests {
  private func with(_ body: (MemberFixture) async throws -> Void) async throws {
    try await MemberFixture.with(service: LiveFixture.service, body)
  }

  /// Holds the CMA (AAMA) through May 31, 2027, in Texas.
  private func holder(_ fixture: MemberFixture, _ name: String = "ines") async throws -> MemberBrowser {
    let browser = try await fixture.signUp("\(name)@example.org")
    _ = await browser.post(
      "/account/record/add/certification",
      ["of": "aama/cma", "date-year": "2022", "date-month": "5", "date-day": "16", "by": "examination"])
    _ = await browser.post("/account/record/add/person", ["jurisdiction": "us-tx"])
    return browser
  }

  private static let questions = [
    "kind=renew-late&credential=aama/cma&day=2027-09-03", "kind=lapse&credential=aama/cma",
    "kind=fail&credential=aama/cma&day=2027-03-01", "kind=add&credential=amt/rma&day=2027-03-01",
    "kind=move&state=WA&day=2027-03-01",
  ]

  /// The words of a page with its marks taken out.
  private func words(_ html: String) -> String {
    var text = ""
    var isMark = false
    for character in html {
      switch character {
      case "<": isMark = true
      case ">": isMark = false
      default: if !isMark { text.append(character) }
      }
    }
    for (mark, letter) in [("&quot;", "\""), ("&#39;", "'"), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")] {
      text = text.replacing(mark, with: letter)
    }
    return text
  }

  @Test("five questions by links, a form for each, and links from the account and from where one stands")
  func form() async throws {
    try await with { fixture in
      let browser = try await holder(fixture)
      let page = text(await browser.get("/account/what-if"))
      for kind in WhatIfQuestion.Kind.allCases where kind != .renewLate {
        #expect(page.contains("href=\"/account/what-if?kind=\(kind.rawValue)\""))
      }
      #expect(page.contains("method=\"get\"") && page.contains("name=\"credential\"") && page.contains("name=\"day\""))
      #expect(page.contains("your record stays as it is"))
      for path in ["/account", "/account/status"] {
        #expect(text(await browser.get(path)).contains("href=\"/account/what-if\""), "\(path)")
      }
      let other = try await fixture.signUp("other@example.org")
      let empty = text(await other.get("/account/what-if?kind=lapse"))
      #expect(empty.contains("no certification yet") && !empty.contains("name=\"credential\""))
    }
  }

  @Test("page and command say the same, in both languages; the record is as it was")
  func same() async throws {
    try await with { fixture in
      let browser = try await holder(fixture)
      let person = try await fixture.signedIn(browser).person
      let before = try await fixture.database.evidence.versions(of: person)
      let evidence = Evidence(before) { $0.utcDay }
      let base = LiveFixture.service.base
      let history = try await fixture.database.evidence.history(of: person, nil).count
      for question in Self.questions {
        var query: [String: String] = [:]
        for part in question.split(separator: "&") {
          let sides = part.split(separator: "=").map(String.init)
          query[sides[0]] = sides[1]
        }
        let read = WhatIfEntry(query: query).question(base, evidence, asOf: Fixtures.today)
        let answer = try WhatIfService(base).answer(try #require(read.question), evidence, asOf: Fixtures.today)
        for language in Language.allCases {
          let reply = await browser.get((language == .spanish ? "/es" : "") + "/account/what-if?" + question)
          #expect(reply.status == 200 && reply["Cache-Control"] == "no-store")
          let page = words(text(reply))
          let told = WhatIfTelling(base, language, asOf: Fixtures.today).told(answer)
          let command = WhatIfText(base, language, asOf: Fixtures.today).render(answer)
          var lines = [told.question, told.headline] + told.text + told.notes
          lines += told.rows.flatMap { [$0.subject, $0.days, $0.before, $0.after] }
          for section in told.sections {
            lines.append(section.title)
            lines += section.lines.flatMap { [$0.text] + $0.fine + $0.parts.map(\.text) }
          }
          for line in lines where !line.isEmpty {
            #expect(page.contains(line), "\(question): \(line)")
            #expect(command.contains(line), "\(question): \(line)")
          }
          for word in ["you may", "guaranteed", "allowed", "should"] { #expect(!page.lowercased().contains(word)) }
        }
      }
      #expect(try await fixture.database.evidence.versions(of: person) == before)
      #expect(try await fixture.database.evidence.history(of: person, nil).count == history)
    }
  }

  @Test("the most important difference first: too late, what is left, with fees and sources")
  func late() async throws {
    try await with { fixture in
      let browser = try await holder(fixture)
      let page = text(await browser.get("/account/what-if?" + Self.questions[0]))
      let headline = try #require(page.range(of: "Too late to renew: closed since Sep 1, 2027"))
      let fee = try #require(page.range(of: "$50"))
      #expect(headline.lowerBound < fee.lowerBound && page.contains("$125 to $250"))
      #expect(page.contains("What is left: Get an expired CMA (AAMA) back by exam."))
      #expect(page.contains("Open the page"))
    }
  }

  @Test("what cannot be read is told in a summary and beside its field, and nothing else is said")
  func errors() async throws {
    try await with { fixture in
      let browser = try await holder(fixture)
      let wrong: [(String, [String])] = [
        ("kind=fly", ["kinds"]), ("kind=lapse&credential=none/such", ["credential"]),
        ("kind=add&credential=aama/cma&day=2027-02-30", ["credential", "day"]),
        ("kind=move&state=ZZ&day=2027-03-01", ["state"]), ("kind=fail&credential=aama/cma&day=1999-01-01", ["day"]),
        ("kind=move&state=%3Cb%3E&day=%22%3E", ["state", "day"]),
      ]
      for (query, fields) in wrong {
        for prefix in ["", "/es"] {
          let reply = await browser.get("\(prefix)/account/what-if?\(query)")
          let page = text(reply)
          #expect(reply.status == 422, "\(query)")
          for field in fields { #expect(page.contains("href=\"#\(field)\"") && page.contains("id=\"\(field)\"")) }
          #expect(!page.contains("id=\"answer\"") && !page.contains("<b>"))
        }
      }
      #expect(await browser.post("/account/what-if", ["kind": "lapse"]).status == 405)
    }
  }

  @Test("what is known of health is not in it")
  func health() async throws {
    try await with { fixture in
      let browser = try await holder(fixture)
      _ = await browser.post(
        "/account/health/add/health",
        ["type": "tb-test", "outcome": "done", "expires-year": "2027", "expires-month": "10", "expires-day": "1"])
      for question in Self.questions {
        let page = text(await browser.get("/account/what-if?" + question))
        for word in ["tb-test", "Tuberculosis", "TB test", "health part"] { #expect(!page.contains(word)) }
      }
    }
  }
}
