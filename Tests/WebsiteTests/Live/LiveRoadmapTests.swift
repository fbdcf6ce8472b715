import Testing
import Vocabulary

@testable import Website

@Suite("Roadmaps without a date")
struct LiveRoadmapTests {
  static let program = "Tell us when your program ends, or ended"
  private let settled = [
    ("exam-history", "never"), ("work-as-medical-assistant", "none"), ("diploma-status", "diploma"),
  ]

  private func page(_ answers: [(String, String)], _ credential: (String, String)) async throws -> RoadmapPage.Value {
    try #require(
      try await LiveFixture.service.roadmap(
        LiveFixture.credential(credential.0, credential.1), LiveFixture.visit(answers)))
  }

  @Test("whoever names no program is led to the question about one", arguments: LiveReasonTests.credentials)
  func none(body: String, designation: String) async throws {
    for status in ["never", "unknown"] {
      let page = try await page([("program-status", status)] + settled, (body, designation))
      #expect(page.drawing == nil)
      #expect(page.next?.title == Self.program)
      #expect(page.next?.action?.target == .page(.question("program-status")))
      #expect(page.steps[3].facts.first?.link?.target == .page(.question("program-status")))
    }
  }

  @Test("a program without its last day leads to that question, and the day gives a date")
  func day() async throws {
    let answers = [("program-status", "in-one-now")] + settled
    for credential in [("aama", "cma"), ("amt", "rma"), ("nha", "ccma")] {
      let open = try await page(answers + [("program-graduated", "unknown")], credential)
      #expect(open.next?.title == Self.program)
      #expect(open.next?.action?.target == .page(.question("program-graduated")))
      let dated = try await page(answers + [("program-graduated", "2027-09-03")], credential)
      #expect(dated.drawing != nil && dated.next?.title != Self.program)
    }
  }

  @Test("before any answer the next question is named, and no way is called closed")
  func nothing() async throws {
    let page = try await page([], ("aama", "cma"))
    #expect(page.next?.action?.target == .page(.question("program-status")))
    #expect(page.summary.hasPrefix("Some answers are still missing"))
  }
}
