public import Rules

/// How far a person is with one duty.
public struct EducationStanding: Sendable {
  public let credential: String
  public let duty: EducationDuty
  /// With what is open put where it helps most.
  public let best: Allocation
  /// How many activities have no category on record although the rule asks for some.
  public let openCategories: Int
}

extension EducationReader {
  /// One a duty of each credential that is not over.
  public func standings(_ held: [HeldCredential], _ evidence: Evidence) -> [EducationStanding] {
    begin(evidence)
    let activities = evidence.records(of: .activity)
    return held.filter { !$0.isOver }.flatMap { credential in
      credential.duties.map { duty in
        let counted = activities.compactMap { allocated($0, duty) }
        return EducationStanding(
          credential: credential.id, duty: duty, best: Allocation(counted, Allocation.Needs(duty.rule)),
          openCategories: counted.filter { $0.categories.nonzeroBitCount > 1 }.count)
      }
    }
  }

  /// What one activity on record surely counts, and where it can be put.
  private func allocated(_ record: EvidenceRecord, _ duty: EducationDuty) -> Allocation.Activity? {
    let count = evaluator.count(record, towards: duty).sure
    if count.isZero { return nil }
    var categories: UInt8 = 0
    if record["category"] == .unknown {
      categories = UInt8(truncatingIfNeeded: (1 << min(8, duty.rule.each.count)) - 1)
    } else if let k = count.each.prefix(8).firstIndex(where: { $0 > .zero }) {
      categories = 1 << UInt8(k)
    }
    return Allocation.Activity(
      amount: count.total.hundredths, categories: categories, isApproved: count.approved > .zero)
  }
}
