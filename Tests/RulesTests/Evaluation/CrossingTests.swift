import Testing
import Vocabulary

@testable import Rules

/// The crossing of a threshold by an amount of work, against adding up day by day.
@Suite("Amounts of work")
struct CrossingTests {
  private static let first = CivilDate("2015-01-01") ?? .distantPast
  private static let days = 0..<4400

  @Test("cross a threshold on the days that adding up day by day gives", arguments: 0..<60 as Range<UInt64>)
  func likeDayByDay(seed: UInt64) {
    var random = Seeded(seed: seed)
    let jobs = (0..<random.next(1, 5)).map { _ in
      let from = Self.first.adding(days: random.next(0, 3200))
      return Job(
        first: from, last: random.next(0, 5) == 0 ? .distantFuture : from.adding(days: random.next(0, 1500)),
        weekly: [1600, 2000, 3650, 4000][random.next(0, 4)])
    }
    let isHours = random.next(0, 2) == 0
    let since: WorkRule.Since =
      switch random.next(0, 3) {
      case 0: .ever
      case 1: .event(.day(Self.first.adding(days: 1000)))
      default: .lastMonths([12, 36, 84][random.next(0, 3)])
      }
    let rule = WorkRule(
      filter: RecordFilter(kind: .work, words: []), fullTime: nil,
      need: isHours ? .hours(Quantity(random.next(100, 6000))) : .years(random.next(1, 4)), since: since)
    let start: CivilDate = if case .event(.day(let day)) = since { day } else { .distantPast }
    let threshold = rule.need.bounds.sure
    let line = Crossing(jobs: jobs, rule: rule, since: start, least: threshold).atLeast(threshold)
    let sums = Self.sums(jobs, isHours)
    for day in Self.days.map({ Self.first.adding(days: $0) }) {
      let expected = Self.amount(sums, rule, start, on: day) >= threshold
      guard line.value(on: day) == expected else {
        Issue.record("seed \(seed), \(day): expected \(expected); jobs \(jobs), rule \(rule.need) \(rule.since)")
        return
      }
    }
  }

  /// What each day adds, summed from the first day on: `sums[n]` is the amount of the first n days.
  private static func sums(_ jobs: [Job], _ isHours: Bool) -> [Int] {
    var daily = Array(repeating: 0, count: days.count)
    for job in jobs {
      for n in first.days(to: job.first)...min(first.days(to: job.last), days.count - 1) where n < days.count {
        daily[n] = isHours ? daily[n] + job.weekly : 1
      }
    }
    return daily.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1) }
  }

  private static func amount(_ sums: [Int], _ rule: WorkRule, _ start: CivilDate, on day: CivilDate) -> Int {
    var from = start
    if case .lastMonths(let months) = rule.since { from = day.adding(months: -months).next }
    let n = first.days(to: day) + 1
    return from > day ? 0 : sums[n] - sums[max(0, first.days(to: max(from, first)))]
  }

  @Test("of 20 hours or more a week have an end: a week has 168 hours")
  func endless() {
    let day = CivilDate("2020-01-01") ?? .distantPast
    let job = EvidenceRecord(
      id: "work-1", kind: .work,
      values: [
        "from": .day(DayInterval(day), expected: false), "until": .never,
        "hours_per_week": .amount(low: Quantity(20), high: .unbounded),
      ])
    var book = RuleBook()
    let rule = WorkRule(
      filter: RecordFilter(kind: .work, words: []), fullTime: nil, need: .hours(Quantity(1680)), since: .ever)
    book.requirements = [
      Requirement(
        path: "a/b/c", name: nil, text: nil, word: .leaf(.worked(rule)), measuredOn: nil, neededFor: nil,
        appliesWhen: nil, asks: .selfReported, citations: [], rule: 0, place: "")
    ]
    let evaluator = Evaluator(book: book)
    let asked = CivilDate("2026-11-22") ?? .distantPast
    evaluator.begin(
      Evidence(records: [job], completeThrough: [.work: asked]), Question(asOf: asked))
    let line = evaluator.timeline(of: 0)
    // 1680 hours are ten weeks of 168 hours, or 84 of 20.
    #expect(line.value(on: day.adding(days: 68)).verdict == .notMet)
    #expect(line.value(on: day.adding(days: 69)).verdict == .undetermined)
    #expect(line.value(on: day.adding(days: 84 * 7 - 1)).verdict == .met)
  }

  private struct Seeded {
    private var state: UInt64
    init(seed: UInt64) { state = seed }

    mutating func next(_ low: Int, _ end: Int) -> Int {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return low + Int((z ^ (z >> 31)) % UInt64(end - low))
    }
  }
}
