import Knowledge
import Rules
import Services
import Testing
import Vocabulary

@Suite("Explanations to read")
struct ReadableTests {
  private func explanations(_ person: Samples.Person) throws -> [Explanation] {
    let evidence = try person.file().evidence
    return try Samples.base.credentials.compactMap {
      try Assessor(Samples.base).assess($0, evidence, Samples.inquiry)?.determination.explanation
    }
  }

  @Test("no fact is lost, and none is told twice of one record", arguments: Samples.people)
  func factsOnce(person: Samples.Person) throws {
    for explanation in try explanations(person) {
      let readable = explanation.readable
      #expect(Set(readable.flattened.flatMap(\.facts)) == Set(explanation.simplified.flattened.flatMap(\.facts)))
      for node in readable.flattened {
        guard case .record = node.role else { continue }
        let facts = node.flattened.flatMap(\.facts)
        #expect(Set(facts).count == facts.count, "\(node.path)")
      }
    }
  }

  @Test("a fact stands above or at each part that reads it", arguments: Samples.people)
  func reach(person: Samples.Person) throws {
    func check(_ read: Explanation, _ told: Explanation, _ above: Set<Explanation.Fact>) {
      let known = above.union(told.facts)
      #expect(Set(read.facts).isSubset(of: known), "\(read.path)")
      for (a, b) in zip(read.children, told.children) { check(a, b, known) }
    }
    for explanation in try explanations(person) { check(explanation.simplified, explanation.readable, []) }
  }

  @Test("a part that reads as one before it points there, and then stands once", arguments: Samples.people)
  func partsOnce(person: Samples.Person) throws {
    let same = "The same facts and sources as above."
    for explanation in try explanations(person) {
      let lines = ExplanationText(.english, asOf: Samples.asOf).render(explanation).split(separator: "\n")
      for (i, line) in lines.enumerated() where line.hasSuffix(same) {
        let head = lines[i - 1].drop { $0 == " " }
        #expect(lines[..<(i - 1)].contains { $0.hasSuffix(head) }, "\(head)")
      }
    }
  }
}
