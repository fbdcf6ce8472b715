import Knowledge
import Rules
import Testing
import Vocabulary

@Suite("The real packs against the meaning of every word, day by day")
struct DayByDayTests {
  private let question = Question(asOf: RandomPeople.asOf)

  /// Days around the changes of a timeline, and some others.
  private func sample(_ timeline: Timeline<Finding>, _ random: inout SeededGenerator) -> [CivilDate] {
    var days = (0..<4).map { _ in random.day(15_700...21_500) }
    for point in timeline.points.suffix(5) where point.day.isFinite { days += [point.day.previous, point.day] }
    return days
  }

  @Test("of a person known to the day, every settled day is settled right, and no other is")
  func exact() {
    var compared = 0
    for (number, (rule, credential)) in RealPacks.rules.enumerated() {
      var people = RandomPeople(
        credential: credential, decisionsAbout: RealPacks.addresses(of: rule), seed: UInt64(100 + number))
      let evaluator = Evaluator(book: RealPacks.base.book)
      for _ in 0..<(14 * effort) {
        let person = people.exact()
        var question = question
        if let act = rule.acts.randomElement(using: &people.random), people.random.chance(40) {
          question.act = act
          question.pins[act] = people.random.day(18_000...20_900)
        }
        evaluator.begin(person, question)
        let timeline = evaluator.timeline(of: rule.root)
        let reference = DayByDay(RealPacks.base.book, person, question)
        for day in sample(timeline, &people.random) {
          compared += 1
          let found = settled(timeline.value(on: day).verdict)
          let expected = reference.answer(rule.root, on: day)
          if found != expected {
            Issue.record(
              "\(rule.id) on \(day): \(timeline.value(on: day).verdict), by the words \(String(describing: expected))\n\(person.text)"
            )
            return
          }
        }
      }
    }
    #expect(compared > 4_000)
  }

  @Test("of a person known in part, a settled day stays settled whatever the rest turns out to be")
  func partial() {
    var compared = 0
    for (number, (rule, credential)) in RealPacks.rules.enumerated() {
      var people = RandomPeople(
        credential: credential, decisionsAbout: RealPacks.addresses(of: rule), seed: UInt64(500 + number))
      let evaluator = Evaluator(book: RealPacks.base.book)
      for _ in 0..<(20 * effort) {
        let partial = people.forgetful(people.exact())
        evaluator.begin(partial, question)
        let timeline = evaluator.timeline(of: rule.root)
        // What a list lacks from some day on may be a record that is looked back on: earlier days are not asked.
        let first = partial.completeThrough.values.filter(\.isFinite).max() ?? CivilDate(days: 10_000)
        let days = sample(timeline, &people.random)
          .filter { $0 > first && settled(timeline.value(on: $0).verdict) != nil }
        guard !days.isEmpty else { continue }
        for _ in 0..<3 {
          let person = people.completed(partial)
          let reference = DayByDay(RealPacks.base.book, person, question)
          for day in days {
            compared += 1
            let found = settled(timeline.value(on: day).verdict)
            let expected = reference.answer(rule.root, on: day)
            if found != expected {
              Issue.record(
                "\(rule.id) on \(day): \(timeline.value(on: day).verdict), but \(String(describing: expected)) if so:\n\(partial.text)\n--\n\(person.text)"
              )
              return
            }
          }
        }
      }
    }
    #expect(compared > 4_000)
  }
}

extension Evidence {
  /// For messages: what is known, record by record.
  var text: String {
    records.map { record in
      "\(record.id): "
        + record.kind.fields.compactMap { field in
          switch record[field.name] {
          case .unknown: nil
          case .day(let days, let expected):
            "\(field.name) \(days.isExact ? days.first.description : "\(days.first)..\(days.last)")\(expected ? " expected" : "")"
          case .amount(let low, let high): "\(field.name) \(low == high ? "\(low)" : "\(low)..\(high)")"
          case .flag(let flag): "\(field.name) \(flag)"
          case .word(let word): "\(field.name) \(word)"
          case .words(let words): "\(field.name) \(words.sorted())"
          case .spans(let spans):
            "\(field.name) "
              + spans.map { "\($0.by) \($0.begins.first)..\($0.begins.last)-\($0.ends.first)..\($0.ends.last)" }.joined(
                separator: "; ")
          case .never: "\(field.name) never"
          }
        }.joined(separator: ", ")
    }.joined(separator: "\n") + "\ncomplete: "
      + completeThrough.filter { $0.value < .distantFuture }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
      + "; open: " + EvidenceKind.allCases.filter { completeThrough[$0] == nil }.map(\.rawValue).joined(separator: ", ")
  }
}
