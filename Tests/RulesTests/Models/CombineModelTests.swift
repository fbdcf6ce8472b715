import Rules
import Testing
import Vocabulary

@Suite("Conflicts, acts, conditions and counts of requirements")
struct CombineModelTests {
  private static let asOf = day("2026-11-22")
  private static let verdicts: [Verdict] = [.notMet, .notCovered, .undetermined, .met]

  private func value(_ book: ModelBook, _ root: Requirement.ID, _ question: Question = Question(asOf: asOf)) -> Finding
  {
    book.timeline(root, Evidence([], open: [.document]), question).value(on: Self.asOf)
  }

  // MARK: - Conflicts

  private indirect enum Tree {
    case leaf(Verdict)
    case all([Tree])
    case any([Tree])
    case conflict(Int, [Tree])

    static func random(_ random: inout SeededGenerator, depth: Int) -> Tree {
      let kind = depth == 0 ? 0 : Int.random(in: 0..<5, using: &random)
      if kind == 0 { return .leaf(random.pick([.met, .met, .notMet, .notMet, .undetermined])) }
      if kind < 3 {
        let children = (0..<Int.random(in: 1...3, using: &random)).map { _ in Tree.random(&random, depth: depth - 1) }
        return kind == 1 ? .all(children) : .any(children)
      }
      return .conflict(
        Int.random(in: 0...2, using: &random), (0..<2).map { _ in Tree.random(&random, depth: depth - 1) })
    }

    func add(to book: inout ModelBook) -> Requirement.ID {
      switch self {
      case .leaf(let verdict): return book.constant(verdict)
      case .all(let trees):
        let ids = trees.map { $0.add(to: &book) }
        return book.add(.all(ids))
      case .any(let trees):
        let ids = trees.map { $0.add(to: &book) }
        return book.add(.any(ids))
      case .conflict(let id, let trees):
        let ids = trees.map { $0.add(to: &book) }
        return book.add(.conflict(id, ids))
      }
    }

    /// Under one reading of every conflict.
    func verdict(_ readings: [Int]) -> Verdict {
      switch self {
      case .leaf(let verdict): verdict
      case .all(let trees): trees.map { $0.verdict(readings) }.min() ?? .met
      case .any(let trees): trees.map { $0.verdict(readings) }.max() ?? .notMet
      case .conflict(let id, let trees): trees[readings[id]].verdict(readings)
      }
    }
  }

  @Test("a conflict is settled exactly where every combination of readings says the same at the root")
  func conflicts() {
    var random = SeededGenerator(seed: 61)
    var settledByAll = 0
    var open = 0
    for _ in 0..<(3_000 * effort) {
      let tree = Tree.random(&random, depth: 4)
      var book = ModelBook()
      for id in ["a", "b", "c"] { _ = book.conflict(id, readings: 2) }
      let root = tree.add(to: &book)
      let found = settled(value(book, root).verdict)
      let runs = Set((0..<8).map { settled(tree.verdict([$0 & 1, $0 >> 1 & 1, $0 >> 2])) })
      let expected = runs.count == 1 ? runs.first ?? nil : nil
      if expected == nil { open += 1 } else { settledByAll += 1 }
      if found != expected {
        Issue.record("\(String(describing: found)), expected \(String(describing: expected)): \(tree)")
        return
      }
    }
    #expect(settledByAll > 500 && open > 500)
  }

  @Test("either still in the late window, or past it and allowed by examination: met under both readings")
  func lateOrPast() {
    var book = ModelBook()
    let window = book.conflict("late-window", readings: 2)
    let (yes, no) = (book.constant(.met), book.constant(.notMet))
    let late = book.add(.conflict(window, [yes, no]))
    let past = book.add(.conflict(window, [no, yes]))
    let root = book.add(.any([late, past]))
    #expect(value(book, late).verdict == .notCovered)
    #expect(value(book, root).verdict == .met)
    #expect(value(book, root).isDisputedElsewhere)
    // A question beside it, open for the local comparison, does not hide the answer.
    let question = book.constant(.undetermined)
    let beside = book.add(.any([late, past, question]))
    #expect(value(book, beside).verdict == .met)
  }

  @Test("a conflict inside the readings of another is read one way in all of them")
  func nested() {
    var book = ModelBook()
    let inner = book.conflict("inner", readings: 2)
    let outer = book.conflict("outer", readings: 2)
    let (yes, no) = (book.constant(.met), book.constant(.notMet))
    let x = book.add(.conflict(inner, [yes, no]))
    let y = book.add(.conflict(inner, [no, yes]))
    let one = book.add(.conflict(outer, [x, y]))
    let other = book.add(.conflict(outer, [y, x]))
    let root = book.add(.any([one, other]))
    #expect(value(book, one).verdict == .notCovered)
    #expect(value(book, root).verdict == .met)
  }

  // MARK: - Conditions, acts, counts

