import Knowledge
import Planning
import Population
import Rules
import Testing
import Vocabulary

@testable import Services

@Suite("What-ifs on a record")
struct WhatIfTests {
  static let cma = """
    person: { jurisdiction: us-tx }
    certifications: [ { of: aama/cma, date: 2022-05-16, by: examination } ]
    attempts: []
    applications: []
    decisions: []
    fees: []
    continuing_education:
      - { title: A, date: 2025-03-14, amount: 12, category: clinical, approved_by: aama }
    cards: [ { type: bls, issued: 2026-01-10, expires: 2028-01-31 } ]
    """

  static let ncma = """
    certifications: [ { of: ncct/ncma, date: 2024-03-10, by: examination } ]
    continuing_education: []
    attempts: []
    applications: []
    decisions: []
    """

  static let twoFailures = """
    programs:
      - type: school
        subject: medical-assisting
        level: postsecondary
        enrolled: 2023-09-05
        coursework_completed: 2024-05-31
        practicum_completed: 2024-05-31
        graduated: 2024-06-07
        accreditation: [ { by: caahep, from: 2010-01-01 } ]
    attempts:
      - { of: aama/cma, date: 2025-01-15, result: failed }
      - { of: aama/cma, date: 2025-06-16, result: failed }
    applications: []
    certifications: []
    documents: []
    decisions: []
    """

  static func evidence(_ facts: String) throws -> Evidence {
    try Samples.read("person_file: 1\nas_of: 2026-11-22\n" + facts).evidence
  }

