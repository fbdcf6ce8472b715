import Rules
import Services
import Storage
import Testing
import Vocabulary

@testable import Website

@Suite("Continuing education of somebody with an account", .serialized)
struct EducationPagesTests {
  /// Somebody who holds the CMA (AAMA) and has earned 12 clinical points.
  private func holder(_ fixture: MemberFixture) async throws -> MemberBrowser {
    let browser = try await fixture.signUp("ines@example.org")
    let day = Fixtures.today
    let evidence = Evidence(
      records: [
        EvidenceRecord(
          id: "certification-1", kind: .certification,
          values: [
            "of": .word("aama/cma"), "date": .day(DayInterval(day.adding(months: -24)), expected: false),
            "by": .word("examination"),
          ]),
        EvidenceRecord(
          id: "activity-1", kind: .activity,
          values: [
            "date": .day(DayInterval(day.adding(months: -3)), expected: false),
            "amount": .amount(low: Quantity(12), high: Quantity(12)), "category": .word("clinical"),
            "approved_by": .word("aama"),
          ]),
      ], completeThrough: [.certification: day, .activity: day])
    let signedIn = try await fixture.signedIn(browser)
    try await fixture.database.evidence.apply(
      RecordChange.adding(evidence, health: false), to: signedIn.person, by: signedIn.account.text, at: fixture.now)
    return browser
  }

  private func with(_ body: (MemberFixture) async throws -> Void) async throws {
    try await MemberFixture.with(service: LiveFixture.service, body)
  }

  private func asked(_ day: CivilDate, _ more: [String: String] = [:]) -> [String: String] {
    let parts = day.components
    return [
      "year": "\(parts.year)", "month": "\(parts.month)", "day": "\(parts.day)", "units": "2.5", "category": "general",
      "approved": "aama",
    ].merging(more) { $1 }
  }

  @Test("the page shows what is asked for and earned, in both languages, and nothing of others")
  func ledger() async throws {
    try await with { fixture in
      let browser = try await holder(fixture)
      let page = text(await browser.get("/account/education"))
      #expect(page.contains("CMA (AAMA)") && page.contains("12 of 60") && page.contains("not met by 48 points"))
      #expect(page.contains("<meter") && page.contains("approved by AAMA"))
      let spanish = text(await browser.get("/es/account/education"))
      #expect(spanish.contains("Su educación continua") && spanish.contains("12 de 60"))
      #expect(text(await browser.get("/account")).contains("href=\"/account/education\""))
      let other = try await fixture.signUp("other@example.org")
      let empty = text(await other.get("/account/education"))
      #expect(empty.contains("no certification yet") && !empty.contains("12 of 60"))
    }
  }

  @Test("a course counts, counts in part, or does not, each with the reason; nothing of the question is kept")
  func course() async throws {
    try await with { fixture in
      let browser = try await holder(fixture)
      let today = Fixtures.today
      let counts = await browser.post("/account/education", asked(today.adding(months: 2)))
      #expect(counts.status == 200 && text(counts).contains("counts, 2.5 points, general, approved by AAMA"))
      let open = text(
        await browser.post("/account/education", asked(today.adding(months: 2), ["category": "", "approved": ""])))
      #expect(open.contains("counts in the total only, 2.5 points") && open.contains("does not say who approved it"))
      let late = text(await browser.post("/account/education", asked(today.adding(months: 60))))
      #expect(late.contains("does not count") && late.contains("outside of the days that count"))
      #expect(text(await browser.get("/account/education")).contains("12 of 60"))
    }
  }

