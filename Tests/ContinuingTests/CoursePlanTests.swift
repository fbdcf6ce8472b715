import Continuing
import CourseProof
import Rules
import Services
import Testing
import Vocabulary

@Suite("A set of courses for a person")
struct CoursePlanTests {
  func plan(
    _ courses: [Course], _ person: String, aim: CourseAim = .cost, by: String? = nil
  ) throws -> CoursePlan {
    let education = try EducationFixture.education()
    let last = by.map(EducationFixture.day)
    let ledger = try education.ledger(EducationFixture.evidence(person), through: last)
    let plan = education.plan(courses, ledger, aim: aim, by: last)
    let proven = try ProofChecker.check(CourseCertificate.bytes(plan))
    #expect(proven.total == plan.answer.cost && proven.bound == plan.answer.bound)
    return plan
  }

  static let nearlyDone = """
    certifications:
      - { of: aama/cma, date: 2022-05-16, by: examination }
      - { of: nha/ccma, date: 2025-04-03, by: examination, expires: 2027-04-03 }
    continuing_education:
      - { date: 2023-03-14, amount: 12, category: clinical, approved_by: aama }
      - { date: 2024-05-20, amount: 20, category: administrative, approved_by: aama }
      - { date: 2024-06-02, amount: 20, category: general, approved_by: other }
    """

  @Test("one course that serves two certifications is taken in place of two cheaper ones")
  func shared() throws {
    let courses = [
      EducationFixture.course("both", "2027-03-01", units: 10, price: 9000),
      EducationFixture.course("early", "2027-03-02", units: 8, price: 5000),
      EducationFixture.course("late", "2027-05-02", units: 10, price: 4500),
      EducationFixture.course("small", "2027-03-03", units: 2, price: 4100),
    ]
    let plan = try plan(courses, Self.nearlyDone)
    #expect(plan.chosen.map(\.course.id) == ["both"])
    #expect(plan.answer.isBest && plan.isConfirmed && !plan.hasAlternatives)
    #expect(plan.chosen[0].places.map(\.credential) == ["aama/cma", "nha/ccma"])
  }

  @Test("a course in two categories is counted in the one that is missing, and in one only")
  func categories() throws {
    let person = """
      certifications: [ { of: aama/cma, date: 2022-05-16, by: examination } ]
      continuing_education:
        - { date: 2023-03-14, amount: 50, category: clinical, approved_by: aama }
        - { date: 2023-04-14, amount: 5, category: general, approved_by: aama }
        - { date: 2023-05-14, amount: 10, category: administrative, approved_by: aama }
      """
    let courses = [
      EducationFixture.course("two", "2027-03-01", units: 5, price: 9000, categories: ["clinical", "general"]),
      EducationFixture.course("one", "2027-03-01", units: 5, price: 1000, categories: ["clinical"]),
    ]
    let plan = try plan(courses, person)
    #expect(plan.chosen.map(\.course.id) == ["two"])
    #expect(plan.chosen[0].places.map(\.category) == ["general"])
    #expect(plan.isConfirmed)
  }

  @Test("courses of one series count once; courses before the day asked or after the last day are not taken")
  func once() throws {
    let person = "certifications: [ { of: nha/ccma, date: 2026-04-03, by: examination, expires: 2028-04-03 } ]"
    let courses = [
      EducationFixture.course("s1", "2027-03-01", units: 5, price: 100, series: "x"),
      EducationFixture.course("s2", "2027-04-01", units: 5, price: 100, series: "x"),
      EducationFixture.course("past", "2026-09-01", units: 5, price: 100),
      EducationFixture.course("far", "2028-02-01", units: 5, price: 100),
      EducationFixture.course("dear", "2027-05-01", units: 5, price: 900),
    ]
    #expect(try plan(courses, person).chosen.count == 2)
    let early = try plan(courses, person, by: "2027-12-31")
    #expect(early.chosen.map(\.course.id).contains("dear") && early.price == Money(cents: 1000))
  }

  @Test("too few courses: proved, with what is missing")
  func short() throws {
    let person = "certifications: [ { of: nha/ccma, date: 2026-04-03, by: examination, expires: 2028-04-03 } ]"
    let plan = try plan([EducationFixture.course("a", "2027-03-01", units: 4)], person)
    #expect(plan.answer.isImpossible)
    #expect(plan.shortfalls.map(\.missing) == [Quantity(10)] && plan.shortfalls.map(\.offered) == [Quantity(4)])
  }

  @Test("nothing missing, nothing to take")
  func done() throws {
    let person = """
      certifications: [ { of: nha/ccma, date: 2026-04-03, by: examination, expires: 2028-04-03 } ]
      continuing_education: [ { date: 2026-08-01, amount: 10 } ]
      """
    let plan = try plan([EducationFixture.course("a", "2027-03-01", units: 4)], person)
    #expect(plan.chosen.isEmpty && plan.answer.isBest)
  }

  @Test("several cycles by a later day, each with its own courses; the hours can be the aim")
  func cycles() throws {
    let person = "certifications: [ { of: ncct/ncma, date: 2026-06-01, by: examination } ]"
    let courses = [
      EducationFixture.course("y1", "2027-03-01", units: 14, approvedBy: ["ncct"]),
      EducationFixture.course("y1-long", "2027-03-01", units: 20, price: 1, approvedBy: ["ncct"]),
      EducationFixture.course("y2", "2028-03-01", units: 14, approvedBy: ["ncct"]),
      EducationFixture.course("y2-other", "2028-03-01", units: 14, price: 1, approvedBy: ["aama"]),
    ]
    #expect(try plan(courses, person).chosen.map(\.course.id) == ["y1-long"])
    let longer = try plan(courses, person, aim: .hours, by: "2028-05-31")
    #expect(longer.chosen.map(\.course.id) == ["y1", "y2"])
    #expect(longer.isConfirmed && longer.hours == Quantity(28))
  }

  @Test("the whole rule is met once the courses of the set are taken")
  func carriedOut() throws {
    let base = try EducationFixture.base.get()
    let day = EducationFixture.day("2026-11-22")
    let plan = try plan(EducationFixture.catalog(), Self.nearlyDone)
    #expect(plan.answer.isBest && plan.isConfirmed)
    var evidence = try EducationFixture.evidence(Self.nearlyDone + "\nattempts: []")
    for chosen in plan.chosen { evidence.put(chosen.course.record(for: "nha", category: nil, asOf: day)) }
    let inquiry = Inquiry(asOf: day, on: EducationFixture.day("2027-04-03"))
    let answer = try Assessor(base).determine("nha/ccma/renewal-by-education", evidence, inquiry)
    #expect(answer.finding.verdict == .met)
    evidence = try EducationFixture.evidence(Self.nearlyDone)
    let before = try Assessor(base).determine("nha/ccma/renewal-by-education", evidence, inquiry)
    #expect(before.finding.verdict != .met)
  }
}
