public import Planning
public import Vocabulary

/// What a kept roadmap is about.
public enum RoadmapSubject {}

/// Names a kept roadmap. It is random and tells nothing.
public typealias RoadmapID = Identifier<RoadmapSubject>

/// A way to one credential that somebody keeps: what they chose for it, what it promised when it was last planned, and how
/// each step stands. The facts it rests on are in their record.
public struct SavedRoadmap: Hashable, Sendable {
  /// The most that one person keeps.
  public static let most = 20

  public let id: RoadmapID
  /// The goal: `aama/cma`.
  public let credential: String
  /// The day on which it was kept.
  public let keptOn: CivilDate
  /// The day on which it was last planned.
  public var plannedOn: CivilDate
  /// The edition of the rules that planned it.
  public var edition: String
  /// What the person chose or estimated.
  public var assumptions: PlanAssumptions
  /// The days of the plan.
  public var promise: RoadmapPromise
  /// In the order of the plan; then those that are in it no more, and of which something was said.
  public var steps: [RoadmapStep]
  /// What it was planned from before the last change; nil before the first.
  public var before: RoadmapBefore?
  /// The answers it was first planned from, so that they can be looked at on another device.
  public var answers: [KeptAnswer]

  public init(
    id: RoadmapID, credential: String, keptOn: CivilDate, plannedOn: CivilDate, edition: String,
    assumptions: PlanAssumptions, promise: RoadmapPromise, steps: [RoadmapStep], before: RoadmapBefore? = nil,
    answers: [KeptAnswer] = []
  ) {
    self.id = id
    self.credential = credential
    self.keptOn = keptOn
    self.plannedOn = plannedOn
    self.edition = edition
    self.assumptions = assumptions
    self.promise = promise
    self.steps = steps
    self.before = before
    self.answers = answers
  }
}

/// An answer of the interview, as it is kept.
public struct KeptAnswer: Hashable, Sendable {
  /// An `AnswerKey`.
  public let question: String
  public let answer: String

  public init(question: String, answer: String) { (self.question, self.answer) = (question, answer) }
}

/// The days that a plan promises, and its route. A nil day is not known.
public struct RoadmapPromise: Hashable, Sendable {
  /// The name of the route on the exam day.
  public let route: String?
  public let eligible: CivilDate?
  public let notBefore: CivilDate?
  public let exam: CivilDate?
  public let certified: CivilDate?
  public let currentThrough: CivilDate?

  public init(
    route: String?, eligible: CivilDate?, notBefore: CivilDate?, exam: CivilDate?, certified: CivilDate?,
    currentThrough: CivilDate?
  ) {
    self.route = route
    self.eligible = eligible
    self.notBefore = notBefore
    self.exam = exam
    self.certified = certified
    self.currentThrough = currentThrough
  }

  /// What a plan promises.
  public init(_ plan: Plan) {
    self.init(
      route: plan.route?.name, eligible: plan.eligible, notBefore: plan.notBefore, exam: plan.examDay,
      certified: plan.certified, currentThrough: plan.upkeep.currentThrough)
  }
}

/// What a roadmap was planned from before a change: with it the earlier plan is made again.
public struct RoadmapBefore: Hashable, Sendable {
  /// The record as it was known then.
  public let known: Instant
  public let assumptions: PlanAssumptions

  public init(known: Instant, assumptions: PlanAssumptions) { (self.known, self.assumptions) = (known, assumptions) }
}
