import Documents
import Knowledge
import Testing

@Suite("Changes that the worked examples must notice")
struct MutationTests {
  private func outcomes(_ pack: SmallPack) throws -> [String: MutationRunner.Outcome] {
    let documents = pack.parsed.documents
    let runner = MutationRunner(
      documents: documents, cases: pack.base.cases, survivors: try MutationSurvivors(documents: documents))
    var found: [String: MutationRunner.Outcome] = [:]
    runner.run(SmallPack.path) { mutant, outcome in
      found["\(mutant.place): \(mutant.change)"] = outcome
      return true
    }
    return found
  }

  private static let hours = "requires/that/all/hours/at_least/program.academic_hours"

  @Test("each number goes one down and one up, and a case on the boundary notices both")
  func numbers() throws {
    let found = try outcomes(SmallPack())
    #expect(found["\(MutationTests.hours): 560 hours → 561 hours"] == .killed(by: "enough"))
    #expect(found["\(MutationTests.hours): 560 hours → 559 hours"] == .killed(by: "too few"))
  }

  @Test("what no case looks at survives")
  func survivors() throws {
    let found = try outcomes(SmallPack())
    #expect(found["requires/that/all: without hours"] == .killed(by: "too few"))
    #expect(found["requires/that/all: without graduated"] == .survived)
    #expect(found["requires/that: all → any"] == .killed(by: "too few"))
    #expect(found.count == 5)
  }

  @Test("a written reason excuses exactly the change it names")
  func excused() throws {
    var pack = SmallPack()
    pack.files[MutationSurvivors.fileName] = """
      survivors:
        - { file: \(SmallPack.path), place: requires/*, change: without gr*, reason: "a reason in words" }
      """
    #expect(try outcomes(pack)["requires/that/all: without graduated"] == .excused("a reason in words"))
    #expect(try outcomes(pack)["requires/that/all: without hours"] == .killed(by: "too few"))
  }

  @Test("an excuse without a reason is refused")
  func reasonless() {
    var pack = SmallPack()
    pack.files[MutationSurvivors.fileName] = "survivors: [ { file: a, place: b, change: c } ]"
    #expect(throws: Faults.self) { try MutationSurvivors(documents: pack.parsed.documents) }
  }

  @Test("dates, versions and readings: what cannot load is refused, what changes nothing is without effect")
  func dates() throws {
    var pack = SmallPack(
      requires: """
        governed_by: day
        versions:
          - { until: 2009-12-31, unresearched: { en: "Gap", es: "Hueco" } }
          - { from: 2010-01-01, source: { id: page }, text: { en: "A", es: "B" }, happened: 2015-06-01 }
        """)
    pack.files["credentials/aama/cma/eligibility.cases.yaml"] = """
      cases:
        - { case: eve, rule: aama/cma/eligibility, as_of: 2015-05-31, given: {}, expect: { verdict: not met, from: 2010-01-01, until: 2015-05-31 } }
      """
    let found = try outcomes(pack)
    #expect(found["requires/versions[0]/until: 2009-12-31 → 2009-12-30"] == .equivalent)
    #expect(found["requires/versions[0]/until: 2009-12-31 → 2010-01-01"] == .refused)
    #expect(found["requires/versions: without [0]"] == .equivalent)
    #expect(found["requires/versions: without [1]"] == .killed(by: "eve"))
    #expect(found["requires/versions[1]/from: 2010-01-01 → 2010-01-02"] == .killed(by: "eve"))
    #expect(found["requires/versions[1]/happened: 2015-06-01 → 2015-06-02"] == .killed(by: "eve"))
    #expect(found["requires/versions[1]/happened: 2015-06-01 → 2015-05-31"] == .killed(by: "eve"))
  }

  @Test(
    "a total below the sum of its parts, a limit of none and a condition said twice are without effect",
    arguments: [
      (
        "each_cycle: { months: 12, from: 2020-01-01, duty: { text: { en: \"A\", es: \"B\" }, points: { in: cycle, of: aama/cma, unit: points, total: 14, approved_by: { aama: 14 } } } }",
        "requires/each_cycle/duty/points/total: 14 → 13"
      ),
      ("attempts: { of: aama/cma, limit: 1 }", "requires/attempts/limit: 1 → 0"),
    ])
  func same(words: String, change: String) throws {
    var pack = SmallPack(requires: "text: { en: \"A\", es: \"B\" }\n" + words)
    pack.files["credentials/aama/cma/eligibility.cases.yaml"] = "cases: []"
    let found = try outcomes(pack)
    #expect(found[change] == .equivalent)
    #expect(found.values.contains(.survived))
  }

  @Test("a part called like a kind of record is no list of words")
  func partName() throws {
    let pack = SmallPack(
      requires: """
        all:
          program: { source: { id: page }, from: 2010-01-01, text: { en: "A", es: "B" }, happened: 2015-06-01 }
          other: { text: { en: "A", es: "B" }, happened: { first: { attempt: { of: [aama/cma], result: [passed] } } } }
        """)
    let found = try outcomes(pack)
    #expect(found["requires/all/program: without from"] == nil)
    #expect(found["requires/all/other/happened/first/attempt: without of"] != nil)
  }

  @Test("texts, sources, encoding days and values are left alone")
  func ignored() throws {
    var pack = SmallPack()
    pack.files[SmallPack.path]? += """

      values:
        fee.examination:
          text: { en: "Fee of 5", es: "Costo de 5" }
          versions: [ { from: 2020-01-01, value: 125 USD, source: { id: page, row: AAMA-EL-01 } } ]
      """
    #expect(try outcomes(pack).count == 5)
  }

  @Test("a rule in another file that refers to the changed one lends its cases")
  func references() throws {
    var pack = SmallPack()
    pack.files["credentials/aama/cma/other.yaml"] = SmallPack.rule(requires: "rule: aama/cma/eligibility")
      .replacing("rule: aama/cma/eligibility\ntitle", with: "rule: aama/cma/other\ntitle")
    pack.files["credentials/aama/cma/other.cases.yaml"] = """
      cases:
        - { case: from afar, rule: aama/cma/other, as_of: 2026-11-22,
            given: { programs: [ { academic_hours: 600, graduated: never } ] }, expect: { verdict: not met } }
      """
    #expect(try outcomes(pack)["requires/that/all: without graduated"] == .killed(by: "from afar"))
  }

  @Test("a run stops when it is told to")
  func stopping() throws {
    let pack = SmallPack()
    let runner = MutationRunner(
      documents: pack.parsed.documents, cases: pack.base.cases, survivors: MutationSurvivors())
    var count = 0
    runner.run(SmallPack.path) { _, _ in
      count += 1
      return count < 2
    }
    #expect(count == 2)
  }
}
