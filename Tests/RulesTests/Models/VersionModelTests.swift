import Rules
import Testing
import Vocabulary

@Suite("Versions: which one governs, day by day")
struct VersionModelTests {
  private static let asOf = day("2026-11-22")
  private static let verdicts: [Verdict] = [.notMet, .notCovered, .undetermined, .met]

  /// Versions in order as a pack may write them.
  private static func datings(_ random: inout SeededGenerator) -> [Version.Dating] {
    var datings: [Version.Dating] = []
    var day = random.day(14_000...15_000)
    func step(_ random: inout SeededGenerator) { day = day.adding(days: Int.random(in: 1...700, using: &random)) }
    for i in 0..<Int.random(in: 1...4, using: &random) {
      switch Int.random(in: 0..<4, using: &random) {
      case 0 where i == 0:
        datings.append(.until(day))
      case 1:
        let from = day
        step(&random)
        datings.append(.from(from, until: random.chance(40) ? day : nil))
      case 2:
        let first = day
        if random.chance(50) { step(&random) }
        datings.append(.seen(first, day))
      default:
        let bounds = random.chance(30) ? (day, random.chance(50) ? day.adding(days: 300) : nil) : (nil, nil)
        datings.append(.undated(notBefore: bounds.0, notAfter: bounds.1))
      }
      step(&random)
    }
    return datings
  }

  /// Section 7 of the meaning of rules, for one governing day and constant versions.
  private func govern(_ datings: [Version.Dating], _ verdicts: [Verdict], on day: CivilDate) -> (Verdict, isDated: Bool)
  {
    let speaking = DayByDay.speaking(datings, on: day)
    let isDated =
      speaking.count == 1
      && DayByDay.speaking(
        datings.enumerated().map { i, dating in
          // With every other version gone, a certain one still holds; an undated one never does.
          i == speaking[0] ? dating : .undated(notBefore: .distantFuture, notAfter: .distantPast)
        }, on: day
      ).count == 1 && isCertain(datings, speaking[0], day)
    if speaking.isEmpty { return (.notCovered, false) }
    let said = speaking.map { verdicts[$0] }
    if Set(said).count == 1 { return (said[0], isDated) }
    let settled = Set(said.filter { $0 != .undetermined })
    return (settled.count == 1 && said.contains(.undetermined) ? .undetermined : .notCovered, false)
  }

  private func isCertain(_ datings: [Version.Dating], _ i: Int, _ day: CivilDate) -> Bool {
    let isLast = i == datings.count - 1
    switch datings[i] {
    case .from(let a, let until?): return a <= day && day <= until
    case .from(let a, nil):
      if isLast { return a <= day }
      if case .from(let b, _) = datings[i + 1] { return a <= day && day < b }
      return day == a
    case .until(let b): return i == 0 ? day <= b : day == b
    case .seen(let a, let b): return a <= day && (isLast || day <= b)
    case .undated: return false
    }
  }

