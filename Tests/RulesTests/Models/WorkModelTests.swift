import Rules
import Testing
import Vocabulary

@Suite("Work, day by day")
struct WorkModelTests {
  private static let axis: ClosedRange<Int32> = 12_000...20_000  // 2002 to 2024

  private struct Job {
    let first: Int32
    let last: Int32?
    let weekly: Int
  }

  /// Cumulative days with work, and hours a week added up, through each day of the axis.
  private struct Ledger {
    private var days = [0]
    private var weekly = [0]

    init(_ jobs: [Job]) {
      for day in WorkModelTests.axis {
        let today = jobs.filter { $0.first <= day && day <= ($0.last ?? .max) }
        days.append((days.last ?? 0) + (today.isEmpty ? 0 : 1))
        weekly.append((weekly.last ?? 0) + today.reduce(0) { $0 + $1.weekly })
      }
    }

    /// From the day after `after` through `day`.
    func sum(after: CivilDate, through day: CivilDate) -> (days: Int, weekly: Int) {
      func position(_ day: CivilDate) -> Int {
        min(max(Int(day.days - WorkModelTests.axis.lowerBound) + 1, 0), days.count - 1)
      }
      let (a, b) = (position(after), position(day))
      return a < b ? (days[b] - days[a], weekly[b] - weekly[a]) : (0, 0)
    }
  }

  private static func people(_ random: inout SeededGenerator) -> ([Job], Evidence) {
    let jobs = (0..<Int.random(in: 0...4, using: &random)).map { _ in
      let first = Int32.random(in: 13_000...18_500, using: &random)
      let length = random.pick([0, 1, 30, 364, 365, 366, 730, 731, 1_200, 3_000, 5_500])
      return Job(
        first: first, last: random.chance(20) ? nil : first + Int32(length), weekly: random.pick([8, 20, 36, 37, 40]))
    }
    let records = jobs.enumerated().map { i, job in
      EvidenceRecord(
        id: "job-\(i)", kind: .work,
        values: [
          "from": .on(CivilDate(days: job.first)), "until": job.last.map { .on(CivilDate(days: $0)) } ?? .never,
          "hours_per_week": .number(job.weekly),
        ])
    }
    return (jobs, Evidence(records))
  }

  private func timeline(_ rule: WorkRule, _ evidence: Evidence) -> Timeline<Finding> {
    var book = ModelBook()
    let root = book.add(.worked(rule))
    return book.timeline(root, evidence, Question(asOf: day("2026-11-22")))
  }

  @Test("years, overlapping jobs once, in the last so many months or ever")
  func years() {
    var random = SeededGenerator(seed: 11)
    var compared = 0
    for _ in 0..<(25 * effort) {
      let (jobs, evidence) = Self.people(&random)
      let ledger = Ledger(jobs)
      let years = random.pick([1, 1, 2, 3, 5])
      let months = random.pick([12, 24, 36, 60, 84, 84, 13, 0])
      let rule = WorkRule(
        filter: records(.work), fullTime: nil, need: .years(years), since: months == 0 ? .ever : .lastMonths(months))
      let timeline = timeline(rule, evidence)
      for day in days(14_000...19_990) where day.days % 3 == 0 || day.day > 27 || day.day < 3 {
        let after = months == 0 ? CivilDate(days: 0) : day.adding(months: -months)
        let worked = ledger.sum(after: after, through: day).days
        // A year of work is 365 or 366 days: no source says which.
        let expected: Verdict = worked >= 366 * years ? .met : worked < 365 * years ? .notMet : .notCovered
        compared += 1
        if timeline.value(on: day).verdict != expected {
          Issue.record(
            "\(day): \(timeline.value(on: day).verdict), \(worked) days for \(years) years in \(months) months, \(jobs)"
          )
          return
        }
      }
    }
    #expect(compared > 40_000)
  }

  @Test("hours, overlapping jobs added, in the last so many months, ever, or since an event; full time alone")
  func hours() {
    var random = SeededGenerator(seed: 12)
    var compared = 0
    for _ in 0..<(25 * effort) {
      let (all, evidence) = Self.people(&random)
      let fullTime = random.chance(40) ? 36 : nil
      let jobs = all.filter { $0.weekly >= fullTime ?? 0 }
      let ledger = Ledger(jobs)
      let needed = random.pick([100, 1_000, 1_664, 2_080, 5_616, 7_000])
      let months = random.pick([12, 36, 84, 0])
      let event = random.chance(50) ? random.day(13_500...18_000) : nil
      let since: WorkRule.Since = months > 0 ? .lastMonths(months) : event.map { .event(.day($0)) } ?? .ever
      let rule = WorkRule(
        filter: records(.work), fullTime: fullTime.map { Quantity($0) }, need: .hours(Quantity(needed)), since: since)
      let timeline = timeline(rule, evidence)
      for day in days(14_000...19_990) where day.days % 3 == 0 || day.day > 27 || day.day < 3 {
        let after = months > 0 ? day.adding(months: -months) : event?.previous ?? CivilDate(days: 0)
        let worked = ledger.sum(after: after, through: day).weekly
        compared += 1
        if (timeline.value(on: day).verdict == .met) != (worked >= needed * 7) {
          Issue.record(
            "\(day): \(timeline.value(on: day).verdict), \(worked)/7 hours for \(needed) in \(months) months, \(all)")
          return
        }
      }
    }
    #expect(compared > 40_000)
  }

