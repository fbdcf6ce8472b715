import Knowledge
import Rules
import Testing
import Vocabulary

@Suite("One evaluator, asked again and again")
struct ReuseTests {
  private let book = RealPacks.base.book

  @Test("what was worked out for one rule changes no answer of the next")
  func sharing() {
    let shared = Evaluator(book: book)
    let alone = Evaluator(book: book)
    let asked = DayInterval(RandomPeople.asOf)
    for (number, (_, credential)) in RealPacks.rules.enumerated() {
      var people = RandomPeople(credential: credential, seed: 9_000 &+ UInt64(number))
      for _ in 0..<effort {
        let person = people.random.chance(50) ? people.exact() : people.forgetful(people.exact())
        for (rule, _) in RealPacks.rules {
          var questions = [Question(asOf: RandomPeople.asOf)]
          questions += rule.acts.suffix(1).map {
            Question(asOf: RandomPeople.asOf, act: $0, pins: [$0: people.random.day(19_000...21_000)])
          }
          for question in questions {
            // Somebody else and another day in between: nothing is left to share.
            alone.begin(Evidence(), Question(asOf: .distantPast))
            alone.begin(person, question)
            shared.begin(person, question)
            #expect(
              shared.timeline(of: rule.root, asked: asked) == alone.timeline(of: rule.root, asked: asked),
              "\(rule.id) for \(credential)")
          }
        }
      }
    }
  }

  @Test("a fact more is noticed, also in a copy of the same evidence")
  func changes() {
    let shared = Evaluator(book: book)
    let alone = Evaluator(book: book)
    for (number, (rule, credential)) in RealPacks.rules.enumerated() {
      var people = RandomPeople(credential: credential, seed: 10_000 &+ UInt64(number))
      var person = people.exact()
      let question = Question(asOf: RandomPeople.asOf)
      shared.begin(person, question)
      _ = shared.timeline(of: rule.root)
      for record in person.records {
        person.remove(id: record.id)
        shared.begin(person, question)
        alone.begin(Evidence(), Question(asOf: .distantPast))
        alone.begin(person, question)
        #expect(shared.timeline(of: rule.root) == alone.timeline(of: rule.root), "\(rule.id) without \(record.id)")
      }
    }
  }
}
