import Rules
import Vocabulary

private let today = SmallBook.today
private let failed = records(.attempt, ["of": ["t/exam"], "result": ["failed"]])
private let card = records(.card, ["type": ["cpr", "bls"]])

/// Sitting: waits, an event whose window opens later, a card that may run out meanwhile.
let sitting = SmallBook(
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
