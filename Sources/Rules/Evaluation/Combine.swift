import Vocabulary

/// Timelines of findings combined day by day.
enum Combine {
  static func any(_ timelines: [Timeline<Finding>]) -> Timeline<Finding> {
    guard let first = timelines.first else { return Timeline(Finding(.notMet)) }
    return timelines.dropFirst().reduce(first) { $0.combined(with: $1, Finding.any) }
  }

  /// The k-th largest: at least k of them are met.
  static func atLeast(_ k: Int, _ timelines: [Timeline<Finding>]) -> Timeline<Finding> {
    pointwise(timelines) { findings in
      let sorted = findings.sorted { ($0.verdict, $0.strength) > ($1.verdict, $1.strength) }
      guard k >= 1, k <= sorted.count else { return Finding(k < 1 ? .met : .notMet) }
      let verdict = sorted[k - 1].verdict
      let used = verdict == .notMet ? sorted[(k - 1)...] : sorted[..<k]
      return used.filter { $0.verdict == verdict }.reduce(sorted[k - 1]) { $0.weakened(by: $1) }
    }
  }

  /// Two readings, or two versions of which nobody knows which held: equal verdicts are the answer, marked as
  /// disputed elsewhere; settled ones equal and the rest undetermined is undetermined; otherwise `differ`.
  static func compare(_ timelines: [Timeline<Finding>], differ: Verdict) -> Timeline<Finding> {
    pointwise(timelines) { compare($0, differ: differ) }
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
      requirement.verdict == .met
        ? requirement.weakened(by: condition)
        : condition.weakened(by: requirement)
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
