import Rules
import Testing
import Vocabulary

@Suite("One program: the order of its days, and its accreditation")
struct ProgramModelTests {
  private static let asOf = day("2022-06-15")
  private static let names = ["enrolled", "coursework_completed", "practicum_completed", "graduated"]

  @Test("a day that may be is kept, a day that the order rules out is not")
  func order() {
    var random = SeededGenerator(seed: 71)
    var answers = 0
    for _ in 0..<(60 * effort) {
      // Days 0 to 8 around a beginning, in order; then each known, known in part, or unknown.
      let base = CivilDate(days: 18_000)
      var truth = (0..<4).map { _ in Int.random(in: 0...8, using: &random) }.sorted()
      if random.chance(50) { truth.swapAt(1, 2) }
      let known = truth.map { day -> ClosedRange<Int>? in
        if random.chance(35) { return nil }
        return random.chance(50) ? day...day : max(0, day - 3)...min(8, day + 3)
      }
      let record = EvidenceRecord(
        id: "p", kind: .program,
        values: Dictionary(
          uniqueKeysWithValues: zip(Self.names, known).map { name, range in
            (
              name,
              range.map {
                .day(DayInterval(base.adding(days: $0.lowerBound), base.adding(days: $0.upperBound)), expected: false)
              } ?? .unknown
            )
          }))
      // Everything that fits: unknown days may also lie before or after, or not be there at all (99).
      func fitting(_ i: Int) -> [Int] { known[i].map(Array.init) ?? Array(-3...11) + [99] }
      var possible: [Set<Int>] = [[], [], [], []]
      for e in fitting(0) {
        for c in fitting(1) where e <= c {
          for p in fitting(2) where e <= p {
            for g in fitting(3) where c <= g && p <= g {
              for (i, day) in [e, c, p, g].enumerated() { possible[i].insert(day) }
            }
          }
        }
      }
      for (i, name) in Self.names.enumerated() {
        var book = ModelBook()
        let root = book.add(.happened(.field(field("program." + name))))
        let timeline = book.timeline(root, Evidence([record]), Question(asOf: Self.asOf))
        for offset in -3...11 {
          let verdict = timeline.value(on: base.adding(days: offset)).verdict
          let happened = possible[i].filter { $0 <= offset }.count
          let expected: Verdict = happened == 0 ? .notMet : happened == possible[i].count ? .met : .undetermined
          answers += 1
          if verdict != expected {
            Issue.record("\(name) by \(offset): \(verdict), expected \(expected), \(known)")
            return
          }
        }
      }
    }
    #expect(answers > 3_000)
  }

  private static let accreditation = field("program.accreditation")

  @Test("accreditation overlaps enrolment, or begins within 36 months after graduation, for every pair of days")
  func related() {
    var random = SeededGenerator(seed: 72)
    var compared = 0
    var openDays = 0
    for round in 0..<(120 * effort) {
      let enrolled = random.day(17_000...17_100)
      let graduated = enrolled.adding(days: Int.random(in: 0...60, using: &random))
      let begins = random.chance(50) ? random.day(16_900...17_200) : random.day(18_150...18_300)
      let ends = random.chance(40) ? nil : begins.adding(days: Int.random(in: 0...60, using: &random))
      func about(_ day: CivilDate, _ random: inout SeededGenerator) -> DayInterval {
        round % 3 == 0
          ? DayInterval(day)
          : DayInterval(
            day.adding(days: -Int.random(in: 0...4, using: &random)),
            day.adding(days: Int.random(in: 0...4, using: &random)))
      }
      let (e, g, b) = (about(enrolled, &random), about(graduated, &random), about(begins, &random))
      let x = ends.map { about($0, &random) } ?? DayInterval(.distantFuture)
      let record = EvidenceRecord(
        id: "p", kind: .program,
        values: [
          "enrolled": .day(e, expected: false), "graduated": .day(g, expected: false),
          "accreditation": .spans([
            .init(by: "abhes", begins: b, ends: x),
            .init(by: "other", begins: DayInterval(enrolled), ends: DayInterval(graduated)),
          ]),
        ])
      let fromSpan = random.chance(50)
      var book = ModelBook()
      let overlaps = book.add(
        .related(
          .spanOverlaps(
            Self.accreditation, by: ["abhes"], begin: .field(field("program.enrolled")),
            end: .field(field("program.graduated")))))
      let within = book.add(
        .related(
          .spanBeginsWithin(
            Self.accreditation, by: ["abhes"], months: 36, event: .field(field("program.graduated")), fromSpan: fromSpan
          )))
      let lines = [overlaps, within].map { book.timeline($0, Evidence([record]), Question(asOf: Self.asOf)) }
      let near = lines.flatMap(\.points).flatMap { $0.day.isFinite ? [$0.day.previous, $0.day, $0.day.next] : [] }
      for day in Set(near + (0..<4).map { _ in random.day(16_900...18_400) }) {
        var (meets, all) = ([0, 0], 0)
        let lasts = x.first.isFinite ? x.all : [x.first]
        for e in e.all {
          for g in g.all where e <= g {
            for b in b.all {
              for x in lasts where b <= x {
                all += 1
                let start = max(b, e)
                if start <= min(x, g), start <= day { meets[0] += 1 }
                let isClose = fromSpan ? b.adding(months: -36) <= g : b <= g.adding(months: 36)
                if g <= b, isClose, b <= day { meets[1] += 1 }
              }
            }
          }
        }
        for (line, meets) in zip(lines, meets) {
          let expected: Verdict = meets == all ? .met : meets == 0 ? .notMet : .undetermined
          compared += 1
          if expected == .undetermined { openDays += 1 }
          if line.value(on: day).verdict != expected {
            Issue.record(
              "\(day): \(line.value(on: day).verdict), \(meets) of \(all); enrolled \(e.partialText), graduated \(g.partialText), accredited \(b.partialText) to \(x)"
            )
            return
          }
        }
      }
    }
    #expect(compared > 1_000 && openDays > 80)
  }

