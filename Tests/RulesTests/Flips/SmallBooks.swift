import Rules
import Vocabulary

/// A small rule with people who half fulfil it, and every addition that could matter to them.
struct SmallBook: Sendable {
  let rule: String
  let book: RuleBook
  /// A random person, asked about on `SmallBook.today`.
  let person: @Sendable (inout SeededGenerator) -> Evidence
  let universe: @Sendable (Evidence) -> [Addition]

  static let today = day("2026-11-22")
  static let all = [schooling, sitting, renewing]
}

private let today = SmallBook.today

/// A new record as the search makes it.
private func new(_ id: String, _ kind: EvidenceKind, _ values: [String: FactValue]) -> EvidenceRecord {
  EvidenceRecord(id: "new-" + id, kind: kind, values: values, grade: kind == .decision ? .issuer : .document)
}

/// What could be said of an open field, or come about.
private func openings(_ record: EvidenceRecord, _ values: KeyValuePairs<String, FactValue>) -> [Addition] {
  values.compactMap { name, value in
    record[name] == .unknown ? .supply(recordID: record.id, field("\(record.kind.rawValue).\(name)"), value) : nil
  }
}

// MARK: - Schooling: one program, a choice inside it, a person, a sanction that can be waived

private let sanction = records(.decision, ["about": ["sanction"], "outcome": ["refused"]])
private let waiver = records(.decision, ["about": ["sanction"], "outcome": ["waived"]])
private let transcript = records(.document, ["type": ["official-transcript"]])

private let schooling = SmallBook(
  rule: "t/schooling",
  book: {
    let make = BookMaker()
    make.rule("t/schooling") {
      $0.all(
        nil, $0.isOne("person.age", "18-or-over"),
        $0.some(
          .program,
          $0.all(
            nil, $0.isOne("program.award", "certificate", "diploma"), $0.atLeast("program.academic_hours", 560),
            $0.happened("program.graduated"),
            $0.any(nil, $0.isTrue("program.institution_recognized"), $0.entries(transcript)))),
        $0.any(nil, $0.none(sanction), $0.happened(.first(waiver, field("decision.date")))))
    }
    return make.book
  }(),
  person: { random in
    var list: [EvidenceRecord] = []
    if Bool.random(using: &random) {
      list.append(
        EvidenceRecord(
          id: "me", kind: .person,
          values: ["age": [.unknown, .word("18-or-over"), .word("13-to-17")].randomElement(using: &random) ?? .unknown])
      )
    }
    for i in 0..<Int.random(in: 0...2, using: &random) {
      func pick(_ values: FactValue...) -> FactValue { values.randomElement(using: &random) ?? .unknown }
      list.append(
        EvidenceRecord(
          id: "p\(i)", kind: .program,
          values: [
            "award": pick(.unknown, .word("certificate"), .word("none")),
            "academic_hours": pick(.unknown, .number(540), .number(560), .number(700)),
            "graduated": pick(.unknown, .never, .on(day("2025-06-01")), .expected(day("2027-06-01"))),
            "institution_recognized": pick(.unknown, .flag(true), .flag(false)),
          ]))
    }
    if Int.random(in: 0...3, using: &random) == 0 {
      list.append(
        EvidenceRecord(
          id: "s", kind: .decision,
          values: ["about": .word("sanction"), "outcome": .word("refused"), "date": .on(day("2024-01-01"))]))
    }
    var open: Set<EvidenceKind> = []
    for kind in [EvidenceKind.program, .decision, .document] where Bool.random(using: &random) { open.insert(kind) }
    return Evidence(list, open: open)
  },
  universe: { evidence in
    let decision: [String: FactValue] = ["about": .word("sanction"), "outcome": .word("waived"), "date": .on(today)]
    let program: [String: FactValue] = [
      "award": .word("certificate"), "academic_hours": .number(560), "graduated": .on(today),
    ]
    var all: [Addition] = [
      .complete(
        new("document-official-transcript", .document, ["type": .word("official-transcript"), "date": .on(today)])),
      .complete(new("decision-sanction-waived", .decision, decision)),
      .complete(new("program", .program, program)),
      .complete(new("program", .program, program.merging(["institution_recognized": .flag(true)]) { $1 })),
    ]
    if evidence.completeThrough[.decision] == nil { all.append(.close(.decision)) }
    for record in evidence.records(of: .program) {
      all += openings(
        record,
        ["award": .word("certificate"), "academic_hours": .number(560), "institution_recognized": .flag(true)])
      let graduated = field("program.graduated")
      if record["graduated"] == .unknown { all.append(.happen(recordID: record.id, graduated, today)) }
      if record["graduated"] == .never { all.append(.happen(recordID: record.id, graduated, today.next)) }
    }
    if let person = evidence.records(of: .person).first {
      all += openings(person, ["age": .word("18-or-over")])
    } else {
      all.append(.complete(new("person", .person, ["age": .word("18-or-over")])))
    }
    return all
  })

