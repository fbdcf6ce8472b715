import Rules
import Testing
import Vocabulary

@Suite struct FlipSearchTests {
  static let people = 150

  /// For each book and person: the search's answer beside the plain one.
  @Test(arguments: SmallBook.all.indices)
  func findsWhatEverySubsetFinds(_ index: Int) throws {
    let book = SmallBook.all[index]
    var random = SeededGenerator(seed: 2026 + UInt64(index))
    let evaluator = Evaluator(book: book.book)
    var found = 0
    for number in 0..<FlipSearchTests.people {
      let evidence = book.person(&random)
      let question = Question(asOf: SmallBook.today)
      let answer = try FlipSearch(evaluator).flips(of: book.rule, evidence, question, on: SmallBook.today)
      let brute = BruteForce(
        evaluator: evaluator, rule: book.rule, evidence: evidence, question: question, day: SmallBook.today)
      let small = Set(answer.flips.filter { $0.additions.count <= 3 }.map { Set($0.additions) })
      let expected = brute.flips(book.universe(evidence), size: 3)
      #expect(
        small == expected,
        "person \(number): missing \(expected.subtracting(small)), too many \(small.subtracting(expected))")
      for flip in answer.flips {
        #expect(brute.isMet(flip.additions) && brute.earliest(flip.additions) == flip.day)
        #expect(brute.isMinimal(flip.additions), "person \(number): \(flip.additions)")
        #expect(flip.finding.verdict == .met && (1...4).contains(flip.additions.count))
        alters(evidence, evidence.applying(flip.additions, asOf: SmallBook.today))
      }
      found += answer.flips.count
    }
    #expect(found > FlipSearchTests.people / 2)
  }

  /// Every stated value is still there; only counts that grow have grown.
  private func alters(_ before: Evidence, _ after: Evidence) {
    for record in before.records {
      guard let now = after.records.first(where: { $0.id == record.id }) else {
        Issue.record("\(record.id) is gone")
        continue
      }
      for (field, (old, new)) in zip(record.kind.fields, zip(record.values, now.values)) where old != new {
        switch (old, new) {
        case (.unknown, _): continue
        case (.never, .day(let days, _)): #expect(days.first > SmallBook.today)
        case (.amount(let a, _), .amount(let b, _)) where field.name == "injections": #expect(a < b)
        default: Issue.record("\(field.path) of \(record.id) was altered")
        }
      }
    }
  }
}
