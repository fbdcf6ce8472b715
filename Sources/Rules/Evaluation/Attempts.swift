import Vocabulary

extension Evaluator {
  /// Whether one more attempt fits the limit and the waits, on the morning of each day: failures count strictly
  /// before the day, so that an attempt never counts against itself.
  func attempts(_ rule: AttemptRule) -> Timeline<Finding> {
    let day = EvidenceKind.attempt.fields.first { $0.content == .day }
    var failures = matching(rule.filter)
      .map { (days: $0.record.days(day?.slot ?? 0), sure: $0.match == .yes, grade: $0.record.grade) }
      .filter { $0.days.first != .distantFuture }
    failures.sort { $0.days.first < $1.days.first }
    var result = Timeline(Finding(.met))
    if let days = view.unlisted(.attempt) {
      result = Timeline(Finding(days.first.isFinite ? .met : .undetermined))
      if days.first.isFinite { result.set(Finding(.undetermined), from: days.first.next) }
    }
    for (i, failure) in failures.enumerated() {
      result = result.combined(with: blocked(failure, number: i + 1, rule), Finding.all)
    }
    return result
  }

  /// What the failure with this number does to the days after it.
  private func blocked(
    _ failure: (days: DayInterval, sure: Bool, grade: EvidenceGrade), number: Int, _ rule: AttemptRule
  ) -> Timeline<Finding> {
    let open = Finding(.undetermined, evidence: failure.grade)
    let notMet = Finding(.notMet, evidence: failure.grade)
    var result = Timeline(Finding(.met, evidence: failure.grade))
    let a = failure.days.first
    let b = failure.days.last
    if a == .distantPast { result = Timeline(open) }
    if a.isFinite { result.set(open, from: a.next) }
    if let limit = rule.limit, number >= limit {
      if b.isFinite, failure.sure { result.set(notMet, from: b.next) }
      return result
    }
    guard let wait = rule.waits.isEmpty ? nil : rule.waits[min(number, rule.waits.count) - 1] else {
      return Timeline(Finding(.met, evidence: failure.grade))
    }
    // Surely blocked from the last possible day until the first possible end, possibly until the last possible end.
    let firstEnd = wait.bound(from: a)
    let lastEnd = wait.bound(from: b)
    if b.isFinite, failure.sure, a.isFinite, b.next < firstEnd {
      result.set(notMet, from: b.next)
      result.set(a == b ? Finding(.met, evidence: failure.grade) : open, from: firstEnd)
    }
    if lastEnd.isFinite { result.set(Finding(.met, evidence: failure.grade), from: lastEnd) }
    return result
  }
}