// MARK: - Sitting: waits, an event whose window opens later, a card that may run out meanwhile

private let failed = records(.attempt, ["of": ["t/exam"], "result": ["failed"]])
private let card = records(.card, ["type": ["cpr", "bls"]])

private let sitting = SmallBook(
  rule: "t/sitting",
  book: {
    let make = BookMaker()
    make.rule("t/sitting") {
      $0.all(
        nil, $0.leaf(.attempts(AttemptRule(filter: failed, limit: 3, waits: [Offset(count: 30, unit: .days)]))),
        $0.holds(card, remaining: 10),
        $0.any(
          nil,
          $0.window("program.graduated", from: Offset(count: 12, unit: .monthsFromEvent), through: nil),
          $0.all(nil, $0.isTrue("program.competencies_met"), $0.atLeast("program.injections", 30))))
    }
    return make.book
  }(),
  person: { random in
    func pick(_ values: FactValue...) -> FactValue { values.randomElement(using: &random) ?? .unknown }
    var list = [
      EvidenceRecord(
        id: "p", kind: .program,
        values: [
          "graduated": pick(
            .unknown, .never, .on(day("2026-03-01")), .on(day("2020-03-01")), .expected(day("2027-01-01"))),
          "competencies_met": pick(.unknown, .flag(true), .flag(false)),
          "injections": pick(.unknown, .number(12), .number(30)),
        ])
    ]
    for i in 0..<Int.random(in: 0...3, using: &random) {
      list.append(
        EvidenceRecord(
          id: "a\(i)", kind: .attempt,
          values: [
            "of": .word("t/exam"), "result": pick(.unknown, .word("failed"), .word("failed"), .word("passed")),
            "date": .on(today.adding(days: -Int.random(in: 1...60, using: &random))),
          ]))
    }
    if Bool.random(using: &random) {
      list.append(
        EvidenceRecord(
          id: "c", kind: .card,
          values: [
            "type": pick(.word("cpr"), .word("bls")), "issued": .on(day("2025-01-01")),
            "expires": pick(.unknown, .on(today.adding(days: 20)), .on(day("2028-01-01"))),
          ]))
    }
    var open: Set<EvidenceKind> = []
    for kind in [EvidenceKind.attempt, .card] where Bool.random(using: &random) { open.insert(kind) }
    return Evidence(list, open: open)
  },
  universe: { evidence in
    var all: [Addition] = [
      .complete(new("card-cpr", .card, ["type": .word("cpr"), "issued": .on(today), "expires": .never]))
    ]
    if evidence.completeThrough[.attempt] == nil { all.append(.close(.attempt)) }
    for record in evidence.records {
      switch record.kind {
      case .card: all += openings(record, ["expires": .never])
      case .attempt: all += openings(record, ["result": .word("passed")])
      default:
        all += openings(
          record, ["competencies_met": .flag(true), "injections": .number(30), "graduated": .on(day("2025-11-22"))])
        let graduated = field("program.graduated")
        if record["graduated"] == .unknown { all.append(.happen(recordID: record.id, graduated, today)) }
        if record["graduated"] == .never { all.append(.happen(recordID: record.id, graduated, today.next)) }
        // A finished program's count no longer grows: adding to it does nothing and is in no smallest set.
        if record["injections"] == .number(12) {
          all.append(.add(recordID: record.id, field("program.injections"), Quantity(18)))
        }
      }
    }
    return all
  })

