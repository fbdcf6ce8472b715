import HTML
import Testing
import Vocabulary

@testable import Website

@Suite("Pages of reasons from the rules")
struct LiveReasonTests {
  static let credentials = [("aama", "cma"), ("amt", "rma"), ("nha", "ccma"), ("ncct", "ncma")]

  private func page(_ body: String, _ designation: String) async throws -> ReasonPage.Value {
    try #require(
      try await LiveFixture.service.reason(
        LiveFixture.credential(body, designation), rule: "eligibility", on: nil, LiveFixture.visit(LiveFixture.student))
    )
  }

  private func all(_ node: ReasonNode) -> [ReasonNode] { [node] + (node.parts + node.rest).flatMap(all) }

  @Test("what does not decide is folded, and nothing in it stands open", arguments: credentials)
  func folded(body: String, designation: String) async throws {
    let tree = try await page(body, designation).tree
    #expect(tree.isOpen)
    for node in all(tree) {
      #expect(node.rest.count != 1, "one line is no shorter than one line")
      #expect(node.rest.flatMap(all).allSatisfy { !$0.isOpen })
      if !node.isOpen { #expect(node.parts.allSatisfy { !$0.isOpen }) }
    }
    let html = tree.tree(.english).text
    #expect(html.contains("more parts that do not decide") == all(tree).contains { !$0.rest.isEmpty })
  }

  @Test("at most twenty parts are in sight before anything is unfolded", arguments: credentials)
  func short(body: String, designation: String) async throws {
    func shown(_ node: ReasonNode) -> Int {
      1 + (node.isOpen ? node.parts.map(shown).reduce(0, +) + (node.rest.isEmpty ? 0 : 1) : 0)
    }
    #expect(shown(try await page(body, designation).tree) <= 20)
  }

  @Test("words of ours stand once for all their sources", arguments: credentials)
  func words(body: String, designation: String) async throws {
    for leaf in all(try await page(body, designation).tree).compactMap(\.leaf) {
      let told = leaf.sources.compactMap { if case .paraphrased(let text) = $0.words { text } else { nil } }
      #expect(Set(told).count == told.count)
    }
  }
}
