import Rules
import Services
import Testing
import Vocabulary

@Suite("Lists taken as the whole, and one record more")
struct TakenListTests {
  private let interview = Fixture.interview
  private let secondJob = [
    ("work-as-medical-assistant_2", "assistant-now"), ("work-from_2", "2015-01"), ("work-supervised_2", "yes"),
    ("work-duties_2", "both"), ("work-hours_2", "40"),
  ]

  private func worker(from: String, until: String) -> Interview.Answers {
    [
      ("program-status", "never"), ("exam-history", "never"), ("work-as-medical-assistant", "assistant-before"),
      ("diploma-status", "diploma"), ("diploma-earned", "2010-06-01"), ("work-from", from), ("work-until", until),
      ("work-supervised", "yes"), ("work-duties", "both"), ("work-hours", "40"), ("cpr-card", "none"),
    ]
  }

  private func list(_ kind: EvidenceKind, _ answers: Interview.Answers) -> TakenList? {
    interview.takenAsComplete(answers, asOf: Fixture.asOf).first { $0.kind == kind }
  }

  private func verdicts(_ answers: Interview.Answers) -> [Verdict] {
    let (evidence, faults) = interview.evidence(from: answers, asOf: Fixture.asOf)
    #expect(faults.isEmpty)
    return Fixture.verdicts(evidence, on: [Fixture.asOf])
  }

  @Test("a second job is asked for where it can turn an answer, and turns it")
  func secondJobCounts() {
    let short = worker(from: "2026-01-05", until: "2026-06-01")
    #expect(list(.work, short)?.text.en == "work: 1")
    #expect(list(.work, short)?.another == "work-as-medical-assistant_2")
    #expect(verdicts(short) != verdicts(short + secondJob))
    #expect(list(.work, short + secondJob)?.text.en == "work: 2")
  }

  @Test("the interview goes on with the second job")
  func goesOn() throws {
    let answers = worker(from: "2026-01-05", until: "2026-06-01") + [("work-as-medical-assistant_2", "assistant-now")]
    let page = try #require(interview.next(answers, asOf: Fixture.asOf))
    #expect(page.key.hasSuffix("_2"))
    #expect(page.about?.en == "Number 2")
    #expect(interview.about("work-as-medical-assistant_2", answers, asOf: Fixture.asOf)?.en == "number 2")
  }

  @Test("who does not know of another job leaves the list open, who has none closes it")
  func unknown() {
    let short = worker(from: "2026-01-05", until: "2026-06-01")
    #expect(list(.work, short + [("work-as-medical-assistant_2", "unknown")]) == nil)
    let closed = list(.work, short + [("work-as-medical-assistant_2", "none")])
    #expect(closed?.text.en == "work: 1" && closed?.another == nil)
  }

  @Test("where no second job is asked for, none would change an answer", arguments: 15...18 as ClosedRange<UInt64>)
  func sound(seed: UInt64) {
    let person = RandomPerson(seed: seed &* 104_729)
    let told = Fixture.run { person[$0] }
    guard let list = list(.work, told), list.another == nil else { return }
    let more = told + secondJob
    let (evidence, _) = interview.evidence(from: more, asOf: Fixture.asOf)
    let days = Interview.days(interview.evidence(from: told, asOf: Fixture.asOf).evidence, asOf: Fixture.asOf)
    let before = Fixture.verdicts(interview.evidence(from: told, asOf: Fixture.asOf).evidence, on: days)
    #expect(Fixture.verdicts(evidence, on: days) == before)
  }

  @Test("an application is asked for where the day it was sent can turn an answer, and never before any answer")
  func application() {
    #expect(list(.application, []) == nil)
    let graduate: Interview.Answers = [
      ("program-status", "finished"), ("program-graduated", "2022-03-01"), ("exam-history", "never"),
      ("program-accreditation", "caahep"), ("work-as-medical-assistant", "none"), ("program-kind", "school"),
      ("program-total-hours", "900"), ("program-practicum-hours", "180"), ("diploma-status", "diploma"),
      ("program-recognized-by", "none"),
    ]
    #expect(list(.application, graduate)?.another == "applied")
    let sent = graduate + [("applied", "rma"), ("application-on", "2025-10-01")]
    #expect(verdicts(graduate) != verdicts(sent))
    let never = [("program-status", "never"), ("exam-history", "never"), ("work-as-medical-assistant", "none")]
    #expect(list(.application, never) == nil)
  }
}
