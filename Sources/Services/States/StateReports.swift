public import Knowledge
import Rules
public import Vocabulary

/// A dated statement of a state's rule, as data. Keys are stable.
public struct StatementReport: Encodable, Sendable {
  public let name: String
  public let title: String
  public let text: String
  public let grade: String
  public let sources: [ExplanationReport.Source]

  public init(_ statement: StateAnswers.Statement, _ language: Language) {
    name = statement.name
    title = statement.title[language]
    text = statement.content.text(language)
    grade = statement.grade.name
    sources = statement.citations.map { ExplanationReport.Source($0, language) }
  }
}

/// How a state's rule stands to a task, as data.
public struct TaskReport: Encodable, Sendable {
  public let jurisdiction: String
  public let state: String
  public let task: String
  public let name: String
  /// `listed`, `proof`, `other`, `prohibited`, `open`, `none`.
  public let standing: String
  public let words: String
  public let verdict: String
  public let grade: String
  public let isGreen: Bool
  public let isRed: Bool
  public let statements: [StatementReport]?
  public let determination: DeterminationReport?
  public let notice: String?

  /// A cell of the map.
  public init(_ cell: StateAnswers.Cell, _ base: KnowledgeBase, _ language: Language) {
    self.init(cell, base, language, nil, edition: "")
  }

  /// A task in a state, with its reasons.
  public init(_ answer: StateAnswers.TaskAnswer, _ base: KnowledgeBase, _ language: Language) {
    self.init(answer.cell, base, language, answer, edition: base.edition)
  }

  private init(
    _ cell: StateAnswers.Cell, _ base: KnowledgeBase, _ language: Language, _ answer: StateAnswers.TaskAnswer?,
    edition: String
  ) {
    jurisdiction = cell.jurisdiction
    state = base.jurisdiction(cell.jurisdiction)?.name[language] ?? cell.jurisdiction
    task = cell.task
    name = base.task(cell.task)?.name[language] ?? cell.task
    standing = cell.standing.rawValue
    words = StateText.words(cell)[language]
    verdict = cell.finding.verdict.name
    grade = cell.finding.grade.name
    isGreen = cell.finding.isGreen
    isRed = cell.finding.isRed
    statements = answer.map { $0.statements.map { StatementReport($0, language) } }
    determination = answer.map {
      DeterminationReport($0.determination, edition: edition, language: language, explain: true)
    }
    notice = answer.map { StateText.notice($0.jurisdiction)[language] }
  }
}

/// Every state by task, as data.
public struct StatesReport: Encodable, Sendable {
  public let edition: String
  public let asOf: CivilDate
  public let on: CivilDate
  public let holder: String
  public let tasks: [TaskReport]
  public let notice: String

  public init(
    _ grid: [[StateAnswers.Cell]], _ base: KnowledgeBase, _ inquiry: Inquiry, for whom: Phrase, _ language: Language
  ) {
    edition = base.edition
    asOf = inquiry.asOf
    on = inquiry.day
    holder = whom[language]
    tasks = grid.flatMap { $0.map { TaskReport($0, base, language) } }
    notice = StateText.notice(nil)[language]
  }
}

/// One state: topics, tasks, who answers questions.
public struct StateReport: Encodable, Sendable {
  public struct Board: Encodable, Sendable {
    public let name: String
    public let url: String
  }

  public let edition: String
  public let asOf: CivilDate
  public let on: CivilDate
  public let jurisdiction: String
  public let name: String
  public let holder: String
  public let topics: [StatementReport]
  public let tasks: [TaskReport]
  public let boards: [Board]
  public let notice: String

  public init(
    _ jurisdiction: Jurisdiction, topics: [StateAnswers.Statement], cells: [StateAnswers.Cell], _ base: KnowledgeBase,
    _ inquiry: Inquiry, for whom: Phrase, _ language: Language
  ) {
    edition = base.edition
    asOf = inquiry.asOf
    on = inquiry.day
    self.jurisdiction = jurisdiction.id
    name = jurisdiction.name[language]
    holder = whom[language]
    self.topics = topics.map { StatementReport($0, language) }
    tasks = cells.map { TaskReport($0, base, language) }
    boards = jurisdiction.boards.map { Board(name: $0.name[language], url: $0.url) }
    notice = StateText.notice(jurisdiction)[language]
  }
}
