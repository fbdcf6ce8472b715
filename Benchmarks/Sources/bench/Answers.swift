import Knowledge
import Population
import Rules
import Vocabulary

/// One number for all answers of all rules to everybody: an optimization must not change it.
struct Answers {
  let base: KnowledgeBase
  let asOf: CivilDate

  func digest(people count: Int) -> String {
    let evaluator = Evaluator(book: base.book)
    let people = Population(count, asOf: asOf).people
    var all: UInt64 = 0
    for rule in base.book.rules {
      var hash: UInt64 = 0xcbf2_9ce4_8422_2325
      func mix(_ text: String) {
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
      }
      func mix(_ line: Timeline<Finding>) {
        for point in line.points { mix("\(point.day.days) \(point.value.verdict) \(point.value.strength);") }
      }
      for (i, person) in people.enumerated() {
        evaluator.begin(person.evidence, Question(asOf: asOf), recording: i % 2 == 0)
        mix(evaluator.timeline(of: rule.root, asked: i % 3 == 0 ? .always : DayInterval(asOf)))
        if i % 2 == 0 {
          for node in evaluator.explain(rule.root, on: asOf).flattened {
            mix("\(node.path) \(node.finding.verdict) \(node.finding.strength) \(node.span) \(node.isStale)")
            mix("\(node.facts.map(\.record)) \(node.sums.map(\.low)) \(node.gaps.map(\.path))")
          }
        }
      }
      print(rule.id, String(hash, radix: 16))
      all = (all &* 31) ^ hash
    }
    return String(all, radix: 16)
  }
}
