import Vocabulary

extension Evaluator {
  /// Periods of equal length from an event: the duty met in one decides the next; the first runs on credit.
  func eachCycle(_ rule: CycleRule, _ scope: Scope) -> Timeline<Finding> {
    let grade = grade(of: rule.from, scope)
    return piecewise(rule.from, scope) { days in
      if days.first == .distantFuture { return Timeline(Finding(.notMet, evidence: grade)) }
      guard days.first.isFinite, days.last.isFinite else {
        return Evaluator.between(days.first, .distantFuture, grade)
      }
      let early = self.cycles(rule, from: days.first, scope)
      if days.isExact { return early }
      return Combine.compare([early, self.cycles(rule, from: days.last, scope)], differ: .undetermined)
    }
  }

  private func cycles(_ rule: CycleRule, from start: CivilDate, _ scope: Scope) -> Timeline<Finding> {
    var result = Timeline(Finding(.notMet))
    result.set(Finding(.met), from: start)
    var failedSurely = 0
    var failedPerhaps = 0
    // Once so many cycles in a row may have failed, the loss may be for good.
    var loss: Finding?
    for k in 0..<cycleCount(rule, from: start) {
      let first = start.adding(months: rule.months * k)
      let next = start.adding(months: rule.months * (k + 1))
      let inside = Scope(
        kind: scope.kind, record: scope.record, cycle: Int32(k), cycleDays: DayInterval(first, next.previous))
      let duty = timeline(rule.duty, inside).value(on: next.previous)
      failedSurely = duty.verdict == .notMet ? failedSurely + 1 : 0
      failedPerhaps = duty.verdict == .met ? 0 : failedPerhaps + 1
      if let lostAfter = rule.lostAfter {
        if failedSurely >= lostAfter {
          result.set(duty, from: next)
          return result
        }
        if failedPerhaps >= lostAfter { loss = duty.verdict == .notMet ? loss : duty }
      }
      result.set(loss.map { Finding.all(duty, $0) } ?? duty, from: next)
    }
    return result
  }

  /// Through the cycle after the last that evidence or the day asked reaches: from there on nothing changes.
  private func cycleCount(_ rule: CycleRule, from start: CivilDate) -> Int {
    var last = question.asOf
    for records in view.byKind {
      for record in records {
        for value in record.values {
          if case .day(let days, _) = value, days.last.isFinite { last = max(last, days.last) }
        }
      }
    }
    let months = max(0, (last.year - start.year) * 12 + last.month - start.month)
    return min(200, months / max(1, rule.months) + 2 + (rule.lostAfter ?? 0))
  }
}
