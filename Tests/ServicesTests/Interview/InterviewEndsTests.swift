import Foundation
import Rules
import Services
import Testing
import Vocabulary

@Suite("The interview ends with the verdicts of the full evidence")
struct InterviewEndsTests {
  /// A thousand take some minutes: `FOBWATCH_EFFORT=17 swift test --filter InterviewEndsTests`.
  static let people = 60 * (ProcessInfo.processInfo.environment["FOBWATCH_EFFORT"].flatMap(Int.init) ?? 1)

  @Test("for made-up people, after a median of at most ten questions")
  func randomPeople() {
    let people = InterviewEndsTests.people
    var counts: [Int] = []
    var wrong: [String] = []
    for seed in 1...people {
      let person = RandomPerson(seed: UInt64(seed) &* 7919)
      let told = Fixture.run { person[$0] }
      let short = Fixture.interview.evidence(from: told, asOf: Fixture.asOf)
      let full = Fixture.interview.evidence(from: person.answers, asOf: Fixture.asOf)
      let days = Interview.days(short.evidence, asOf: Fixture.asOf)
      let a = Fixture.verdicts(short.evidence, on: days)
      let b = Fixture.verdicts(full.evidence, on: days)
      counts.append(told.count)
      if a != b {
        wrong.append(
          "seed \(seed): \(a.map(\.name)) instead of \(b.map(\.name)), told \(told.map { $0.question + "=" + $0.answer }), full \(person.answers.map { $0.question + "=" + $0.answer })"
        )
      }
      #expect(short.faults.isEmpty)
      #expect(full.faults.isEmpty)
    }
    counts.sort()
    print(
      "questions: median \(counts[people / 2]), 9 of 10 at most \(counts[people * 9 / 10]), worst \(counts[people - 1])"
    )
    #expect(wrong.isEmpty, "\(wrong.count): \(wrong.prefix(3).joined(separator: "\n"))")
    #expect(counts[people / 2] <= 10)
  }
}
