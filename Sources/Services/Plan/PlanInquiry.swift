public import Knowledge
public import Planning
public import Rules
public import Vocabulary

/// What is asked about plans: to which credential, what is assumed, and what if.
public struct PlanInquiry: Sendable {
  /// A credential by its id or its mark; `all` for every one; nil for the one with the earliest day.
  public let goal: String?
  public let changes: [WhatIf]
  public let assumptions: PlanAssumptions

  /// - Throws: `WhatIfError` for a change that cannot be read.
  public init(goal: String?, whatIf: [String], assume: [String]) throws(WhatIfError) {
    self.goal = goal
    changes = try PlanInquiry.read(whatIf)
    assumptions = PlanAssumptions().applying(try PlanInquiry.read(assume))
  }

  /// The plans without the changes.
  ///
  /// - Throws: `QuestionError` for a goal that there is not, or to which no plan can be made; `DeterminationError` for an
  ///   act that there is not.
  public func plans(_ service: PlanService, _ evidence: Evidence, _ inquiry: Inquiry) throws -> [Plan] {
    guard let goal, goal != "all" else {
      let all = try service.plans(evidence, inquiry, assumptions)
      return goal == nil ? Array(all.prefix(1)) : all
    }
    let credential = try Subjects.credential(goal, service.base)
    guard let plan = try service.plan(credential, evidence, inquiry, assumptions) else {
      throw QuestionError(
        expected: "a credential of which a rule says who can sit its exam", found: credential.mark,
        advice: "Ask \(credential.body)")
    }
    return [plan]
  }

  /// The answer as data: with changes, what they do to the plans; a list where the goal is `all`.
  ///
  /// - Throws: as `plans`.
  public func report(
    _ base: KnowledgeBase, _ evidence: Evidence, _ inquiry: Inquiry, _ language: Language
  ) throws -> PlanAnswer {
    let service = PlanService(base)
    let plans = try plans(service, evidence, inquiry)
    if changes.isEmpty {
      let reports = try plans.map {
        PlanReport($0, base, language, missing: try service.missing($0, evidence, inquiry))
      }
      return goal != "all" && reports.count == 1 ? .plan(reports[0]) : .plans(reports)
    }
    let reports = try plans.compactMap { plan -> PlanDifferenceReport? in
      guard let credential = base.credential(plan.credential) else { return nil }
      return try service.whatIf(changes, credential, evidence, inquiry, assumptions).map {
        PlanDifferenceReport($0.difference, changes, language)
      }
    }
    return goal != "all" && reports.count == 1 ? .difference(reports[0]) : .differences(reports)
  }

  private static func read(_ texts: [String]) throws(WhatIfError) -> [WhatIf] {
    var changes: [WhatIf] = []
    for text in texts { changes.append(try WhatIf(text)) }
    return changes
  }
}

/// The answer to a question about plans, as data.
public enum PlanAnswer: Encodable, Sendable {
  case plan(PlanReport)
  case plans([PlanReport])
  case difference(PlanDifferenceReport)
  case differences([PlanDifferenceReport])
  case move(MoveReport)
  case record(WhatIfReport)

  /// The one that it is, without a name around it.
  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .plan(let report): try report.encode(to: encoder)
    case .plans(let reports): try reports.encode(to: encoder)
    case .difference(let report): try report.encode(to: encoder)
    case .differences(let reports): try reports.encode(to: encoder)
    case .move(let report): try report.encode(to: encoder)
    case .record(let report): try report.encode(to: encoder)
    }
  }
}
