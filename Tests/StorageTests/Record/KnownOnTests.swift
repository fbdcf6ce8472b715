import Knowledge
import Population
import Rules
import Services
import Testing
import Vocabulary

@testable import Storage

@Suite("What was answered on a day is answered again with known-on that day: real packs, every engine")
struct KnownOnTests {
  private static let firstDay = CivilDate(days: 20_600)
  private static let length = 8

  /// What happens to a person's record on one day, and when.
  private func happen(
    _ records: [EvidenceRecord], _ complete: [EvidenceKind: CivilDate], on day: CivilDate, to person: PersonID,
    in sealed: SealedDatabase, _ dice: inout SeededGenerator
  ) async throws {
    let noon = Instant(microseconds: Int64(day.days) * 86_400_000_000 + 43_200_000_000)
    try await sealed.evidence.apply(
      RecordChange.adding(Evidence(records: records, completeThrough: complete), health: false), to: person, by: "test",
      at: noon)
    var changes: [RecordChange] = []
    for version in try await sealed.evidence.versions(of: person) where dice.chance(15) {
      guard case .evidence(var record) = version.content else { continue }
      if dice.chance(30) {
        changes.append(.withdraw(version.record, sequence: version.sequence, why: "not hers"))
      } else {
        for slot in record.values.indices where dice.chance(20) { record.values[slot] = .unknown }
        record.grade = .document
        changes.append(.correct(version.record, sequence: version.sequence, to: .evidence(record), why: "read again"))
      }
    }
    try await sealed.evidence.apply(changes, to: person, by: "test", at: noon + .seconds(60))
  }

  private func day(_ time: Instant) -> CivilDate {
    CivilDate(days: Int32(time.microseconds / 86_400_000_000))
  }

  @Test("every day of a week, for made-up people", arguments: TestDatabase.tested)
  func sameAnswers(_ database: TestDatabase) async throws {
    let folder = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
    let book = try KnowledgeLoader.folder("/" + folder + "/knowledge").book
    let roots = book.rules.filter { !$0.id.hasPrefix("us-") && $0.id.hasSuffix("eligibility") }.map(\.root)
    #expect(roots.count > 3)
    let last = Self.firstDay.adding(days: Self.length)
    var dice = SeededGenerator(seed: 11)
    try await database.withSealed { sealed in
      for (number, made) in Population(6, seed: 5, asOf: last).people.enumerated() {
        let person = PersonID.sample(UInt8(number))
        var rest = made.evidence.records.shuffled(using: &dice)
        var answered: [CivilDate: [Timeline<Finding>]] = [:]
        for step in 0..<Self.length {
          let today = Self.firstDay.adding(days: step)
          let share = rest.suffix(rest.count / (Self.length - step))
          rest.removeLast(share.count)
          let complete = made.evidence.completeThrough.filter { _ in dice.chance(40) }.mapValues { min($0, today) }
          try await happen(Array(share), complete, on: today, to: person, in: sealed, &dice)
          let known = Evidence(try await sealed.evidence.versions(of: person), day: day)
          answered[today] = answers(known, Question(asOf: today), book, roots)
        }
        #expect(Set(answered.values.map { $0.map(\.points.count) }).count > 1, "what was learned changes answers")
        for (then, expected) in answered {
          let end = Instant(microseconds: Int64(then.next.days) * 86_400_000_000 - 1)
          let known = Evidence(try await sealed.evidence.versions(of: person, known: end), day: day)
          #expect(answers(known, Question(asOf: then), book, roots) == expected)
          #expect(answers(known, Question(asOf: then, knownOn: then), book, roots) == expected)
        }
      }
    }
  }

  private func answers(
    _ evidence: Evidence, _ question: Question, _ book: RuleBook, _ roots: [Requirement.ID]
  ) -> [Timeline<Finding>] {
    let evaluator = Evaluator(book: book)
    evaluator.begin(evidence, question)
    return roots.map { evaluator.timeline(of: $0) }
  }
}
