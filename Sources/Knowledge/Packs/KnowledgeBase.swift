public import Documents
public import Rules
public import Vocabulary

/// One edition of everything Fobwatch knows: sources, rules, values, questions, cases.
public struct KnowledgeBase: Sendable {
  public internal(set) var sources: [String: Source] = [:]
  public internal(set) var book = RuleBook()
  public internal(set) var credentials: [Credential] = []
  public internal(set) var values: [DatedValue] = []
  /// Sorted by the name of the state in English.
  public internal(set) var jurisdictions: [Jurisdiction] = []
  public internal(set) var tasks: [PracticeTask] = []
  public internal(set) var topics: [Topic] = []
  /// In the order of their names.
  public internal(set) var requirementSets: [RequirementSet] = []
  /// The rules about tasks that states have of their own.
  var ownTaskRules: Set<String> = []
  public internal(set) var questions: [InterviewQuestion] = []
  public internal(set) var guides: [Guide] = []
  /// Duties, explainers and words.
  public internal(set) var shelf = ReferenceShelf()
  /// How long before its last day each kind of thing is told of; empty where no pack says.
  public internal(set) var leadTimes: [DueKind: LeadTime] = [:]
  /// Health items that are asked for in a part of each year.
  public internal(set) var seasons: [ReminderSeason] = []
  /// When others hear of what stays unanswered; nil: nobody does.
  public internal(set) var escalation: EscalationTimes?
  public internal(set) var cases: [RuleCase] = []
  public internal(set) var coverage: [CoverageRow] = []
  /// Publications of statistics; figures are in `statistics`.
  public internal(set) var series: [StatisticSeries] = []
  public internal(set) var statistics: [Statistic] = []
  /// Research rows that some pack cites.
  public internal(set) var citedRows: Set<String> = []
  /// Digest of the texts, 16 hexadecimal digits: the edition.
  public var edition = ""

  public init() {}

  public func credential(_ id: String) -> Credential? { credentials.first { $0.id == id } }

  /// Values of a credential whose name begins with a prefix: `fee.`.
  public func values(of credential: String, _ prefix: String = "") -> [DatedValue] {
    values.filter { $0.owner == credential && $0.name.hasPrefix(prefix) }
  }

  public func value(_ credential: String, _ name: String) -> DatedValue? {
    values.first { $0.owner == credential && $0.name == name }
  }
}

/// A credential: what is held, and who issues it.
public struct Credential: Sendable, Hashable {
  /// `aama/cma`.
  public let id: String
  /// The letters with their body: `CMA (AAMA)`.
  public let mark: String
  public let name: Phrase
  /// What it is about, in a few words.
  public let focus: Phrase
  public let body: String
  public let url: String
  /// Whether every known route and duty is encoded; otherwise mostly what is not known.
  public let isComplete: Bool
}

/// A dated value that is not a condition: a fee, the number of items, a document.
public struct DatedValue: Sendable {
  /// What a value is.
  public enum Content: Sendable, Hashable {
    case money(Money)
    case amount(Quantity, unit: String)
    case flag(Bool)
    case text(Phrase)
  }

  /// One reading of one version.
  public struct Reading: Sendable, Hashable {
    public let content: Content
    public let citations: [Citation]
  }

  /// The credential or accreditor it belongs to.
  public let owner: String
  /// `fee.examination.category-1`.
  public let name: String
  public let text: Phrase
  /// Eligibility routes it is for; empty: all.
  public let routes: [String]
  public let versions: VersionList
  /// One list a version; several readings where sources disagree.
  public let readings: [[Reading]]
  /// Research row of the conflict, if there is one.
  public let conflict: String?

  /// The readings that hold on a day with how sure they are; empty: not covered.
  public func answers(on day: CivilDate) -> [(reading: Reading, grade: RuleGrade)] {
    let choice = versions.choices.value(on: day)
    return choice.candidates.flatMap { index in
      readings[index].map { reading in
        let isBodys = reading.citations.contains { $0.source.voice == .body }
        return (reading, !isBodys ? .reported : choice.isDated ? .stated : .presumed)
      }
    }
  }
}

/// "What other guides miss": shown only to the people it concerns.
public struct Guide: Sendable, Hashable {
  public let id: String
  public let text: Phrase
  public let detail: Phrase
  public let credentials: [String]
  public let citations: [Citation]
}

/// A worked example beside a rule: the test of the rule.
public struct RuleCase: Sendable {
  public struct Expectation: Sendable, Hashable {
    public var verdict: Verdict
    public var grade: RuleGrade?
    /// First and last day of the span of equal verdict around the day; nil: not stated; distant days: open.
    public var from: CivilDate?
    public var until: CivilDate?
    public var because: String?
    public var missing: [String]
    /// By unit, how much the sum that lacks most of it is short by.
    public var shortBy: [String: Quantity]
  }

  public let name: String
  public let address: String
  public let asOf: CivilDate
  public let knownOn: CivilDate?
  public let on: CivilDate
  public let act: String?
  public let pins: [String: CivilDate]
  public let evidence: Evidence
  public let expect: Expectation
  public let place: Place
}

/// A row of the research notes, and what became of it.
public struct CoverageRow: Sendable, Hashable {
  public let id: String
  public let fact: String
  public let confidence: String
  public let leftOut: String?
  public let open: String?
  public let conflict: String?
  public let place: Place
}
