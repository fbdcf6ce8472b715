public import Rules
public import Vocabulary

/// One step of a plan.
public struct Step: Sendable, Hashable, Identifiable {
  /// The five steps on the way; several steps may be of one kind.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case diploma, program
    case clinicalHours = "clinical-hours"
    case exam
    case stayCertified = "stay-certified"
  }

  public enum Status: String, Sendable, Hashable {
    case done
    case underWay = "under way"
    case planned
    /// A day or a fact is missing; `ask` says who knows it.
    case notKnown = "not known"
    /// The rule of the route does not ask for it.
    case notNeeded = "not needed"
    /// The rule leaves no way to it from here.
    case closed
  }

  /// Something to gather, ask or confirm.
  public struct Task: Sendable, Hashable {
    public let text: Phrase
    public let ask: Ask
    /// A fact the plan rests on that nobody has confirmed.
    public let isCondition: Bool

    public init(text: Phrase, ask: Ask, isCondition: Bool) {
      self.text = text
      self.ask = ask
      self.isCondition = isCondition
    }
  }

  /// The one fact that settles a step: the day of it, on a record.
  public struct Fact: Sendable, Hashable {
    /// The id of the person's own record; nil: nobody has told of one yet.
    public let record: String?
    /// `program.graduated`.
    public let field: Field

    public init(record: String?, field: Field) {
      self.record = record
      self.field = field
    }
  }

  /// `program`, `exam-2`: stable, unique in its plan.
  public let id: String
  public let kind: Kind
  public let title: Phrase
  public let status: Status
  /// Earliest first day; nil: not known.
  public let start: CivilDate?
  /// Earliest last day; nil: not known.
  public let end: CivilDate?
  /// Whom to ask for what is not known.
  public let ask: Ask?
  /// Days on which the step is open: use it or lose it. Distant days: no such end.
  public let window: DayInterval?
  /// Steps that end before this one can.
  public let dependsOn: [String]
  /// Whether a day lost here is a day lost at the end.
  public internal(set) var isCritical = false
  public let cost: Cost
  public let tasks: [Task]
  public let notes: [PlanNote]
  /// Paths of the requirements it is for: the reasons.
  public let reasons: [String]
  /// What settles it; nil where no single fact does, as with hours of work.
  public let fact: Fact?

  init(
    id: String, kind: Kind, title: Phrase, status: Status, start: CivilDate? = nil, end: CivilDate? = nil,
    ask: Ask? = nil, window: DayInterval? = nil, dependsOn: [String] = [], cost: Cost = Cost(), tasks: [Task] = [],
    notes: [PlanNote] = [], reasons: [String] = [], fact: Fact? = nil
  ) {
    self.id = id
    self.kind = kind
    self.title = title
    self.status = status
    self.start = start
    self.end = end
    self.ask = ask
    self.window = window
    self.dependsOn = dependsOn
    self.cost = cost
    self.tasks = tasks
    self.notes = notes
    self.reasons = reasons
    self.fact = fact
  }
}