  @Test("governed by the day asked, by a known event, by a pinned act, by an event known in part")
  func governed() {
    var random = SeededGenerator(seed: 51)
    var compared = 0
    var dated = 0
    for _ in 0..<(400 * effort) {
      let datings = Self.datings(&random)
      let said = datings.map { _ in random.pick(Self.verdicts) }
      var book = ModelBook(acts: ["application"])
      let parts = said.map { book.constant($0) }
      let list = VersionList(zip(datings, parts).map { ModelBook.version($0, $1) })
      let byDay = book.add(.versions(.day, list))
      let byAct = book.add(.versions(.act(0), list))
      let byEvent = book.add(.versions(.event(.field(field("program.graduated"))), list))
      let event = random.blurred(random.day(13_500...17_500))
      let pin = random.day(13_500...17_500)
      let record = EvidenceRecord(id: "p", kind: .program, values: ["graduated": .day(event, expected: false)])
      let question = Question(asOf: Self.asOf, pins: [0: pin])
      let free = book.timeline(byDay, Evidence([record]), question)
      for point in free.points where point.day.isFinite {
        for day in [point.day.previous, point.day] {
          let (verdict, isDated) = govern(datings, said, on: day)
          compared += 1
          if isDated { dated += 1 }
          let found = free.value(on: day)
          if found.verdict != verdict || (verdict != .notCovered && found.isDated != isDated) {
            Issue.record(
              "\(day): \(found.verdict) dated \(found.isDated), expected \(verdict) dated \(isDated), \(datings), \(said)"
            )
            return
          }
        }
      }
      for day in days(13_000...18_500) where day.days % 41 == 0 {
        compared += 1
        if free.value(on: day).verdict != govern(datings, said, on: day).0 {
          Issue.record("\(day): \(free.value(on: day).verdict), \(datings), \(said)")
          return
        }
      }
      let pinned = book.timeline(byAct, Evidence([record]), question)
      let expected = govern(datings, said, on: pin).0
      let candidates = Set(event.all.map { govern(datings, said, on: $0).0 })
      let known = book.timeline(byEvent, Evidence([record]), question).value(on: Self.asOf).verdict
      let agreed = candidates.count == 1 ? candidates.first : nil
      compared += 2
      if !pinned.isConstant || pinned.value(on: Self.asOf).verdict != expected || known != agreed ?? .undetermined {
        Issue.record("pinned \(pin), event \(event.partialText): \(known), \(candidates), \(datings), \(said)")
        return
      }
    }
    #expect(compared > 40_000 && dated > 300)
  }

  @Test("either day of a grandfathering rule suffices; a silent source compares both")
  func twoGovernors() {
    var random = SeededGenerator(seed: 52)
    for _ in 0..<(300 * effort) {
      let datings = Self.datings(&random)
      let said = datings.map { _ in random.pick([Verdict.met, .notMet, .notCovered]) }
      var book = ModelBook(acts: ["application", "examination"])
      let parts = said.map { book.constant($0) }
      let list = VersionList(zip(datings, parts).map { ModelBook.version($0, $1) })
      let either = book.add(.versions(.either([.act(0), .act(1)]), list))
      let oneOf = book.add(.versions(.oneOf([.act(0), .act(1)]), list))
      let pins = [random.day(13_500...17_500), random.day(13_500...17_500)]
      let question = Question(asOf: Self.asOf, pins: [0: pins[0], 1: pins[1]])
      let two = pins.map { govern(datings, said, on: $0).0 }
      #expect(book.timeline(either, Evidence([]), question).value(on: Self.asOf).verdict == two.max())
      #expect(
        book.timeline(oneOf, Evidence([]), question).value(on: Self.asOf).verdict
          == (two[0] == two[1] ? two[0] : .notCovered))
    }
  }

  @Test("an answer that rests on the open end of a rule past its review is stale, one in a closed version is not")
  func stale() {
    var book = ModelBook()
    let met = book.constant(.met)
    let root = book.add(
      .versions(
        .day,
        VersionList([
          ModelBook.version(.from(day("2010-01-01"), until: day("2019-12-31")), met),
          ModelBook.version(.from(day("2020-01-01"), until: nil), met),
        ])))
    func verdict(_ asOf: String, _ on: String) -> Verdict {
      let evaluator = Evaluator(book: book.finished(root, reviewBy: day("2027-05-22")))
      evaluator.begin(Evidence([]), Question(asOf: day(asOf)))
      return evaluator.timeline(of: root).value(on: day(on)).verdict
    }
    #expect(verdict("2027-05-22", "2029-01-01") == .met)
    #expect(verdict("2027-05-23", "2027-05-23") == .notCovered)
    #expect(verdict("2027-05-23", "2021-01-01") == .notCovered)
    #expect(verdict("2027-05-23", "2019-12-31") == .met)
  }
}
