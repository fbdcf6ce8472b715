public import Knowledge
import Rules
public import Vocabulary

/// What a state's rules say about work, by somebody's own record.
public struct WorkPlace: Sendable {
  /// One task, and through when its rule is met.
  public struct Task: Sendable {
    public let task: PracticeTask
    public let cell: StateAnswers.Cell
    /// The last day on which the rule is met, when it is met on the day asked; nil: no end is known.
    public let through: CivilDate?
  }

  public let jurisdiction: Jurisdiction
  /// Work as a medical assistant first, then the most asked tasks.
  public let tasks: [Task]

  /// The states that a record names, as the one somebody lives in or by a credential of theirs; in alphabetical order.
  ///
  /// - Throws: `DeterminationError`.
  static func all(_ base: KnowledgeBase, _ evidence: Evidence, _ inquiry: Inquiry) throws -> [WorkPlace] {
    func word(_ record: EvidenceRecord, _ field: String) -> String? {
      guard case .word(let word) = record[field] else { return nil }
      return word
    }
    let named = Set(
      evidence.records(of: .person).compactMap { word($0, "jurisdiction") }
        + evidence.records(of: .license).compactMap { word($0, "of")?.split(separator: "/").first.map(String.init) })
    let tasks = base.tasks.filter { $0.id == practice } + base.tasks.filter { $0.isMostAsked && $0.id != practice }
    let answers = StateAnswers(base)
    return try base.jurisdictions.filter { named.contains($0.id) }.map { state in
      WorkPlace(
        jurisdiction: state,
        tasks: try tasks.compactMap { task in
          guard let answer = try answers.answer(state, task, evidence, inquiry) else { return nil }
          let last = answer.determination.timeline.verdictSpan(on: inquiry.day).last.finite
          return Task(task: task, cell: answer.cell, through: answer.cell.standing == .listed ? last : nil)
        })
    }
  }

  /// The task that is the work itself.
  private static let practice = "practice"
}
