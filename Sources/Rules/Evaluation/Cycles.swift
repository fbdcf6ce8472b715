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
      return self.cycles(rule, from: days, scope)
    }
  }

  /// - Parameter start: the day from which cycles run, perhaps known only in part.
  private func cycles(_ rule: CycleRule, from start: DayInterval, _ scope: Scope) -> Timeline<Finding> {
    // With starts a whole cycle apart nobody knows which cycle a day is in.
    guard start.last < start.first.adding(months: rule.months) else {
      return Evaluator.between(start.first, .distantFuture, grade(of: rule.from, scope))
    }
    var result = Timeline(Finding(.notMet))
    if !start.isExact { result.set(Finding(.undetermined), from: start.first) }
    result.set(Finding(.met), from: start.last)
    var before = Finding(.met)
    var duties: [Finding] = []
    // Not lost for good: of every so many cycles in a row at least one was met.
    var notLost = Finding(.met)
    for k in 0..<cycleCount(rule, from: start.first) {
      let first = start.mapEnds { $0.adding(months: rule.months * k) }
      let next = start.mapEnds { $0.adding(months: rule.months * (k + 1)) }
      duties.append(duty(rule, number: k, from: first, until: next.mapEnds(\.previous), scope))
      if let lostAfter = rule.lostAfter, duties.count >= lostAfter {
        let any = duties.suffix(lostAfter).reduce(Finding(.notMet)) { Finding.any($0, $1) }
        notLost = Finding.all(notLost, any)
      }
      let finding = rule.lostAfter == nil ? duties[k] : Finding.all(duties[k], notLost)
      if !next.isExact { result.set(Combine.compare([before, finding][...], differ: .undetermined), from: next.first) }
      result.set(finding, from: next.last)
      before = finding
      if notLost.verdict == .notMet { break }
    }
    return result
  }

  /// The duty of one cycle on its last day.
  private func duty(
    _ rule: CycleRule, number: Int, from first: DayInterval, until last: DayInterval, _ scope: Scope
  ) -> Finding {
    var inside = scope
    inside.cycle = Int32(number)
    inside.cycleDays = DayInterval(first.first, last.last)
    if !first.isExact {
      inside.cycleCore = first.last <= last.first ? .some(DayInterval(first.last, last.first)) : .none
    }
    let findings = timeline(rule.duty, inside).spans(in: last).map(\.value)
    return Combine.compare(findings[...], differ: .undetermined)
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
