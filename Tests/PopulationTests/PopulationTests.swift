import Population
import Rules
import Testing
import Vocabulary

@Suite("Made-up people")
struct PopulationTests {
  private let asOf = CivilDate("2026-11-22") ?? .distantPast

  @Test("have 12 to 60 facts each")
  func facts() {
    for person in Population(500, asOf: asOf).people { #expect((12...60).contains(person.facts)) }
  }

  @Test("are the same for a seed, others for another")
  func seeded() {
    let first = Population(50, seed: 7, asOf: asOf).people.map(\.evidence)
    #expect(first == Population(50, seed: 7, asOf: asOf).people.map(\.evidence))
    #expect(first != Population(50, seed: 8, asOf: asOf).people.map(\.evidence))
  }

  @Test("come from every walk of life")
  func walks() {
    let walks = Set(Population(200, asOf: asOf).people.map(\.walk))
    #expect(walks == Set(Population.Walk.allCases))
  }
}
