import Rules
import Testing
import Vocabulary

@Suite("Cycles, day by day")
struct CycleModelTests {
  private static let asOf = day("2026-11-22")
  private static let date = field("fee.date")

  private static func book(months: Int, lostAfter: Int?, from: Event) -> (ModelBook, Requirement.ID) {
    var book = ModelBook()
    let duty = book.add(
      .entries(EntryRule(filter: records(.fee, ["type": ["annual"]]), day: date, atLeast: 1, reach: .cycle)))
    let root = book.add(.eachCycle(CycleRule(months: months, from: from, duty: duty, lostAfter: lostAfter)))
    return (book, root)
  }

  @Test("the duty of one cycle decides the next, and too many failures in a row lose it for good")
  func exact() {
    var random = SeededGenerator(seed: 41)
    var compared = 0
    var lost = 0
    for _ in 0..<(100 * effort) {
      let start = random.pick([random.day(15_000...16_500), day("2012-02-29"), day("2013-08-31")])
      let months = random.pick([1, 6, 12, 36])
      let lostAfter = random.pick([nil, 1, 2, 3])
      let fees = (0..<Int.random(in: 0...9, using: &random)).map { _ in random.day(15_000...18_500) }
      let (book, root) = Self.book(months: months, lostAfter: lostAfter, from: .day(start))
      let evidence = Evidence(
        fees.enumerated().map {
          EvidenceRecord(id: "f\($0)", kind: .fee, values: ["date": .on($1), "type": .word("annual")])
        })
      let timeline = book.timeline(root, evidence, Question(asOf: Self.asOf))
      // The answer for every cycle, in order: cycle k is [start + k months, start + (k + 1) months).
      var answers = [true]
      var failures = 0
      var isLost = false
      for k in 0..<160 {
        let first = start.adding(months: months * k)
        let next = start.adding(months: months * (k + 1))
        let isMet = fees.contains { $0 >= first && $0 < next }
        failures = isMet ? 0 : failures + 1
        if let lostAfter, failures >= lostAfter { isLost = true }
        answers.append(isMet && !isLost)
      }
      for day in days(14_900...19_500) where day.days % 5 == 0 || day.day == start.day {
        let k = (0..<160).last { start.adding(months: months * $0) <= day }
        let expected = k.map { answers[$0] } ?? false
        compared += 1
        if !expected { lost += 1 }
        if settled(timeline.value(on: day).verdict) != expected {
          Issue.record(
            "\(day): \(timeline.value(on: day).verdict), from \(start) every \(months) months, lost after \(String(describing: lostAfter)), \(fees)"
          )
          return
        }
      }
    }
    #expect(compared > 80_000 && lost > 8_000)
  }

  @Test("fees, lists and a first day known in part settle nothing that could be otherwise")
  func partial() {
    var random = SeededGenerator(seed: 42)
    var settledDays = 0
    for _ in 0..<(80 * effort) {
      let start = random.blurred(random.day(15_500...16_000))
      let (book, root) = Self.book(
        months: random.pick([12, 24]), lostAfter: random.pick([nil, 1, 2, 3]), from: .field(field("program.graduated")))
      let fees = (0..<Int.random(in: 2...8, using: &random)).map { i in
        EvidenceRecord(
          id: "f\(i)", kind: .fee,
          values: [
            "date": .day(
              random.chance(50)
                ? random.blurred(random.day(15_700...18_500)) : DayInterval(random.day(15_700...18_500)),
              expected: false),
            "type": random.chance(20) ? .unknown : .word("annual"),
          ])
      }
      var partial = Evidence(
        fees + [EvidenceRecord(id: "p", kind: .program, values: ["graduated": .day(start, expected: false)])])
      if random.chance(20) { partial.completeThrough[.fee] = random.day(16_000...18_000) }
      let question = Question(asOf: Self.asOf)
      let timeline = book.timeline(root, partial, question)
      var people = RandomPeople(credential: "x/y", seed: random.next())
      for _ in 0..<3 {
        let reference = DayByDay(book.finished(root), people.completed(partial), question)
        for _ in 0..<15 {
          let day = people.random.day(15_400...20_400)
          guard let found = settled(timeline.value(on: day).verdict) else { continue }
          settledDays += 1
          let expected = reference.answer(root, on: day)
          if found != expected {
            Issue.record(
              "\(day): \(found), by the words \(String(describing: expected))\n\(partial.text)\n--\n\(reference.evidence.text)"
            )
            return
          }
        }
      }
    }
    #expect(settledDays > 500)
  }

  @Test("a cycle that may have failed before one that surely failed leaves the loss open")
  func perhapsLost() {
    let (book, root) = Self.book(months: 12, lostAfter: 2, from: .day(day("2018-01-01")))
    func fee(_ id: String, _ text: String, _ type: FactValue) -> EvidenceRecord {
      EvidenceRecord(id: id, kind: .fee, values: ["date": .on(day(text)), "type": type])
    }
    // 2018: perhaps paid. 2019: not paid. 2020: paid.
    let timeline = book.timeline(
      root, Evidence([fee("a", "2018-05-01", .unknown), fee("b", "2020-05-01", .word("annual"))]),
      Question(asOf: Self.asOf))
    #expect(timeline.value(on: day("2019-06-01")).verdict == .undetermined)
    #expect(timeline.value(on: day("2020-06-01")).verdict == .notMet)
    #expect(timeline.value(on: day("2021-06-01")).verdict == .undetermined)
  }
}
