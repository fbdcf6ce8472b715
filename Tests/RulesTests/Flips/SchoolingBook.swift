import Rules
import Vocabulary

private let today = SmallBook.today
private let sanction = records(.decision, ["about": ["sanction"], "outcome": ["refused"]])
private let waiver = records(.decision, ["about": ["sanction"], "outcome": ["waived"]])
private let transcript = records(.document, ["type": ["official-transcript"]])

/// Schooling: one program, a choice inside it, a person, a sanction that can be waived.
let schooling = SmallBook(
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