// MARK: - Renewing: points with minima that share entries, versions, two of three

private let learning = records(.activity)

private let renewing = SmallBook(
  rule: "t/renewing",
  book: {
    let make = BookMaker()
    make.rule("t/renewing") {
      $0.all(
        nil,
        $0.leaf(
          .points(
            PointsRule(
              filter: learning, reach: .cycle, total: Quantity(10),
              each: [.init(word: "clinical", amount: Quantity(4)), .init(word: "general", amount: Quantity(2))],
              approved: .init(word: "aama", amount: Quantity(5)), unit: "points"))),
        $0.versions(
          by: .day,
          (
            .from(day("2020-01-01"), until: day("2026-12-31")),
            $0.atLeast(2, $0.entries(transcript), $0.entries(records(.fee)), $0.isTrue("person.aama_member"))
          ),
          (.from(day("2027-01-01"), until: nil), $0.entries(records(.fee)))))
    }
    return make.book
  }(),
  person: { random in
    func pick(_ values: FactValue...) -> FactValue { values.randomElement(using: &random) ?? .unknown }
    var list = [
      EvidenceRecord(id: "me", kind: .person, values: ["aama_member": pick(.unknown, .flag(true), .flag(false))])
    ]
    for i in 0..<Int.random(in: 0...3, using: &random) {
      list.append(
        EvidenceRecord(
          id: "ce\(i)", kind: .activity,
          values: [
            "date": .on(day("2026-01-01")), "amount": .number(Int.random(in: 1...5, using: &random)),
            "category": pick(.word("clinical"), .word("general")), "approved_by": pick(.word("aama"), .word("none")),
          ]))
    }
    if Int.random(in: 0...2, using: &random) == 0 {
      list.append(EvidenceRecord(id: "f", kind: .fee, values: ["date": .on(day("2026-01-01"))]))
    }
    var open: Set<EvidenceKind> = []
    for kind in [EvidenceKind.activity, .fee] where Bool.random(using: &random) { open.insert(kind) }
    return Evidence(list, open: open)
  },
  universe: { evidence in
    var all: [Addition] = [
      .complete(
        new("document-official-transcript", .document, ["type": .word("official-transcript"), "date": .on(today)])),
      .complete(new("fee", .fee, ["date": .on(today)])),
    ]
    for person in evidence.records(of: .person) { all += openings(person, ["aama_member": .flag(true)]) }
    return all + [missingPoints(evidence)].compactMap { $0 }
  })

/// The vector of missing points, worked out on its own: 4 clinical, 2 general, 10 in all, 5 of them approved.
private func missingPoints(_ evidence: Evidence) -> Addition? {
  var (total, clinical, general, approved) = (0, 0, 0, 0)
  for record in evidence.records(of: .activity) {
    guard case .amount(let low, _) = record["amount"] else { continue }
    let points = low.hundredths / 100
    total += points
    if record["category"] == .word("clinical") { clinical += points } else { general += points }
    if record["approved_by"] == .word("aama") { approved += points }
  }
  var needs = [("clinical", max(0, 4 - clinical)), ("general", max(0, 2 - general))]
  let rest = max(0, 10 - total - needs[0].1 - needs[1].1)
  var byBody = max(0, 5 - approved)
  needs.append(("clinical", max(rest, byBody - needs[0].1 - needs[1].1)))
  var list: [EvidenceRecord] = []
  for (category, amount) in needs {
    let split = min(amount, byBody)
    byBody -= split
    for (part, approver) in [(split, "aama"), (amount - split, "none")] where part > 0 {
      let id = "activity-\(category)-\(approver)" + (list.isEmpty ? "" : "-\(list.count + 1)")
      list.append(
        new(
          id, .activity,
          [
            "date": .on(today), "amount": .number(part), "category": .word(category), "approved_by": .word(approver),
          ]))
    }
  }
  return list.isEmpty ? nil : list.count == 1 ? .complete(list[0]) : .completeTogether(list)
}
