import Knowledge
import Rules
import Services
import Testing
import Vocabulary

@Suite("Answers are checked, shown, changed")
struct ChangedAnswerTests {
  let interview = Fixture.interview
  let asOf = Fixture.asOf
  let graduate: Interview.Answers = [
    ("program-status", "finished"), ("program-graduated", "2026-06-12"), ("program-accreditation", "caahep"),
    ("exam-history", "failed"), ("failed-exams", "cma,rma"), ("failed-times", "2"), ("failed-times_2", "1"),
    ("attempt-on_2", "2026-09-01"),
  ]

  private func refused(_ answer: String, _ key: String, _ answers: Interview.Answers) -> Bool {
    interview.refusal(answer, for: key, answers, asOf: asOf) != nil
  }

  @Test(
    "a day that is none, a graduation before the first day, a number out of range and a failed exam to come are refused"
  )
  func refusals() {
    #expect(refused("2026-02-30", "program-graduated", graduate))
    #expect(!refused("2026-02", "program-graduated", graduate))
    #expect(refused("2027-02-01", "program-graduated", graduate), "finished, but on a day ahead")
    #expect(refused("2026-07-01", "program-enrolled", graduate))
    #expect(!refused("2025-07-01", "program-enrolled", graduate))
    #expect(refused("20000", "program-total-hours", graduate))
    #expect(refused("-3", "program-total-hours", graduate))
    #expect(refused("2027-01-05", "attempt-on", graduate))
    #expect(refused("2026-01-05", "attempt-on_4", graduate), "only three were counted")
    #expect(refused("maybe", "program-institution", graduate))
    #expect(refused("cma,cma", "failed-exams", graduate))
    #expect(refused("yes", "no-such-question", graduate))
  }

  @Test("answers become records with the days as they were said")
  func evidence() {
    let (evidence, faults) = interview.evidence(from: graduate, asOf: asOf)
    #expect(faults.isEmpty)
    let program = evidence.records(of: .program)[0]
    #expect(program.id == "program-1")
    #expect(program.grade == .selfReported)
    #expect(program["graduated"] == .day(DayInterval(CivilDate("2026-06-12")!), expected: false))
    #expect(program["academic_hours"] == .unknown)
    #expect(evidence.completeThrough[.program] == asOf)
    #expect(
      evidence.records(of: .attempt).map { $0["of"] } == [.word("aama/cma"), .word("aama/cma"), .word("amt/rma")])
    #expect(evidence.records(of: .attempt)[1]["date"] == .day(DayInterval(CivilDate("2026-09-01")!), expected: false))
    #expect(evidence.completeThrough[.attempt] == asOf)
    #expect(evidence.completeThrough[.certification] == asOf)
    #expect(evidence.completeThrough[.work] == nil)
  }

  @Test("a day ahead is a plan, and an unknown count leaves its list open")
  func plans() {
    let (student, _) = interview.evidence(
      from: [("program-status", "in-one-now"), ("program-graduated", "2027-06")], asOf: asOf)
    let month = DayInterval(CivilDate("2027-06-01")!, CivilDate("2027-06-30")!)
    #expect(student.records(of: .program)[0]["graduated"] == .day(month, expected: true))
    let (open, _) = interview.evidence(
      from: [("exam-history", "failed"), ("failed-exams", "cma"), ("failed-times", "unknown")], asOf: asOf)
    #expect(open.completeThrough[.attempt] == nil)
  }

  @Test("changing one answer takes along what hangs on it, and nothing else")
  func changes() {
    let never = interview.changing("program-status", to: "never", graduate, asOf: asOf)
    #expect(
      never.map(\.question) == [
        "program-status", "exam-history", "failed-exams", "failed-times", "failed-times_2", "attempt-on_2",
      ])
    let passed = interview.changing("exam-history", to: "never", graduate, asOf: asOf)
    #expect(passed.map(\.question) == ["program-status", "program-graduated", "program-accreditation", "exam-history"])
    let now = interview.changing("program-status", to: "in-one-now", graduate, asOf: asOf)
    #expect(!now.contains { $0.question == "program-graduated" }, "a past graduation does not fit a program of now")
    let day = interview.changing("program-graduated", to: "2026-05", graduate, asOf: asOf)
    #expect(day.map(\.question) == graduate.map(\.question))
    #expect(day[1].answer == "2026-05")
  }

  @Test("answers read as words in both languages, with the record they are about")
  func told() {
    let english = interview.told(graduate, .english, asOf: asOf)
    #expect(english.count == graduate.count)
    #expect(english[1].text == "Jun 12, 2026 (5 months ago)")
    #expect(english[2].text == "Yes, by CAAHEP")
    #expect(english[7].term == "exam day (CMA (AAMA), number 2)")
    #expect(interview.told(graduate, .spanish, asOf: asOf)[2].text == "Sí, por CAAHEP")
    #expect(interview.takenAsComplete(graduate, asOf: asOf).first { $0.kind == .program }?.text.en == "program: 1")
  }

  @Test("every question that the interview asks by itself says which requirements read it, but for gates of the exams")
  func reasons() {
    let hours = interview.reasons(for: "program-total-hours", asOf: asOf)
    #expect(hours.map(\.mark) == ["RMA (AMT)"])
    #expect(hours.allSatisfy { $0.grade == .reported && !$0.citations.isEmpty })
    let accreditation = interview.reasons(for: "program-accreditation", asOf: asOf)
    #expect(Set(accreditation.map(\.mark)).isSuperset(of: ["CMA (AAMA)", "RMA (AMT)"]))
    for id in [
      "program-status", "program-graduated", "work-as-medical-assistant", "work-from", "work-supervised", "work-duties",
      "work-hours", "cpr-card", "exam-history", "attempt-on", "diploma-status", "program-kind", "category-4-review",
    ] {
      #expect(!interview.reasons(for: id, asOf: asOf).isEmpty, "\(id)")
    }
  }

  @Test("nothing asks about convictions, and age only in bands")
  func neverAsked() {
    for question in Fixture.base.questions {
      let text = (question.text.en + (question.help?.en ?? "")).lowercased()
      for word in ["convict", "felony", "crime", "criminal", "arrest", "birth date", "how old"] {
        #expect(!text.contains(word), "\(question.id)")
      }
    }
    #expect(Fixture.base.questions.filter { $0.fields.contains { $0.path == "person.age" } }.map(\.kind) == [.choice])
  }
}
