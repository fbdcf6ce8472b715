import Continuing
import Rules
import Services
import Testing
import Vocabulary

@Suite("Whether a course counts, before it is taken")
struct AcceptanceTests {
  static let two = """
    certifications:
      - { of: aama/cma, date: 2022-05-16, by: examination }
      - { of: nha/ccma, date: 2025-02-03, by: examination, expires: 2027-02-03 }
    continuing_education: []
    """

  func answers(_ course: Course, _ person: String = two) throws -> [Acceptance] {
    let education = try EducationFixture.education()
    let ledger = try education.ledger(EducationFixture.evidence(person), also: course.day)
    return education.accepts(course, ledger)
  }

  @Test("in both periods, in its category, with the approval")
  func counts() throws {
    let answers = try answers(
      EducationFixture.course("A", "2027-01-10", units: 2, categories: ["clinical"], approvedBy: ["aama"]))
    #expect(answers.map(\.credential) == ["aama/cma", "nha/ccma"])
    #expect(answers.map(\.answer) == [.counts, .counts])
    #expect(answers[0].category == "clinical" && answers[0].count.approved == Quantity(2))
    #expect(answers[0].duty.days == DayInterval(EducationFixture.day("2022-05-16"), EducationFixture.day("2027-05-31")))
    #expect(answers[0].duty.finding.grade == .presumed)
    #expect(answers[0].duty.citations.first != nil)
  }

  @Test("after one period, in the other")
  func outside() throws {
    let answers = try answers(EducationFixture.course("A", "2027-03-10", units: 2, approvedBy: ["aama"]))
    #expect(answers.map(\.answer) == [.counts, .doesNotCount])
    guard case .outside(let days)? = answers[1].reasons.first else {
      Issue.record("expected the days that count")
      return
    }
    #expect(days.last == EducationFixture.day("2027-02-03"))
  }

  @Test("without an approval or a category it counts in the total only, and why is said")
  func totalOnly() throws {
    let course = EducationFixture.course("A", "2027-01-10", units: 2, categories: [], approvedBy: nil)
    let answer = try #require(try answers(course).first)
    #expect(answer.answer == .inTotalOnly && answer.count.total == Quantity(2))
    #expect(answer.reasons == [.categoryOpen, .approvalOpen])
    let other = EducationFixture.course("B", "2027-01-10", units: 2, categories: ["none"], approvedBy: ["nha"])
    #expect(try answers(other).first?.reasons == [.noCategory, .notApproved(by: "aama")])
  }

  @Test("an approval that has ended by the day of the course does not count")
  func approvalOver() throws {
    let course = EducationFixture.course(
      "A", "2027-01-10", units: 2, approvedBy: ["aama"], until: "2027-01-09")
    let answer = try #require(try answers(course).first)
    #expect(answer.answer == .inTotalOnly)
    #expect(answer.reasons == [.approvalOver(EducationFixture.day("2027-01-09"))])
    let last = EducationFixture.course("A", "2027-01-10", units: 2, approvedBy: ["aama"], until: "2027-01-10")
    #expect(try answers(last).first?.answer == .counts)
  }

  @Test("a cycle that comes later is found by the day of the course; readings that disagree are each told")
  func cycles() throws {
    let person = "certifications: [ { of: ncct/ncma, date: 2026-06-01, by: examination } ]"
    let answers = try self.answers(
      EducationFixture.course("A", "2028-02-01", units: 3, approvedBy: ["ncct"]), person)
    #expect(answers.map(\.duty.cycle) == [1, 1])
    #expect(answers.allSatisfy { $0.answer == .counts && $0.duty.isReading })
    let early = EducationFixture.course("B", "2026-05-01", units: 3, approvedBy: ["ncct"])
    #expect(try self.answers(early, person).map(\.answer) == [.doesNotCount, .doesNotCount])
  }

  @Test("a certification that is over is told as such; one that nobody gave cannot be asked about")
  func over() throws {
    let course = EducationFixture.course("A", "2027-01-10", units: 2)
    let over = try answers(course, "certifications: [ { of: nha/ccma, date: 2020-02-03, by: examination } ]")
    #expect(over.allSatisfy { $0.answer == .doesNotCount && $0.reasons.contains(.isOver) })
    #expect(throws: QuestionError.self) { _ = try answers(course, "certifications: []") }
  }
}
