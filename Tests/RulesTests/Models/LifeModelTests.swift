import Rules
import Testing
import Vocabulary

@Suite("The life of a certification, day by day")
struct LifeModelTests {
  private static let asOf = day("2026-11-22")

  @Test(
    "a period runs from its day through its last day; a renewal before or after expiry starts the next",
    arguments: LifeRule.LastDay.allCases)
  func life(lastDay: LifeRule.LastDay) {
    var random = SeededGenerator(seed: 43)
    var compared = 0
    for _ in 0..<(30 * effort) {
      let starts = (0..<Int.random(in: 0...4, using: &random)).map { _ in random.day(15_000...18_000) }
      let revoked = starts.isEmpty || random.chance(70) ? nil : random.day(15_000...19_000)
      var book = ModelBook()
      let life = book.life("x/y", months: 24, lastDay)
      let stages: [LifeState.Stage] = [.none, .current, .expired, .revoked]
      let roots = stages.map { book.add(.life(life, [$0])) }
      let sorted = Set(starts).sorted()
      let evidence = Evidence(
        sorted.enumerated().map { i, start in
          EvidenceRecord(
            id: "c\(i)", kind: .certification,
            values: [
              "of": .word("x/y"), "date": .on(start),
              "revoked": i == 0 ? revoked.map { .on($0) } ?? .unknown : .unknown,
            ])
        })
      let lines = roots.map { book.timeline($0, evidence, Question(asOf: Self.asOf)) }
      for day in days(14_900...19_500) where day.days % 3 == 0 || day.day == 1 || day.day > 27 {
        let start = sorted.last { $0 <= day }
        var stage = LifeState.Stage.none
        var isOpen = false
        if let start {
          let anniversary = start.adding(months: 24)
          let (first, last): (CivilDate, CivilDate) =
            switch lastDay {
            case .anniversary: (anniversary, anniversary)
            case .dayBeforeAnniversary: (anniversary.previous, anniversary.previous)
            case .endOfMonth:
              (start.endOfMonth.adding(months: 24).endOfMonth, start.endOfMonth.adding(months: 24).endOfMonth)
            case .notStated: (anniversary.previous, anniversary.endOfMonth)
            }
          stage = day > last ? .expired : .current
          isOpen = day > first && day <= last
          if start == sorted[0], let revoked, revoked <= day { (stage, isOpen) = (.revoked, false) }
        }
        for (candidate, line) in zip(stages, lines) {
          compared += 1
          let expected: Bool? = isOpen ? nil : candidate == stage
          if settled(line.value(on: day).verdict) != expected {
            Issue.record(
              "\(day), \(candidate): \(line.value(on: day).verdict), expected \(String(describing: expected)), \(sorted)"
            )
            return
          }
        }
      }
    }
    #expect(compared > 50_000)
  }

  @Test("of an expired certification on an open list nobody knows whether it was renewed")
  func openList() {
    var book = ModelBook()
    let life = book.life("x/y", months: 24, .endOfMonth)
    let current = book.add(.life(life, [.current]))
    let record = EvidenceRecord(
      id: "c", kind: .certification, values: ["of": .word("x/y"), "date": .on(day("2020-03-10"))])
    var evidence = Evidence([record])
    evidence.completeThrough[.certification] = nil
    let timeline = book.timeline(current, evidence, Question(asOf: Self.asOf))
    #expect(timeline.value(on: day("2021-01-01")).verdict == .met)
    #expect(timeline.value(on: day("2022-04-01")).verdict == .undetermined)
    #expect(timeline.value(on: day("2019-01-01")).verdict == .undetermined)
    evidence.completeThrough[.certification] = day("2023-01-01")
    let through = book.timeline(current, evidence, Question(asOf: Self.asOf))
    #expect(through.value(on: day("2022-04-01")).verdict == .notMet)
    #expect(through.value(on: day("2023-01-02")).verdict == .undetermined)
  }
}
