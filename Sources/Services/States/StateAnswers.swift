public import Knowledge
public import Rules
public import Vocabulary

/// What the rules of the states say about tasks, for somebody, on a day.
public struct StateAnswers {
  /// One cell: a state, a task, and how its rule stands to it.
  public struct Cell: Sendable, Hashable {
    public let jurisdiction: String
    public let task: String
    public let finding: Finding
    public let standing: TaskStanding
  }

  /// A dated statement of a rule with how sure it is.
  public struct Statement: Sendable {
    public let name: String
    public let title: Phrase
    public let content: DatedValue.Content
    public let grade: RuleGrade
    public let citations: [Citation]
  }

  /// A task in a state, with everything that is said about it.
  public struct TaskAnswer: Sendable {
    public let jurisdiction: Jurisdiction
    public let task: PracticeTask
    public let cell: Cell
    public let determination: Determination
    /// Supervision, and what the rule asks of the practice.
    public let statements: [Statement]
  }

  public let base: KnowledgeBase
  private let evaluator: Evaluator

  public init(_ base: KnowledgeBase) {
    self.base = base
    evaluator = Evaluator(book: base.book)
  }

  /// The cells for some tasks in every state, states in alphabetical order.
  ///
  /// - Parameter day: the day asked about.
  public func grid(_ tasks: [PracticeTask], _ evidence: Evidence, asOf: CivilDate, on day: CivilDate) -> [[Cell]] {
    evaluator.begin(evidence, Question(asOf: asOf))
    return base.jurisdictions.map { cells($0, tasks, on: day) }
  }

  /// The cells for some tasks in one state.
  public func cells(
    _ jurisdiction: Jurisdiction, _ tasks: [PracticeTask], _ evidence: Evidence, asOf: CivilDate, on day: CivilDate
  ) -> [Cell] {
    evaluator.begin(evidence, Question(asOf: asOf))
    return cells(jurisdiction, tasks, on: day)
  }

  private func cells(_ jurisdiction: Jurisdiction, _ tasks: [PracticeTask], on day: CivilDate) -> [Cell] {
    tasks.compactMap { task in
      guard let rule = base.book.rule(jurisdiction.rule(for: task.id)) else { return nil }
      let finding = evaluator.timeline(of: rule.root, asked: DayInterval(day)).value(on: day)
      return cell(jurisdiction, task, finding: finding, on: day)
    }
  }

  /// One task in one state, with its reasons; nil when there is no such rule.
  public func answer(
    _ jurisdiction: Jurisdiction, _ task: PracticeTask, _ evidence: Evidence, _ inquiry: Inquiry
  ) throws -> TaskAnswer? {
    let rule = jurisdiction.rule(for: task.id)
    guard base.book.rule(rule) != nil else { return nil }
    let question = try inquiry.question(base, credential: nil, evidence)
    let determination = try evaluator.determine(rule, evidence, question, on: inquiry.day, asked: inquiry.through)
    guard let cell = cell(jurisdiction, task, finding: determination.finding, on: inquiry.day) else { return nil }
    return TaskAnswer(
      jurisdiction: jurisdiction, task: task, cell: cell, determination: determination,
      statements: statements(jurisdiction, task, on: inquiry.day))
  }

  /// Supervision, and what the rule asks of the practice, on a day.
  public func statements(_ jurisdiction: Jurisdiction, _ task: PracticeTask, on day: CivilDate) -> [Statement] {
    statements(jurisdiction.id, "task.\(task.id).", on: day)
  }

  /// What a state says by topic on a day; a topic that was not found is not there.
  public func topics(_ jurisdiction: Jurisdiction, on day: CivilDate) -> [Statement] {
    statements(jurisdiction.id, "topic.", on: day)
  }

  private func statements(_ owner: String, _ prefix: String, on day: CivilDate) -> [Statement] {
    base.values(of: owner, prefix).flatMap { value in
      value.answers(on: day).map { reading, grade in
        Statement(
          name: String(value.name.dropFirst(prefix.count)), title: value.text, content: reading.content, grade: grade,
          citations: reading.citations)
      }
    }
  }

  private func cell(_ jurisdiction: Jurisdiction, _ task: PracticeTask, finding: Finding, on day: CivilDate) -> Cell? {
    guard let rule = base.book.rule(jurisdiction.rule(for: task.id)) else { return nil }
    let standing: TaskStanding =
      switch finding.verdict {
      case .met: .listed
      case .undetermined: .proof
      case .notMet: base.book.isProhibited(rule.root, on: day) ? .prohibited : .other
      case .notCovered: base.hasRule(jurisdiction.id, task.id) ? .open : .none
      }
    return Cell(jurisdiction: jurisdiction.id, task: task.id, finding: finding, standing: standing)
  }
}
