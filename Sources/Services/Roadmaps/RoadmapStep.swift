public import Planning
public import Vocabulary

/// One step of a kept roadmap: what the plan promises for it, and what the person says of it.
public struct RoadmapStep: Hashable, Sendable, Identifiable {
  /// How a step stands.
  public enum Status: String, Hashable, Sendable, CaseIterable {
    case notBegun = "not-begun"
    case underWay = "under-way"
    case done
    /// It will not happen.
    case dropped
  }

  /// Who sees to it.
  public enum Owner: Hashable, Sendable {
    /// The person whose roadmap it is.
    case person
    /// Somebody else, by their part: "school", "employer".
    case role(String)
  }

  /// What shows that a step is done, or how far it is.
  public enum Evidence: Hashable, Sendable {
    /// A record of the person's evidence, by its id: `attempt-1`.
    case record(String)
    /// What the person says of it: "the certificate is in my folder".
    case said(String)
  }

  /// The days of a step in the plan.
  public struct Promise: Hashable, Sendable {
    public let status: Step.Status
    /// Earliest first day; nil: not known.
    public let start: CivilDate?
    /// The promised day: the earliest last day; nil: not known.
    public let end: CivilDate?
    /// Days on which it is open: use it or lose it.
    public let window: DayInterval?
    /// Whether a day lost here is a day lost at the end.
    public let isCritical: Bool

    public init(status: Step.Status, start: CivilDate?, end: CivilDate?, window: DayInterval?, isCritical: Bool) {
      self.status = status
      self.start = start
      self.end = end
      self.window = window
      self.isCritical = isCritical
    }

    init(_ step: Step) {
      self.init(
        status: step.status, start: step.start, end: step.end, window: step.window, isCritical: step.isCritical)
    }
  }

  /// The most characters of who sees to it.
  public static let longestOwner = 80
  /// The most characters of a note, and of what is said as evidence.
  public static let longestNote = 500

  /// That of the plan: `program`, `exam-2`. It stays the same when the plan changes.
  public let id: String
  public let kind: Step.Kind
  /// nil: the plan has no such step any more.
  public var promise: Promise?
  /// How the person says it stands; nil: as the plan has it.
  public var said: Status?
  public var owner: Owner
  public var evidence: [Evidence]
  public var note: String?

  public init(
    id: String, kind: Step.Kind, promise: Promise?, said: Status? = nil, owner: Owner = .person,
    evidence: [Evidence] = [], note: String? = nil
  ) {
    self.id = id
    self.kind = kind
    self.promise = promise
    self.said = said
    self.owner = owner
    self.evidence = evidence
    self.note = note
  }

  /// How it stands: a fact counts more than what was said, and what is said to be done stays done.
  public var status: Status {
    switch promise?.status {
    case .done: .done
    case .underWay: said == nil || said == .notBegun ? .underWay : said ?? .underWay
    case .planned, .notKnown, .notNeeded, .closed, nil: said ?? .notBegun
    }
  }

  /// The promised day; nil: not known, or the step is in the plan no more.
  public var day: CivilDate? { promise?.end }

  /// Whether the person has said something about it.
  public var isTold: Bool {
    said != nil || owner != .person || !evidence.isEmpty || note != nil
  }
}
