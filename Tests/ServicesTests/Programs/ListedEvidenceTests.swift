import Knowledge
import Rules
import Services
import Testing
import Vocabulary

@Suite("A program of the list as evidence")
struct ListedEvidenceTests {
  private let assessor = Assessor(Fixture.base)

  private func evidence(_ program: ListedProgram, _ enrolled: String, _ graduated: String) -> Evidence {
    var record = ListedEvidence(program, ProgramFixture.source).record(id: "program-1")
    let end = ProgramFixture.day(graduated)
    record["enrolled"] = .day(DayInterval(ProgramFixture.day(enrolled)), expected: false)
    for name in ["coursework_completed", "practicum_completed", "graduated"] {
      record[name] = .day(DayInterval(end), expected: end > Fixture.asOf)
    }
    var evidence = Evidence(records: [record])
    for kind in EvidenceKind.allCases { evidence.completeThrough[kind] = Fixture.asOf }
    return evidence
  }

  private func finding(_ program: ListedProgram, _ enrolled: String, _ graduated: String, _ category: String) throws
    -> Finding
  {
    try assessor.determine(
      "aama/cma/eligibility#\(category)", evidence(program, enrolled, graduated), Inquiry(asOf: Fixture.asOf)
    ).finding
  }

  @Test("in it while it was on record: met by category 2, never green on a copy without a date")
  func inside() throws {
    let program = ProgramFixture.program([ProgramFixture.span("2010-12-01", .open)])
    let finding = try finding(program, "2015-01-05", "2015-12-11", "category-2")
    #expect(finding.verdict == .met && !finding.isGreen && finding.evidence == .selfReported)
  }

  @Test("in it up to the vintage: met; only after it: not known")
  func vintage() throws {
    let program = ProgramFixture.program([ProgramFixture.span("2010-12-01", .open)])
    #expect(try finding(program, "2020-10-05", "2021-06-01", "category-2").verdict == .met)
    #expect(try finding(program, "2020-10-06", "2021-06-01", "category-2").verdict == .undetermined)
    #expect(try finding(program, "2026-01-05", "2026-12-11", "category-1-student").verdict == .undetermined)
  }

  @Test("before the beginning and after the end it is not known either: absence is never a no")
  func absence() throws {
    let day = DayInterval(ProgramFixture.day("2014-09-28"))
    let program = ProgramFixture.program([ProgramFixture.span("2010-12-01", .ended(day))])
    #expect(try finding(program, "2014-09-28", "2015-06-01", "category-2").verdict == .met)
    #expect(try finding(program, "2014-09-29", "2015-06-01", "category-2").verdict == .undetermined)
    #expect(try finding(program, "2001-01-05", "2001-12-11", "category-2").verdict == .undetermined)
  }

  @Test("an estimated beginning counts only from the day that shows it")
  func estimated() throws {
    let program = ProgramFixture.program(
      [ProgramFixture.span("2010-12-01", estimated: true, .open)],
      [ListedAction(day: ProgramFixture.day("2017-08-15"), kind: .renewed)])
    #expect(try finding(program, "2012-01-05", "2012-12-11", "category-2").verdict == .undetermined)
    #expect(try finding(program, "2017-01-05", "2017-08-15", "category-2").verdict == .met)
    #expect(try finding(program, "2017-01-05", "2017-08-14", "category-2").verdict == .undetermined)
  }

  @Test("no program of the list gives a no, or a yes to somebody who is in it today")
  func everyProgram() throws {
    for program in ProgramFixture.directory.programs {
      #expect(
        try finding(program, "2026-01-05", "2026-12-11", "category-1-student").verdict == .undetermined, "\(program.id)"
      )
      #expect(try finding(program, "2021-01-05", "2021-12-11", "category-2").verdict == .undetermined, "\(program.id)")
      #expect(try finding(program, "2012-01-05", "2012-12-11", "category-2").verdict != .notMet, "\(program.id)")
    }
  }

  @Test("yes exactly where a day of the studies is on record, or a recorded beginning follows within 36 months")
  func agrees() throws {
    let days = ["1995-03-01", "2006-05-01", "2012-02-01", "2016-02-01", "2019-02-01", "2020-10-05"]
    for program in ProgramFixture.directory.programs {
      let timeline = program.timeline(vintage: ProgramFixture.directory.vintage)
      for text in days {
        let day = ProgramFixture.day(text)
        let follows = program.accreditation.contains {
          !$0.isEstimated && day <= $0.begins && $0.begins.adding(months: -36) <= day
        }
        let expected = timeline.value(on: day) == .recorded || follows
        #expect(try (finding(program, text, text, "category-2").verdict == .met) == expected, "\(program.id) \(text)")
      }
    }
  }

  @Test("a person file printed from a program reads back as the same evidence")
  func personFile() throws {
    for program in ProgramFixture.directory.programs {
      let listed = ListedEvidence(program, ProgramFixture.directory.source)
      let text = ProgramPersonFile.text(listed, asOf: Fixture.asOf)
      let person = try PersonReader(Fixture.base).read(text: text, file: "printed", today: Fixture.asOf)
      #expect(person.evidence.records == [listed.record(id: "program-1")])
      #expect(person.evidence.completeThrough[.program] == nil)
    }
  }
}
