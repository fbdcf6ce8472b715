import Knowledge
import Rules
import Services
import Testing
import Vocabulary

@testable import Planning

/// Sample people with hand-checked days.
enum People {
  static let maya = Packs.person(
    """
    person: { age: 18-or-over, aama_member: false }
    diplomas: [ { type: diploma, earned: 2025-06-05 } ]
    programs:
      - { type: school, subject: medical-assisting, level: postsecondary, award: certificate, enrolled: 2026-09-08,
          coursework_completed: { expected: 2027-05-28 }, practicum_completed: { expected: 2027-05-28 },
          graduated: { expected: 2027-06-04 }, academic_hours: 600, practicum_hours: 160,
          accreditation: [ { by: abhes, from: 2019-01 } ] }
    work: []
    attempts: []
    certifications: []
    """)
  static let luis = Packs.person(
    """
    diplomas: [ { type: ged, earned: 2015-06-05 } ]
    programs: []
    work: []
    attempts: []
    certifications: []
    """)
  static let tanya = Packs.person(
    """
    diplomas: [ { type: diploma, earned: 2003-06-05 } ]
    programs: []
    work:
      - { role: medical-assistant, from: 2024-06-01, until: never, hours_per_week: 38, duties: both, supervised: true }
    cards: [ { type: cpr, issued: 2026-01-10, expires: never } ]
    attempts: []
    certifications: []
    """)
}

@Suite("Plans of sample people")
struct NamedPlans {
  @Test("the CMA (AAMA) exam opens to a student 30 days before completion; the certificate comes on completion")
  func student() throws {
    let plan = try #require(try Packs.plan("aama/cma", People.maya))
    #expect(plan.route?.name == "category-1-student")
    #expect(plan.eligible == day("2027-04-28"))
    #expect(plan.examDay == day("2027-05-28"))
    #expect(plan.certified == day("2027-05-28"))
    #expect(plan.upkeep.currentThrough == day("2032-05-31"))
    #expect(plan.conditions.isEmpty)
    #expect(plan.steps.map(\.status) == [.done, .underWay, .planned, .planned, .planned])
    let exam = try #require(plan.steps.first { $0.id == "exam" })
    #expect(exam.window == DayInterval(day("2027-04-28"), day("2028-06-04")))
    #expect(plan.criticalPath == ["program", "clinical-hours", "exam", "stay-certified"])
    #expect(plan.cost.low == Money(cents: 12_500) && plan.cost.unknown.map(\.ask) == [.school])
  }

  @Test("of whom nothing is known, nothing is done, left out or closed", arguments: Packs.goals)
  func nobody(goal: String) throws {
    let plan = try #require(try Packs.plan(goal, Packs.person("")))
    #expect(plan.route == nil && plan.eligible == nil && !plan.isClosed)
    #expect(plan.steps.allSatisfy { $0.status == .notKnown })
  }

  @Test("a route that the facts rule out is closed; one with a fact missing is not")
  func closedRoutes() throws {
    let plan = try #require(try Packs.plan("aama/cma", People.maya))
    #expect(plan.outlooks.first { $0.route.name.hasPrefix("category-3") }?.isClosed == true)
    let open = try #require(try Packs.plan("aama/cma", Packs.person("")))
    #expect(open.outlooks.first { $0.route.name.hasPrefix("category-3") }?.isClosed == false)
    #expect(!plan.isClosed)
  }

