import Foundation
import Knowledge
import Rules
import Services
import Vocabulary

@testable import Planning

/// Seeded randomness: the same people on every machine.
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64
  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}

enum Packs {
  static let base: KnowledgeBase = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "knowledge").path()
    do { return try KnowledgeLoader.folder(folder) } catch { preconditionFailure("\(error)") }
  }()
  static let goals = ["aama/cma", "amt/rma", "nha/ccma", "ncct/ncma"]
  static let asOf = day("2026-11-22")

  static func request(_ goal: String, _ evidence: Evidence, _ assumptions: PlanAssumptions = PlanAssumptions())
    -> PlanRequest
  {
    let rule = base.book.rule(goal + "/eligibility")
    return PlanRequest(
      credential: goal, evidence: evidence, question: Question(asOf: asOf),
      routes: rule.map { base.book.eligibilityRoutes(of: $0) } ?? [], assumptions: assumptions)
  }

  static func person(_ text: String) -> Evidence {
    do {
      return try PersonReader(base)
        .read(text: "person_file: 1\nas_of: 2026-11-22\n" + text, file: "person.yaml", today: asOf).evidence
    } catch { preconditionFailure("\(error)") }
  }

  static func plan(_ goal: String, _ evidence: Evidence, _ assumptions: PlanAssumptions = PlanAssumptions()) throws
    -> Plan?
  {
    guard let credential = base.credential(goal) else { return nil }
    return try PlanService(base).plan(credential, evidence, Inquiry(asOf: asOf), assumptions)
  }
}

func day(_ text: String) -> CivilDate {
  guard let day = CivilDate(text) else { preconditionFailure("no day: \(text)") }
  return day
}

/// People whose facts are partly known, partly planned.
enum RandomPeople {
  static func evidence(_ seed: UInt64) -> Evidence {
    var random = SplitMix64(seed)
    var evidence = Evidence()
    func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }
    func when(_ from: Int, _ to: Int) -> CivilDate {
      Packs.asOf.adding(days: Int.random(in: from...to, using: &random))
    }
    func stated(_ day: CivilDate) -> FactValue { .day(DayInterval(day), expected: day > Packs.asOf) }
    // No rule reads names.
    for kind in EvidenceKind.allCases where kind != .personName && chance(85) {
      evidence.completeThrough[kind] = Packs.asOf
    }
    if chance(70) {
      var diploma = EvidenceRecord(id: "diploma-1", kind: .diploma)
      if chance(85) {
        diploma["type"] = .word(["diploma", "ged", "equivalent"].randomElement(using: &random) ?? "ged")
      }
      if chance(85) { diploma["earned"] = stated(when(-4000, 500)) }
      evidence.put(diploma)
    }
    for number in 0..<Int.random(in: 0...2, using: &random) {
      evidence.put(program(number, &random))
    }
    for number in 0..<Int.random(in: 0...2, using: &random) {
      var work = EvidenceRecord(id: "work-\(number)", kind: .work)
      let from = when(-3500, -20)
      work["from"] = .day(DayInterval(from), expected: false)
      if chance(80) { work["role"] = .word(chance(75) ? "medical-assistant" : "other") }
      work["until"] =
        chance(50) ? .never : chance(50) ? .unknown : .day(DayInterval(from.adding(days: 700)), expected: false)
      if chance(80) {
        let hours = Quantity(Int.random(in: 10...45, using: &random))
        work["hours_per_week"] = .amount(low: hours, high: hours)
      }
      if chance(60) { work["duties"] = .word("both") }
      if chance(60) { work["supervised"] = .flag(chance(80)) }
      evidence.put(work)
    }
    for number in 0..<[0, 0, 0, 1, 2].randomElement(using: &random)! {
      let goal = Packs.goals.randomElement(using: &random) ?? ""
      evidence.put(
        EvidenceRecord(
          id: "attempt-\(number)", kind: .attempt,
          values: [
            "of": .word(goal), "date": .day(DayInterval(when(-300, -1)), expected: false), "result": .word("failed"),
          ]))
    }
    return evidence
  }

  private static func program(_ number: Int, _ random: inout SplitMix64) -> EvidenceRecord {
    func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }
    var program = EvidenceRecord(id: "program-\(number)", kind: .program)
    let enrolled = Packs.asOf.adding(days: Int.random(in: -2500...100, using: &random))
    let length = Int.random(in: 200...600, using: &random)
    func stated(_ day: CivilDate) -> FactValue { .day(DayInterval(day), expected: day > Packs.asOf) }
    if chance(90) { program["enrolled"] = stated(enrolled) }
    if chance(80) { program["coursework_completed"] = stated(enrolled.adding(days: length - 20)) }
    if chance(70) { program["practicum_completed"] = stated(enrolled.adding(days: length - 10)) }
    if chance(85) { program["graduated"] = chance(90) ? stated(enrolled.adding(days: length)) : .never }
    if chance(90) { program["subject"] = .word(chance(90) ? "medical-assisting" : "other") }
    if chance(80) { program["type"] = .word(chance(85) ? "school" : "apprenticeship") }
    if chance(80) { program["level"] = .word("postsecondary") }
    if chance(80) { program["award"] = .word("certificate") }
    if chance(70) { program["institution_recognized"] = .flag(chance(80)) }
    if chance(60) {
      let span = FactValue.Span(by: "abhes", begins: DayInterval(day("2015-01-01")), ends: DayInterval(.distantFuture))
      program["accreditation"] = chance(60) ? .spans([span]) : .spans([])
    }
    for (name, low, high) in [("academic_hours", 400, 800), ("practicum_hours", 100, 240), ("total_hours", 600, 1000)]
    where chance(60) {
      let amount = Quantity(Int.random(in: low...high, using: &random))
      program[name] = .amount(low: amount, high: amount)
    }
    if chance(40) { program["recognized_by"] = .words(chance(60) ? ["ncct"] : []) }
    return program
  }
}
