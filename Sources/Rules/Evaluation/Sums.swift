import Vocabulary

/// A record that counts into a sum: from which day surely and possibly, how much, into what.
struct Entry {
  let days: DayInterval
  let low: Quantity
  let high: Quantity
  let category: String?
  let approvedBy: String?
  let grade: EvidenceGrade
}

extension Evaluator {
  /// Continuing education: total, categories and approval together, in the running period or cycle.
  func points(_ rule: PointsRule, _ scope: Scope) -> Timeline<Finding> {
    let entries = matching(rule.filter).map { entry($0.record, $0.match) }.filter { $0.days.first != .distantFuture }
    switch rule.reach {
    case .cycle:
      let unlisted = view.unlisted(rule.filter.kind)
      return judge(rule, entries, Reaching(surely: scope.surelyInCycle, possibly: scope.cycleDays), unlisted)
    case .period(let id):
      let life = life(id)
      return Timeline.splice(
        life.points.map { point in
          let state = point.value
          switch state.stage {
          case .none, .revoked: return (point.day, Timeline(Finding(.notMet)))
          case .uncovered: return (point.day, Timeline(state.marks.with(verdict: .notCovered)))
          case .current, .expired, .unknown:
            return (point.day, sums(rule, entries, in: state).map { $0.weakened(by: state.marks) })
          }
        })
    }
  }

  func entry(_ record: EvidenceRecord, _ match: Match) -> Entry {
    func word(_ name: String) -> String? {
      if case .word(let word) = record[name] { return word }
      return nil
    }
    var low = Quantity.zero
    var high = Quantity.unbounded
    if case .amount(let l, let h) = record["amount"] { (low, high) = (l, h) }
    return Entry(
      days: record.days(ActivitySlot.on), low: match == .yes ? low : .zero, high: high, category: word("category"),
      approvedBy: word("approved_by"), grade: record.grade)
  }

  /// The days of a reach whose ends may be known only in part.
  private struct Reaching {
    /// In the reach whatever its ends turn out to be; nil: no day is.
    let surely: DayInterval?
    let possibly: DayInterval?

    init(surely: DayInterval?, possibly: DayInterval?) {
      self.surely = surely
      self.possibly = possibly
    }

    init(from start: DayInterval, through end: DayInterval) {
      surely = start.last <= end.first && start.last != .distantFuture ? DayInterval(start.last, end.first) : nil
      possibly = start.first <= end.last ? DayInterval(start.first, end.last) : nil
    }
  }

  /// The verdict on the sums of the entries of a period, growing day by day. Whether entries after the last valid day
  /// count into the old period is not stated by any source: where that matters, not covered.
  private func sums(_ rule: PointsRule, _ entries: [Entry], in state: LifeState) -> Timeline<Finding> {
    let unlisted = view.unlisted(rule.filter.kind)
    let strict = judge(rule, entries, Reaching(from: state.start, through: state.expiry), unlisted)
    guard state.expiry.first != .distantFuture, entries.contains(where: { $0.days.last > state.expiry.first }) else {
      return strict
    }
    let loose = Reaching(from: state.start, through: DayInterval(.distantFuture))
    return Combine.compare([strict, judge(rule, entries, loose, unlisted)], differ: .notCovered)
  }

  private func judge(
    _ rule: PointsRule, _ entries: [Entry], _ reach: Reaching, _ unlisted: DayInterval?
  ) -> Timeline<Finding> {
    guard let possibly = reach.possibly else { return Timeline(Finding(.notMet)) }
    var steps: Set<CivilDate> = []
    for entry in entries {
      for day in [entry.days.first, entry.days.last] where day.isFinite { steps.insert(day) }
    }
    if let first = unlisted?.first, first.isFinite { steps.insert(first) }
    func finding(on day: CivilDate) -> Finding {
      var sums = PointSums(rule)
      for entry in entries { sums.add(entry, on: day, inside: possibly, surely: reach.surely) }
      return Finding(sums.verdict(rule, open: unlisted.map { $0.first <= day } ?? false), evidence: sums.grade)
    }
    var result = Timeline(finding(on: .distantPast))
    for day in steps.sorted() { result.set(finding(on: day), from: day) }
    return result
  }

