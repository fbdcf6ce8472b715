public import Knowledge
public import Rules
public import Vocabulary

/// From one state to another: what to have by the first day there, what already counts, and what changes by task.
public struct MovePlan: Sendable {
  /// One thing to have.
  public struct Step: Sendable {
    /// What it is about.
    public enum Kind: String, Sendable {
      /// A credential that the state issues, with its rule.
      case credential
      /// A statement of the state: papers, background check, fees, age.
      case statement
      /// The first day of work.
      case firstDay = "first day"
    }

    public let kind: Kind
    public let title: Phrase
    /// The day it is needed by.
    public let by: CivilDate
    /// What the rule says about this person, for a credential.
    public let determination: Determination?
    public let statements: [StateAnswers.Statement]
    /// Requirements that are met, in the rule's words.
    public let counts: [Phrase]
    /// Requirements that are not met or not known, in the rule's words.
    public let missing: [Phrase]
  }

  /// A task whose answer differs.
  public struct Change: Sendable {
    public let task: PracticeTask
    public let before: StateAnswers.Cell?
    public let after: StateAnswers.Cell
  }

  public let from: Jurisdiction?
  public let to: Jurisdiction
  /// The first day there.
  public let day: CivilDate
  public let steps: [Step]
  public let changes: [Change]
}

extension StateAnswers {
  /// Topics that say what to have in hand, in order.
  private static let papers = ["credential", "documents", "background-check", "age", "fees"]

  /// What a move takes for a person.
  ///
  /// - Parameter day: the first day in the new state.
  public func move(
    _ evidence: Evidence, from: Jurisdiction?, to: Jurisdiction, on day: CivilDate, asOf: CivilDate
  ) throws -> MovePlan {
    let inquiry = Inquiry(asOf: asOf, on: day)
    let cells = cells(to, base.tasks, evidence, asOf: asOf, on: day)
    let before = from.map { self.cells($0, base.tasks, evidence, asOf: asOf, on: day) }
    var steps = statements(to, on: day)
    let practice = cells.first { $0.task == "practice" }
    if practice?.standing == .other || practice?.standing == .proof {
      steps += try credentials(of: to, evidence, inquiry)
    }
    steps.append(
      MovePlan.Step(
        kind: .firstDay, title: Phrase("First day in \(to.name.en)", "Primer día en \(to.name.es)"), by: day,
        determination: nil, statements: [], counts: [], missing: []))
    let changes = cells.compactMap { after -> MovePlan.Change? in
      guard let task = base.task(after.task) else { return nil }
      let old = before?.first { $0.task == after.task }
      return old?.standing == after.standing && old?.finding.grade == after.finding.grade
        ? nil : MovePlan.Change(task: task, before: old, after: after)
    }
    return MovePlan(from: from, to: to, day: day, steps: steps, changes: changes)
  }

  private func statements(_ state: Jurisdiction, on day: CivilDate) -> [MovePlan.Step] {
    let all = topics(state, on: day)
    return StateAnswers.papers.compactMap { topic in
      let found = all.filter { $0.name == topic || topic == "fees" && $0.name.hasPrefix("fee.") }
      guard let title = base.topics.first(where: { $0.id == topic })?.name, !found.isEmpty else { return nil }
      return MovePlan.Step(
        kind: .statement, title: title, by: day, determination: nil, statements: found, counts: [], missing: [])
    }
  }

  /// The rules for the credentials that the state issues.
  private func credentials(
    of state: Jurisdiction, _ evidence: Evidence, _ inquiry: Inquiry
  ) throws -> [MovePlan.Step] {
    let assessor = Assessor(base)
    return try base.book.rules.filter { $0.id.hasPrefix(state.id + "/") && !$0.id.hasPrefix(state.id + "/task/") }
      .map { rule in
        let answer = try assessor.determine(rule.id, evidence, inquiry)
        let leaves = answer.explanation?.conditions ?? []
        func texts(_ isWanted: (Verdict) -> Bool) -> [Phrase] {
          var seen: Set<Phrase> = []
          return leaves.filter { isWanted($0.finding.verdict) }.compactMap(\.text).filter { seen.insert($0).inserted }
        }
        return MovePlan.Step(
          kind: .credential, title: rule.title, by: inquiry.day, determination: answer, statements: [],
          counts: texts { $0 == .met }, missing: texts { $0 != .met })
      }
  }
}

extension Explanation {
  /// The conditions that say something in words, the finest first told.
  fileprivate var conditions: [Explanation] {
    let below = children.flatMap(\.conditions)
    return below.isEmpty && text != nil ? [self] : below
  }
}
