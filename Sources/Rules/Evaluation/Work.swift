import Vocabulary

extension Evaluator {
  /// Time or hours of work in reach, for every day. Not a step function inside: between break points the amount is
  /// monotone or saturated, so the crossing is found by bisection.
  func worked(_ rule: WorkRule, _ scope: Scope) -> Timeline<Finding> {
    guard case .event(let event) = rule.since else { return worked(rule, since: .always) }
    return piecewise(event, scope) { self.worked(rule, since: $0) }
  }

  private func worked(_ rule: WorkRule, since: DayInterval) -> Timeline<Finding> {
    let matched = matching(rule.filter)
    let grade = matched.reduce(EvidenceGrade.issuer) { min($0, $1.record.grade) }
    let low = matched.compactMap { $0.match == .yes ? job($0.record, sure: true, rule) : nil }
    let high = matched.compactMap { job($0.record, sure: false, rule) }
    let need = rule.need.bounds
    let longest = Crossing(jobs: high, rule: rule, since: since.first, least: need.possible)
    let possibly = longest.atLeast(need.possible)
    var result = Timeline(Finding(.notMet, evidence: grade))
    if low == high, since.isExact {
      // All is known: only how long a year of work is may decide.
      let surely = need.sure == need.possible ? possibly : longest.atLeast(need.sure)
      result = surely.combined(with: possibly) { sure, possible in
        Finding(sure ? .met : possible ? .notCovered : .notMet, evidence: grade)
      }
    } else if possibly != Timeline(false) || low.contains(where: { $0.first < Crossing.beginning }) {
      // What is not even possible on any day needs no further look.
      let shortest = Crossing(jobs: low, rule: rule, since: since.last, least: need.possible)
      // Met when even the longest year is full, not met when even the shortest is not; between the two readings of
      // "a year of work" no source decides.
      result = shortest.atLeast(need.sure).combined(with: possibly) { sure, possible in
        Finding(sure ? .met : possible ? .undetermined : .notMet, evidence: grade)
      }
      let between = shortest.atLeast(need.possible).combined(with: longest.atLeast(need.sure)) { $0 && !$1 }
      result = result.combined(with: between) { finding, isBetween in
        finding.verdict == .undetermined && isBetween ? finding.with(verdict: .notCovered) : finding
      }
    }
    if let open = view.unlisted(.work) {
      result = result.combined(with: Evaluator.between(open.first, .distantFuture, .issuer), Finding.any)
    }
    return result
  }

  /// A job as a span of days with hundredths of hours a week: as much as is sure, or as much as is possible.
  private func job(_ record: SettledRecord, sure: Bool, _ rule: WorkRule) -> Job? {
    let from = record.days(WorkSlot.from)
    // Ongoing when it is stated not to have ended; when nobody said, surely only its first day.
    let until: DayInterval =
      switch record.values[WorkSlot.until] {
      case .day(let days, _): days
      case .never: DayInterval(.distantFuture)
      case .unknown: DayInterval(from.last, .distantFuture)
      default: .always
      }
    // A week has 168 hours, also where "20 or more" names no end.
    let week = Quantity(168)
    var weekly = sure ? Quantity.zero : week
    if case .amount(let low, let high) = record.values[WorkSlot.hours] { weekly = min(sure ? low : high, week) }
    if let fullTime = rule.fullTime, weekly < fullTime { return nil }
    // A beginning that nobody knows may lie before anything that counts.
    let first = sure ? from.last : max(from.first, Crossing.beginning)
    let last = sure ? until.first : until.last
    guard first.isFinite, first <= last else { return nil }
    // Where days count, it is one a day whatever the hours were.
    return Job(first: first, last: last, weekly: rule.isHours ? weekly.hundredths : 1)
  }
}

/// Slots of a work record.
enum WorkSlot {
  static let from = slot("from")
  static let until = slot("until")
  static let hours = slot("hours_per_week")

  private static func slot(_ name: String) -> Int {
    EvidenceKind.work.fields.first { $0.name == name }?.slot ?? 0
  }
}

/// A span of work at a weekly rate, in hundredths of an hour.
struct Job: Hashable {
  let first: CivilDate
  let last: CivilDate
  let weekly: Int
}

extension WorkRule {
  var isHours: Bool { if case .hours = need { true } else { false } }
}

extension WorkRule.Need {
  /// Days of work, or hundredths of hours times seven: the amount that surely and that possibly suffices.
  var bounds: (sure: Int, possible: Int) {
    switch self {
    case .years(let n): (366 * n, 365 * n)
    case .hours(let hours): (hours.hundredths * 7, hours.hundredths * 7)
    }
  }
}
