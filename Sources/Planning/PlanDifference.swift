public import Vocabulary

/// What differs between two plans: every changed day, cost, step and route, and what is lost.
public struct PlanDifference: Sendable, Hashable {
  public enum Point: String, Sendable, Hashable, CaseIterable {
    case eligible, notBefore = "not before", exam, certified, currentThrough = "current through"
  }

  public struct DayChange: Sendable, Hashable {
    public let point: Point
    /// nil: not known, or none.
    public let before: CivilDate?
    public let after: CivilDate?
  }

  public struct StepChange: Sendable, Hashable {
    public enum What: String, Sendable, Hashable { case added, removed, changed }

    public let id: String
    public let title: Phrase
    public let what: What
    public let before: Step?
    public let after: Step?
  }

  public struct CostChange: Sendable, Hashable {
    public let before: Cost
    public let after: Cost
  }

  public let days: [DayChange]
  public let steps: [StepChange]
  /// nil: unchanged. Until certified.
  public let cost: CostChange?
  public let routeBefore: PlanRequest.Route?
  public let routeAfter: PlanRequest.Route?
  /// Sittings of the exam that the rule still leaves room for after those planned; nil: no limit stated, or unchanged.
  public let attemptsLeftBefore: Int?
  public let attemptsLeftAfter: Int?
  /// Routes that had a day and have none any more.
  public let routesLost: [PlanRequest.Route]
  public let budgetBefore: BudgetFit?
  public let budgetAfter: BudgetFit?

  /// Compares two plans to one credential.
  public init(from before: Plan, to after: Plan) {
    let points: [(Point, CivilDate?, CivilDate?)] = [
      (.eligible, before.eligible, after.eligible), (.notBefore, before.notBefore, after.notBefore),
      (.exam, before.examDay, after.examDay), (.certified, before.certified, after.certified),
      (.currentThrough, before.upkeep.currentThrough, after.upkeep.currentThrough),
    ]
    days = points.filter { $0.1 != $0.2 }.map { DayChange(point: $0.0, before: $0.1, after: $0.2) }
    steps = PlanDifference.steps(before, after)
    cost = before.cost == after.cost ? nil : CostChange(before: before.cost, after: after.cost)
    routeBefore = before.route
    routeAfter = after.route
    attemptsLeftBefore = before.attemptsAfterPlan
    attemptsLeftAfter = after.attemptsAfterPlan
    let open = Set(after.outlooks.filter { $0.eligible != nil }.map(\.route))
    routesLost = before.outlooks.filter { $0.eligible != nil && !open.contains($0.route) }.map(\.route)
    budgetBefore = before.budget
    budgetAfter = after.budget
  }

  private static func steps(_ before: Plan, _ after: Plan) -> [StepChange] {
    var result: [StepChange] = []
    for step in before.steps {
      let other = after.steps.first { $0.id == step.id }
      if let other, other != step {
        result.append(.init(id: step.id, title: step.title, what: .changed, before: step, after: other))
      } else if other == nil {
        result.append(.init(id: step.id, title: step.title, what: .removed, before: step, after: nil))
      }
    }
    for step in after.steps where !before.steps.contains(where: { $0.id == step.id }) {
      result.append(.init(id: step.id, title: step.title, what: .added, before: nil, after: step))
    }
    return result
  }

  /// Whether the change changed nothing.
  public var isEmpty: Bool {
    days.isEmpty && steps.isEmpty && cost == nil && routeBefore == routeAfter
      && attemptsLeftBefore == attemptsLeftAfter && routesLost.isEmpty && budgetBefore == budgetAfter
  }
}

extension Plan {
  /// Sittings left once those of the plan have taken place, at least one; nil: no limit is stated.
  public var attemptsAfterPlan: Int? {
    switch attemptsLeft {
    case .atMost(let n), .atLeast(let n): max(0, n - (isHeld ? 0 : max(1, sittings.count)))
    case .noLimitStated: nil
    }
  }
}