  /// At least so many records in reach.
  func entries(_ rule: EntryRule, _ scope: Scope) -> Timeline<Finding> {
    let within: DayInterval = rule.reach == .cycle ? scope.cycleDays : .always
    let surely: DayInterval? = rule.reach == .cycle ? scope.surelyInCycle : .always
    let found = matching(rule.filter).map { ($0.record.days(rule.day.slot), $0.match, $0.record.grade) }
      .filter { $0.0.first <= within.last && $0.0.last >= within.first }
    let unlisted = view.unlisted(rule.filter.kind)
    var steps = Set(found.flatMap { [$0.0.first, $0.0.last] }.filter(\.isFinite))
    if let first = unlisted?.first, first.isFinite { steps.insert(first) }
    func finding(on day: CivilDate) -> Finding {
      let sure = found.filter { days, match, _ in
        match == .yes && days.last <= day && (surely.map { $0.contains(days.first) && $0.contains(days.last) } ?? false)
      }
      let possible = found.filter { $0.0.first <= day }
      let grade = sure.map(\.2).min() ?? .issuer
      if sure.count >= rule.atLeast { return Finding(.met, evidence: grade) }
      let open = unlisted.map { $0.first <= day } ?? false
      return Finding(open || possible.count >= rule.atLeast ? .undetermined : .notMet, evidence: grade)
    }
    var result = Timeline(finding(on: .distantPast))
    for day in steps.sorted() { result.set(finding(on: day), from: day) }
    return result
  }
}

/// Running sums with bounds: total, per category, per approving body.
struct PointSums {
  var total = (low: Quantity.zero, high: Quantity.zero)
  var each: [(low: Quantity, high: Quantity)]
  var approved = (low: Quantity.zero, high: Quantity.zero)
  var grade = EvidenceGrade.issuer
  private let categories: [String]
  private let approver: String?

  init(_ rule: PointsRule) {
    categories = rule.each.map(\.word)
    approver = rule.approved?.word
    each = Array(repeating: (.zero, .zero), count: rule.each.count)
  }

  /// An entry counts for the low sum from its last possible day, for the high sum from its first.
  mutating func add(_ entry: Entry, on day: CivilDate, inside days: DayInterval) {
    add(entry, on: day, inside: days, surely: days)
  }

  /// - Parameter surely: the days that are inside whatever its ends turn out to be; nil: none.
  mutating func add(_ entry: Entry, on day: CivilDate, inside days: DayInterval, surely: DayInterval?) {
    let sure =
      entry.days.last <= day && (surely.map { $0.contains(entry.days.first) && $0.contains(entry.days.last) } ?? false)
    let possible = entry.days.first <= day && entry.days.first <= days.last && entry.days.last >= days.first
    let low = sure ? entry.low : .zero
    let high = possible ? entry.high : .zero
    if possible { grade = min(grade, entry.grade) }
    total = (total.low + low, total.high + high)
    for i in each.indices where entry.category == nil || entry.category == categories[i] {
      each[i] = (each[i].low + (entry.category == nil ? .zero : low), each[i].high + high)
    }
    if approver != nil, entry.approvedBy == nil || entry.approvedBy == approver {
      approved = (approved.low + (entry.approvedBy == nil ? .zero : low), approved.high + high)
    }
  }

  func verdict(_ rule: PointsRule, open: Bool) -> Verdict {
    func judge(_ sum: (low: Quantity, high: Quantity), _ minimum: Quantity) -> Verdict {
      sum.low >= minimum ? .met : !open && sum.high < minimum ? .notMet : .undetermined
    }
    var verdict = judge(total, rule.total)
    for (sum, minimum) in zip(each, rule.each) { verdict = min(verdict, judge(sum, minimum.amount)) }
    if let minimum = rule.approved { verdict = min(verdict, judge(approved, minimum.amount)) }
    return verdict
  }
}

/// Slots of a continuing education record.
enum ActivitySlot {
  static let on = EvidenceKind.activity.fields.first { $0.name == "date" }?.slot ?? 0
}
