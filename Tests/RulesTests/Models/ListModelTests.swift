import Rules
import Testing
import Vocabulary

@Suite("Cards and lists, day by day")
struct ListModelTests {
  private static let asOf = day("2026-11-22")

  @Test("a card is held on its days, with days remaining, with ends known in part")
  func holds() {
    var random = SeededGenerator(seed: 34)
    var compared = 0
    for _ in 0..<(150 * effort) {
      let cards = (0..<Int.random(in: 0...3, using: &random)).map { _ -> (DayInterval, DayInterval?) in
        let begin = random.day(17_000...17_400)
        let end = begin.adding(days: Int.random(in: 0...300, using: &random))
        let isExact = random.chance(50)
        return (
          isExact ? DayInterval(begin) : random.blurred(begin),
          random.chance(15) ? nil : isExact ? DayInterval(end) : random.blurred(end)
        )
      }
      let remaining = random.pick([0, 0, 30, 90])
      let evidence = Evidence(
        cards.enumerated().map { i, card in
          EvidenceRecord(
            id: "card-\(i)", kind: .card,
            values: [
              "issued": .day(card.0, expected: false), "expires": card.1.map { .day($0, expected: false) } ?? .never,
            ])
        })
      var book = ModelBook()
      let root = book.add(
        .holds(
          Holding(
            filter: records(.card), begins: field("card.issued"), ends: field("card.expires"), remainingDays: remaining)
        ))
      let timeline = book.timeline(root, evidence, Question(asOf: Self.asOf))
      for day in days(16_700...18_200) where day.days % 3 == 0 {
        let last = day.adding(days: remaining)
        let surely = cards.contains { $0.0.last <= day && last <= $0.1?.first ?? .distantFuture }
        let possibly = cards.contains { $0.0.first <= day && last <= $0.1?.last ?? .distantFuture }
        let expected: Verdict = surely ? .met : possibly ? .undetermined : .notMet
        compared += 1
        // Several cards known in part may fill each other's gaps: then undetermined is all that each alone says.
        if timeline.value(on: day).verdict != expected {
          Issue.record(
            "\(day): \(timeline.value(on: day).verdict), expected \(expected), \(cards), \(remaining) days remaining")
          return
        }
      }
    }
    #expect(compared > 60_000)
  }

  @Test("some of a list: complete and empty, open, complete through a day")
  func some() {
    var book = ModelBook()
    let child = book.add(.isOneOf(field("program.award"), ["diploma"]))
    let root = book.add(.some(.program, child))
    func verdict(_ awards: [FactValue], through: CivilDate?, on text: String = "2026-01-01") -> Verdict {
      var evidence = Evidence(
        awards.enumerated().map { EvidenceRecord(id: "p\($0)", kind: .program, values: ["award": $1]) })
      evidence.completeThrough[.program] = through
      return book.timeline(root, evidence, Question(asOf: Self.asOf)).value(on: day(text)).verdict
    }
    let no = FactValue.word("none")
    let yes = FactValue.word("diploma")
    #expect(verdict([], through: Self.asOf) == .notMet)
    #expect(verdict([no], through: Self.asOf) == .notMet)
    #expect(verdict([no, yes], through: Self.asOf) == .met)
    #expect(verdict([no, .unknown], through: Self.asOf) == .undetermined)
    #expect(verdict([], through: nil) == .undetermined)
    #expect(verdict([no], through: nil) == .undetermined)
    #expect(verdict([yes], through: nil) == .met)
    #expect(verdict([no], through: day("2025-06-30"), on: "2025-06-30") == .notMet)
    #expect(verdict([no], through: day("2025-06-30"), on: "2025-07-01") == .undetermined)
    #expect(verdict([no], through: Self.asOf, on: "2029-01-01") == .notMet)
  }

  @Test("none: a complete list clears, an open one does not, and an attempt counts from the next day")
  func none() {
    func line(_ kind: EvidenceKind, _ records: [EvidenceRecord], through: CivilDate?) -> Timeline<Finding> {
      var book = ModelBook()
      let root = book.add(.none(RulesTests.records(kind)))
      var evidence = Evidence(records)
      evidence.completeThrough[kind] = through
      return book.timeline(root, evidence, Question(asOf: Self.asOf))
    }
    let attempt = EvidenceRecord(id: "a", kind: .attempt, values: ["date": .on(day("2025-03-01"))])
    let sat = line(.attempt, [attempt], through: Self.asOf)
    #expect(sat.value(on: day("2025-03-01")).verdict == .met)
    #expect(sat.value(on: day("2025-03-02")).verdict == .notMet)
    let fee = EvidenceRecord(id: "f", kind: .fee, values: ["date": .on(day("2025-03-01"))])
    #expect(line(.fee, [fee], through: Self.asOf).value(on: day("2025-03-01")).verdict == .notMet)
    #expect(line(.fee, [], through: nil).value(on: day("2025-03-01")).verdict == .undetermined)
    let until = line(.attempt, [], through: day("2025-03-01"))
    #expect(until.value(on: day("2025-03-02")).verdict == .met)
    #expect(until.value(on: day("2025-03-03")).verdict == .undetermined)
  }
}