  @Test("accredited after graduation, seen from both sides of the day it begins")
  func accreditedLater() {
    let record = EvidenceRecord(
      id: "p", kind: .program,
      values: [
        "graduated": .on(day("2021-03-20")),
        "accreditation": .spans([
          .init(by: "abhes", begins: DayInterval(day("2023-10-01")), ends: DayInterval(.distantFuture))
        ]),
      ])
    var book = ModelBook()
    let root = book.add(
      .related(
        .spanBeginsWithin(
          Self.accreditation, by: ["abhes"], months: 36, event: .field(field("program.graduated")), fromSpan: true)))
    let timeline = book.timeline(root, Evidence([record]), Question(asOf: day("2026-11-22")))
    #expect(timeline.value(on: day("2022-07-08")).verdict == .notMet)
    #expect(timeline.value(on: day("2023-09-30")).verdict == .notMet)
    #expect(timeline.value(on: day("2023-10-01")).verdict == .met)
    #expect(timeline.value(on: day("2030-01-01")).verdict == .met)
  }

  @Test("graduated in September 2023, within 12 months: only the days that depend on the day are open")
  func monthOnly() {
    let record = EvidenceRecord(
      id: "p", kind: .program,
      values: ["graduated": .day(DayInterval(day("2023-09-01"), day("2023-09-30")), expected: false)])
    var book = ModelBook()
    let root = book.add(
      .window(
        Window(
          event: .field(field("program.graduated")), lower: Offset(count: 0, unit: .days),
          upper: Offset(count: 12, unit: .monthsFromEvent))))
    let spans = book.timeline(root, Evidence([record]), Question(asOf: day("2026-11-22")))
      .spans(in: DayInterval(day("2023-08-01"), day("2024-12-31"))).map { "\($0.days.first) \($0.value.verdict.name)" }
    #expect(
      spans == [
        "2023-08-01 not met", "2023-09-01 undetermined", "2023-09-30 met", "2024-09-02 undetermined",
        "2024-10-01 not met",
      ])
  }

  @Test("thirty days before completion opens, and completion does not close")
  func noUpperEnd() {
    let record = EvidenceRecord(
      id: "p", kind: .program,
      values: [
        "coursework_completed": .expected(day("2027-05-28")), "practicum_completed": .expected(day("2027-05-20")),
      ])
    var book = ModelBook()
    let root = book.add(
      .window(
        Window(
          event: .latestOf([
            .field(field("program.coursework_completed")), .field(field("program.practicum_completed")),
          ]),
          lower: Offset(count: -30, unit: .days), upper: nil)))
    let timeline = book.timeline(root, Evidence([record]), Question(asOf: day("2026-11-22")))
    #expect(timeline.value(on: day("2027-04-27")).verdict == .notMet)
    #expect(timeline.value(on: day("2027-04-28")).verdict == .met)
    #expect(timeline.value(on: day("2028-01-01")).verdict == .met)
  }
}
