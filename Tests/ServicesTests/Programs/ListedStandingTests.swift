import Rules
import Services
import Testing
import Vocabulary

@Suite("What the list says about a day")
struct ListedStandingTests {
  private let vintage = ProgramFixture.day("2020-10-05")

  private func standing(_ program: ListedProgram, _ day: String) -> ListedStanding {
    program.timeline(vintage: vintage).value(on: ProgramFixture.day(day))
  }

  @Test("a stretch without an end holds through the vintage and is not known after it")
  func open() {
    let program = ProgramFixture.program([ProgramFixture.span("2010-12-01", .open)])
    #expect(standing(program, "2010-11-30") == .noRecord)
    #expect(standing(program, "2010-12-01") == .recorded)
    #expect(standing(program, "2020-10-05") == .recorded)
    #expect(standing(program, "2020-10-06") == .notKnown)
    #expect(standing(program, "2026-11-22") == .notKnown)
  }

  @Test("an estimated beginning is presumed until an action, the end or the vintage shows it")
  func estimated() {
    let begins = ProgramFixture.span("2010-12-01", estimated: true, .open)
    let renewed = ProgramFixture.program(
      [begins], [ListedAction(day: ProgramFixture.day("2017-08-15"), kind: .renewed)])
    #expect(standing(renewed, "2010-11-30") == .noRecord)
    #expect(standing(renewed, "2010-12-01") == .presumed)
    #expect(standing(renewed, "2017-08-14") == .presumed)
    #expect(standing(renewed, "2017-08-15") == .recorded)
    let deferred = ProgramFixture.program(
      [begins], [ListedAction(day: ProgramFixture.day("2017-08-15"), kind: .deferred)])
    #expect(standing(deferred, "2020-10-04") == .presumed)
    #expect(standing(deferred, "2020-10-05") == .recorded)
    let day = DayInterval(ProgramFixture.day("2014-09-28"))
    let ended = ProgramFixture.program([ProgramFixture.span("2011-12-28", estimated: true, .ended(day))])
    #expect(standing(ended, "2014-09-27") == .presumed)
    #expect(standing(ended, "2014-09-28") == .recorded)
    #expect(standing(ended, "2014-09-29") == .noRecord)
  }

  @Test("an end between two days, and one without a day, leave the days between open")
  func ends() {
    let days = DayInterval(ProgramFixture.day("2018-10-03"), ProgramFixture.day("2018-10-15"))
    let named = ProgramFixture.program([ProgramFixture.span("2010-12-01", .ended(days))])
    #expect(standing(named, "2018-10-03") == .recorded)
    #expect(standing(named, "2018-10-04") == .notKnown)
    #expect(standing(named, "2018-10-15") == .notKnown)
    #expect(standing(named, "2018-10-16") == .noRecord)
    let missing = ProgramFixture.program(
      [ProgramFixture.span("2015-11-30", .dayMissing)],
      [ListedAction(day: ProgramFixture.day("2019-02-05"), kind: .probation)])
    #expect(standing(missing, "2019-02-05") == .recorded)
    #expect(standing(missing, "2019-02-06") == .notKnown)
  }

  @Test("where stretches overlap the stronger one counts")
  func overlap() {
    let day = DayInterval(ProgramFixture.day("2014-06-30"))
    let program = ProgramFixture.program([
      ProgramFixture.span("2004-07-06", estimated: true, .ended(day)),
      ProgramFixture.span("2010-01-01", .ended(DayInterval(ProgramFixture.day("2012-01-01")))),
    ])
    #expect(standing(program, "2009-12-31") == .presumed)
    #expect(standing(program, "2010-01-01") == .recorded)
    #expect(standing(program, "2012-01-02") == .presumed)
  }

  @Test("no program of the list has any standing but 'not known' after the vintage")
  func noneToday() {
    for program in ProgramFixture.directory.programs {
      let timeline = program.timeline(vintage: ProgramFixture.directory.vintage)
      let after = timeline.spans(in: DayInterval(ProgramFixture.directory.vintage.next, .distantFuture))
      #expect(after.map(\.value) == [.notKnown], "\(program.id)")
      #expect(
        timeline.value(on: ProgramFixture.directory.vintage) != .notKnown
          || program.accreditation.contains { $0.end == .dayMissing })
    }
  }
}
