import Vocabulary

/// All work through each day, from the first: days of work, of which overlapping jobs give one, or weekly rates times
/// days, which add.
struct WorkSum {
  /// From its first day on every day adds the same.
  private struct Stretch {
    let first: CivilDate
    let daily: Int
    /// All work before the first day.
    let before: Int

    func sum(through day: CivilDate) -> Int { before + daily * (first.days(to: day) + 1) }
  }

  /// In order of their days; nothing comes before the first.
  private var stretches: [Stretch] = []

  /// - Parameter jobs: in order of their first days.
  init(_ jobs: [Job], isHours: Bool) {
    if isHours { addRates(jobs) } else { addDays(jobs) }
  }

  /// All work through a day.
  func through(_ day: CivilDate) -> Int {
    // There are few, and mostly the last ones are asked for.
    for stretch in stretches.reversed() where stretch.first <= day { return stretch.sum(through: day) }
    return 0
  }

  /// As much as all jobs together give; nil when one of them has no end.
  var everything: Int? { stretches.last.flatMap { $0.daily == 0 ? $0.before : nil } }

  /// The first day through which the sum is so much, if there is one.
  func day(reaching amount: Int) -> CivilDate? {
    for (i, stretch) in stretches.enumerated() where stretch.daily > 0 {
      let days = (amount - stretch.before + stretch.daily - 1) / stretch.daily
      let day = stretch.first.adding(days: max(days, 1) - 1)
      if i + 1 == stretches.count || day < stretches[i + 1].first { return day }
    }
    return nil
  }

  private mutating func add(_ first: CivilDate, _ daily: Int) {
    stretches.append(Stretch(first: first, daily: daily, before: through(first.previous)))
  }

  private mutating func addDays(_ jobs: [Job]) {
    var last: CivilDate?
    for job in jobs {
      if let end = last, job.first <= end.next {
        last = max(end, job.last)
        continue
      }
      if let end = last { add(end.next, 0) }
      add(job.first, 1)
      last = job.last
    }
    if let end = last, end.isFinite { add(end.next, 0) }
  }

  private mutating func addRates(_ jobs: [Job]) {
    var steps = jobs.map { (day: $0.first, change: $0.weekly) }
    for job in jobs where job.last.isFinite { steps.append((job.last.next, -job.weekly)) }
    steps.sort { $0.day < $1.day }
    var daily = 0
    for (i, step) in steps.enumerated() {
      daily += step.change
      if i + 1 == steps.count || steps[i + 1].day > step.day { add(step.day, daily) }
    }
  }
}
