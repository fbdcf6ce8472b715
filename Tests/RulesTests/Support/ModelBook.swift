import Foundation
import Rules
import Vocabulary

/// A rule book written requirement by requirement, for the naive models.
struct ModelBook {
  private(set) var book = RuleBook()
  private static let source = Source(
    key: "model", publisher: "Model", title: Phrase("Model", "Modelo"), url: "https://example.org/model", voice: .body,
    dated: nil, age: Phrase("undated", "sin fecha"), retrieved: CivilDate(days: 20_000))

  init(acts: [String] = []) { book.acts = acts.map { Act(name: $0) } }

  @discardableResult
  mutating func add(
    _ word: Word, name: String? = nil, measuredOn: Act.ID? = nil, neededFor: Act.ID? = nil,
    appliesWhen: Requirement.ID? = nil, asks: EvidenceGrade = .selfReported
  ) -> Requirement.ID {
    let id = book.requirements.count
    book.requirements.append(
      Requirement(
        path: "model#\(name ?? "part-\(id)")", name: name, text: nil, word: word, measuredOn: measuredOn,
        neededFor: neededFor, appliesWhen: appliesWhen, asks: asks, citations: [], rule: 0, place: ""))
    return id
  }

  @discardableResult
  mutating func add(_ leaf: Leaf) -> Requirement.ID { add(.leaf(leaf)) }

  /// A requirement that has this verdict on every day.
  mutating func constant(_ verdict: Verdict) -> Requirement.ID {
    switch verdict {
    case .met: add(.leaf(.happened(.day(.distantPast))))
    case .notMet: add(.leaf(.happened(.day(.distantFuture))))
    case .undetermined: add(.leaf(.happened(.field(field("document.date")))))
    case .notCovered: add(.leaf(.notKnown))
    }
  }

  mutating func conflict(_ id: String, readings: Int) -> Int {
    book.conflicts.append(Conflict(id: id, text: Phrase(id, id), readings: readings))
    return book.conflicts.count - 1
  }

  mutating func life(_ credential: String, months: Int, _ lastDay: LifeRule.LastDay) -> LifeRule.ID {
    let version = Version(
      dating: .from(CivilDate(days: -20_000), until: nil), requirement: nil, citations: [Self.citation])
    book.lives.append(
      LifeRule(
        credential: credential, versions: VersionList([version]), periods: [.init(months: months, lastDay: lastDay)],
        rule: 0))
    return book.lives.count - 1
  }

  static func version(_ dating: Version.Dating, _ requirement: Requirement.ID?) -> Version {
    Version(dating: dating, requirement: requirement, citations: [citation])
  }

  private static let citation = Citation(source: source)

  /// The book with one rule around the root.
  func finished(_ root: Requirement.ID, reviewBy: CivilDate = .distantFuture) -> RuleBook {
    var book = book
    book.rules = [
      Rule(
        id: "model", title: Phrase("Model", "Modelo"), acts: Array(book.acts.indices), asks: nil, root: root,
        encoded: CivilDate(days: 0), reviewBy: reviewBy)
    ]
    return book
  }

  /// The timeline of a root for one person.
  func timeline(_ root: Requirement.ID, _ evidence: Evidence, _ question: Question) -> Timeline<Finding> {
    let evaluator = Evaluator(book: finished(root))
    evaluator.begin(evidence, question)
    return evaluator.timeline(of: root)
  }
}

extension RandomNumberGenerator {
  mutating func day(_ range: ClosedRange<Int32>) -> CivilDate { CivilDate(days: Int32.random(in: range, using: &self)) }
  mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }
  mutating func pick<T>(_ items: [T]) -> T { items[Int.random(in: 0..<items.count, using: &self)] }

  /// Some days around one: the day alone, its month, its year, a range, or half a year.
  mutating func blurred(_ day: CivilDate) -> DayInterval {
    switch Int.random(in: 0..<4, using: &self) {
    case 0: DayInterval(day)
    case 1: DayInterval(day.adding(days: 1 - day.day), day.endOfMonth)
    case 2:
      DayInterval(
        day.adding(days: -Int.random(in: 0...200, using: &self)),
        day.adding(days: Int.random(in: 0...200, using: &self)))
    default:
      DayInterval(
        day.adding(days: -Int.random(in: 0...9, using: &self)), day.adding(days: Int.random(in: 0...9, using: &self)))
    }
  }
}

/// What a timeline says on a day, or nil when it does not settle it.
func settled(_ verdict: Verdict) -> Bool? {
  switch verdict {
  case .met: true
  case .notMet: false
  case .undetermined, .notCovered: nil
  }
}

/// Every day of a range.
func days(_ range: ClosedRange<Int32>) -> [CivilDate] { range.map { CivilDate(days: $0) } }

extension DayInterval {
  var all: [CivilDate] { days(first.days...last.days) }
}

/// How many times more random people than in a normal run: `FOBWATCH_EFFORT=20 swift test --filter RulesTests`.
let effort = ProcessInfo.processInfo.environment["FOBWATCH_EFFORT"].flatMap(Int.init) ?? 1
