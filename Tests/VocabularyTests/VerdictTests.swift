import Testing
import Vocabulary

@Suite("Verdicts: a chain")
struct VerdictTests {
  @Test("all is the minimum, as the table says")
  func all() {
    // Rows and columns: not met, not covered, undetermined, met.
    let table: [[Verdict]] = [
      [.notMet, .notMet, .notMet, .notMet],
      [.notMet, .notCovered, .notCovered, .notCovered],
      [.notMet, .notCovered, .undetermined, .undetermined],
      [.notMet, .notCovered, .undetermined, .met],
    ]
    check(table, Finding.all)
  }

  @Test("any is the maximum, as the table says")
  func any() {
    let table: [[Verdict]] = [
      [.notMet, .notCovered, .undetermined, .met],
      [.notCovered, .notCovered, .undetermined, .met],
      [.undetermined, .undetermined, .undetermined, .met],
      [.met, .met, .met, .met],
    ]
    check(table, Finding.any)
  }

  private func check(_ table: [[Verdict]], _ combine: (Finding, Finding) -> Finding) {
    let chain: [Verdict] = [.notMet, .notCovered, .undetermined, .met]
    for (i, row) in table.enumerated() {
      for (j, expected) in row.enumerated() {
        #expect(combine(Finding(chain[i]), Finding(chain[j])).verdict == expected, "\(chain[i]), \(chain[j])")
      }
    }
  }

  @Test("names are read back")
  func names() {
    for verdict in Verdict.allCases { #expect(Verdict(name: verdict.name) == verdict) }
    for grade in EvidenceGrade.allCases { #expect(EvidenceGrade(name: grade.name) == grade) }
    #expect(Verdict(name: "eligible") == nil)
    #expect(EvidenceGrade(name: "stated") == nil)
  }
}