  @Test("a course that two bodies approved counts for both; one that nobody and somebody approved is asked about again")
  func severalBodies() async throws {
    try await with { fixture in
      let browser = try await CoursesFixture.holder(fixture, CoursesFixture.evidence(["aama/cma", "amt/rma"]))
      let page = text(await browser.get("/account/education"))
      #expect(page.contains("value=\"aama\"") && page.contains("value=\"amt\"") && !page.contains("value=\"ncct\""))
      let token = CoursesFixture.value(of: "form", in: page) ?? ""
      func ask(_ approved: [String]) async -> Reply {
        let fields = asked(Fixtures.today.adding(months: 2)).filter { $0.key != "approved" }.map {
          "\($0.key)=\($0.value)"
        }
        let body = (fields + approved.map { "approved=\($0)" } + ["form=\(token)"]).joined(separator: "&")
        return await fixture.site.reply(to: browser.inquiry("/account/education", method: "POST", body: body))
      }
      let both = text(await ask(["aama", "amt"]))
      #expect(both.contains("CMA (AAMA): counts, 2.5 points, general, approved by AAMA"))
      #expect(both.contains("RMA (AMT): counts, 2.5 points"))
      #expect(text(await ask(["other"])).contains("AAMA has not approved it"))
      let unsure = await ask(["aama", "none"])
      #expect(unsure.status == 422 && text(unsure).contains("id=\"approved-error\""))
    }
  }

  @Test("activities without a category are said to be open, and a certification that is over says why nothing counts")
  func openAndOver() async throws {
    try await with { fixture in
      let day = Fixtures.today
      let earned = CoursesFixture.evidence(["aama/cma"], points: [4])
      let more = [
        EvidenceRecord(
          id: "activity-open", kind: .activity,
          values: [
            "date": .day(DayInterval(day.adding(months: -2)), expected: false),
            "amount": .amount(low: Quantity(5), high: Quantity(5)), "approved_by": .word("aama"),
          ]),
        EvidenceRecord(
          id: "certification-over", kind: .certification,
          values: [
            "of": .word("nha/ccma"), "date": .day(DayInterval(day.adding(months: -40)), expected: false),
            "expires": .day(DayInterval(day.adding(months: -16)), expected: false), "by": .word("examination"),
          ]),
      ]
      let evidence = Evidence(records: earned.records + more, completeThrough: earned.completeThrough)
      let browser = try await CoursesFixture.holder(fixture, evidence)
      let page = text(await browser.get("/account/education"))
      #expect(page.contains("1 without a category on record; put as well as can be"))
      let told = text(await browser.post("/account/education", asked(day.adding(months: 2))))
      #expect(told.contains("CCMA (NHA): does not count") && told.contains("the certification is not current"))
    }
  }

  @Test("60 points with 28 approved by AAMA: not met by 2 approved points, and the list of courses adds them")
  func approvedShare() async throws {
    try await with { fixture in
      let day = Fixtures.today
      let earned = CoursesFixture.evidence(["aama/cma"], points: [10, 10, 8])
      let others = (0..<8).map { number in
        EvidenceRecord(
          id: "other-\(number)", kind: .activity,
          values: [
            "date": .day(DayInterval(day.adding(months: -2)), expected: false),
            "amount": .amount(low: Quantity(4), high: Quantity(4)), "category": .word("general"),
            "approved_by": .word("other"),
          ])
      }
      let evidence = Evidence(records: earned.records + others, completeThrough: earned.completeThrough)
      let browser = try await CoursesFixture.holder(fixture, evidence)
      let page = text(await browser.get("/account/education"))
      #expect(page.contains("not met by 2 points (approved by AAMA)") && page.contains("28 of 30"))
      let spanish = text(await browser.get("/es/account/education"))
      #expect(spanish.contains("faltan 2 puntos (con aprobación de AAMA)"))
      let answer = text(await browser.post(CoursesFixture.path, ["catalog": "sample", "least": "cost"]))
      #expect(answer.contains("28 earned + "))
      #expect(!CoursesFixture.titles(answer).isEmpty && !answer.contains("but AAMA has not approved it"))
    }
  }

  @Test("a day that is none and an amount that is none are told beside their fields")
  func errors() async throws {
    try await with { fixture in
      let browser = try await holder(fixture)
      let wrong = await browser.post("/account/education", asked(Fixtures.today, ["month": "13", "units": "-1"]))
      #expect(wrong.status == 422)
      #expect(text(wrong).contains("id=\"month-error\"") && text(wrong).contains("id=\"units-error\""))
      #expect(text(wrong).contains("12 of 60"))
      #expect(await browser.send("/account/education", asked(Fixtures.today)).status == 403)
    }
  }
}