  @Test("a rate that drifts slowly past the threshold crosses it more than once")
  func drift() {
    // 40 hours a week follow 39: the amount in the window gains an hour a week, and jumps where months differ.
    let jobs = [Job(first: 13_000, last: 15_000, weekly: 39), Job(first: 15_001, last: nil, weekly: 40)]
    let records = jobs.enumerated().map { i, job in
      EvidenceRecord(
        id: "job-\(i)", kind: .work,
        values: [
          "from": .on(CivilDate(days: job.first)), "until": job.last.map { .on(CivilDate(days: $0)) } ?? .never,
          "hours_per_week": .number(job.weekly),
        ])
    }
    let ledger = Ledger(jobs)
    for needed in stride(from: 6_700, through: 7_000, by: 20) {
      let rule = WorkRule(
        filter: RulesTests.records(.work), fullTime: nil, need: .hours(Quantity(needed)), since: .lastMonths(40))
      let timeline = timeline(rule, Evidence(records))
      for day in days(14_300...16_800) {
        let expected = ledger.sum(after: day.adding(months: -40), through: day).weekly >= needed * 7
        if (timeline.value(on: day).verdict == .met) != expected {
          Issue.record("\(day), \(needed) hours")
          return
        }
      }
    }
  }

  @Test("what a job known in part settles, every completion agrees with")
  func partial() {
    var random = SeededGenerator(seed: 13)
    var settledDays = 0
    for _ in 0..<(50 * effort) {
      let record = EvidenceRecord(
        id: "job", kind: .work,
        values: [
          "from": .day(random.blurred(random.day(15_000...16_000)), expected: false),
          "until": random.chance(30) ? .unknown : .day(random.blurred(random.day(17_000...17_800)), expected: false),
          "hours_per_week": random.chance(30)
            ? .unknown : .amount(low: Quantity(20), high: Quantity(random.pick([20, 40]))),
        ])
      let need: WorkRule.Need =
        random.chance(50) ? .years(random.pick([1, 3])) : .hours(Quantity(random.pick([1_000, 5_000])))
      let rule = WorkRule(
        filter: records(.work), fullTime: nil, need: need, since: random.chance(50) ? .ever : .lastMonths(84))
      let line = timeline(rule, Evidence([record]))
      var people = RandomPeople(credential: "x", seed: random.next())
      for _ in 0..<4 {
        let exact = timeline(rule, people.completed(Evidence([record])))
        for day in days(15_000...19_500) where day.days % 7 == 0 {
          guard let expected = settled(line.value(on: day).verdict) else { continue }
          settledDays += 1
          if settled(exact.value(on: day).verdict) != expected {
            Issue.record("\(day): \(line.value(on: day).verdict), \(record)")
            return
          }
        }
      }
    }
    #expect(settledDays > 20_000)
  }

  @Test("a shortfall that an answer could close is a question, not a matter of the sources")
  func between() {
    // 366 days surely, up to 400 possibly; needed is one year of 365 or 366 days.
    func line(_ until: DayInterval) -> Timeline<Finding> {
      let record = EvidenceRecord(
        id: "job", kind: .work,
        values: [
          "from": .on(CivilDate(days: 15_000)), "until": .day(until, expected: false), "hours_per_week": .number(40),
        ])
      return timeline(
        WorkRule(filter: records(.work), fullTime: nil, need: .years(1), since: .ever), Evidence([record]))
    }
    let day = CivilDate(days: 16_000)
    #expect(line(DayInterval(CivilDate(days: 15_364), CivilDate(days: 15_400))).value(on: day).verdict == .undetermined)
    #expect(line(DayInterval(CivilDate(days: 15_364))).value(on: day).verdict == .notCovered)
    #expect(line(DayInterval(CivilDate(days: 15_365), CivilDate(days: 15_400))).value(on: day).verdict == .met)
    #expect(line(DayInterval(CivilDate(days: 15_300), CivilDate(days: 15_363))).value(on: day).verdict == .notMet)
  }
}
