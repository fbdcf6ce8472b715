import Vocabulary

/// Where an amount of work, summed over a moving reach, is at least a threshold. Not a step function inside: between
/// break points the amount is monotone, so that the crossing is computed, or nearly so, and it is looked for.
struct Crossing {
  private let sum: WorkSum
  /// Months before the day that count; nil: everything since `start`.
  private let months: Int?
  private let start: CivilDate
  /// The most that a day adds.
  private let daily: Int
  /// The days on which a job begins or has ended, and those on which its first or last day leaves the reach, sorted.
  private let borders: [CivilDate]
  /// From each border to the day before the next, where days leave the reach.
  private let pieces: [Piece]

  /// Days between two borders: on each of them the same work begins to count, and the same leaves the reach.
  private struct Piece {
    let first: CivilDate
    let last: CivilDate
    /// All work through the first and the last day, and what of it has left the reach by then.
    let firstSum, lastSum, firstLeft, lastLeft: Int

    init(_ first: CivilDate, _ last: CivilDate, months: Int, _ sum: WorkSum) {
      self.first = first
      self.last = last
      firstSum = sum.through(first)
      lastSum = sum.through(last)
      firstLeft = sum.through(first.adding(months: -months))
      lastLeft = sum.through(last.adding(months: -months))
    }

    var amounts: (first: Int, last: Int) { (firstSum - firstLeft, lastSum - lastLeft) }
    /// Nothing leaves the reach.
    var isRising: Bool { firstLeft == lastLeft }
    /// Nothing is added.
    var isFalling: Bool { firstSum == lastSum }
  }

  /// 1870: no work of a living person began earlier.
  static let beginning = CivilDate(days: -36_525)

  /// - Parameters:
  ///   - since: the first day that counts, for work since an event; the distant future when it has not been.
  ///   - least: the smallest threshold that will be asked about.
  init(jobs: [Job], rule: WorkRule, since: CivilDate, least: Int) {
    let jobs = jobs.count < 2 ? jobs : jobs.sorted { $0.first < $1.first }
    sum = WorkSum(jobs, isHours: rule.isHours)
    daily = jobs.reduce(0) { $0 + (rule.isHours ? $1.weekly : 1) }
    switch rule.since {
    case .lastMonths(let months): (self.months, start) = (months, .distantPast)
    case .event: (months, start) = (nil, since)
    case .ever: (months, start) = (nil, .distantPast)
    }
    // Where all work together is too little, no day is looked at.
    let isEnough = sum.everything.map { $0 >= least } ?? true
    let borders = isEnough ? Crossing.borders(jobs, months, start) : []
    self.borders = borders
    guard isEnough, let months = months, months > 0 else {
      pieces = []
      return
    }
    let sum = sum
    pieces = borders.indices.map { Piece(borders[$0], Crossing.last(borders, $0), months: months, sum) }
  }

  /// The amount in reach of a day: days of work (overlaps once) or weekly rate times days (overlaps add).
  private func amount(on day: CivilDate, months: Int) -> Int {
    sum.through(day) - sum.through(day.adding(months: -months))
  }

  /// For every day, whether the amount is at least the threshold.
  func atLeast(_ threshold: Int) -> Timeline<Bool> {
    guard !borders.isEmpty else { return Timeline(threshold <= 0) }
    var result = Timeline(false)
    if threshold <= 0 {
      result.set(true, from: borders[0])
      return result
    }
    if let all = sum.everything, all < threshold { return result }
    guard let months else {
      if let day = firstDay(threshold) { result.set(true, from: day) }
      return result
    }
    for piece in pieces {
      let (a, b) = piece.amounts
      result.set(a >= threshold, from: piece.first)
      if piece.isRising {
        if a < threshold, b >= threshold, let day = sum.day(reaching: piece.firstLeft + threshold) {
          result.set(true, from: day)
        }
      } else if piece.isFalling {
        // The first day on which one too many has left.
        if a >= threshold, b < threshold, let left = sum.day(reaching: piece.firstSum - threshold + 1) {
          result.set(false, from: Crossing.leaves(left.next, months))
        }
      } else {
        fill(&result, piece, threshold, months)
      }
    }
    return result
  }

