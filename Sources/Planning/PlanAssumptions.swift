public import Vocabulary

/// What the person chooses or estimates for the plan. Nothing here is taken from a rule; what is nil is not known.
public struct PlanAssumptions: Sendable, Hashable {
  /// First and last day of a program to enter, if the person has one in mind.
  public var program: DayInterval?
  /// Length of a program to enter, in calendar months; used when the days are not given.
  public var programMonths: Int?
  /// What the program costs, as the school told the person.
  public var programCost: Money?
  /// Hours a week for study: sets the shortest length where the rule names hours and nobody gave a length.
  public var hoursPerWeek: Int?
  /// The most the person can spend on everything until certified.
  public var budget: Money?
  /// The day on which the person wants to sit the exam for the first time.
  public var examDay: CivilDate?
  /// Failed attempts to plan for. 0 to 9.
  public var failures: Int
  /// Weeks by which every planned day of school slips. 0 or more.
  public var delayWeeks: Int
  /// Member of the certifying body's association; nil: as the evidence says.
  public var isMember: Bool?
  /// The day on which a missing diploma or GED will be earned.
  public var diplomaDay: CivilDate?
  /// Days that the body takes to decide on a review of documents.
  public var reviewDays: Int?
  /// Days between the application and the first possible exam.
  public var processingDays: Int?

  public init(
    program: DayInterval? = nil, programMonths: Int? = nil, programCost: Money? = nil, hoursPerWeek: Int? = nil,
    budget: Money? = nil, examDay: CivilDate? = nil, failures: Int = 0, delayWeeks: Int = 0, isMember: Bool? = nil,
    diplomaDay: CivilDate? = nil, reviewDays: Int? = nil, processingDays: Int? = nil
  ) {
    self.program = program
    self.programMonths = programMonths
    self.programCost = programCost
    self.hoursPerWeek = hoursPerWeek
    self.budget = budget
    self.examDay = examDay
    self.failures = failures
    self.delayWeeks = delayWeeks
    self.isMember = isMember
    self.diplomaDay = diplomaDay
    self.reviewDays = reviewDays
    self.processingDays = processingDays
  }
}
