import Rules
import Vocabulary

private let today = SmallBook.today
private let transcript = records(.document, ["type": ["official-transcript"]])
private let learning = records(.activity)

/// Renewing: points with minima that share entries, versions, two of three.
let renewing = SmallBook(
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
