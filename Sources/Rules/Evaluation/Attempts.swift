import Vocabulary

extension Evaluator {
  /// Whether one more attempt fits the limit and the waits, on the morning of each day: failures count strictly
  /// before the day, so that an attempt never counts against itself.
  func attempts(_ rule: AttemptRule) -> Timeline<Finding> {
    let day = EvidenceKind.attempt.fields.first { $0.content == .day }
    let failures = matching(rule.filter)
      .map { Failure(days: $0.record.days(day?.slot ?? 0), isSure: $0.match == .yes, grade: $0.record.grade) }
      .filter { $0.days.first != .distantFuture }
    let unlisted = view.unlisted(.attempt)
    var result = Timeline(Finding(.met))
    if let unlisted {
      result = Timeline(Finding(unlisted.first.isFinite ? .met : .undetermined))
      if unlisted.first.isFinite { result.set(Finding(.undetermined), from: unlisted.first.next) }
    }
    if failures.isEmpty, rule.limit ?? 1 > 0 { return result }
    if let limit = rule.limit { result = result.combined(with: limited(failures, limit), Finding.all) }
    guard !rule.waits.isEmpty else { return result }
    // Joined in pairs: one after another, each would walk through all changes of those before it.
    var blocks = failures.indices.map { i in
      blocked(failures[i], waits(after: i, failures, rule, isOpen: unlisted != nil))
    }
    while blocks.count > 1 {
      blocks = stride(from: 0, to: blocks.count, by: 2).map { i in
        i + 1 < blocks.count ? blocks[i].combined(with: blocks[i + 1], Finding.all) : blocks[i]
      }
    }
    return blocks.first.map { result.combined(with: $0, Finding.all) } ?? result
  }

  private struct Failure {
    let days: DayInterval
    let isSure: Bool
    let grade: EvidenceGrade

    /// Surely earlier than another; two on one known day count in their order in the list.
    func isSurelyBefore(_ other: Failure, isListedBefore: Bool) -> Bool {
      isSure && (days.last < other.days.first || isListedBefore && days.isExact && days == other.days)
    }

    func isPossiblyBefore(_ other: Failure, isListedBefore: Bool) -> Bool {
      days.first <= other.days.last && (isListedBefore || !(days.isExact && days == other.days))
    }
  }

  /// No attempt after so many failures: those that surely, and those that possibly, came before the day.
  private func limited(_ failures: [Failure], _ limit: Int) -> Timeline<Finding> {
    let grade = failures.map(\.grade).min() ?? .issuer
    let sureDays = failures.filter(\.isSure).map(\.days.last).sorted()
    let possibleDays = failures.map(\.days.first).sorted()
    var sure = 0
    var possible = 0
    // Asked for one day after another.
    func finding(on day: CivilDate) -> Finding {
      while sure < sureDays.count, sureDays[sure] < day { sure += 1 }
      while possible < possibleDays.count, possibleDays[possible] < day { possible += 1 }
      return Finding(sure >= limit ? .notMet : possible >= limit ? .undetermined : .met, evidence: grade)
    }
    // An unknown day is possible on every day.
    var result = Timeline(finding(on: CivilDate.distantPast))
    let always = failures.filter { $0.days.first == .distantPast }.count
    if always >= limit { result = Timeline(Finding(.undetermined, evidence: grade)) }
    for day in Set(failures.flatMap { [$0.days.first, $0.days.last] }.filter(\.isFinite)).sorted() {
      result.set(finding(on: day.next), from: day.next)
    }
    return result
  }

  /// The waits that may follow one failure: which it is by number depends on how many came before it.
  private func waits(after i: Int, _ failures: [Failure], _ rule: AttemptRule, isOpen: Bool) -> [Offset] {
    let others = failures.indices.filter { $0 != i }
    let fewest = others.filter { failures[$0].isSurelyBefore(failures[i], isListedBefore: $0 < i) }.count
    let most =
      isOpen
      ? rule.waits.count : others.filter { failures[$0].isPossiblyBefore(failures[i], isListedBefore: $0 < i) }.count
    let last = rule.waits.count - 1
    return Array(rule.waits[min(fewest, last)...max(min(fewest, last), min(most, last))])
  }

  /// What one failure does to the days after it, by one of these waits.
  private func blocked(_ failure: Failure, _ waits: [Offset]) -> Timeline<Finding> {
    let open = Finding(.undetermined, evidence: failure.grade)
    let met = Finding(.met, evidence: failure.grade)
    let a = failure.days.first
    let b = failure.days.last
    var result = Timeline(a == .distantPast ? open : met)
    if a.isFinite { result.set(open, from: a.next) }
    // Surely blocked from the last possible day until the first possible end, possibly until the last possible end.
    let firstEnd = waits.map { $0.begin(from: a) }.min() ?? a
    let lastEnd = waits.map { $0.begin(from: b) }.max() ?? b
    if b.isFinite, failure.isSure, a.isFinite, b.next < firstEnd {
      result.set(Finding(.notMet, evidence: failure.grade), from: b.next)
      result.set(open, from: firstEnd)
    }
    if lastEnd.isFinite { result.set(met, from: lastEnd) }
    return result
  }
}
