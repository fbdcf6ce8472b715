import Rules
import Vocabulary

/// Makes small rule books by hand: each method adds one requirement and returns it.
final class BookMaker {
  private(set) var book = RuleBook()
  private var rule = ""
  private let source = Source(
    key: "test", publisher: "Test body", title: Phrase("Test", "Prueba"), url: "https://example.org", voice: .body,
    dated: day("2020-01-01"), age: Phrase("dated", "con fecha"), retrieved: day("2026-11-01"))

  /// A rule whose root the closure makes; acts in order, the first is asked about.
  func rule(
    _ id: String, acts: [String] = [], reviewBy: CivilDate = .distantFuture, _ root: (BookMaker) -> Requirement.ID
  ) {
    rule = id
    let first = book.acts.count
    book.acts += acts.map { Act(name: $0) }
    let root = root(self)
    book.requirements[root] = book.requirements[root].renamed(id)
    let indices = acts.indices.map { first + $0 }
    book.rules.append(
      Rule(
        id: id, title: Phrase(id, id), acts: indices, asks: indices.first, root: root, encoded: day("2026-11-01"),
        reviewBy: reviewBy))
  }

  func all(_ name: String? = nil, _ children: Requirement.ID...) -> Requirement.ID { add(.all(children), name) }
  func any(_ name: String? = nil, _ children: Requirement.ID...) -> Requirement.ID { add(.any(children), name) }
  func atLeast(_ count: Int, _ children: Requirement.ID...) -> Requirement.ID { add(.atLeastOf(count, children)) }
  func some(_ kind: EvidenceKind, _ child: Requirement.ID) -> Requirement.ID { add(.some(kind, child)) }
  func leaf(_ leaf: Leaf, _ name: String? = nil) -> Requirement.ID { add(.leaf(leaf), name) }
  func versions(by governor: Governor, _ versions: (Version.Dating, Requirement.ID)...) -> Requirement.ID {
    let citation = Citation(source: source)
    return add(
      .versions(
        governor, VersionList(versions.map { Version(dating: $0.0, requirement: $0.1, citations: [citation]) })))
  }

  func isOne(_ path: String, _ words: String...) -> Requirement.ID { leaf(.isOneOf(field(path), Set(words))) }
  func isTrue(_ path: String, _ wanted: Bool = true) -> Requirement.ID { leaf(.isTrue(field(path), wanted)) }
  func atLeast(_ path: String, _ amount: Int) -> Requirement.ID { leaf(.atLeast(field(path), Quantity(amount))) }
  func happened(_ path: String) -> Requirement.ID { leaf(.happened(.field(field(path)))) }
  func happened(_ event: Event) -> Requirement.ID { leaf(.happened(event)) }
  func window(_ path: String, from lower: Offset?, through upper: Offset?) -> Requirement.ID {
    leaf(.window(Window(event: .field(field(path)), lower: lower, upper: upper)))
  }
  func none(_ filter: RecordFilter) -> Requirement.ID { leaf(.none(filter)) }
  func entries(_ filter: RecordFilter, atLeast count: Int = 1) -> Requirement.ID {
    leaf(.entries(EntryRule(filter: filter, day: field(filter.kind.rawValue + ".date"), atLeast: count, reach: nil)))
  }
  func holds(_ filter: RecordFilter, remaining days: Int = 0) -> Requirement.ID {
    leaf(
      .holds(Holding(filter: filter, begins: field("card.issued"), ends: field("card.expires"), remainingDays: days)))
  }

  private func add(_ word: Word, _ name: String? = nil) -> Requirement.ID {
    let id = book.requirements.count
    book.requirements.append(
      Requirement(
        path: "\(rule)#\(name.map { "part/" + $0 } ?? String(id))", name: name, text: nil, word: word, measuredOn: nil,
        neededFor: nil, appliesWhen: nil, asks: .selfReported, citations: [], rule: book.rules.count, place: "test:1:1")
    )
    return id
  }
}

extension Requirement {
  /// The root of a rule has the rule's id for a path.
  fileprivate func renamed(_ path: String) -> Requirement {
    Requirement(
      path: path, name: nil, text: text, word: word, measuredOn: measuredOn, neededFor: neededFor,
      appliesWhen: appliesWhen, asks: asks, citations: citations, rule: rule, place: place)
  }
}

/// Records of a kind with words: `records(.decision, ["outcome": ["waived"]])`.
func records(_ kind: EvidenceKind, _ words: KeyValuePairs<String, [String]> = [:]) -> RecordFilter {
  RecordFilter(
    kind: kind, words: words.map { .init(field: field("\(kind.rawValue).\($0.key)"), accepted: Set($0.value)) })
}

/// A field that the test names; a wrong name is a fault of the test.
func field(_ path: String) -> Field {
  guard let field = Field.named(path) else { fatalError("no field \(path)") }
  return field
}

/// A day that the test writes.
func day(_ text: String) -> CivilDate {
  guard let day = CivilDate(text) else { fatalError("no day \(text)") }
  return day
}

extension FactValue {
  static func on(_ day: CivilDate) -> FactValue { .day(DayInterval(day), expected: false) }
  static func expected(_ day: CivilDate) -> FactValue { .day(DayInterval(day), expected: true) }
  static func number(_ amount: Int) -> FactValue { .amount(low: Quantity(amount), high: Quantity(amount)) }
}

extension Evidence {
  /// Records, with every list complete but those named.
  init(_ records: [EvidenceRecord], open: Set<EvidenceKind> = []) {
    self.init(
      records: records,
      completeThrough: Dictionary(
        uniqueKeysWithValues: EvidenceKind.allCases.filter { !open.contains($0) }.map { ($0, .distantFuture) }))
  }
}

/// The same numbers on every machine.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
