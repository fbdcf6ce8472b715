import Rules
import Testing
import Vocabulary

@Suite("Windows, day by day and for every day that the event may be")
struct WindowModelTests {
  private static let asOf = day("2020-06-15")

  /// Whether a day is inside, written from the words of the pack syntax.
  private struct Words {
    let text: String
    let window: (Event) -> Window
    let isInside: (_ event: CivilDate, _ day: CivilDate) -> Bool
  }

  private static func words(_ n: Int) -> [Words] {
    let zero = Offset(count: 0, unit: .days)
    func after(_ unit: Offset.Unit, _ extra: Int = 0) -> Offset { Offset(count: n, unit: unit, extraDays: extra) }
    func before(_ unit: Offset.Unit) -> Offset { Offset(count: -n, unit: unit) }
    return [
      Words(text: "within \(n) days after", window: { Window(event: $0, lower: zero, upper: after(.days)) }) {
        $0 <= $1 && $0.days(to: $1) <= n
      },
      Words(text: "within \(n) days before", window: { Window(event: $0, lower: before(.days), upper: zero) }) {
        $1 <= $0 && $1.days(to: $0) <= n
      },
      Words(
        text: "within \(n) months after, from the event",
        window: { Window(event: $0, lower: zero, upper: after(.monthsFromEvent)) }
      ) {
        $0 <= $1 && $1 <= $0.adding(months: n)
      },
      Words(
        text: "within \(n) months after, from the day",
        window: { Window(event: $0, lower: zero, upper: after(.monthsFromDay)) }
      ) {
        $0 <= $1 && $1.adding(months: -n) <= $0
      },
      Words(
        text: "within \(n) months after, to the end of the month",
        window: { Window(event: $0, lower: zero, upper: after(.monthsToEndOfMonth)) }
      ) {
        $0 <= $1 && $1 <= $0.endOfMonth.adding(months: n).endOfMonth
      },
      Words(text: "not before \(n) days after", window: { Window(event: $0, lower: after(.days), upper: nil) }) {
        $0.days(to: $1) >= n
      },
      Words(
        text: "not before \(n) months after, from the event",
        window: { Window(event: $0, lower: after(.monthsFromEvent), upper: nil) }
      ) {
        $1 >= $0.adding(months: n)
      },
      Words(
        text: "not before \(n) months after, from the day",
        window: { Window(event: $0, lower: after(.monthsFromDay), upper: nil) }
      ) {
        $1.adding(months: -n) >= $0
      },
      Words(text: "not before \(n) days before", window: { Window(event: $0, lower: before(.days), upper: nil) }) {
        $1.days(to: $0) <= n
      },
      Words(text: "later than \(n) days after", window: { Window(event: $0, lower: after(.days, 1), upper: nil) }) {
        $0.days(to: $1) > n
      },
      Words(
        text: "later than \(n) months after, from the event",
        window: { Window(event: $0, lower: after(.monthsFromEvent, 1), upper: nil) }
      ) {
        $1 > $0.adding(months: n)
      },
      Words(
        text: "later than \(n) months after, from the day",
        window: { Window(event: $0, lower: after(.monthsFromDay, 1), upper: nil) }
      ) {
        $1.adding(months: -n) > $0
      },
      Words(
        text: "no later than \(n) months after, from the event",
        window: { Window(event: $0, lower: nil, upper: after(.monthsFromEvent)) }
      ) {
        $1 <= $0.adding(months: n)
      },
      Words(
        text: "no later than \(n) months after, from the day",
        window: { Window(event: $0, lower: nil, upper: after(.monthsFromDay)) }
      ) {
        $1.adding(months: -n) <= $0
      },
      Words(text: "no later than \(n) days before", window: { Window(event: $0, lower: nil, upper: before(.days)) }) {
        $1.days(to: $0) >= n
      },
    ]
  }

  @Test("met where every day of the event gives met, not met where none does, undetermined between")
  func partial() {
    var random = SeededGenerator(seed: 21)
    var compared = 0
    var openDays = 0
    let field = field("program.graduated")
    for _ in 0..<(20 * effort) {
      for words in Self.words(random.pick([0, 1, 3, 12, 30, 36, 48])) {
        let middle =
          random.chance(40)
          ? random.pick([day("2016-02-29"), day("2019-02-28"), day("2018-08-31"), day("2017-04-30")])
          : random.day(16_500...18_000)
        let event = random.blurred(middle)
        let record = EvidenceRecord(id: "p", kind: .program, values: ["graduated": .day(event, expected: false)])
        var book = ModelBook()
        let root = book.add(.window(words.window(.field(field))))
        let timeline = book.timeline(root, Evidence([record]), Question(asOf: Self.asOf))
        let candidates = event.all
        let near = timeline.points.flatMap { point in
          point.day.isFinite ? [-32, -2, -1, 0, 1, 2, 30].map { point.day.adding(days: $0) } : []
        }
        for day in near + (0..<6).map({ _ in random.day(15_500...20_000) }) {
          let inside = candidates.filter { words.isInside($0, day) }.count
          let expected: Verdict = inside == candidates.count ? .met : inside == 0 ? .notMet : .undetermined
          compared += 1
          if expected == .undetermined { openDays += 1 }
          if timeline.value(on: day).verdict != expected {
            Issue.record(
              "\(words.text), event \(event.partialText), on \(day): \(timeline.value(on: day).verdict), \(inside) of \(candidates.count)"
            )
            return
          }
        }
      }
    }
    #expect(compared > 4_500 && openDays > 500)
  }

