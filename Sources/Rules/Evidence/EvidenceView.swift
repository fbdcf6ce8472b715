public import Vocabulary

/// Evidence as it stands for one question: what was known by `knownOn`, with expected facts settled by `asOf`.
///
/// A day is always an interval here. Never happened: `distantFuture` alone. Nobody said: open towards `distantFuture`.
/// An expected day counts while it lies after `asOf`; once it has passed without confirmation it is a question.
struct EvidenceView: Sendable {
  let asOf: CivilDate
  /// Records by kind, in `EvidenceKind` order.
  let byKind: [[SettledRecord]]
  /// By kind: the day through which the list is complete; nil: open.
  let completeThrough: [CivilDate?]
  /// Decisions about something, by the rule in whose address it stands.
  private let decisionsByRule: [(rule: String, records: [SettledRecord])]
  var decisions: Bool { !decisionsByRule.isEmpty }

  init(_ evidence: Evidence, asOf: CivilDate, knownOn: CivilDate?) {
    self.asOf = asOf
    var byKind = [[SettledRecord]](repeating: [], count: EvidenceKind.allCases.count)
    for record in evidence.records where knownOn == nil || (record.recorded ?? .distantPast) <= knownOn! {
      byKind[record.kind.index].append(SettledRecord(record.settled(asOf: asOf)))
    }
    self.byKind = byKind
    var completeThrough = [CivilDate?](repeating: nil, count: byKind.count)
    for (kind, day) in evidence.completeThrough { completeThrough[kind.index] = day }
    self.completeThrough = completeThrough
    var decisions: [(rule: String, records: [SettledRecord])] = []
    for record in byKind[EvidenceKind.decision.index] {
      guard case .word(let about) = record.values[DecisionSlot.about] else { continue }
      let rule = String(about.beforeHash)
      if let i = decisions.firstIndex(where: { $0.rule == rule }) {
        decisions[i].records.append(record)
      } else {
        decisions.append((rule, [record]))
      }
    }
    decisionsByRule = decisions
  }

  /// The decisions about something in a rule: few people have any.
  func decisions(in rule: String) -> [SettledRecord] {
    decisionsByRule.first { $0.rule == rule }?.records ?? []
  }

  @inline(__always)
  func records(_ kind: EvidenceKind) -> [SettledRecord] { byKind[kind.index] }

  /// Days on which a further record of the kind may exist that nobody told us of; nil: none.
  func unlisted(_ kind: EvidenceKind) -> DayInterval? {
    guard let through = completeThrough[kind.index] else { return .always }
    return through >= asOf ? nil : DayInterval(through.next, .distantFuture)
  }
}

extension String {
  /// `aama/cma/eligibility` of `aama/cma/eligibility#category-4`.
  var beforeHash: Substring { utf8.firstIndex(of: UInt8(ascii: "#")).map { self[..<$0] } ?? self[...] }
}

extension EvidenceRecord {
  /// Expected days that have passed become open questions, and known orders of dates become bounds.
  func settled(asOf: CivilDate) -> EvidenceRecord {
    let expected = values.indices.filter { if case .day(_, true) = values[$0] { true } else { false } }
    // Most records stand as they are, and share their values.
    if expected.isEmpty, kind != .program { return self }
    var record = self
    for i in expected {
      guard case .day(let days, _) = values[i] else { continue }
      record.values[i] =
        days.last > asOf
        ? .day(DayInterval(max(days.first, asOf.next), days.last), expected: true)
        : .day(DayInterval(days.first, .distantFuture), expected: false)
    }
    if kind == .program { record.boundProgramDates() }
    return record
  }

  /// Enrolled <= coursework and practicum completed <= graduated: no day can come before the earliest of an earlier
  /// one, nor after the latest of a later one. Stated days that contradict that order stay as they are.
  private mutating func boundProgramDates() {
    let order = [
      (ProgramSlot.enrolled, ProgramSlot.coursework), (ProgramSlot.enrolled, ProgramSlot.practicum),
      (ProgramSlot.coursework, ProgramSlot.graduated), (ProgramSlot.practicum, ProgramSlot.graduated),
      (ProgramSlot.enrolled, ProgramSlot.graduated),
    ]
    for (earlier, later) in order {
      bound(later, from: stated(earlier)?.first ?? .distantPast, through: .distantFuture)
    }
    for (earlier, later) in order.reversed() {
      bound(earlier, from: .distantPast, through: stated(later)?.last ?? .distantFuture)
    }
  }

  private func stated(_ slot: Int) -> DayInterval? {
    if case .day(let days, _) = values[slot] { return days }
    return nil
  }

  private mutating func bound(_ slot: Int, from first: CivilDate, through last: CivilDate) {
    guard first.isFinite || last.isFinite else { return }
    switch values[slot] {
    case .unknown: values[slot] = .day(DayInterval(first, last), expected: false)
    case .day(let days, let expected):
      if let known = days.intersection(DayInterval(first, last)) { values[slot] = .day(known, expected: expected) }
    default: break
    }
  }
}

/// Slots of a program record that its order of dates needs.
enum ProgramSlot {
  static let enrolled = slot("enrolled")
  static let coursework = slot("coursework_completed")
  static let practicum = slot("practicum_completed")
  static let graduated = slot("graduated")

  private static func slot(_ name: String) -> Int {
    EvidenceKind.program.fields.first { $0.name == name }?.slot ?? 0
  }
}
