import Rules
import Services
import Testing
import Vocabulary

@Suite("Whom another edition concerns")
struct EditionImpactTests {
  private func person(hours: Int) -> Evidence {
    let program = EvidenceRecord(
      id: "program-1", kind: .program,
      values: [
        "academic_hours": .amount(low: Quantity(hours), high: Quantity(hours)),
        "graduated": .day(DayInterval(CivilDate("2025-06-01")!), expected: false),
      ])
    return Evidence(records: [program], completeThrough: [.program: CivilDate("2026-11-22")!])
  }

  @Test("only those between the old and the new number change")
  func changes() throws {
    var stricter = SmallPack()
    stricter.files[SmallPack.path] = stricter.files[SmallPack.path]?.replacing("560 hours }", with: "600 hours }")
    let people = [559, 560, 599, 600].map { (name: "P\($0)", evidence: person(hours: $0)) }
    let changes = try EditionImpact.changes(
      people, from: SmallPack().base, to: stricter.base, Inquiry(asOf: CivilDate("2026-11-22")!))
    #expect(changes.map(\.person) == ["P560", "P599"])
    #expect(changes.allSatisfy { $0.before?.verdict == .met && $0.after?.verdict == .notMet && $0.isOfVerdict })
    #expect(EditionImpact.text(changes, .english).hasPrefix("P560: Who can sit (aama/cma/eligibility): Yes → No"))
    #expect(EditionImpact.text([], .english) == "No answer changes for these people.")
  }
}
