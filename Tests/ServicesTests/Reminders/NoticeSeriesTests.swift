import Knowledge
import Services
import Testing
import Vocabulary

@Suite("On which days a thing is told of")
struct NoticeSeriesTests {
  private static let day = CivilDate(days: 21_000)

  /// Whether a day is told, read from the table in words, one day at a time.
  private static func isTold(_ today: CivilDate, _ item: DueItem, _ lead: LeadTime) -> Bool {
    let left = today.days(to: item.day)
    if left >= 0 {
      if [lead.lead + 60, lead.lead + 30, lead.lead, 30, 14, 7, 1, 0].contains(left) || lead.also.contains(left) {
        return true
      }
      guard lead.hasMiddle, let began = item.began, began < item.day else { return false }
      return began.days(to: today) == began.days(to: item.day) / 2
    }
    return -left <= 7 * lead.weeks && (left == -1 || (-left) % 7 == 0)
  }

  private static func draw(_ random: inout some RandomNumberGenerator) -> (DueItem, LeadTime) {
    let lead = LeadTime(
      lead: Int.random(in: 0...200, using: &random),
      also: (0..<Int.random(in: 0...3, using: &random)).map { _ in Int.random(in: 1...400, using: &random) },
      hasMiddle: Bool.random(using: &random), weeks: Int.random(in: 1...30, using: &random))
    let began = Bool.random(using: &random) ? day.adding(days: -Int.random(in: -20...2_000, using: &random)) : nil
    return (DueItem(id: "x", kind: .card, text: Phrase("x", "x"), day: day, began: began), lead)
  }

  @Test("the series is what a reading day by day finds, and no day stands in it twice")
  func dayByDay() {
    var random = SeededNumbers(7)
    for _ in 0..<400 {
      let (item, lead) = Self.draw(&random)
      let series = NoticeSeries(item, lead)
      let plain = (-1_500...300).map { Self.day.adding(days: $0) }.filter { Self.isTold($0, item, lead) }
      #expect(series.days == plain)
      #expect(Set(series.days).count == series.days.count)
      #expect(series.days.allSatisfy { series.isOpen(on: $0) })
    }
  }

  @Test("what is told between two days is what one of the days between them tells")
  func between() {
    var random = SeededNumbers(8)
    for _ in 0..<400 {
      let (item, lead) = Self.draw(&random)
      let series = NoticeSeries(item, lead)
      let from = Self.day.adding(days: Int.random(in: -500...200, using: &random))
      let to = from.adding(days: Int.random(in: 0...40, using: &random))
      let plain = (0..<from.days(to: to)).contains { Self.isTold(from.adding(days: $0 + 1), item, lead) }
      #expect(series.hasNotice(after: from, through: to) == plain)
    }
  }

  @Test("after a standstill of any length each thing is told once, and what is settled is not")
  func standstill() {
    let choice = NoticeChoice([.card: LeadTime(lead: 30, weeks: 26)])
    let item = DueItem(id: "card bls", kind: .card, text: Phrase("x", "x"), day: Self.day)
    func told(_ items: [DueItem], _ today: CivilDate, _ last: CivilDate, _ then: [DueItem]) -> [DueItem] {
      choice.told(items, on: today, since: NoticeChoice.Earlier(day: last, items: then))
    }
    let today = Self.day.adding(days: -5)
    #expect(told([item], today, today.adding(days: -19), [item]) == [item])
    #expect(told([item], today, today.adding(days: -1), [item]).isEmpty)
    #expect(told([], today, today.adding(days: -19), [item]).isEmpty)
    // A newer card moves the day; when it is withdrawn, the old one is told at once.
    let newer = DueItem(id: "card bls", kind: .card, text: Phrase("x", "x"), day: Self.day.adding(days: 700))
    #expect(told([newer], today, today.adding(days: -1), [item]).isEmpty)
    #expect(told([item], today, today.adding(days: -1), [newer]) == [item])
    #expect(choice.told([item], on: today, since: nil) == [item])
    #expect(choice.told([item], on: Self.day.adding(days: -91), since: nil).isEmpty)
    #expect(choice.told([item], on: Self.day.adding(days: 7 * 26 + 1), since: nil).isEmpty)
  }

  @Test("every kind has its times, in the packs")
  func table() {
    #expect(Set(Samples.base.leadTimes.keys) == Set(DueKind.allCases))
  }
}

/// Numbers that are the same in each run (SplitMix64).
private struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64
  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
