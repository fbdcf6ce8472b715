import Knowledge
import Rules
import Testing
import Vocabulary

@Suite("People with very long lists", .serialized)
struct LongListTests {
  private static let today = CivilDate(days: 20_779)

  /// Everything that a person file takes: 2000 entries in each list, no two alike.
  private static let file: String = {
    func list(_ name: String, _ entry: (Int) -> String) -> String {
      "\(name):\n" + (0..<2_000).map { "- { \(entry($0)) }\n" }.joined()
    }
    func day(_ i: Int) -> String { CivilDate(days: Int32(8_000 + 6 * i)).description }
    return "person_file: 1\n"
      + list("certifications") { "of: a/b, date: \(day($0))" }
      + list("continuing_education") { "date: \(day($0)), amount: 1" }
      + list("fees") { "of: a/b, date: \(day($0)), type: annual" }
      + list("work") { "role: instructor, from: \(day($0)), hours_per_week: 1" }
      + list("attempts") { "of: a/b, date: \(day($0)), result: failed" }
      + list("cards") { "type: cpr, issued: \(day($0))" }
      + list("programs") { "graduated: \(day($0))" }
      + list("decisions") { "about: \"a/b/rule#x\($0)\", outcome: waived, date: \(day($0))" }
  }()

  @Test("are read in a moment, and their entries keep their order")
  func reading() throws {
    let evidence = try PersonReader(credentials: ["a/b"]).read(
      text: LongListTests.file, file: "long", today: LongListTests.today
    ).evidence
    #expect(evidence.records.count == 16_000)
    #expect(evidence.records(of: .fee).map(\.id) == (1...2_000).map { "fee-\($0)" })
  }

  @Test("an id that stands twice is refused, also in two lists")
  func ids() {
    let reader = PersonReader(credentials: ["a/b"])
    let text = "person_file: 1\nfees: [ { id: x, of: a/b } ]\ncards: [ { id: x, type: cpr } ]"
    #expect(throws: (any Error).self) { try reader.read(text: text, file: "f", today: LongListTests.today) }
  }

  @Test(
    "have an answer to every word, and soon",
    arguments: [
      "{ text: { en: A, es: B }, points: { in: period, of: a/b, unit: points, total: 60, each: { general: 10 } } }",
      "{ text: { en: A, es: B }, each_cycle: { months: 1, from: 1991-01-01, duty: { text: { en: A, es: B }, points: { in: cycle, of: a/b, unit: points, total: 6 } } } }",
      "{ text: { en: A, es: B }, each_cycle: { months: 1, from: 1991-01-01, duty: { text: { en: A, es: B }, entries: { fee: { type: [annual] }, at_least: 4, in: cycle } } } }",
      "{ text: { en: A, es: B }, worked: { role: [instructor], hours: 5616, in_last: { years: 7 } } }",
      "{ text: { en: A, es: B }, worked: { role: [instructor], years: 3, in_last: { years: 7 } } }",
      "{ text: { en: A, es: B }, attempts: { of: a/b, limit: 1999, waits: [ { days: 3 } ] } }",
      "{ text: { en: A, es: B }, holds: { card: { type: [cpr] }, remaining: 30 days } }",
      "{ text: { en: A, es: B }, none: { decision: { outcome: [refused] } } }",
      "{ text: { en: A, es: B }, within: { months: 12, after: { last: { fee: { type: [annual] } } }, counted_from: event } }",
      "{ some: program, that: { text: { en: A, es: B }, within: { months: 12, after: program.graduated, counted_from: event } } }",
      "{ text: { en: A, es: B }, life: { of: a/b, is: [current] } }",
    ])
  func judging(requires: String) throws {
    var pack = SmallPack()
    pack.files["credentials/a/b/rule.yaml"] = """
      rule: a/b/rule
      title: { en: T, es: T }
      encoded: 2026-11-22
      review_by: 2027-05-22
      requires: \(requires)
      life: { of: a/b, versions: [ { from: 1980-01-01, source: { id: page }, period: { months: 60, last_day: anniversary } } ] }
      """
    let (base, faults) = KnowledgeReader.readLeniently(pack.parsed.documents)
    #expect(faults == [])
    let evidence = try PersonReader(credentials: ["a/b"]).read(
      text: LongListTests.file, file: "long", today: LongListTests.today
    ).evidence
    let evaluator = Evaluator(book: base.book)
    let start = ContinuousClock.now
    let answer = try evaluator.determine(
      "a/b/rule", evidence, Question(asOf: LongListTests.today), on: LongListTests.today, explaining: false)
    #expect(answer.span.contains(LongListTests.today))
    // Milliseconds when optimized: only what grows with the square of a list takes longer than this.
    #expect(ContinuousClock.now - start < .seconds(30))
  }
}
