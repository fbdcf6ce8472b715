import Documents
import Knowledge
import Rules
import Testing
import Vocabulary

@Suite("Numbers that mean nothing")
struct FuzzedNumberTests {
  private static let words = "text: { en: \"A\", es: \"B\" }\n"

  @Test(
    "a number that no rule can mean is refused, and the rest still answers",
    arguments: [
      "each_cycle: { months: 0, from: 2001-01-01, duty: { text: { en: A, es: B }, happened: 2001-01-01 } }",
      "each_cycle: { months: 12, lost_after: 0, from: 2001-01-01, duty: { text: { en: A, es: B }, happened: 2001-01-01 } }",
      "happened: { nth: 0, of: { attempt: { result: [failed] } } }",
      "happened: { nth: -1, attempt: { result: [failed] } }",
      "within: { days: 2147483647, after: 2001-01-01 }",
      "within: { months: -2147483648, after: 2001-01-01, counted_from: day }",
      "within: { days: 9223372036854775807, before: 2001-01-01 }",
      "holds: { card: { type: [cpr] }, remaining: -9223372036854775808 days }",
      "holds: { card: { type: [cpr] }, remaining: 2147483648 days }",
      "worked: { role: [instructor], years: 1, in_last: { years: 0 } }",
      "worked: { role: [instructor], years: 1, in_last: { years: 99999 } }",
      "at_least_of: { count: 0, of: [ { text: { en: A, es: B }, happened: 2001-01-01 } ] }",
      "attempts: { of: aama/cma, waits: [ { months: 100000, counted_from: day } ] }",
    ])
  func refused(requires: String) throws {
    let pack = SmallPack(requires: FuzzedNumberTests.words + requires)
    #expect(pack.isRefused("expected"))
    try judge(pack)
  }

  @Test(
    "the largest numbers that are read stay within the calendar",
    arguments: [
      "within: { days: 99999, after: 9999-12-31 }", "within: { days: 99999, before: 0001-01-01 }",
      "within: { months: 99999, after: 9999-12-31, counted_from: day }",
      "within: { months: 99999, before: 0001-01-01, counted_from: day }",
      "later_than: { months: 99999, after: 9999-12-31, counted_from: end_of_month }",
      "each_cycle: { months: 99999, from: 9999-12-31, lost_after: 99999, duty: { text: { en: A, es: B }, happened: 2001-01-01 } }",
      "each_cycle: { months: 1, from: 0001-01-01, duty: { text: { en: A, es: B }, happened: 2001-01-01 } }",
      "worked: { role: [instructor], hours: 10000000, in_last: { years: 100 } }",
      "worked: { role: [instructor], years: 99999, since: 0001-01-01 }",
    ])
  func largest(requires: String) throws { try judge(SmallPack(requires: FuzzedNumberTests.words + requires)) }

  @Test("a conflict has the same number of readings everywhere, and two or more")
  func readings() throws {
    func reading(_ n: Int) -> String {
      let one = "{ source: { id: page }, text: { en: A, es: B }, is: { person.aama_member: true } }"
      let other = "{ source: { id: page }, text: { en: A, es: B }, happened: 2001-01-01 }"
      let readings = [one, other, one].prefix(n).joined(separator: ", ")
      return "{ conflict: K-1, about: { en: A, es: B }, readings: [ \(readings) ] }"
    }
    for (first, second) in [(2, 3), (3, 2), (0, 2), (2, 0), (1, 1)] {
      let pack = SmallPack(requires: "any: [ \(reading(first)), \(reading(second)) ]")
      #expect(!pack.faults.isEmpty)
      try judge(pack)
    }
  }

  @Test("more conflicts than can be combined are compared where they stand")
  func manyConflicts() throws {
    let all = (0..<80).map { i in
      "  - { conflict: K-\(i), about: { en: A, es: B }, readings: [ { source: { id: page }, text: { en: A, es: B }, happened: 2001-01-01 }, { source: { id: page }, text: { en: A, es: B }, happened: 2091-01-01 } ] }\n"
    }.joined()
    let pack = SmallPack(requires: "all:\n" + all)
    let today = CivilDate(days: 20_779)
    let evaluator = Evaluator(book: pack.base.book)
    let answer = try evaluator.determine(
      "aama/cma/eligibility", Evidence(), Question(asOf: today), on: today, asked: .always)
    #expect(answer.finding.verdict == .notCovered)
  }

  @Test("a life in a file without a rule is refused: nothing says how long it is good for")
  func lonelyLife() throws {
    var pack = SmallPack()
    pack.files["credentials/aama/cma/recertification.yaml"] =
      "life: { of: aama/cma, versions: [ { from: 2001-01-01, source: { id: page }, period: { months: 60, last_day: anniversary } } ] }"
    #expect(pack.isRefused("a life stands in the file of a rule", file: "credentials/aama/cma/recertification.yaml"))
    try judge(pack)
  }

  private func judge(_ pack: SmallPack) throws {
    let evaluator = Evaluator(book: pack.base.book)
    func record(_ kind: EvidenceKind, _ values: [String: FactValue]) -> EvidenceRecord {
      EvidenceRecord(id: kind.rawValue, kind: kind, values: values)
    }
    func day(_ text: String) -> FactValue { .day(DayInterval(partial: text) ?? .always, expected: false) }
    let records = [
      record(.attempt, ["of": .word("aama/cma"), "date": day("9999"), "result": .word("failed")]),
      record(.card, ["type": .word("cpr"), "issued": day("0001"), "expires": day("9999-12-31")]),
      record(
        .work,
        [
          "role": .word("instructor"), "from": day("0001-01-01"), "until": day("9999-12-31"),
          "hours_per_week": .amount(low: Quantity(10_000_000), high: .unbounded),
        ]),
    ]
    for asOf in ["0001-01-01", "2026-11-22", "9999-12-31"].compactMap({ CivilDate($0) }) {
      for rule in evaluator.book.rules {
        let answer = try evaluator.determine(
          rule.id, Evidence(records: records), Question(asOf: asOf), on: asOf)
        #expect(answer.span.contains(asOf))
      }
    }
  }
}