  static func answer(_ facts: String, _ text: String) throws -> WhatIfAnswer {
    let evidence = try evidence(facts)
    let words = text.split(separator: " ").map(String.init)
    let entry =
      words[0] == "move"
      ? WhatIfEntry(kind: "move", day: words[2], state: words[1])
      : WhatIfEntry(kind: words[0], credential: words[1], day: words.count > 2 ? words[2] : "")
    let (question, faults) = entry.question(Samples.base, evidence, asOf: Samples.asOf)
    #expect(faults.isEmpty, "\(faults)")
    return try WhatIfService(Samples.base).answer(try #require(question), evidence, asOf: Samples.asOf)
  }

  private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

  private func way(_ answer: WhatIfAnswer, _ name: String) throws -> RenewalWay {
    try #require(answer.ways.first { $0.rule.id.hasSuffix("/" + name) })
  }

  // MARK: - The five questions

  @Test("a CMA (AAMA) renewed 95 days after expiry: points are closed, and the exam is left, with its fees and sources")
  func renewLate() throws {
    let answer = try Self.answer(Self.cma, "renew-late aama/cma 2027-09-03")
    #expect(try day("2027-05-31").days(to: answer.day) == 95)
    #expect(answer.outcome == .lateClosed(since: try day("2027-09-01")))
    #expect(answer.changesNothing)
    let late = try way(answer, "late-renewal")
    #expect(late.standing == .closed && late.from == CivilDate("2027-09-01"))
    let back = try way(answer, "reactivation")
    #expect(back.standing == .open)
    #expect(back.fees.items.map(\.low) == [Money(cents: 5_000), Money(cents: 12_500)])
    #expect(back.fees.items.allSatisfy { !$0.citations.isEmpty })
    #expect(answer.good.contains { $0.text.en.contains("BLS") && $0.through == CivilDate("2028-01-31") })
  }

  @Test("inside the late window: what is missing, that the fee is not known, and the days with and without")
  func late() throws {
    let answer = try Self.answer(Self.cma, "renew-late aama/cma 2027-07-03")
    #expect(answer.outcome == .late(through: try day("2027-08-31")))
    let late = try way(answer, "late-renewal")
    #expect(late.standing == .missing && late.through == CivilDate("2027-08-31"))
    #expect(late.fees.items.isEmpty && late.fees.unknown.count == 1)
    let first = try #require(answer.changes.first)
    #expect(first.days == DayInterval(try day("2027-07-03"), try day("2027-08-31")))
    #expect(first.before == .phase(.lateWindow) && first.after == .phase(.due))
    #expect(answer.due.contains { $0.item.kind == .certification && $0.after == CivilDate("2032-07-31") })
    #expect(try Self.answer(Self.cma, "renew-late aama/cma 2027-03-01").outcome == .notLate(through: day("2027-05-31")))
  }

  @Test("an NCMA (NCCT) that lapses: both clocks, the five years and the hours of each year")
  func lapse() throws {
    let answer = try Self.answer(Self.ncma, "lapse ncct/ncma")
    #expect(answer.outcome == .lapses(after: try day("2029-03-09")))
    #expect(answer.renewedOn == CivilDate("2029-03-09"))
    #expect(Set(answer.clocks.map(\.kind)) == [.certification, .yearly])
    let clocks = answer.changes.map { change -> String in
      switch change.before {
      case .phase: "phase"
      case .active: "active"
      }
    }
    #expect(Set(clocks) == ["phase", "active"])
    #expect(try way(answer, "renewal-by-education").standing == .notKnown)
  }

  @Test("an RMA (AMT) without its fees is not known to have ended, unless the list of fees is whole")
  func notRunning() throws {
    let rma = "certifications: [ { of: amt/rma, date: 2025-05-20, by: examination } ]\n"
    let open = try Self.answer(rma, "lapse amt/rma")
    #expect(open.outcome == .standingNotKnown && open.assumed.contains(.fee))
    let whole = try Self.answer(rma + "fees: []\n", "lapse amt/rma")
    #expect(whole.outcome == .notRunning && !whole.assumed.contains(.fee))
  }

  @Test("a third failed attempt at the CMA (AAMA) exam closes it; a second one does not")
  func fail() throws {
    let third = try Self.answer(Self.twoFailures, "fail aama/cma 2027-03-01")
    #expect(third.outcome == .closesExam)
    #expect(third.changes.map(\.after) == [.phase(.closed)])
    #expect(third.changes.first?.days.first == CivilDate("2027-03-02"))
    #expect(third.plan?.days.contains { $0.point == .certified && $0.after == nil } == true)
    let second = Self.twoFailures.replacing("  - { of: aama/cma, date: 2025-06-16, result: failed }\n", with: "")
    let answer = try Self.answer(second, "fail aama/cma 2027-03-01")
    guard case .another(let from) = answer.outcome else {
      Issue.record("\(answer.outcome)")
      return
    }
    #expect(from > answer.day)
  }

  @Test("a failed exam of a holder closes the ways to renew as well, where the rule says so")
  func failOfHolder() throws {
    let facts = Self.cma.replacing(
      "attempts: []",
      with: """
        programs: []
        attempts:
          - { of: aama/cma, date: 2021-01-15, result: failed }
          - { of: aama/cma, date: 2021-06-16, result: failed }
        """)
    // Where programs can be missing from the record, a new enrollment can be too.
    let open = try Self.answer(facts.replacing("programs: []\n", with: ""), "fail aama/cma 2027-03-01")
    #expect(open.outcome == .attemptsNotKnown && open.limits?.explanation?.openGaps.isEmpty == false)
    let answer = try Self.answer(facts, "fail aama/cma 2027-03-01")
    #expect(answer.outcome == .closesExam)
    #expect(try way(answer, "renewal-by-education").standing == .closed)
  }

  @Test("RMA (AMT) added to CMA (AAMA): education that counts for both, what becomes due, and what it costs")
  func add() throws {
    let answer = try Self.answer(Self.cma, "add amt/rma 2027-03-01")
    #expect(Set(answer.shared.map(\.credential.id)) == ["aama/cma", "amt/rma"])
    #expect(answer.due.contains { $0.item.kind == .fee && $0.before == nil && $0.after == CivilDate("2028-02-29") })
    #expect(answer.due.contains { $0.item.kind == .points && $0.before == nil && $0.after == CivilDate("2030-02-28") })
    #expect(answer.money.items.count == 2 && answer.money.items.allSatisfy { !$0.citations.isEmpty })
    #expect(answer.good.contains { $0.text.en == "CMA (AAMA)" })
    #expect(answer.changes.allSatisfy { $0.credential.id == "amt/rma" })
    let later = try Self.answer(Self.cma, "add amt/rma 2028-03-01")
    #expect(later.shared.isEmpty, "the CMA (AAMA) has ended by then")
  }

  @Test("Texas to Washington: steps, fees with sources, tasks; the same as the move of the plan")
  func move() throws {
    let answer = try Self.answer(Self.cma, "move WA 2027-03-01")
    let move = try #require(answer.move)
    let same = try #require(try PlanMove(["move WA 2027-03-01"], Samples.base))
      .plan(try Self.evidence(Self.cma), Samples.base, asOf: Samples.asOf)
    #expect(move.steps.map(\.title) == same.steps.map(\.title) && move.changes.map(\.task) == same.changes.map(\.task))
    let told = WhatIfTelling(Samples.base, .english, asOf: Samples.asOf).told(answer)
    let (topics, rules) = (move.steps.count { $0.kind == .statement }, move.steps.count { $0.kind == .credential })
    #expect(
      told.headline == "Texas to Washington: \(topics) topics, \(rules) rules on state credentials, "
        + "another answer for \(told.rows.count) tasks")
    #expect(told.sections.first { $0.id == "steps" }?.lines.count == topics + rules)
    let fees = try #require(move.steps.first { step in step.statements.contains { $0.name.hasPrefix("fee.") } })
    #expect(fees.statements.allSatisfy { !$0.citations.isEmpty })
  }

