public import Knowledge
public import Planning
public import Rules
public import Vocabulary

/// Plans for a person: fills the packs' fees, documents and facts in, and asks `Planner`.
///
/// Not thread-safe: make one for each task.
public struct PlanService {
  public let base: KnowledgeBase
  private let planner: Planner

  public init(_ base: KnowledgeBase) {
    self.base = base
    planner = Planner(book: base.book)
  }

  /// The plan to one credential; nil where no eligibility rule of it is known.
  ///
  /// - Throws: `DeterminationError` when the question names an act that does not exist.
  public func plan(
    _ credential: Credential, _ evidence: Evidence, _ inquiry: Inquiry,
    _ assumptions: PlanAssumptions = PlanAssumptions()
  ) throws -> Plan? {
    guard let rule = base.book.rule(credential.id + "/eligibility") else { return nil }
    let isMember = assumptions.isMember ?? PlanService.isMember(credential, evidence)
    let values = PlanValuesReader(base: base, credential: credential.id, on: inquiry.asOf, isMember: isMember).values
    return planner.plan(
      PlanRequest(
        credential: credential.id, evidence: evidence,
        question: try inquiry.question(base, credential: credential.id, evidence),
        routes: base.book.eligibilityRoutes(of: rule), assumptions: assumptions, values: values))
  }

  /// How many more sittings the limits leave room for, when each of them fails; nil where no such rule is known.
  ///
  /// - Throws: `DeterminationError` as `plan` does.
  public func attemptsLeft(
    _ credential: Credential, _ evidence: Evidence, _ inquiry: Inquiry
  ) throws -> Plan.AttemptsLeft? {
    planner.attemptsLeft(
      credential.id, evidence, try inquiry.question(base, credential: credential.id, evidence))
  }

  /// The facts nobody gave that keep the eligibility rule open today, where the plan names no day; else none.
  ///
  /// - Throws: `DeterminationError` as `plan` does.
  public func missing(_ plan: Plan, _ evidence: Evidence, _ inquiry: Inquiry) throws -> [Phrase] {
    guard !plan.isHeld, !plan.isDated else { return [] }
    let answer = try Assessor(base).determine(plan.credential + "/eligibility", evidence, inquiry)
    return FieldWording.names(answer.explanation?.openGaps ?? [])
  }

  /// Plans to every credential that has an eligibility rule: those held first, then by the day certified, then those
  /// that need to find out something, then those without a known way; equal ones by their letters.
  public func plans(
    _ evidence: Evidence, _ inquiry: Inquiry, _ assumptions: PlanAssumptions = PlanAssumptions()
  ) throws -> [Plan] {
    let plans = try base.credentials.compactMap { try plan($0, evidence, inquiry, assumptions) }
    func mark(_ plan: Plan) -> String { base.credential(plan.credential)?.mark ?? plan.credential }
    return plans.sorted { a, b in
      (a.rank.class, Int(a.rank.day.days), a.conditions.count, mark(a))
        < (b.rank.class, Int(b.rank.day.days), b.conditions.count, mark(b))
    }
  }

  /// What a change to the assumptions does to a plan.
  public func whatIf(
    _ changes: [WhatIf], _ credential: Credential, _ evidence: Evidence, _ inquiry: Inquiry,
    _ assumptions: PlanAssumptions = PlanAssumptions()
  ) throws -> (plan: Plan, difference: PlanDifference)? {
    guard let before = try plan(credential, evidence, inquiry, assumptions),
      let after = try plan(credential, evidence, inquiry, assumptions.applying(changes))
    else { return nil }
    return (after, PlanDifference(from: before, to: after))
  }

  /// Whether the evidence says that the person is a member of the body's association.
  static func isMember(_ credential: Credential, _ evidence: Evidence) -> Bool? {
    guard credential.id.hasPrefix("aama/"), let person = evidence.records(of: .person).first,
      case .flag(let flag) = person["aama_member"]
    else { return nil }
    return flag
  }
}

extension Plan {
  /// For comparing plans: smaller is better.
  fileprivate var rank: (class: Int, day: CivilDate) {
    if isHeld { return (0, asOf) }
    if let certified { return (1, certified) }
    if let eligible, sittings.last?.passed ?? true { return (2, eligible) }
    if let notBefore { return (3, notBefore) }
    return (route == nil ? 5 : 4, .distantFuture)
  }
}
