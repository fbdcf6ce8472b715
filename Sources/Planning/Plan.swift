public import Rules
public import Vocabulary

/// What a plan is asked for.
public struct PlanRequest: Sendable, Hashable {
  /// `aama/cma`.
  public var credential: String
  public var evidence: Evidence
  /// The clocks, and acts that are settled already; its act is left to the plan.
  public var question: Question
  /// Names and words of the eligibility routes, in the order of the pack.
  public var routes: [Route]
  public var assumptions: PlanAssumptions
  public var values: PlanValues

  public struct Route: Sendable, Hashable {
    public let name: String
    public let text: Phrase

    public init(name: String, text: Phrase) {
      self.name = name
      self.text = text
    }
  }

  public init(
    credential: String, evidence: Evidence, question: Question, routes: [Route],
    assumptions: PlanAssumptions = PlanAssumptions(), values: PlanValues = PlanValues()
  ) {
    self.credential = credential
    self.evidence = evidence
    self.question = question
    self.routes = routes
    self.assumptions = assumptions
    self.values = values
  }
}

/// From today's evidence to a credential.
public struct Plan: Sendable, Hashable {
  /// What one route would take.
  public struct Outlook: Sendable, Hashable {
    public let route: PlanRequest.Route
    /// First day on which the rule is met by this route; nil: not known, or no way.
    public let eligible: CivilDate?
    /// Days around it on which the route stays open.
    public let window: DayInterval?
    /// Days of school or of a decision are missing, so that no day can be named.
    public let isOpen: Bool
    /// The rule is not met on any day by this route, and no fact is missing that could change that.
    public let isClosed: Bool
    /// How many facts nobody has confirmed.
    public let conditions: Int
  }

  /// One sitting of the exam.
  public struct Sitting: Sendable, Hashable {
    public let day: CivilDate
    public let passed: Bool
  }

  /// How many sittings the rule leaves room for, the planned one included.
  public enum AttemptsLeft: Sendable, Hashable {
    case atMost(Int)
    /// After that no known rule says.
    case atLeast(Int)
    case noLimitStated
  }

  public let credential: String
  public let asOf: CivilDate
  /// Whether the certification is current today: then only keeping it is left.
  public let isHeld: Bool
  /// The route on the exam day; nil: none of them can be met from here.
  public let route: PlanRequest.Route?
  /// What must still come about, and the facts to confirm.
  public let events: [PlannedEvent]
  /// The promised day: the first day, not before `asOf`, on which the eligibility rule is met once the events are
  /// applied. nil: not known, or closed.
  public let eligible: CivilDate?
  /// Not earlier than this, where a body's decision takes a time nobody has stated.
  public let notBefore: CivilDate?
  /// What the rule says on that day.
  public let finding: Finding?
  /// Sittings, in order; the last one is passed.
  public let sittings: [Sitting]
  /// First day on which the rule lets the certificate be issued after the last sitting.
  public let certified: CivilDate?
  public let attemptsLeft: AttemptsLeft
  public let upkeep: Upkeep
  public let steps: [Step]
  public let outlooks: [Outlook]
  /// Until certified.
  public let cost: Cost
  public let budget: BudgetFit?

  /// The exam day: the last sitting.
  public var examDay: CivilDate? { sittings.last?.day }
  /// Ids of the steps on the critical path, in order.
  public var criticalPath: [String] { steps.filter(\.isCritical).map(\.id) }
  /// Facts that the plan rests on and nobody has confirmed.
  public var conditions: [PlannedEvent] { events.filter { $0.isCondition } }
  /// No route leads there from these facts; where facts are missing, none is closed.
  public var isClosed: Bool { !isHeld && route == nil && outlooks.allSatisfy(\.isClosed) }
  /// Nothing is left to be found out before a day can be named.
  public var isDated: Bool { eligible != nil }
}

/// Keeping the credential, read from its rules for the promised certification day.
public struct Upkeep: Sendable, Hashable {
  public struct Duty: Sendable, Hashable {
    public let text: Phrase
    public let rule: String
    public let path: String
    /// Length of its cycle in calendar months, if it has one of its own.
    public let everyMonths: Int?
    /// One of several readings: sources disagree.
    public let isReading: Bool
  }

  /// Last day on which the certification is surely current with nothing more done; nil: not known.
  public let currentThrough: CivilDate?
  /// The last day on which it may still be, where the rule does not state the last valid day.
  public let possiblyThrough: CivilDate?
  /// What it rests on.
  public let grade: RuleGrade?
  public let duties: [Duty]

  static let none = Upkeep(currentThrough: nil, possiblyThrough: nil, grade: nil, duties: [])
}
