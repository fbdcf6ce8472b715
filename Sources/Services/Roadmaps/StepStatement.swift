public import Vocabulary

/// What somebody says about a step of a roadmap: all of it at once, as a form has it.
public struct StepStatement: Hashable, Sendable {
  public var status: RoadmapStep.Status
  /// Done: the day on which it was. Otherwise the promised day. nil: not known; a day that was promised is taken back.
  public var day: CivilDate?
  public var owner: RoadmapStep.Owner
  /// What the person says shows it.
  public var said: String?
  public var note: String?
  /// An exam was taken on `day` and not passed; the status then is that of the next try.
  public var isFailedExam: Bool

  public init(
    status: RoadmapStep.Status, day: CivilDate? = nil, owner: RoadmapStep.Owner = .person, said: String? = nil,
    note: String? = nil, isFailedExam: Bool = false
  ) {
    self.status = status
    self.day = day
    self.owner = owner
    self.said = said
    self.note = note
    self.isFailedExam = isFailedExam
  }

  /// What is said of a step now: with this nothing changes.
  public init(_ step: RoadmapStep) {
    let said = step.evidence.compactMap { evidence in
      switch evidence {
      case .record: nil as String?
      case .said(let text): text
      }
    }
    self.init(status: step.status, day: step.day, owner: step.owner, said: said.first, note: step.note)
  }
}

/// Why a statement about a step is not taken.
public enum StepRefusal: Error, Hashable, Sendable, CaseIterable {
  /// The roadmap has no such step.
  case noSuchStep
  /// Done on a day that lies ahead.
  case doneAhead
  /// Promised for a day that is over.
  case promisedBefore
  /// A day before 1930, or more than 20 years ahead.
  case dayOutOfRange
  /// Its day follows from other days and from the rules: it cannot be promised apart from them.
  case dayFollows
  /// The days of clinical hours belong to a program: that one comes first.
  case programFirst
  /// An exam that was not passed needs the day of it.
  case noExamDay
  /// A certificate needs the day it is from.
  case noCertificateDay
  /// A text that is too long, or an owner without a name.
  case badText
}
