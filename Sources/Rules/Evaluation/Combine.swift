import Vocabulary

/// Timelines of findings combined day by day.
enum Combine {
  static func any(_ timelines: [Timeline<Finding>]) -> Timeline<Finding> {
    guard let first = timelines.first else { return Timeline(Finding(.notMet)) }
    return timelines.dropFirst().reduce(first) { $0.combined(with: $1, Finding.any) }
  }

  /// The k-th largest: at least k of them are met. For k = 1 the same as `any`, for all of them the same as `all`.
  static func atLeast(_ k: Int, _ timelines: [Timeline<Finding>]) -> Timeline<Finding> {
    pointwise(timelines) { atLeast(k, $0) }
  }

  static func atLeast(_ k: Int, _ findings: ArraySlice<Finding>) -> Finding {
    guard k >= 1, k <= findings.count else { return Finding(k < 1 ? .met : .notMet) }
    let sorted = findings.sorted { ($0.verdict, $0.strength) > ($1.verdict, $1.strength) }
    let decides = sorted[k - 1]
    let used: [Finding] =
      switch decides.verdict {
      // The k strongest that are met, or as few of the strongest refutations as refute it.
      case .met: Array(sorted[..<k])
      case .notMet: Array(sorted.filter { $0.verdict == .notMet }.prefix(sorted.count - k + 1))
      case .undetermined, .notCovered: sorted.filter { $0.verdict == .undetermined || $0.verdict == .notCovered }
      }
    return used.dropFirst().reduce(used[0]) { $0.weakened(by: $1) }.with(verdict: decides.verdict)
  }

  /// Two readings, or two versions of which nobody knows which held: equal verdicts are the answer, marked as
  /// disputed elsewhere; settled ones equal and the rest undetermined is undetermined; otherwise `differ`.
  static func compare(_ timelines: [Timeline<Finding>], differ: Verdict) -> Timeline<Finding> {
    if timelines.count == 1 { return timelines[0] }
    if timelines.count == 2 { return timelines[0].combined(with: timelines[1]) { compare($0, $1, differ: differ) } }
    return pointwise(timelines) { compare($0, differ: differ) }
  }

  /// As `compare` of a list, for two of them.
  private static func compare(_ a: Finding, _ b: Finding, differ: Verdict) -> Finding {
    let marks = a.weakened(by: b)
    if a.verdict == b.verdict { return marks.disputedElsewhere }
    return marks.with(verdict: a.verdict == .undetermined || b.verdict == .undetermined ? .undetermined : differ)
  }

  static func compare(_ findings: ArraySlice<Finding>, differ: Verdict) -> Finding {
    guard let first = findings.first else { return Finding(.notCovered) }
    let marks = findings.dropFirst().reduce(first) { $0.weakened(by: $1) }
    if findings.allSatisfy({ $0.verdict == first.verdict }) {
      return findings.count > 1 ? marks.disputedElsewhere : first
    }
    let settled = findings.filter { $0.verdict != .undetermined }
    if let one = settled.first, settled.count < findings.count, settled.allSatisfy({ $0.verdict == one.verdict }) {
      return marks.with(verdict: .undetermined)
    }
    return marks.with(verdict: differ)
  }

  /// Where the condition holds, the requirement; where it does not, met; where that is open, what both allow.
  static func whereApplies(_ condition: Finding, _ requirement: Finding) -> Finding {
    switch condition.verdict {
    case .met: requirement
    case .notMet: condition.with(verdict: .met)
    case .undetermined, .notCovered:
      // As `any` of "does not apply" and the requirement.
      requirement.verdict == .met
        ? requirement.weakened(by: condition)
        : condition.weakened(by: requirement).with(verdict: max(condition.verdict, requirement.verdict))
    }
  }

  /// Any number of timelines combined day by day: a merge of their change points.
  static func pointwise(
    _ timelines: [Timeline<Finding>], _ combine: (ArraySlice<Finding>) -> Finding
  ) -> Timeline<Finding> {
    var current = timelines.map { $0.points[0].value }
    var position = Array(repeating: 0, count: timelines.count)
    var result = Timeline(combine(current[...]))
    while true {
      var day = CivilDate.distantFuture
      for (i, timeline) in timelines.enumerated() where position[i] + 1 < timeline.points.count {
        day = min(day, timeline.points[position[i] + 1].day)
      }
      if day == .distantFuture { return result }
      for (i, timeline) in timelines.enumerated()
      where position[i] + 1 < timeline.points.count && timeline.points[position[i] + 1].day == day {
        position[i] += 1
        current[i] = timeline.points[position[i]].value
      }
      result.set(combine(current[...]), from: day)
    }
  }
}
