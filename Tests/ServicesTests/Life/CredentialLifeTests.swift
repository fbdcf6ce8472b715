import Knowledge
import Rules
import Services
import Testing
import Vocabulary

@Suite("The life of a credential")
struct CredentialLifeTests {
  private func life(_ credential: String, _ facts: String) throws -> CredentialLife {
    let file = try Samples.read("person_file: 1\nas_of: 2026-11-22\n" + facts)
    let named = try #require(Samples.base.credential(credential))
    return try #require(try Assessor(Samples.base).life(named, file.evidence, Samples.inquiry))
  }

  private func phase(_ life: CredentialLife, _ day: String) throws -> CredentialLife.Phase {
    life.phases.value(on: try #require(CivilDate(day)))
  }

  private static let student = """
    diplomas: [ { type: diploma, earned: 2025-06-05 } ]
    programs:
      - type: school
        subject: medical-assisting
        level: postsecondary
        award: certificate
        enrolled: 2026-09-08
        coursework_completed: { expected: 2027-05-28 }
        practicum_completed: { expected: 2027-05-28 }
        graduated: { expected: 2027-06-04 }
        institution_recognized: true
        accreditation: [ { by: abhes, from: 2019-01-15 } ]
    applications: []
    certifications: []
    decisions: []
    """

  private static let holder = """
    certifications: [ { of: aama/cma, date: 2022-05-16, by: continuing-education } ]
    attempts: []
    applications: []
    decisions: []
    """

  private static let sixtyPoints = """
    continuing_education:
      - { title: A, date: 2023-03-14, amount: 30, category: clinical, approved_by: aama }
      - { title: B, date: 2024-05-20, amount: 15, category: administrative, approved_by: aama }
      - { title: C, date: 2025-10-02, amount: 15, category: general, approved_by: aama }
    """

  @Test("a student is not yet eligible through day 31 before completion, and eligible from day 30")
  func student() throws {
    let life = try life("aama/cma", Self.student + "\nattempts: []")
    #expect(try phase(life, "2026-11-22") == .notYetEligible)
    #expect(try phase(life, "2027-04-27") == .notYetEligible)
    #expect(try phase(life, "2027-04-28") == .eligible)
    #expect(life.failed.count == 0)
    #expect(life.failed.isComplete)
    #expect(life.through == nil)
  }

  @Test("somebody of whom nothing is known has a phase that is not known, and maybe failed attempts")
  func nothing() throws {
    let life = try life("aama/cma", "")
    #expect(try phase(life, "2026-11-22") == .unknown)
    #expect(!life.failed.isComplete)
  }

  @Test("a holder without the points is certified with something missing; with them, certified")
  func holder() throws {
    let short = try life("aama/cma", Self.holder + "\ncontinuing_education: []")
    #expect(try phase(short, "2026-11-22") == .due)
    #expect(short.through == CivilDate("2027-05-31"))
    let full = try life("aama/cma", Self.holder + "\n" + Self.sixtyPoints)
    #expect(try phase(full, "2025-10-01") == .due)
    #expect(try phase(full, "2025-10-02") == .certified)
    #expect(try phase(full, "2027-05-31") == .certified)
  }

  @Test("a holder of whom no points are told: whether the renewal is complete is not known")
  func pointsNotTold() throws {
    #expect(try phase(try life("aama/cma", Self.holder), "2026-11-22") == .renewalUnknown)
  }

  @Test("the late window opens the day after expiry and closes after three months, points or not; then the exam")
  func late() throws {
    for points in ["continuing_education: []", Self.sixtyPoints] {
      let life = try life("aama/cma", Self.holder + "\n" + points)
      #expect(try phase(life, "2027-05-31") != .lateWindow)
      #expect(try phase(life, "2027-06-01") == .lateWindow)
      #expect(try phase(life, "2027-08-29") == .lateWindow)
      #expect(try phase(life, "2027-08-31") == .lateWindow)
      #expect(try phase(life, "2027-09-01") == .reactivable)
      #expect(try phase(life, "2031-01-01") == .reactivable)
    }
  }

  @Test("a certification that was taken away has no late window")
  func revoked() throws {
    let life = try life(
      "aama/cma",
      """
      certifications: [ { of: aama/cma, date: 2022-05-16, by: examination, revoked: 2024-02-01 } ]
      continuing_education: []
      attempts: []
      applications: []
      decisions: []
      """)
    #expect(try phase(life, "2024-01-31") == .due)
    #expect(try phase(life, "2024-02-01") == .lapsed)
    #expect(try phase(life, "2027-06-01") == .lapsed)
  }

  @Test("after a third failed exam the CMA (AAMA) is closed; after the second it is not")
  func threeFailures() throws {
    let life = try life(
      "aama/cma",
      """
      programs:
        - type: school
          subject: medical-assisting
          level: postsecondary
          enrolled: 2023-09-05
          coursework_completed: 2024-05-31
          practicum_completed: 2024-05-31
          graduated: 2024-06-07
          accreditation: [ { by: caahep, from: 2010-01-01 } ]
      attempts:
        - { of: aama/cma, date: 2025-01-15, result: failed }
        - { of: aama/cma, date: 2025-06-16, result: failed }
        - { of: aama/cma, date: 2026-02-10, result: failed }
      applications: []
      certifications: []
      documents: []
      decisions: []
      """)
    #expect(try phase(life, "2024-12-01") == .eligible)
    #expect(try phase(life, "2025-12-01") == .eligible)
    #expect(try phase(life, "2026-02-11") == .closed)
    #expect(try phase(life, "2026-11-22") == .closed)
    #expect(life.failed.count == 3)
    #expect(life.nextAttempt == nil)
  }

  @Test("a third failed exam after expiry closes the late window and the way back of the CMA (AAMA)")
  func failuresOfAHolder() throws {
    let life = try life(
      "aama/cma",
      """
      certifications: [ { of: aama/cma, date: 2021-08-10, by: examination } ]
      programs: []
      attempts:
        - { of: aama/cma, date: 2020-02-10, result: failed }
        - { of: aama/cma, date: 2020-08-10, result: failed }
        - { of: aama/cma, date: 2026-09-15, result: failed }
      continuing_education: []
      applications: []
      decisions: []
      """)
    #expect(try phase(life, "2026-08-31") == .due)
    #expect(try phase(life, "2026-09-01") == .lateWindow)
    #expect(try phase(life, "2026-09-15") == .lateWindow)
    #expect(try phase(life, "2026-09-16") == .closed)
    #expect(try phase(life, "2027-06-01") == .closed)
  }

  @Test("after a failed NCMA (NCCT) exam a wait of 30 days, then eligible again, though a later failure closes it")
  func wait() throws {
    func attempts(_ days: [String]) -> String {
      """
      diplomas: [ { type: diploma, earned: 2015-06-05 } ]
      programs:
        - type: school
          subject: medical-assisting
          level: postsecondary
          award: certificate
          enrolled: 2024-09-03
          coursework_completed: 2025-05-30
          practicum_completed: 2025-05-30
          graduated: 2025-06-06
          recognized_by: [ncct]
      documents:
        - { type: official-transcript, date: 2025-07-01 }
      certifications: []
      applications: []
      decisions: []
      attempts:

      """ + days.map { "  - { of: ncct/ncma, date: \($0), result: failed }" }.joined(separator: "\n")
    }
    let one = try life("ncct/ncma", attempts(["2026-01-12"]))
    let before = try phase(one, "2026-01-12")
    #expect(before == .eligible)
    #expect(try phase(one, "2026-01-13") == .waiting)
    #expect(try phase(one, "2026-02-10") == .waiting)
    #expect(try phase(one, "2026-02-11") == .eligible)
    let four = try life("ncct/ncma", attempts(["2020-01-12", "2020-05-12", "2021-06-14", "2022-09-12"]))
    #expect(try phase(four, "2026-11-22") == .closed)
    #expect(try phase(four, "2020-01-20") != .closed)
    #expect(four.nextAttempt == nil)
  }

  @Test("an NCMA (NCCT) runs five years; what its renewal needs is not known; then the exam is the way back")
  func ncma() throws {
    let life = try life(
      "ncct/ncma",
      """
      certifications: [ { of: ncct/ncma, date: 2022-03-10, by: examination } ]
      continuing_education: []
      attempts: []
      applications: []
      decisions: []
      """)
    #expect(try phase(life, "2022-03-10") == .renewalUnknown)
    #expect(try phase(life, "2027-03-09") == .renewalUnknown)
    // The source does not say on which day of the fifth year's month it ends.
    #expect(try phase(life, "2027-03-10") == .unknown)
    #expect(try phase(life, "2027-03-31") == .unknown)
    #expect(try phase(life, "2027-04-01") == .reactivable)
  }

  @Test("an expired CCMA (NHA) is expired, with no way back known: NHA's terms were not found")
  func ccma() throws {
    let life = try life(
      "nha/ccma",
      """
      certifications: [ { of: nha/ccma, date: 2025-02-03, by: examination, expires: 2027-02-03 } ]
      continuing_education: []
      attempts: []
      applications: []
      decisions: []
      """)
    #expect(try phase(life, "2027-02-03") == .due)
    #expect(try phase(life, "2027-02-04") == .lapsed)
  }

  @Test("every phase has words of its own in both languages", arguments: CredentialLife.Phase.allCases)
  func words(phase: CredentialLife.Phase) {
    for language in Language.allCases {
      let word = LifeText.word(phase)[language]
      let others = CredentialLife.Phase.allCases.filter { $0 != phase }.map { LifeText.word($0)[language] }
      #expect(!word.isEmpty)
      #expect(!others.contains(word))
    }
    #expect(LifeText.word(phase).en != LifeText.word(phase).es)
  }
}