  @Test("an exam after graduation uses the route of a recent graduate and delays the certificate to it")
  func laterExam() throws {
    let plan = try #require(
      try Packs.plan("aama/cma", People.maya, PlanAssumptions(examDay: day("2027-06-14"))))
    #expect(plan.route?.name == "category-1-graduate")
    #expect(plan.examDay == day("2027-06-14"))
    #expect(plan.certified == day("2027-06-14"))
    #expect(plan.upkeep.currentThrough == day("2032-06-30"))
  }

  @Test("a third failed CMA (AAMA) exam leaves no further attempt")
  func threeFailures() throws {
    let plan = try #require(try Packs.plan("aama/cma", People.maya, PlanAssumptions(failures: 3)))
    #expect(plan.sittings.map(\.passed) == [false, false, false])
    #expect(plan.certified == nil)
    #expect(plan.steps.contains { $0.kind == .exam && $0.status == .closed })
    let two = try #require(try Packs.plan("aama/cma", People.maya, PlanAssumptions(failures: 2)))
    #expect(two.sittings.map(\.day) == [day("2027-05-28"), day("2027-05-29"), day("2027-05-30")])
    #expect(two.attemptsAfterPlan == 0)
  }

  @Test("each failed CCMA (NHA) exam costs the wait of the rule: 30 days, 30 days, 12 months")
  func waits() throws {
    let plan = try #require(try Packs.plan("nha/ccma", People.tanya, PlanAssumptions(failures: 3)))
    #expect(
      plan.sittings.map(\.day) == [day("2026-11-22"), day("2026-12-22"), day("2027-01-21"), day("2028-01-21")])
  }

  @Test("work that goes on leads to the RMA (AMT) on the day three full years are behind")
  func work() throws {
    let plan = try #require(try Packs.plan("amt/rma", People.tanya))
    #expect(plan.route?.name == "work-experience")
    #expect(plan.eligible == day("2027-06-03"))
    let letter = PlanChecklists(Packs.base).experienceLetter(plan).map(\.en)
    #expect(letter.contains("Hours a week") && letter.contains("Duties") && letter.contains("Signature and date"))
  }

  @Test("a newcomer gets no invented day, but criteria for a program; the program's own days give one")
  func newcomer() throws {
    let open = try #require(try Packs.plan("aama/cma", People.luis))
    #expect(open.eligible == nil && open.certified == nil && open.route != nil)
    let program = try #require(open.steps.first { $0.id == "program" })
    #expect(program.status == .notKnown && program.ask == .school && program.start == nil && program.end == nil)
    #expect(!program.tasks.isEmpty)
    let days = DayInterval(day("2027-09-01"), day("2028-06-01"))
    let dated = try #require(try Packs.plan("aama/cma", People.luis, PlanAssumptions(program: days)))
    #expect(dated.eligible == day("2028-05-02"))
    #expect(dated.certified == day("2028-06-01"))
    let difference = PlanDifference(from: open, to: dated)
    #expect(difference.days.map(\.point) == [.eligible, .exam, .certified, .currentThrough])
    #expect(difference.steps.contains { $0.id == "program" && $0.what == .changed })
  }

  @Test("a student's certificate waits for the end of the program where the rule does not say when it comes")
  func silentRule() throws {
    let plan = try #require(try Packs.plan("ncct/ncma", People.maya))
    #expect(plan.eligible == Packs.asOf && plan.examDay == day("2027-05-28") && plan.certified == day("2027-06-04"))
  }

  @Test("an exam day that the person names is kept, as soon as the rule is met")
  func namedExam() throws {
    let early = try #require(try Packs.plan("aama/cma", People.maya, PlanAssumptions(examDay: day("2027-01-10"))))
    #expect(early.examDay == day("2027-04-28") && early.certified == day("2027-05-28"))
  }

  @Test("hours a week set the shortest length where the rule names hours")
  func hours() throws {
    let plan = try #require(try Packs.plan("amt/rma", People.luis, PlanAssumptions(hoursPerWeek: 10)))
    // 720 hours at 10 a week are 72 weeks from the day asked.
    #expect(plan.events.compactMap(\.day).max() == Packs.asOf.adding(days: 72 * 7))
  }

  @Test("a delay of six weeks moves the exam by six weeks")
  func delay() throws {
    let before = try #require(try Packs.plan("aama/cma", People.maya))
    let after = try #require(try Packs.plan("aama/cma", People.maya, PlanAssumptions(delayWeeks: 6)))
    let difference = PlanDifference(from: before, to: after)
    #expect(after.eligible == before.eligible?.adding(days: 42))
    #expect(difference.cost == nil && difference.routeBefore == difference.routeAfter)
  }

  @Test("membership chooses the fee; without it both are a range")
  func fees() throws {
    let evidence = Packs.person(
      """
      programs:
        - { subject: medical-assisting, enrolled: 2019-09-01, graduated: 2020-06-01, accreditation: [ { by: caahep, from: 2010-01-01 } ] }
      attempts: []
      certifications: []
      """)
    let unknown = try #require(try Packs.plan("aama/cma", evidence))
    #expect(unknown.route?.name == "category-2")
    #expect(unknown.cost.low == Money(cents: 12_500) && unknown.cost.high == Money(cents: 25_000))
    let member = try #require(try Packs.plan("aama/cma", evidence, PlanAssumptions(isMember: true)))
    #expect(member.cost.high == Money(cents: 12_500))
    let tight = try #require(
      try Packs.plan("aama/cma", evidence, PlanAssumptions(budget: Money(cents: 10_000), isMember: true)))
    #expect(tight.budget == .notEnough)
    #expect(try Packs.plan("aama/cma", evidence, PlanAssumptions(budget: Money(cents: 20_000)))?.budget == .notKnown)
    #expect(try Packs.plan("aama/cma", evidence, PlanAssumptions(budget: Money(cents: 25_000)))?.budget == .enough)
  }

  @Test("whoever is certified gets only what keeps it")
  func held() throws {
    let evidence = Packs.person("certifications: [ { of: aama/cma, date: 2024-03-10 } ]")
    let plan = try #require(try Packs.plan("aama/cma", evidence))
    #expect(plan.isHeld && plan.sittings.isEmpty)
    #expect(plan.upkeep.currentThrough == day("2029-03-31"))
    #expect(!plan.upkeep.duties.isEmpty)
  }

  @Test("the exam of whoever is certified has its own day, whatever was renewed since")
  func examDay() throws {
    func exam(_ records: String) throws -> CivilDate? {
      let plan = try #require(try Packs.plan("aama/cma", Packs.person(records)))
      #expect(plan.isHeld)
      return try #require(plan.steps.first { $0.id == "exam" && $0.status == .done }).end
    }
    let first = "{ of: aama/cma, date: 2019-07-19, by: examination }"
    let renewed = "{ of: aama/cma, date: 2024-05-16, by: continuing-education }"
    #expect(try exam("certifications: [ \(first), \(renewed) ]") == day("2019-07-19"))
    #expect(try exam("certifications: [ \(renewed) ]") == nil, "nobody gave the day of the exam")
    let other = "attempts: [ { of: amt/rma, date: 2023-01-09, result: passed } ]\n"
    #expect(try exam(other + "certifications: [ \(renewed) ]") == nil, "the exam of another credential")
    let attempt = "attempts: [ { of: aama/cma, date: 2019-07-12, result: passed } ]\n"
    #expect(try exam(attempt + "certifications: [ \(first), \(renewed) ]") == day("2019-07-12"))
  }
}

