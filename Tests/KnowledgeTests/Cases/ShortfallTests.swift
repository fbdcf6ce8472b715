import Knowledge
import Rules
import Testing

@Suite("Cases that say how much is missing")
struct ShortfallTests {
  private func pack(_ expect: String) -> SmallPack {
    var pack = SmallPack()
    pack.files["credentials/aama/cma/recertification.yaml"] = """
      life:
        of: aama/cma
        versions:
          - from: 2010-01-01
            period: { months: 60, last_day: end_of_month }
            source: { id: page, row: AAMA-EL-01 }
      rules:
        - rule: aama/cma/renewal
          title: { en: "Renewal", es: "Renovación" }
          encoded: 2026-11-22
          review_by: 2027-05-22
          requires:
            text: { en: "60 points", es: "60 puntos" }
            source: { id: page, row: AAMA-EL-01 }
            points: { in: period, of: aama/cma, unit: points, total: 60, each: { clinical: 10 } }
      """
    pack.files["credentials/aama/cma/recertification.cases.yaml"] = """
      cases:
        - case: some points
          rule: aama/cma/renewal
          as_of: 2026-11-22
          given:
            all_complete: true
            certifications: [ { of: aama/cma, date: 2024-03-10 } ]
            continuing_education: [ { date: 2025-05-10, amount: 52, category: clinical, approved_by: aama } ]
          expect: { verdict: not met, \(expect) }
      """
    return pack
  }

  private func failures(_ expect: String) throws -> [String] {
    let base = pack(expect).base
    let example = try #require(base.cases.first { $0.name == "some points" })
    return CaseRunner(book: base.book).failures(of: example)
  }

  @Test("the right number holds, any other fails and names both")
  func numbers() throws {
    #expect(try failures("short_by: { points: 8 }").isEmpty)
    for wrong in ["7", "9", "8.5", "52"] {
      let found = try failures("short_by: { points: \(wrong) }")
      #expect(found == ["expected short by \(wrong) points, found 8"])
    }
  }

  @Test("a unit that no sum has fails")
  func units() throws {
    #expect(try failures("short_by: { hours: 8 }") == ["expected short by 8 hours, found no sum in hours"])
  }

  @Test("a number that is none, an empty list and keys that nothing checks are refused")
  func refusals() {
    let file = "credentials/aama/cma/recertification.cases.yaml"
    #expect(pack("short_by: { points: few }").isRefused("expected a number above 0 for 'points'", file: file))
    #expect(pack("short_by: { points: 0 }").isRefused("expected a number above 0 for 'points'", file: file))
    #expect(pack("short_by: {}").isRefused("'short_by' needs a unit", file: file))
    #expect(pack("evidence: document").isRefused("unknown key 'evidence'", file: file))
    #expect(pack("expires: 2026-12-31").isRefused("unknown key 'expires'", file: file))
  }
}
