import Documents
import Knowledge
import Rules
import Testing
import Vocabulary

/// Packs that once stopped the program, or made it run for ever: refused, and the rest still answers.
@Suite("Packs that do not come to an end")
struct FuzzedPackTests {
  /// Asks every rule of a pack as far as it could be read.
  private func judge(_ pack: SmallPack) throws {
    let evaluator = Evaluator(book: pack.base.book)
    let work = EvidenceRecord(
      id: "work-1", kind: .work,
      values: ["from": .day(DayInterval(CivilDate(days: 0)), expected: false), "until": .never])
    let programs = (1...3).map {
      EvidenceRecord(id: "program-\($0)", kind: .program, values: [:])
    }
    let today = CivilDate(days: 20_779)
    for rule in evaluator.book.rules {
      let answer = try evaluator.determine(
        rule.id, Evidence(records: programs + [work]), Question(asOf: today), on: today)
      #expect(answer.span.contains(today))
    }
  }

  private static let words = "text: { en: \"A\", es: \"B\" }"

  /// A file of rules that stand in a row, by name and what they require.
  private func chain(_ rules: [(name: String, requires: String)]) -> SmallPack {
    var pack = SmallPack()
    pack.files["credentials/aama/cma/examination.yaml"] =
      "rules:\n"
      + rules.map { name, requires in
        """
          - rule: aama/cma/\(name)
            title: { en: "T", es: "T" }
            encoded: 2026-11-22
            review_by: 2027-05-22
            requires: \(requires)

        """
      }.joined()
    return pack
  }

  private let examination = "credentials/aama/cma/examination.yaml"

  @Test("a rule that refers to itself is refused")
  func selfReference() throws {
    let pack = SmallPack(
      requires: "any: [ { \(FuzzedPackTests.words), happened: 2001-01-01 }, { rule: aama/cma/eligibility } ]")
    #expect(pack.isRefused("the rule 'aama/cma/eligibility' refers to itself"))
    try judge(pack)
  }

  @Test("rules that refer to each other are refused, with the way round")
  func circle() throws {
    let pack = chain([
      ("a", "{ rule: aama/cma/b }"), ("b", "{ all: [ { rule: aama/cma/c } ] }"),
      ("c", "{ \(FuzzedPackTests.words), applies_when: { rule: aama/cma/a }, happened: 2001-01-01 }"),
    ])
    #expect(
      pack.isRefused(
        "'aama/cma/a' refers to itself (aama/cma/a, then aama/cma/b, then aama/cma/c, then aama/cma/a)",
        file: examination))
    try judge(pack)
  }

  @Test("a duty that refers to its own rule is refused")
  func dutyCircle() throws {
    let pack = chain([
      ("a", "{ \(FuzzedPackTests.words), each_cycle: { months: 1, from: 2001-01-01, duty: { rule: aama/cma/a } } }")
    ])
    #expect(pack.isRefused("refers to itself", file: examination))
    try judge(pack)
  }

  @Test("two rules may refer to the same third one")
  func shared() throws {
    let pack = chain([
      ("a", "{ all: [ { rule: aama/cma/c }, { rule: aama/cma/b } ] }"), ("b", "{ rule: aama/cma/c }"),
      ("c", "{ \(FuzzedPackTests.words), happened: 2001-01-01 }"),
    ])
    #expect(!pack.faults.contains { $0.contains("refers to itself") })
    try judge(pack)
  }

  @Test("a row of rules that never seems to end is refused", arguments: [false, true])
  func longRow(isReversed: Bool) throws {
    let rules = (0..<3_000).map { i -> (name: String, requires: String) in
      ("r\(i)", i == 2_999 ? "{ \(FuzzedPackTests.words), happened: 2001-01-01 }" : "{ rule: aama/cma/r\(i + 1) }")
    }
    let pack = chain(isReversed ? rules.reversed() : rules)
    #expect(pack.isRefused("stand inside each other", file: examination))
    try judge(pack)
  }

  /// Thirty shared requirements, each using the next twice.
  private func doubling(_ last: String, count: Int = 18) -> String {
    "define:\n"
      + (0..<count).map { i in
        i == count - 1 ? "  d\(i): \(last)\n" : "  d\(i): { all: [ { use: d\(i + 1) }, { use: d\(i + 1) } ] }\n"
      }.joined()
  }

  @Test("shared requirements that double with every step are refused")
  func doubled() throws {
    let hours = "{ \(FuzzedPackTests.words), at_least: { program.academic_hours: 560 hours } }"
    let pack = SmallPack(requires: "some: program\nthat: { use: d0 }", extra: doubling(hours))
    #expect(pack.isRefused("when all that it uses is written out"))
    try judge(pack)
  }

  @Test("a shared requirement that cannot be understood is read once, however often it is used")
  func doubledFault() throws {
    let pack = SmallPack(requires: "some: program\nthat: { use: d0 }", extra: doubling("{ nonsense: 1 }"))
    #expect(pack.isRefused("expected one of the words"))
    try judge(pack)
  }

  @Test("shared requirements nest so deep and no deeper")
  func deepUse() throws {
    let row = "define:\n" + (0..<5_000).map { "  d\($0): { use: d\($0 + 1) }\n" }.joined()
    let pack = SmallPack(requires: "use: d0", extra: row)
    #expect(pack.isRefused("use each other more than"))
    try judge(pack)
  }

  @Test("duties inside duties, under many governing days, for several records, come to an end")
  func nestedDuties() throws {
    var inner = "{ \(FuzzedPackTests.words), at_least: { program.academic_hours: 560 hours } }"
    for _ in 0..<6 {
      inner =
        "{ \(FuzzedPackTests.words), each_cycle: { months: 1, from: 2001-01-01, duty: { governed_by: { one_of: [day, 2001-01-01, 2002-01-01] }, versions: [ { from: 2001-01-01, source: { id: page }, all: [ \(inner) ] } ] } } }"
    }
    try judge(SmallPack(requires: "some: program\nthat: \(inner)"))
  }

  @Test("a rule that cannot be read answers that nothing is known")
  func unread() throws {
    var pack = SmallPack()
    pack.files[SmallPack.path] = "rule: aama/cma/eligibility\nrequires: { nonsense: 1 }"
    try judge(pack)
    pack = chain([("a", "{ rule: aama/cma/a }"), ("a", "{ rule: aama/cma/a }"), ("b", "{ rule: aama/cma/a }")])
    #expect(pack.isRefused("written twice", file: examination))
    try judge(pack)
  }
}
