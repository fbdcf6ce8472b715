import Knowledge
import Rules
import Testing
import Vocabulary

@Suite("Invariants, on the real packs and random people")
struct InvariantTests {
  private let book = RealPacks.base.book
  private let question = Question(asOf: RandomPeople.asOf)

  private func people(_ number: Int, _ credential: String, seed: UInt64) -> RandomPeople {
    RandomPeople(credential: credential, seed: seed &+ UInt64(number))
  }

  /// Everything below a requirement, through other rules.
  private func below(_ root: Requirement.ID) -> Set<Requirement.ID> {
    var seen: Set<Requirement.ID> = []
    var left = [root]
    while let id = left.popLast() {
      if seen.insert(id).inserted { left += book.children(of: id) }
    }
    return seen
  }

  // MARK: - 1

  @Test("asking with known-on is asking with the evidence known by then")
  func knownOn() throws {
    for (number, (rule, credential)) in RealPacks.rules.enumerated() {
      var people = people(number, credential, seed: 1_000)
      let evaluator = Evaluator(book: book)
      for _ in 0..<(5 * effort) {
        var person = people.forgetful(people.exact())
        for record in person.records where people.random.chance(70) {
          var dated = record
          dated.recorded = people.random.day(16_000...20_700)
          person.put(dated)
        }
        let known = people.random.day(16_000...20_700)
        evaluator.begin(person, Question(asOf: RandomPeople.asOf, knownOn: known))
        let cut = evaluator.timeline(of: rule.root)
        evaluator.begin(person.known(on: known), question)
        #expect(evaluator.timeline(of: rule.root) == cut, "\(rule.id), known on \(known)")
      }
    }
  }

  /// The record as it could be known by a day: what lies ahead is expected, or has not been heard of.
  private func known(_ record: EvidenceRecord, by day: CivilDate) -> EvidenceRecord? {
    var known = record
    for (i, field) in record.kind.fields.enumerated() where field.content == .day {
      guard case .day(let days, _) = record[field.name], days.first > day else { continue }
      switch (record.kind, field.name) {
      case (.program, _), (.diploma, _): known[field.name] = .expected(days.first)
      case (.work, "until"): known[field.name] = .never
      case (.certification, "revoked"): known[field.name] = .unknown
      case (.card, "expires"), (.certification, "expires"): break
      default: if i == record.kind.fields.firstIndex(where: { $0.content == .day }) { return nil }
      }
    }
    return known
  }

  @Test("the status on a day is the status from the evidence known by that day, expected facts included")
  func knownByTheDay() {
    var compared = 0
    for (number, (rule, credential)) in RealPacks.rules.enumerated() {
      var people = people(number, credential, seed: 2_000)
      let evaluator = Evaluator(book: book)
      for _ in 0..<(8 * effort) {
        let person = people.exact()
        evaluator.begin(person, question)
        let hindsight = evaluator.timeline(of: rule.root)
        for _ in 0..<3 {
          let day = people.random.day(17_000...20_700)
          let then = Evidence(person.records.compactMap { known($0, by: day) })
          evaluator.begin(then, Question(asOf: day))
          let verdict = evaluator.timeline(of: rule.root).value(on: day).verdict
          compared += 1
          if verdict != hindsight.value(on: day).verdict {
            Issue.record(
              "\(rule.id) on \(day): then \(verdict), in hindsight \(hindsight.value(on: day).verdict)\n\(then.text)\n--\n\(person.text)"
            )
            return
          }
        }
      }
    }
    #expect(compared > 800)
  }

  // MARK: - 2

  /// Kinds of evidence that only ever help the rules without a life: nothing counts against them.
  private static let helping: [EvidenceKind] = [.diploma, .program, .work, .activity, .fee, .card, .document]

  @Test("more qualifying evidence never loses a goal, in rules without a life")
  func moreNeverLoses() {
    var added = 0
    for (number, (rule, credential)) in RealPacks.rules.enumerated() {
      let hangsOnLife = below(rule.root).contains { id in
        if case .leaf(let leaf) = book.requirements[id].word {
          switch leaf {
          case .life, .none: return true
          case .points(let points): return points.reach != .cycle
          case .window(let window): return window.event.isMoving
          case .eachCycle(let cycle): return cycle.from.isMoving
          default: return false
          }
        }
        if case .versions(.event(let event), _) = book.requirements[id].word { return event.isMoving }
        return false
      }
      if hangsOnLife { continue }
      var people = people(number, credential, seed: 3_000)
      let evaluator = Evaluator(book: book)
      for _ in 0..<(15 * effort) {
        var person = people.exact()
        evaluator.begin(person, question)
        let before = evaluator.timeline(of: rule.root)
        for i in 0..<2 {
          let record = people.record(people.random.pick(Self.helping), 500 + i)
          person.put(record)
        }
        evaluator.begin(person, question)
        let after = evaluator.timeline(of: rule.root)
        for day in (0..<6).map({ _ in people.random.day(16_000...21_000) })
          + before.points.map(\.day).filter(\.isFinite)
        where before.value(on: day).verdict == .met {
          added += 1
          if after.value(on: day).verdict != .met {
            Issue.record("\(rule.id) on \(day): \(after.value(on: day).verdict) with more\n\(person.text)")
            return
          }
        }
      }
    }
    #expect(added > 150)
  }

