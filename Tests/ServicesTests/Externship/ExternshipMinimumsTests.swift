import Knowledge
import Rules
import Services
import Testing
import Vocabulary

@Suite("The least that is asked of an externship")
struct ExternshipMinimumsTests {
  private let minimums = ExternshipMinimums(Samples.base, on: Samples.inquiry.asOf)

  @Test("every number stands in a pack, as a requirement or a value, and has a source")
  func fromPacks() throws {
    let asked =
      minimums.bodies + minimums.accreditors + Samples.base.jurisdictions.compactMap { minimums.state($0.id) }
    let found = asked.flatMap(\.minimums)
    #expect(!found.isEmpty)
    var known: Set<Quantity> = []
    for requirement in Samples.base.book.requirements {
      if case .leaf(.atLeast(_, let least)) = requirement.word { known.insert(least) }
    }
    for value in Samples.base.values {
      for reading in value.readings.joined() {
        if case .amount(let least, unit: _) = reading.content { known.insert(least) }
      }
    }
    for minimum in found { #expect(known.contains(minimum.least) && !minimum.citations.isEmpty, "\(minimum)") }
  }

  @Test("bodies and states whose packs name no number are not known")
  func notKnown() throws {
    let bodies = minimums.bodies
    #expect(bodies.contains { $0.minimums.isEmpty } && bodies.contains { !$0.minimums.isEmpty })
    #expect(
      bodies.count == Samples.base.credentials.filter { Samples.base.book.rule($0.id + "/eligibility") != nil }.count)
    let states = Samples.base.jurisdictions.compactMap { minimums.state($0.id) }
    #expect(states.count == Samples.base.jurisdictions.count && states.contains { $0.minimums.isEmpty })
    #expect(minimums.state("us-xx") == nil)
    let washington = try #require(minimums.state("us-wa"))
    #expect(washington.minimums.contains { $0.measure == .hours })
  }

  @Test("a number that others report is not shown as stated")
  func grades() throws {
    let amt = try #require(minimums.bodies.first { $0.name.en == "RMA (AMT)" })
    #expect(!amt.minimums.isEmpty && amt.minimums.allSatisfy { $0.grade != .stated })
  }
}