  /// The last day before the next border; after the last border nothing is looked at for more than so many years.
  private static func last(_ borders: [CivilDate], _ i: Int) -> CivilDate {
    i + 1 < borders.count ? borders[i + 1].previous : borders[i].adding(days: 366 * 200)
  }

  /// Where nothing leaves the reach the amount only grows.
  private func firstDay(_ threshold: Int) -> CivilDate? {
    guard start != .distantFuture, let day = sum.day(reaching: threshold + sum.through(start.previous))
    else { return nil }
    let first = max(day, start, borders[0])
    return first <= Crossing.last(borders, borders.count - 1) ? first : nil
  }

  private static func borders(_ jobs: [Job], _ months: Int?, _ start: CivilDate) -> [CivilDate] {
    if jobs.isEmpty { return [] }
    var borders: [CivilDate] = start.isFinite ? [start] : []
    borders.reserveCapacity(4 * jobs.count + 1)
    for job in jobs {
      for edge in [job.first, job.last.next] where edge.isFinite {
        borders.append(edge)
        if let months { borders.append(leaves(edge, months)) }
      }
    }
    borders.sort()
    var kept = 0
    for i in borders.indices where i == 0 || borders[i] != borders[kept] {
      if i > 0 { kept += 1 }
      borders[kept] = borders[i]
    }
    borders.removeLast(borders.count - kept - 1)
    return borders
  }

  /// The first day whose reach of so many months begins on the edge or after it.
  private static func leaves(_ edge: CivilDate, _ months: Int) -> CivilDate {
    let before = edge.previous
    var day = before.adding(months: months)
    // In every month there are 28 days: going back leads where it began.
    if before.day <= 28 { return day }
    while day.previous.adding(months: -months) >= before { day = day.previous }
    while day.adding(months: -months) < before { day = day.next }
    return day
  }

  /// Where work is added and leaves at once the amount drifts evenly, but for steps where months have unequal lengths:
  /// bisect where the drift is far from the threshold, look at every step where it is near.
  private func fill(_ result: inout Timeline<Bool>, _ piece: Piece, _ threshold: Int, _ months: Int) {
    let (a, b) = piece.amounts
    let (from, to) = (piece.first, piece.last)
    // A window of months is at most 3 days longer or shorter than another, at either end.
    let slack = 6 * max(1, daily)
    guard min(a, b) - slack <= threshold, threshold <= max(a, b) + slack else { return }
    // The days on which an even drift is within the slack of the threshold, with a month to spare.
    var first = from
    var last = to
    if abs(a - b) > 2 * slack {
      let length = from.days(to: to)
      let near = ((threshold - slack - a) * length) / (b - a)
      let far = ((threshold + slack - a) * length) / (b - a)
      first = max(from, from.adding(days: min(near, far) - 31))
      last = min(to, from.adding(days: max(near, far) + 31))
    }
    var day = first
    while day <= last {
      // Within the first 28 days of a month the window keeps its length, and the amount its direction.
      let dayOfMonth = day.day
      let end = dayOfMonth < 28 ? min(last, day.adding(days: 28 - dayOfMonth)) : day
      let start = amount(on: day, months: months) >= threshold
      result.set(start, from: day)
      if day < end, (amount(on: end, months: months) >= threshold) != start {
        cross(&result, day, end, threshold, months)
      }
      day = end.next
    }
  }

  /// Where a monotone amount crosses the threshold.
  private func cross(
    _ result: inout Timeline<Bool>, _ from: CivilDate, _ to: CivilDate, _ threshold: Int, _ months: Int
  ) {
    let start = amount(on: from, months: months) >= threshold
    var low = from
    var high = to
    while low.days(to: high) > 1 {
      let middle = low.adding(days: low.days(to: high) / 2)
      if (amount(on: middle, months: months) >= threshold) == start { low = middle } else { high = middle }
    }
    result.set(!start, from: high)
  }
}
