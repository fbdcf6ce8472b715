import Planning
import Testing
import Vocabulary

@testable import Website

@Suite("Drawings of plans")
struct LiveDrawingTests {
  private func drawing(_ body: String, _ designation: String, _ language: Language = .english) async throws
    -> RoadmapDrawing?
  {
    let visit = LiveFixture.visit(LiveFixture.student, language)
    return try #require(
      try await LiveFixture.service.roadmap(LiveFixture.credential(body, designation), visit)
    ).drawing
  }

  @Test("the arrows lead from the practicum over the exam to the certificate", arguments: Language.allCases)
  func path(language: Language) async throws {
    let drawing = try #require(try await drawing("aama", "cma", language))
    #expect(drawing.links.map(\.from) == [2, 3] && drawing.links.map(\.to) == [3, 4])
    #expect(drawing.links.first?.done == CivilDate("2027-05-28"))
    let text = try #require(drawing.linkText)
    for name in [LiveRoadmap.name(.clinicalHours), LiveRoadmap.name(.exam), LiveRoadmap.name(.stayCertified)] {
      #expect(text.contains(name[language]))
    }
  }

  @Test("an arrow never leads back in time or up", arguments: LiveReasonTests.credentials)
  func forward(body: String, designation: String) async throws {
    guard let drawing = try await drawing(body, designation) else { return }
    for link in drawing.links { #expect(link.from < link.to && link.done <= link.begins) }
    #expect(drawing.links.isEmpty == (drawing.linkText == nil))
  }
}
