import Foundation
import Rules
import Services
import Storage
import Vocabulary

@testable import Website

/// Somebody with certifications at the page of courses.
enum CoursesFixture {
  static let path = "/account/education/courses"
  static let head = "id,title,provider,date,hours,price,units,category,approved by\n"

  /// Someone certified two years ago, who has earned 5 points since.
  static func evidence(_ credentials: [String] = ["aama/cma", "amt/rma"], points: [Int] = [2, 3]) -> Evidence {
    let day = Fixtures.today
    let held = credentials.map { id in
      EvidenceRecord(
        id: "certification-\(id)", kind: .certification,
        values: [
          "of": .word(id), "date": .day(DayInterval(day.adding(months: -24)), expected: false),
          "by": .word("examination"),
        ])
    }
    let categories = ["administrative", "clinical", "general"]
    let earned = points.enumerated().map { number, amount in
      EvidenceRecord(
        id: "activity-\(number)", kind: .activity,
        values: [
          "date": .day(DayInterval(day.adding(months: -3)), expected: false),
          "amount": .amount(low: Quantity(amount), high: Quantity(amount)), "category": .word(categories[number % 3]),
          "approved_by": .word("aama"),
        ])
    }
    return Evidence(records: held + earned, completeThrough: [.certification: day, .activity: day])
  }

  static func holder(_ fixture: MemberFixture, _ evidence: Evidence) async throws -> MemberBrowser {
    let browser = try await fixture.signUp("ines@example.org")
    let signedIn = try await fixture.signedIn(browser)
    try await fixture.database.evidence.apply(
      RecordChange.adding(evidence, health: false), to: signedIn.person, by: signedIn.account.text, at: fixture.now)
    return browser
  }

  /// Sends the form with a file, as it stands on its page.
  static func send(
    _ browser: MemberBrowser, _ site: Site, _ catalog: String, named name: String = "mine.csv",
    _ fields: [String: String] = ["catalog": "own", "least": "cost"]
  ) async -> Reply {
    await send(browser, site, Array(catalog.utf8), named: name, fields)
  }

  static func send(
    _ browser: MemberBrowser, _ site: Site, _ catalog: [UInt8], named name: String = "mine.csv",
    _ fields: [String: String] = ["catalog": "own", "least": "cost"]
  ) async -> Reply {
    let page = text(await browser.get(path))
    var body: [UInt8] = []
    func part(_ head: String, _ bytes: [UInt8]) {
      body += Array("--b\r\nContent-Disposition: form-data; \(head)\r\n\r\n".utf8) + bytes + [13, 10]
    }
    part("name=\"form\"", Array((value(of: "form", in: page) ?? "").utf8))
    for (field, text) in fields.sorted(by: { $0.key < $1.key }) { part("name=\"\(field)\"", Array(text.utf8)) }
    part("name=\"file\"; filename=\"\(name)\"", catalog)
    var inquiry = browser.inquiry(path, method: "POST")
    inquiry.headers["content-type"] = "multipart/form-data; boundary=b"
    inquiry.body = body + Array("--b--\r\n".utf8)
    return await site.reply(to: inquiry)
  }

  /// What a page carries along under a name.
  static func value(of name: String, in page: String) -> String? {
    page.range(of: "name=\"\(name)\" value=\"").map { String(page[$0.upperBound...].prefix { $0 != "\"" }) }
  }

  /// The titles of the list, in its order.
  static func titles(_ page: String) -> [String] {
    page.split(separator: "<li class=\"stack tight\"><h3>").dropFirst().map { String($0.prefix { $0 != "<" }) }
  }
}
