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
        life.points.indices.map { i in
          let point = life.points[i]
          let state = point.value
          let next = i + 1 < life.points.count ? life.points[i + 1].day : .distantFuture
          let days = DayInterval(point.day, next.previous)
          switch state.stage {
          case .none, .revoked: return (point.day, Timeline(Finding(.notMet)))
          case .uncovered: return (point.day, Timeline(state.marks.with(verdict: .notCovered)))
          case .current, .expired, .unknown:
            return (point.day, sums(rule, entries, in: state, on: days).map { $0.weakened(by: state.marks) })
          }
        })
    }
  }

  func entry(_ record: SettledRecord, _ match: Match) -> Entry {
    func word(_ slot: Int) -> String? {
      if case .word(let word) = record.values[slot] { return word }
      return nil
    }
    var low = Quantity.zero
    var high = Quantity.unbounded
    if case .amount(let l, let h) = record.values[ActivitySlot.amount] { (low, high) = (l, h) }
    return Entry(
      days: record.days(ActivitySlot.on), low: match == .yes ? low : .zero, high: high,
      category: word(ActivitySlot.category), approvedBy: word(ActivitySlot.approvedBy), grade: record.grade)
  }

  /// The days of a reach whose ends may be known only in part.
  struct Reaching {
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
  ///
  /// - Parameter days: the days for which an answer is wanted; before and after them the timeline says nothing.
  private func sums(_ rule: PointsRule, _ entries: [Entry], in state: LifeState, on days: DayInterval)
    -> Timeline<Finding>
  {
    let unlisted = view.unlisted(rule.filter.kind)
    let strict = judge(rule, entries, Reaching(from: state.start, through: state.expiry), unlisted, on: days)
    guard state.expiry.first != .distantFuture, entries.contains(where: { $0.days.last > state.expiry.first }) else {
      return strict
    }
    let loose = Reaching(from: state.start, through: DayInterval(.distantFuture))
    return Combine.compare([strict, judge(rule, entries, loose, unlisted, on: days)], differ: .notCovered)
  }

  private func judge(
    _ rule: PointsRule, _ entries: [Entry], _ reach: Reaching, _ unlisted: DayInterval?, on days: DayInterval = .always
  ) -> Timeline<Finding> {
    guard let possibly = reach.possibly else { return Timeline(Finding(.notMet)) }
    var sums = PointSums(rule)
    // The sums only grow: each entry is added once for what it possibly gives, and once for what it surely gives.
    var steps: [(day: CivilDate, entry: Int, isSure: Bool)] = []
    func add(_ day: CivilDate, _ entry: Int, isSure: Bool) {
      if day <= days.first {
        sums.add(entries[entry], isSure: isSure)
      } else if day <= days.last, day.isFinite {
        steps.append((day, entry, isSure))
      }
    }
    for (i, entry) in entries.enumerated()
    where entry.days.first <= possibly.last && entry.days.last >= possibly.first {
      add(entry.days.first, i, isSure: false)
      if let surely = reach.surely, surely.contains(entry.days.first), surely.contains(entry.days.last) {
        add(entry.days.last, i, isSure: true)
      }
    }
    steps.sort { $0.day < $1.day }
    func finding(on day: CivilDate) -> Finding {
      Finding(sums.verdict(rule, open: unlisted.map { $0.first <= day } ?? false), evidence: sums.grade)
    }
    var result = Timeline(finding(on: days.first))
    var unlistedDay = unlisted.map(\.first).flatMap { $0.isFinite && $0 > days.first ? $0 : nil }
    for (i, step) in steps.enumerated() {
      if let day = unlistedDay, day < step.day {
        result.set(finding(on: day), from: day)
        unlistedDay = nil
      }
      sums.add(entries[step.entry], isSure: step.isSure)
      if i + 1 == steps.count || steps[i + 1].day > step.day { result.set(finding(on: step.day), from: step.day) }
    }
    if let day = unlistedDay, day > steps.last?.day ?? .distantPast { result.set(finding(on: day), from: day) }
    return result
  }

  /// At least so many records in reach.
  func entries(_ rule: EntryRule, _ scope: Scope) -> Timeline<Finding> {
    let within: DayInterval = rule.reach == .cycle ? scope.cycleDays : .always
    let surely: DayInterval? = rule.reach == .cycle ? scope.surelyInCycle : .always
    let found = matching(rule.filter).map { ($0.record.days(rule.day.slot), $0.match, $0.record.grade) }
      .filter { $0.0.first <= within.last && $0.0.last >= within.first }
    let unlisted = view.unlisted(rule.filter.kind)
    // From which days the counts, that only grow, are one higher.
    let possible = found.map(\.0.first).sorted()
    let sure = found.filter { days, match, _ in
      match == .yes && (surely.map { $0.contains(days.first) && $0.contains(days.last) } ?? false)
    }.map { (day: $0.0.last, grade: $0.2) }.sorted { $0.day < $1.day }
    var steps = Set(found.flatMap { [$0.0.first, $0.0.last] }.filter(\.isFinite))
    if let first = unlisted?.first, first.isFinite { steps.insert(first) }
    var possibleCount = 0
    var sureCount = 0
    var grade = EvidenceGrade.issuer
    func finding(on day: CivilDate) -> Finding {
      while possibleCount < possible.count, possible[possibleCount] <= day { possibleCount += 1 }
      while sureCount < sure.count, sure[sureCount].day <= day {
        grade = min(grade, sure[sureCount].grade)
        sureCount += 1
      }
      if sureCount >= rule.atLeast { return Finding(.met, evidence: grade) }
      let open = unlisted.map { $0.first <= day } ?? false
      return Finding(open || possibleCount >= rule.atLeast ? .undetermined : .notMet, evidence: grade)
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
    if possible { add(entry, isSure: false) }
    if sure { add(entry, isSure: true) }
  }

  /// Adds what an entry surely gives, to the low sums, or what it possibly gives, to the high ones.
  mutating func add(_ entry: Entry, isSure: Bool) {
    let low = isSure ? entry.low : .zero
    let high = isSure ? .zero : entry.high
    if !isSure { grade = min(grade, entry.grade) }
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
  static let on = slot("date")
  static let amount = slot("amount")
  static let category = slot("category")
  static let approvedBy = slot("approved_by")

  private static func slot(_ name: String) -> Int {
    EvidenceKind.activity.fields.first { $0.name == name }?.slot ?? 0
  }
}