  @Test("applies when: every pair of verdicts", arguments: verdicts, verdicts)
  func appliesWhen(condition: Verdict, requirement: Verdict) {
    var book = ModelBook()
    let cohort = book.constant(condition)
    let inner = book.constant(requirement)
    let root = book.add(.all([inner]), appliesWhen: cohort)
    // "Does not apply, or is fulfilled", with the chain: what this person's own evidence can still do.
    let doesNotApply: [Verdict: Verdict] = [
      .met: .notMet, .notMet: .met, .undetermined: .undetermined, .notCovered: .notCovered,
    ]
    let expected = condition == .met ? requirement : max(doesNotApply[condition] ?? .met, requirement)
    #expect(value(book, root).verdict == expected)
  }

  @Test("at least so many of them: the k-th largest, and the same marks as any and all")
  func atLeast() {
    for (a, b, c) in Self.verdicts.flatMap({ a in Self.verdicts.flatMap { b in Self.verdicts.map { (a, b, $0) } } }) {
      var book = ModelBook()
      let ids = [a, b, c].map { book.constant($0) }
      for k in 1...3 {
        let root = book.add(.atLeastOf(k, ids))
        #expect(value(book, root).verdict == [a, b, c].sorted(by: >)[k - 1], "\(k) of \(a), \(b), \(c)")
      }
    }
    var random = SeededGenerator(seed: 62)
    for _ in 0..<(300 * effort) {
      var book = ModelBook()
      let ids = (0..<3).map { _ -> Requirement.ID in
        let inner = book.constant(random.pick(Self.verdicts))
        let dating: Version.Dating =
          random.chance(50) ? .undated(notBefore: nil, notAfter: nil) : .from(day("2000-01-01"), until: nil)
        return book.add(.versions(.day, VersionList([ModelBook.version(dating, inner)])))
      }
      let (any, all) = (book.add(.any(ids)), book.add(.all(ids)))
      let (one, three) = (book.add(.atLeastOf(1, ids)), book.add(.atLeastOf(3, ids)))
      #expect(value(book, one) == value(book, any))
      #expect(value(book, three) == value(book, all))
    }
  }

  @Test("measured on a pinned act: the verdict of that day, on every day")
  func measuredOn() {
    var random = SeededGenerator(seed: 63)
    let graduated = field("program.graduated")
    for _ in 0..<(300 * effort) {
      var book = ModelBook(acts: ["application", "examination"])
      let window = Window(
        event: .field(graduated), lower: Offset(count: 0, unit: .days), upper: Offset(count: 12, unit: .monthsFromEvent)
      )
      let free = book.add(.leaf(.window(window)))
      let measured = book.add(.leaf(.window(window)), measuredOn: 0)
      let record = EvidenceRecord(
        id: "p", kind: .program,
        values: ["graduated": .day(random.blurred(random.day(17_000...17_600)), expected: false)])
      let pin = random.day(16_900...18_400)
      let line = book.timeline(free, Evidence([record]), Question(asOf: Self.asOf))
      let pinned = book.timeline(
        measured, Evidence([record]), Question(asOf: Self.asOf, pins: [0: pin, 1: pin.adding(days: 90)]))
      let other = book.timeline(measured, Evidence([record]), Question(asOf: Self.asOf, pins: [1: pin]))
      #expect(pinned.isConstant && pinned.value(on: Self.asOf) == line.value(on: pin))
      #expect(other == line)
    }
  }

  @Test("needed for a later act: met for an earlier one")
  func neededFor() {
    var book = ModelBook(acts: ["review", "application", "examination"])
    let root = book.add(.leaf(.happened(.day(.distantFuture))), neededFor: 1)
    #expect(value(book, root, Question(asOf: Self.asOf, act: 0)).verdict == .met)
    #expect(value(book, root, Question(asOf: Self.asOf, act: 1)).verdict == .notMet)
    #expect(value(book, root, Question(asOf: Self.asOf, act: 2)).verdict == .notMet)
  }

  @Test("a decision of the issuer settles what it names from its day; taken some day of a month, not before its end")
  func decisions() {
    var book = ModelBook()
    let root = book.add(.leaf(.happened(.day(.distantFuture))), name: "review")
    func line(_ date: FactValue, _ outcome: FactValue) -> Timeline<Finding> {
      let record = EvidenceRecord(
        id: "d", kind: .decision, values: ["about": .word("model#review"), "outcome": outcome, "date": date],
        grade: .issuer)
      return book.timeline(root, Evidence([record]), Question(asOf: Self.asOf))
    }
    let exact = line(.on(day("2025-09-10")), .word("approved"))
    #expect(exact.value(on: day("2025-09-09")).verdict == .notMet)
    #expect(exact.value(on: day("2025-09-10")).verdict == .met && exact.value(on: day("2025-09-10")).isIssuers)
    let month = line(.day(DayInterval(day("2025-09-01"), day("2025-09-30")), expected: false), .word("approved"))
    #expect(month.value(on: day("2025-08-31")).verdict == .notMet)
    #expect(month.value(on: day("2025-09-15")).verdict == .undetermined)
    #expect(month.value(on: day("2025-09-30")).verdict == .met)
    #expect(line(.unknown, .word("approved")).value(on: Self.asOf).verdict == .undetermined)
    #expect(line(.on(day("2025-09-10")), .unknown).value(on: Self.asOf).verdict == .undetermined)
  }
}
