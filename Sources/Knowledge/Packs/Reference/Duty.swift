public import Documents
public import Vocabulary

/// Something a medical assistant does at work, with what it is linked to.
public struct Duty: Sendable, Hashable {
  /// The two sides of the job.
  public enum Side: String, Sendable, Hashable, CaseIterable {
    case clinical
    case administrative
  }

  /// An area of an exam outline that asks about the duty.
  public struct ExamArea: Sendable, Hashable {
    /// `aama/cma`.
    public let credential: String
    /// The name of the value: `examination.outline.clinical`.
    public let value: String
  }

  /// The category in which a body counts continuing education about the duty.
  public struct Category: Sendable, Hashable {
    /// `aama/cma`.
    public let credential: String
    /// `clinical`.
    public let name: String
  }

  /// `blood-draw`.
  public let id: String
  public let side: Side
  public let text: Phrase
  /// Other words people search for.
  public let aliases: [String]
  /// What is practiced, in our words; never empty.
  public let skills: [Phrase]
  /// The task of the state rules; nil where none fits.
  public let task: String?
  /// Why there is no task: what stands in place of the states' rules.
  public let withoutTask: Phrase?
  public let exams: [ExamArea]
  public let categories: [Category]
  /// Ids of settings.
  public let settings: [String]
  /// Ids of conditions.
  public let conditions: [String]
  /// Ids of O*NET task statements.
  public let statements: [String]
  /// Why there is no statement.
  public let withoutStatement: Phrase?
  public let citations: [Citation]
  public let place: Place
}

/// A place of work, or a condition that patients have: something duties are tagged with.
public struct DutyTag: Sendable, Hashable {
  /// What a condition is like.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case chronic
    case acute
    case preventive
  }

  /// `urgent-care`, `diabetes`.
  public let id: String
  public let name: Phrase
  public let aliases: [String]
  /// Nil for a place of work.
  public let kind: Kind?
  public let citations: [Citation]
}

/// A task statement of the O*NET database, word for word.
public struct OccupationStatement: Sendable, Hashable {
  /// The task id: `2024`.
  public let id: String
  /// `core` or `supplemental`.
  public let type: String
  /// In English, as published.
  public let words: String
}

/// The duties of a medical assistant, on both sides of the job.
public struct DutyCatalog: Sendable {
  public internal(set) var duties: [Duty] = []
  public internal(set) var settings: [DutyTag] = []
  public internal(set) var conditions: [DutyTag] = []
  public internal(set) var statements: [OccupationStatement] = []
  /// The credit that the license of the statements asks for.
  public internal(set) var attribution = Phrase("", "")
  /// The address of that license.
  public internal(set) var license = ""
  public internal(set) var citations: [Citation] = []

  public init() {}

  public func duty(_ id: String) -> Duty? { duties.first { $0.id == id } }
  public func setting(_ id: String) -> DutyTag? { settings.first { $0.id == id } }
  public func condition(_ id: String) -> DutyTag? { conditions.first { $0.id == id } }
  public func statement(_ id: String) -> OccupationStatement? { statements.first { $0.id == id } }

  /// The duties of one side, in the order of the file.
  public func duties(on side: Duty.Side) -> [Duty] { duties.filter { $0.side == side } }
}