@Suite("What-ifs and texts")
struct WhatIfTests {
  @Test("every form is read back as it is written", arguments: WhatIf.forms)
  func roundTrip(_ form: String) throws { #expect(try WhatIf(form).text == form) }

  @Test(
    "anything else is refused with what was expected",
    arguments: [
      "", "fail", "fail -1", "fail 10", "fail x", "delay 6", "delay w", "program 2028-06-01..2027-09-01",
      "program 2027",
      "budget -5", "hours 0", "move WA", "fail 2 3", "member maybe",
    ])
  func refused(_ text: String) {
    let error = #expect(throws: WhatIfError.self) { try WhatIf(text) }
    #expect(error?.description.contains("fail 2") == true)
  }

  @Test("texts exist in both languages and promise nothing", arguments: Packs.goals)
  func texts(_ goal: String) throws {
    for person in [People.maya, People.luis, People.tanya] {
      let plan = try #require(try Packs.plan(goal, person))
      let english = PlanText(Packs.base, .english, asOf: Packs.asOf).render(plan)
      let spanish = PlanText(Packs.base, .spanish, asOf: Packs.asOf).render(plan)
      #expect(english != spanish)
      for word in ["you may", "allowed", "guaranteed", "should"] { #expect(!english.lowercased().contains(word)) }
      #expect(english.contains("certifying body decides") && spanish.contains("decide el organismo"))
    }
  }

  @Test("calendar days come in order and lie not before the day asked", arguments: Packs.goals)
  func calendar(_ goal: String) throws {
    let plan = try #require(try Packs.plan(goal, People.maya))
    let days = Packs.base.calendar(of: plan)
    #expect(days.map(\.day) == days.map(\.day).sorted())
    #expect(days.allSatisfy { $0.day >= Packs.asOf } && Set(days.map(\.id)).count == days.count)
  }

  @Test("the report of a plan is the same text every time and names its days")
  func report() throws {
    let plan = try #require(try Packs.plan("aama/cma", People.maya))
    let text = try JSON.text(PlanReport(plan, Packs.base, .english))
    #expect(text == (try JSON.text(PlanReport(plan, Packs.base, .english))))
    #expect(text.contains("\"eligible\" : \"2027-04-28\"") && text.contains("\"certified\" : \"2027-05-28\""))
  }

  @Test("the first of all plans is the one with the earliest certificate")
  func best() throws {
    let plans = try PlanService(Packs.base).plans(People.maya, Inquiry(asOf: Packs.asOf))
    let days = plans.compactMap(\.certified)
    #expect(days == days.sorted() && days.count >= 3)
    #expect(plans.first?.certified == days.first)
  }
}
