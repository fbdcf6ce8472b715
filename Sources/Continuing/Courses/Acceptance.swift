public import Rules
public import Vocabulary

/// Whether a course counts for one duty, told before it is taken.
public struct Acceptance: Sendable {
  public enum Answer: String, Sendable, Hashable, CaseIterable {
    case counts
    /// In the total only: not where the rule asks for a category or an approval.
    case inTotalOnly = "counts in the total only"
    case doesNotCount = "does not count"
    case notKnown = "not known"
  }

  public enum Reason: Sendable, Hashable {
    /// Its day is not among the days that count.
    case outside(DayInterval)
    /// Its day is among days of which nobody knows whether they count.
    case perhapsOutside
    /// The catalog does not say in which category it counts.
    case categoryOpen
    /// In none of the categories of which the rule asks for some.
    case noCategory
    /// The catalog does not say who approved it.
    case approvalOpen
    /// This body did not approve it.
    case notApproved(by: String)
    /// The approval ends before the course is taken.
    case approvalOver(CivilDate)
    /// The credential is not current any more.
    case isOver
  }

  public let credential: String
  public let duty: EducationDuty
  public let answer: Answer
  /// In which category; nil: in none, or it is open.
  public let category: String?
  public let count: PointsCount
  public let reasons: [Reason]
}

extension EducationReader {
  /// One answer a duty of each credential. Of several categories the one that the duty lacks most is taken.
  public func accepts(_ course: Course, _ held: [HeldCredential], _ evidence: Evidence) -> [Acceptance] {
    begin(evidence)
    return held.flatMap { credential in
      credential.duties.filter { isAsked($0, course, credential) }.map { acceptance(course, credential, $0) }
    }
  }

  /// Of the cycles of one requirement the one of the course's day, where there is one.
  private func isAsked(_ duty: EducationDuty, _ course: Course, _ credential: HeldCredential) -> Bool {
    func isOfDay(_ duty: EducationDuty) -> Bool { duty.possibly?.contains(course.day) ?? false }
    return isOfDay(duty) || !credential.duties.contains { $0.requirement == duty.requirement && isOfDay($0) }
  }

  private func acceptance(_ course: Course, _ credential: HeldCredential, _ duty: EducationDuty) -> Acceptance {
    let category = best(course.categories, duty)
    let (sure, possible) = count(course, category: category, towards: duty, body: credential.body)
    return Acceptance(
      credential: credential.id, duty: duty, answer: answer(sure, possible, duty, credential), category: category,
      count: sure, reasons: (credential.isOver ? [.isOver] : []) + reasons(course, sure, towards: duty))
  }

  /// Why a course does not count towards a duty, or not in all parts of it; empty: it counts wherever the rule asks for it.
  func reasons(_ course: Course, _ sure: PointsCount, towards duty: EducationDuty) -> [Acceptance.Reason] {
    var reasons: [Acceptance.Reason] = []
    if sure.isZero {
      if let days = duty.possibly, !days.contains(course.day) {
        reasons.append(.outside(duty.days ?? days))
      } else {
        reasons.append(.perhapsOutside)
      }
    }
    if !duty.rule.each.isEmpty, sure.each.allSatisfy({ $0 == .zero }), !sure.isZero {
      reasons.append(course.categories.isEmpty ? .categoryOpen : .noCategory)
    }
    if let approver = duty.rule.approved?.word, sure.approved == .zero, !sure.isZero {
      if let last = course.approvedUntil, course.isApprovalOver {
        reasons.append(.approvalOver(last))
      } else {
        reasons.append(course.approvedBy == nil ? .approvalOpen : .notApproved(by: approver))
      }
    }
    return reasons
  }

  private func answer(
    _ sure: PointsCount, _ possible: PointsCount, _ duty: EducationDuty, _ credential: HeldCredential
  ) -> Acceptance.Answer {
    if credential.isOver { return .doesNotCount }
    if sure.isZero { return possible.isZero ? .doesNotCount : .notKnown }
    let hasCategory = duty.rule.each.isEmpty || sure.each.contains { $0 > .zero }
    let isApproved = duty.rule.approved == nil || sure.approved > .zero
    return hasCategory && isApproved ? .counts : .inTotalOnly
  }

  private func best(_ categories: [String], _ duty: EducationDuty) -> String? {
    func missing(_ category: String) -> Int {
      guard let i = duty.rule.each.firstIndex(where: { $0.word == category }) else { return -1 }
      return max(0, (duty.rule.each[i].amount - duty.sure.each[i]).hundredths)
    }
    return categories.max { missing($0) < missing($1) }
  }
}