  @Test("an event that never happened, that nobody gave, or that was expected and has passed")
  func unknown() {
    let field = field("program.graduated")
    for words in Self.words(12) {
      func verdicts(_ value: FactValue) -> [Verdict] {
        var book = ModelBook()
        let root = book.add(.window(words.window(.field(field))))
        let record = EvidenceRecord(id: "p", kind: .program, values: ["graduated": value])
        let timeline = book.timeline(root, Evidence([record]), Question(asOf: Self.asOf))
        return ["2010-01-01", "2019-12-31", "2020-03-01", "2030-01-01"].map { timeline.value(on: day($0)).verdict }
      }
      #expect(verdicts(.unknown).allSatisfy { $0 == .undetermined }, "\(words.text)")
      let never: Verdict = words.window(.day(.distantFuture)).lower == nil ? .met : .notMet
      #expect(verdicts(.never).allSatisfy { $0 == never }, "\(words.text)")
      // Expected on 2020-03-01 and not confirmed: on any day from then on, or never.
      let passed = verdicts(.expected(day("2020-03-01")))
      let candidates = days(18_322...23_000)
      for (text, verdict) in zip(["2010-01-01", "2019-12-31", "2020-03-01"], passed) {
        let inside = candidates.filter { words.isInside($0, day(text)) }.count
        let expected: Verdict =
          inside == 0 ? .notMet : inside == candidates.count ? never == .met ? .met : .undetermined : .undetermined
        #expect(verdict == expected || verdict == .met && inside == candidates.count, "\(words.text) on \(text)")
      }
      // Expected on a day to come counts as happening on it.
      #expect(verdicts(.expected(day("2020-09-01"))) == verdicts(.on(day("2020-09-01"))), "\(words.text)")
    }
  }

  @Test("happened, the latest and the earliest of several days, the first, the nth and the last of a list")
  func events() {
    var random = SeededGenerator(seed: 22)
    let fields = (enrolled: field("program.enrolled"), graduated: field("program.graduated"), date: field("fee.date"))
    var compared = 0
    for _ in 0..<(60 * effort) {
      let fees = (0..<Int.random(in: 0...4, using: &random)).map { _ in random.day(17_000...17_060) }
      let a = random.day(17_000...17_060)
      let b = a.adding(days: Int.random(in: 0...30, using: &random))
      let evidence = Evidence(
        fees.enumerated().map { EvidenceRecord(id: "f\($0)", kind: .fee, values: ["date": .on($1)]) }
          + [EvidenceRecord(id: "p", kind: .program, values: ["enrolled": .on(a), "graduated": .on(b)])])
      let sorted = fees.sorted()
      let n = Int.random(in: 1...4, using: &random)
      let cases: [(Event, (CivilDate) -> CivilDate?)] = [
        (.latestOf([.field(fields.enrolled), .field(fields.graduated)]), { _ in max(a, b) }),
        (.earliestOf([.field(fields.enrolled), .field(fields.graduated)]), { _ in min(a, b) }),
        (.first(records(.fee), fields.date), { _ in sorted.first }),
        (.nth(n, records(.fee), fields.date), { _ in n <= sorted.count ? sorted[n - 1] : nil }),
        (.last(records(.fee), fields.date), { day in sorted.last { $0 <= day } }),
      ]
      for (event, when) in cases {
        var book = ModelBook()
        let root = book.add(
          .window(Window(event: event, lower: Offset(count: 0, unit: .days), upper: Offset(count: 10, unit: .days))))
        let happened = book.add(.happened(event))
        let inside = book.timeline(root, evidence, Question(asOf: Self.asOf))
        let since = book.timeline(happened, evidence, Question(asOf: Self.asOf))
        for day in days(16_990...17_100) {
          let at = when(day)
          compared += 2
          let isInside = at.map { $0 <= day && $0.days(to: day) <= 10 } ?? false
          if (inside.value(on: day).verdict == .met) != isInside
            || (since.value(on: day).verdict == .met) != (at.map { $0 <= day } ?? false)
          {
            Issue.record("\(event) on \(day)")
            return
          }
        }
      }
    }
    #expect(compared > 50_000)
  }

  @Test("the last of records known in part, or of a list that may be longer, settles nothing that could be otherwise")
  func partialLast() {
    var random = SeededGenerator(seed: 23)
    let date = field("fee.date")
    let filter = records(.fee, ["type": ["annual"]])
    let rule = Window(
      event: .last(filter, date), lower: Offset(count: 5, unit: .days), upper: Offset(count: 40, unit: .days))
    var settledDays = 0
    for _ in 0..<(120 * effort) {
      let fees = (0..<Int.random(in: 1...3, using: &random)).map { i in
        EvidenceRecord(
          id: "f\(i)", kind: .fee,
          values: [
            "date": .day(random.blurred(random.day(17_000...17_200)), expected: false),
            "type": random.chance(25) ? .unknown : .word("annual"),
          ])
      }
      let partial = Evidence(fees, open: random.chance(20) ? [.fee] : [])
      var book = ModelBook()
      let root = book.add(.window(rule))
      let timeline = book.timeline(root, partial, Question(asOf: Self.asOf))
      var people = RandomPeople(credential: "x", seed: random.next())
      for _ in 0..<4 {
        let whole = people.completed(partial).records(of: .fee)
          .compactMap { record -> CivilDate? in
            if record["type"] == .word("annual"), case .day(let days, _) = record["date"] { days.first } else { nil }
          }
        for day in days(16_900...17_500) where day.days % 5 == 0 {
          guard let found = settled(timeline.value(on: day).verdict) else { continue }
          settledDays += 1
          let last = whole.filter { $0 <= day }.max()
          if found != (last.map { (5...40).contains($0.days(to: day)) } ?? false) {
            Issue.record("\(day): \(timeline.value(on: day).verdict), last \(String(describing: last)) of \(fees)")
            return
          }
        }
      }
    }
    #expect(settledDays > 6_000)
  }
}