  // MARK: - 5

  @Test("every day of 13 weeks: the spans agree with asking day by day, and the day asked changes no answer")
  func intervals() {
    var compared = 0
    var random = SeededGenerator(seed: 4_000)
    let evaluator = Evaluator(book: book)
    for number in 0..<(400 * effort) {
      let (rule, credential) = random.pick(RealPacks.rules)
      var people = people(number, credential, seed: 5_000)
      let person = people.exact()
      let first = people.random.day(18_000...21_000)
      let interval = DayInterval(first, first.adding(days: 90))
      evaluator.begin(person, question)
      let spans = evaluator.timeline(of: rule.root, asked: interval).spans(in: interval)
      #expect(spans.first?.days.first == interval.first && spans.last?.days.last == interval.last)
      let reference = DayByDay(book, person, question)
      // Every day of one in eight; else the first and last day of every span, and some between.
      var asked =
        number % 8 == 0
        ? interval.all : (0..<3).map { _ in people.random.day(interval.first.days...interval.last.days) }
      asked += spans.flatMap { [$0.days.first, $0.days.last] }
      for day in asked {
        guard let span = spans.first(where: { $0.days.contains(day) }) else {
          Issue.record("\(rule.id): no span on \(day)")
          return
        }
        compared += 1
        let alone = evaluator.timeline(of: rule.root, asked: DayInterval(day)).value(on: day)
        if settled(span.value.verdict) != reference.answer(rule.root, on: day) || alone.verdict != span.value.verdict {
          Issue.record("\(rule.id) on \(day): \(span.value.verdict), alone \(alone.verdict)\n\(person.text)")
          return
        }
      }
    }
    #expect(compared > 5_000)
  }

  // MARK: - 12

  @Test(
    "nothing undetermined, conflicting, presumed or reported is plain green or plain red, in any row of an explanation")
  func colours() {
    var rows = 0
    var green = 0
    for (number, (rule, credential)) in RealPacks.rules.enumerated() {
      var people = people(number, credential, seed: 6_000)
      let evaluator = Evaluator(book: book)
      for _ in 0..<(4 * effort) {
        let person = people.random.chance(50) ? people.exact() : people.forgetful(people.exact())
        evaluator.begin(person, question, recording: true)
        let day = people.random.day(17_000...21_000)
        let finding = evaluator.timeline(of: rule.root, asked: DayInterval(day)).value(on: day)
        check(finding)
        func walk(_ explanation: Explanation) {
          rows += 1
          check(explanation.finding)
          if explanation.finding.isGreen { green += 1 }
          explanation.children.forEach(walk)
        }
        walk(evaluator.explain(rule.root, on: day))
      }
    }
    #expect(rows > 2_000 && green > 20)
  }

  private func check(_ finding: Finding) {
    let isStated = finding.isBodys && finding.isDated && finding.grade == .stated
    #expect(!finding.isGreen || (finding.verdict == .met && isStated && !finding.isShortOfEvidence))
    #expect(!finding.isRed || (finding.verdict == .notMet && isStated))
  }

  @Test("what rests on an undated or a secondary text alone is never plain green or red")
  func undatedNeverGreen() {
    var checked = 0
    for (number, (rule, credential)) in RealPacks.rules.enumerated() {
      // Rules in which every version is undated or secondary.
      let lists = below(rule.root).compactMap { id -> VersionList? in
        if case .versions(_, let list) = book.requirements[id].word { list } else { nil }
      }
      let isPlain = lists.contains { list in
        list.versions.contains { version in
          if case .undated = version.dating { return false }
          return version.isBodys
        }
      }
      if isPlain || lists.isEmpty { continue }
      var people = people(number, credential, seed: 7_000)
      let evaluator = Evaluator(book: book)
      for _ in 0..<(6 * effort) {
        evaluator.begin(people.exact(), question)
        for point in evaluator.timeline(of: rule.root).points {
          checked += 1
          #expect(!point.value.isGreen && !point.value.isRed, "\(rule.id) from \(point.day): \(point.value.verdict)")
        }
      }
    }
    #expect(checked > 100)
  }
}

extension Event {
  /// Whether its day may change when more is added.
  fileprivate var isMoving: Bool {
    switch self {
    case .field, .day: false
    case .first, .last, .nth, .lifeStart, .lifeExpiry: true
    case .latestOf(let events), .earliestOf(let events): events.contains(where: \.isMoving)
    }
  }
}