  // MARK: - What always holds

  @Test("a what-if of nothing differs in nothing")
  func nothing() throws {
    for person in Population(12, seed: 7, asOf: Samples.asOf).people {
      let comparison = try WhatIfComparison(
        Samples.base, from: person.evidence, to: person.evidence, asOf: Samples.asOf, on: Samples.asOf)
      #expect(comparison.isEmpty)
    }
  }

  @Test("facts are only added, under a name of their own, and each difference lies ahead and differs")
  func onlyAdded() throws {
    let credential = try #require(Samples.base.credential("aama/cma"))
    var asked = 0
    for person in Population(12, seed: 11, asOf: Samples.asOf).people {
      var evidence = person.evidence.withoutHealth
      evidence.put(EvidenceRecord(id: "what-if-1", kind: .card, values: ["type": .word("bls")]))
      let more = evidence.certified(credential, on: Samples.asOf, by: "examination")
      #expect(Array(more.records.prefix(evidence.records.count)) == evidence.records)
      #expect(more.records.count == evidence.records.count + 1 && more.completeThrough == evidence.completeThrough)
      let kept = evidence
      for kind in [WhatIfQuestion.Kind.fail, .lapse, .renewLate, .add] {
        guard let picked = WhatIfEntry.credentials(for: kind, Samples.base, evidence).first else { continue }
        let entry = WhatIfEntry(kind: kind.rawValue, credential: picked.id, day: "2027-09-03")
        let question = try #require(entry.question(Samples.base, evidence, asOf: Samples.asOf).question)
        let answer = try WhatIfService(Samples.base).answer(question, evidence, asOf: Samples.asOf)
        asked += 1
        #expect(answer.changes.allSatisfy { $0.days.first >= Samples.asOf && $0.before != $0.after })
        #expect(evidence == kept)
        for language in Language.allCases {
          let told = WhatIfTelling(Samples.base, language, asOf: Samples.asOf).told(answer)
          #expect(!told.headline.isEmpty && told.sections.allSatisfy { !$0.lines.isEmpty })
        }
      }
    }
    #expect(asked > 20)
  }

  // MARK: - Questions

  @Test("what cannot be asked is told by field")
  func faults() throws {
    let evidence = try Self.evidence(Self.cma)
    func fields(_ entry: WhatIfEntry) -> [WhatIfEntry.Field] {
      entry.question(Samples.base, evidence, asOf: Samples.asOf).faults.map(\.field)
    }
    #expect(fields(WhatIfEntry(kind: "fly")) == [.kind])
    #expect(fields(WhatIfEntry(kind: "lapse", credential: "amt/rma")) == [.credential])
    #expect(fields(WhatIfEntry(kind: "add", credential: "aama/cma", day: "2027-02-30")) == [.credential, .day])
    #expect(fields(WhatIfEntry(kind: "fail", credential: "x/y", day: "2026-11-21")) == [.credential, .day])
    #expect(fields(WhatIfEntry(kind: "move", day: "2047-01-01", state: "ZZ")) == [.state, .day])
    #expect(fields(WhatIfEntry(kind: "renew-late", credential: "CMA (AAMA)", day: "2026-11-22")).isEmpty)
  }

  @Test("a question reads as it is written; changes of plans are none of these; two at once are refused")
  func words() throws {
    let evidence = try Self.evidence(Self.cma)
    func read(_ changes: [String]) throws -> WhatIfQuestion? {
      try WhatIfQuestion(changes, Samples.base, evidence, asOf: Samples.asOf)
    }
    for form in WhatIfQuestion.forms { #expect(try read([form])?.text == form) }
    for form in ["fail 2", "delay 6w", "move WA 2027-03-01", ""] { #expect(try read([form]) == nil) }
    for changes in [["lapse aama/cma", "delay 6w"], ["lapse"], ["lapse aama/cma 2027-01-01"], ["add amt/rma"]] {
      #expect(throws: QuestionError.self) { try read(changes) }
    }
  }
}
