import Continuing
import CourseProof
import Foundation

import Testing
import Vocabulary

@testable import Services

@Suite("A catalog of courses")
struct CatalogTests {
  private func read(_ rows: String, limits: CatalogReader.Limits = .file) throws -> [Course] {
    let head = "id,title,provider,date,hours,price,units,category,approved by\n"
    let reader = CatalogReader(
      try EducationFixture.base.get(), asOf: EducationFixture.day("2026-11-22"), limits: limits)
    return try reader.read(Data((head + rows).utf8))
  }

  @Test("a course on demand is reckoned as completed on the day asked")
  func onDemand() throws {
    let courses = try read(
      "A,Wounds,Sample,On demand,4,20,4,clinical,aama\nB,Ethics,Sample,2027-03-01,4,20,4,general,aama\n")
    #expect(courses.map(\.isOnDemand) == [true, false])
    #expect(courses[0].day == EducationFixture.day("2026-11-22"))
    #expect(throws: SheetRefusal.self) { try read("A,Wounds,Sample,soon,4,20,4,clinical,aama\n") }
  }

  @Test("as many courses as the limits say, and not one more")
  func limits() throws {
    let limits = CatalogReader.Limits(rows: 2, bytes: 1000)
    func rows(_ count: Int) -> String {
      (0..<count).map { "A\($0),Wounds,Sample,on demand,4,20,4,clinical,aama\n" }.joined()
    }
    #expect(try read(rows(2), limits: limits).count == 2)
    #expect(throws: SheetRefusal.self) { try read(rows(3), limits: limits) }
    #expect(throws: SheetRefusal.self) {
      try read(rows(2), limits: CatalogReader.Limits(rows: 2, bytes: 100))
    }
  }

  @Test("a large catalog in which every course can be counted in several categories stops when it is told to")
  func stops() throws {
    let courses = (0..<150).map { number in
      EducationFixture.course(
        "C\(number)", "2027-03-01", units: 1 + number % 3, price: 900 + number * 37 % 1000,
        categories: ["administrative", "clinical", "general"], approvedBy: number % 2 == 0 ? ["aama"] : [])
    }
    let education = try EducationFixture.education()
    let ledger = try education.ledger(
      EducationFixture.evidence("certifications: [ { of: aama/cma, date: 2022-05-16, by: examination } ]"))
    for most in [1, 3, 10] {
      func plan() -> CoursePlan {
        var asked = 0
        return education.plan(courses, ledger, aim: .cost, by: nil) { _ in
          asked += 1
          return asked <= most
        }
      }
      let first = plan()
      let proven = try ProofChecker.check(CourseCertificate.bytes(first))
      #expect(proven.bound == first.answer.bound && proven.total == first.answer.cost)
      #expect(plan().answer == first.answer)
    }
  }
}
