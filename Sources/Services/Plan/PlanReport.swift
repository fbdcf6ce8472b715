public import Knowledge
public import Planning
public import Vocabulary

/// A plan as data for programs. Keys are stable; days are ISO text; what is absent is not known.
public struct PlanReport: Encodable, Sendable {
  public struct Money: Encodable, Sendable {
    public let currency: String
    public let lowCents: Int
    public let highCents: Int
    public let items: [Item]
    public let notKnown: [Open]

    public struct Item: Encodable, Sendable {
      public let text: String
      public let lowCents: Int
      public let highCents: Int
      /// `stated`, `presumed`, `reported`, or absent for the person's own figure.
      public let grade: String?
    }

    public struct Open: Encodable, Sendable {
      public let text: String
      public let ask: String
    }

    init(_ cost: Cost, _ language: Language) {
      currency = cost.low.currency.rawValue
      lowCents = cost.low.cents
      highCents = cost.high.cents
      items = cost.items.map {
        Item(text: $0.text[language], lowCents: $0.low.cents, highCents: $0.high.cents, grade: $0.grade?.name)
      }
      notKnown = cost.unknown.map { Open(text: $0.text[language], ask: $0.ask.rawValue) }
    }
  }

  public struct StepReport: Encodable, Sendable {
    public let id: String
    public let kind: String
    public let title: String
    public let status: String
    public let start: CivilDate?
    public let end: CivilDate?
    public let ask: String?
    public let windowFrom: CivilDate?
    public let windowThrough: CivilDate?
    public let dependsOn: [String]
    public let isCritical: Bool
    public let cost: Money
    public let tasks: [String]
    public let documents: [String]
    public let reasons: [String]

    init(_ step: Step, _ language: Language) {
      id = step.id
      kind = step.kind.rawValue
      title = step.title[language]
      status = step.status.rawValue
      start = step.start
      end = step.end
      ask = step.ask?.rawValue
      windowFrom = step.window?.first.finite
      windowThrough = step.window?.last.finite
      dependsOn = step.dependsOn
      isCritical = step.isCritical
      cost = Money(step.cost, language)
      tasks = step.tasks.map { $0.text[language] }
      documents = step.notes.filter(\.isDocument).map { $0.text[language] }
      reasons = step.reasons
    }
  }

  public struct RouteReport: Encodable, Sendable {
    public let name: String
    public let text: String
    public let eligible: CivilDate?
    public let windowThrough: CivilDate?
    public let isOpen: Bool
    public let isClosed: Bool
    public let conditions: Int
  }

  public struct Day: Encodable, Sendable {
    public let id: String
    public let day: CivilDate
    public let title: String
  }

  public let credential: String
  public let asOf: CivilDate
  public let edition: String
  public let isHeld: Bool
  public let route: String?
  public let eligible: CivilDate?
  public let notBefore: CivilDate?
  public let verdict: String?
  public let grade: String?
  public let examDays: [CivilDate]
  public let certified: CivilDate?
  public let currentThrough: CivilDate?
  public let possiblyThrough: CivilDate?
  public let attemptsLeftAfterPlan: Int?
  public let conditions: [String]
  /// Facts nobody gave, without which no day can be named.
  public let factsNotGiven: [String]
  public let steps: [StepReport]
  public let criticalPath: [String]
  public let routes: [RouteReport]
  public let cost: Money
  public let budget: String?
  public let calendar: [Day]
  public let applicationChecklist: [String]
  public let experienceLetter: [String]
  public let notice: String

  public init(_ plan: Plan, _ base: KnowledgeBase, _ language: Language, missing: [Phrase] = []) {
    credential = plan.credential
    asOf = plan.asOf
    edition = base.edition
    isHeld = plan.isHeld
    route = plan.route?.name
    eligible = plan.eligible
    notBefore = plan.notBefore
    verdict = plan.finding?.verdict.name
    grade = plan.finding?.grade.name
    examDays = plan.sittings.map(\.day)
    certified = plan.certified
    currentThrough = plan.upkeep.currentThrough
    possiblyThrough = plan.upkeep.possiblyThrough
    attemptsLeftAfterPlan = plan.attemptsAfterPlan
    conditions = plan.conditions.compactMap { $0.text?[language] }
    factsNotGiven = missing.map { $0[language] }
    steps = plan.steps.map { StepReport($0, language) }
    criticalPath = plan.criticalPath
    routes = plan.outlooks.map {
      RouteReport(
        name: $0.route.name, text: $0.route.text[language], eligible: $0.eligible,
        windowThrough: $0.window?.last.finite, isOpen: $0.isOpen, isClosed: $0.isClosed, conditions: $0.conditions)
    }
    cost = Money(plan.cost, language)
    budget = plan.budget?.rawValue
    calendar = base.calendar(of: plan).map { Day(id: $0.id, day: $0.day, title: $0.title[language]) }
    let lists = PlanChecklists(base)
    applicationChecklist = lists.application(plan).map { $0[language] }
    experienceLetter = lists.experienceLetter(plan).map { $0[language] }
    notice = VerdictWording.notice[language]
  }
}

/// The difference of two plans as data for programs.
public struct PlanDifferenceReport: Encodable, Sendable {
  public struct Day: Encodable, Sendable {
    public let point: String
    public let before: CivilDate?
    public let after: CivilDate?
  }

  public struct StepChange: Encodable, Sendable {
    public let id: String
    public let what: String
    public let before: PlanReport.StepReport?
    public let after: PlanReport.StepReport?
  }

  public let whatIf: [String]
  public let isEmpty: Bool
  public let days: [Day]
  public let routeBefore: String?
  public let routeAfter: String?
  public let costBefore: PlanReport.Money?
  public let costAfter: PlanReport.Money?
  public let attemptsLeftBefore: Int?
  public let attemptsLeftAfter: Int?
  public let routesLost: [String]
  public let steps: [StepChange]

  public init(_ difference: PlanDifference, _ changes: [WhatIf], _ language: Language) {
    whatIf = changes.map(\.text)
    isEmpty = difference.isEmpty
    days = difference.days.map { Day(point: $0.point.rawValue, before: $0.before, after: $0.after) }
    routeBefore = difference.routeBefore?.name
    routeAfter = difference.routeAfter?.name
    costBefore = difference.cost.map { PlanReport.Money($0.before, language) }
    costAfter = difference.cost.map { PlanReport.Money($0.after, language) }
    attemptsLeftBefore = difference.attemptsLeftBefore
    attemptsLeftAfter = difference.attemptsLeftAfter
    routesLost = difference.routesLost.map(\.name)
    steps = difference.steps.map { change in
      StepChange(
        id: change.id, what: change.what.rawValue, before: change.before.map { PlanReport.StepReport($0, language) },
        after: change.after.map { PlanReport.StepReport($0, language) })
    }
  }
}
