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
    let grade = matched.map(\.record.grade).min() ?? .issuer
    let open = view.unlisted(.work)
    let low = jobs(matched.filter { $0.match == .yes }.map(\.record), sure: true, rule)
    let high = jobs(matched.map(\.record), sure: false, rule)
    let need = rule.need.bounds
    let surely = Crossing(jobs: low, rule: rule, since: since.last).atLeast(need.sure)
    let enough =
      need.sure == need.possible ? surely : Crossing(jobs: low, rule: rule, since: since.last).atLeast(need.possible)
    let isSettled = low == high && since.isExact
    let possibly =
      isSettled ? enough : Crossing(jobs: high, rule: rule, since: since.first).atLeast(need.possible)
    let fully =
      isSettled
      ? surely
      : need.sure == need.possible ? possibly : Crossing(jobs: high, rule: rule, since: since.first).atLeast(need.sure)
    // Met when even the longest year is full, not met when even the shortest is not; between the two readings of
    // "a year of work" no source decides.
    var result = surely.combined(with: possibly) { sure, possible in
      Finding(sure ? .met : possible ? .undetermined : .notMet, evidence: grade)
    }
    let between = enough.combined(with: fully) { $0 && !$1 }
    result = result.combined(with: between) { finding, isBetween in
      finding.verdict == .undetermined && isBetween ? finding.with(verdict: .notCovered) : finding
    }
    if let open {
      result = result.combined(with: Evaluator.between(open.first, .distantFuture, .issuer), Finding.any)
    }
    return result
  }

  /// The jobs as spans of days with hundredths of hours a week.
  private func jobs(_ records: [EvidenceRecord], sure: Bool, _ rule: WorkRule) -> [Job] {
    records.compactMap { record in
      let from = record.days(WorkSlot.from)
      var until = record.days(WorkSlot.until)
      // Ongoing when it is stated not to have ended; when nobody said, surely only its first day.
      if record.values[WorkSlot.until] == .never { until = DayInterval(.distantFuture) }
      if record.values[WorkSlot.until] == .unknown { until = DayInterval(from.last, .distantFuture) }
      // A week has 168 hours, also where "20 or more" names no end.
      let week = Quantity(168)
      var rate = (low: Quantity.zero, high: week)
      if case .amount(let low, let high) = record.values[WorkSlot.hours] { rate = (min(low, week), min(high, week)) }
      if let fullTime = rule.fullTime, (sure ? rate.low : rate.high) < fullTime { return nil }
      // A beginning that nobody knows may lie before anything that counts.
      let first = sure ? from.last : max(from.first, Crossing.beginning)
      let last = sure ? until.first : until.last
      guard first.isFinite, first <= last else { return nil }
      return Job(first: first, last: last, weekly: (sure ? rate.low : rate.high).hundredths)
    }
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

extension WorkRule.Need {
  /// Days of work, or hundredths of hours times seven: the amount that surely and that possibly suffices.
  var bounds: (sure: Int, possible: Int) {
    switch self {
    case .years(let n): (366 * n, 365 * n)
    case .hours(let hours): (hours.hundredths * 7, hours.hundredths * 7)
    }
  }
}

/// Where an amount of work, summed over a moving reach, is at least a threshold.
struct Crossing {
  /// In order of their first days.
  private let jobs: [Job]
  private let isHours: Bool
  /// Months before the day that count; nil: everything since `start`.
  private let months: Int?
  private let start: CivilDate

  /// 1870: no work of a living person began earlier.
  static let beginning = CivilDate(days: -36_525)

  /// - Parameter since: the first day that counts, for work since an event; the distant future when it has not been.
  init(jobs: [Job], rule: WorkRule, since: CivilDate) {
    self.jobs = jobs.sorted { $0.first < $1.first }
    isHours = rule.isHours
    switch rule.since {
    case .lastMonths(let months): (self.months, start) = (months, .distantPast)
    case .event: (months, start) = (nil, since)
    case .ever: (months, start) = (nil, .distantPast)
    }
  }

  /// The amount in reach of a day: days of work (overlaps once) or weekly rate times days (overlaps add).
  func amount(on day: CivilDate) -> Int {
    let from = months.map { day.adding(months: -$0).next } ?? start
    guard from <= day else { return 0 }
    var total = 0
    var reached = CivilDate.distantPast
    for job in jobs {
      if job.first > day { break }
      var first = max(job.first, from)
      let last = min(job.last, day)
      if isHours {
        if first <= last { total += job.weekly * (first.days(to: last) + 1) }
      } else {
        if reached.isFinite { first = max(first, reached.next) }
        if first <= last {
          total += first.days(to: last) + 1
          reached = last
        }
      }
    }
    return total
  }

  /// For every day, whether the amount is at least the threshold.
  func atLeast(_ threshold: Int) -> Timeline<Bool> {
    guard !jobs.isEmpty else { return Timeline(threshold <= 0) }
    if let all = everything, all < threshold { return Timeline(false) }
    let edges = borders
    var result = Timeline(false)
    for (i, from) in edges.enumerated() {
      let to = i + 1 < edges.count ? edges[i + 1].previous : from.adding(days: 366 * 200)
      fill(&result, from, to, threshold)
    }
    return result
  }

  /// As much as all jobs together can give on any day; nil when one of them has no end.
  private var everything: Int? {
    var sum = 0
    for job in jobs {
      guard job.last.isFinite else { return nil }
      sum += (isHours ? job.weekly : 1) * (job.first.days(to: job.last) + 1)
    }
    return sum
  }

  /// The days on which a job begins or has ended, and those on which its first or last day leaves the reach, sorted.
  private var borders: [CivilDate] {
    var borders: [CivilDate] = start.isFinite ? [start] : []
    for job in jobs {
      for edge in [job.first, job.last.next] where edge.isFinite {
        borders.append(edge)
        if let months { borders.append(Crossing.leaves(edge, months)) }
      }
    }
    borders.sort()
    return borders.enumerated().filter { $0.offset == 0 || borders[$0.offset - 1] != $0.element }.map(\.element)
  }

  /// The first day whose reach of so many months begins on the edge or after it.
  private static func leaves(_ edge: CivilDate, _ months: Int) -> CivilDate {
    let before = edge.previous
    var day = before.adding(months: months)
    while day.previous.adding(months: -months) >= before { day = day.previous }
    while day.adding(months: -months) < before { day = day.next }
    return day
  }

  /// Between two break points the amount drifts evenly, but for steps where months have unequal lengths: bisect
  /// where the drift is far from the threshold, look at every step where it is near.
  private func fill(_ result: inout Timeline<Bool>, _ from: CivilDate, _ to: CivilDate, _ threshold: Int) {
    let a = amount(on: from)
    let b = amount(on: to)
    result.set(a >= threshold, from: from)
    guard from < to else { return }
    guard months != nil else {
      // Nothing leaves the reach: the amount only grows.
      if a < threshold, b >= threshold { cross(&result, from, to, threshold) }
      return
    }
    // A window of months is at most 3 days longer or shorter than another, at either end.
    let slack = 6 * max(1, jobs.reduce(0) { $0 + (isHours ? $1.weekly : 1) })
    guard min(a, b) - slack <= threshold, threshold <= max(a, b) + slack else { return }
    // The days on which an even drift is within the slack of the threshold, with a month to spare.
    var first = from
    var last = to
    if abs(a - b) > 2 * slack {
      let length = from.days(to: to)
      let days = [threshold - slack, threshold + slack].map { (($0 - a) * length) / (b - a) }
      first = max(from, from.adding(days: (days.min() ?? 0) - 31))
      last = min(to, from.adding(days: (days.max() ?? length) + 31))
    }
    var day = first
    while day <= last {
      // Within the first 28 days of a month the window keeps its length, and the amount its direction.
      let end = day.day < 28 ? min(last, day.adding(days: 28 - day.day)) : day
      let start = amount(on: day) >= threshold
      result.set(start, from: day)
      if day < end, (amount(on: end) >= threshold) != start { cross(&result, day, end, threshold) }
      day = end.next
    }
  }

  /// Where a monotone amount crosses the threshold.
  private func cross(_ result: inout Timeline<Bool>, _ from: CivilDate, _ to: CivilDate, _ threshold: Int) {
    let start = amount(on: from) >= threshold
    var low = from
    var high = to
    while low.days(to: high) > 1 {
      let middle = low.adding(days: low.days(to: high) / 2)
      if (amount(on: middle) >= threshold) == start { low = middle } else { high = middle }
    }
    result.set(!start, from: high)
  }
}

extension WorkRule {
  var isHours: Bool { if case .hours = need { true } else { false } }
}
