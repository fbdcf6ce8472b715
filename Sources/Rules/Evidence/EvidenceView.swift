public import Vocabulary

/// Evidence as it stands for one question: what was known by `knownOn`, with expected facts settled by `asOf`.
///
/// A day is always an interval here. Never happened: `distantFuture` alone. Nobody said: open towards `distantFuture`.
/// An expected day counts while it lies after `asOf`; once it has passed without confirmation it is a question.
struct EvidenceView: Sendable {
  let asOf: CivilDate
  /// Records by kind, in `EvidenceKind` order.
  let byKind: [[EvidenceRecord]]
  /// By kind: the day through which the list is complete; nil: open.
  let completeThrough: [CivilDate?]
  let decisions: Bool

  init(_ evidence: Evidence, asOf: CivilDate, knownOn: CivilDate?) {
    self.asOf = asOf
    var byKind = [[EvidenceRecord]](repeating: [], count: EvidenceKind.allCases.count)
    for record in evidence.records where knownOn == nil || (record.recorded ?? .distantPast) <= knownOn! {
      byKind[record.kind.index].append(record.settled(asOf: asOf))
    }
    self.byKind = byKind
    completeThrough = EvidenceKind.allCases.map { evidence.completeThrough[$0] }
    decisions = !byKind[EvidenceKind.decision.index].isEmpty
  }

  @inline(__always)
  func records(_ kind: EvidenceKind) -> [EvidenceRecord] { byKind[kind.index] }

  /// Days on which a further record of the kind may exist that nobody told us of; nil: none.
  func unlisted(_ kind: EvidenceKind) -> DayInterval? {
    guard let through = completeThrough[kind.index] else { return .always }
    return through >= asOf ? nil : DayInterval(through.next, .distantFuture)
  }
}

extension EvidenceRecord {
  /// Expected days that have passed become open questions, and known orders of dates become bounds.
  func settled(asOf: CivilDate) -> EvidenceRecord {
    var record = self
    for i in values.indices {
      if case .day(let days, true) = values[i] {
        record.values[i] =
          days.last > asOf
          ? .day(DayInterval(max(days.first, asOf.next), days.last), expected: true)
          : .day(DayInterval(days.first, .distantFuture), expected: false)
      }
    }
    if kind == .program { record.boundProgramDates() }
    return record
  }

  /// Enrolled <= coursework and practicum completed <= graduated: a later date that nobody gave cannot come before
  /// an earlier one that somebody did.
  private mutating func boundProgramDates() {
    let enrolled = earliest(ProgramSlot.enrolled)
    for slot in [ProgramSlot.coursework, ProgramSlot.practicum] where values[slot] == .unknown && enrolled.isFinite {
      values[slot] = .day(DayInterval(enrolled, .distantFuture), expected: false)
    }
    let done = max(earliest(ProgramSlot.coursework), earliest(ProgramSlot.practicum), enrolled)
    if values[ProgramSlot.graduated] == .unknown, done.isFinite {
      values[ProgramSlot.graduated] = .day(DayInterval(done, .distantFuture), expected: false)
    }
    // Whoever has graduated had completed both by then.
    if case .day(let days, _) = values[ProgramSlot.graduated], days.last.isFinite {
      for slot in [ProgramSlot.coursework, ProgramSlot.practicum] {
        switch values[slot] {
        case .unknown: values[slot] = .day(DayInterval(.distantPast, days.last), expected: false)
        case .day(let known, _) where known.last > days.last && known.first <= days.last:
          values[slot] = .day(DayInterval(known.first, days.last), expected: false)
        default: break
        }
      }
    }
  }

  private func earliest(_ slot: Int) -> CivilDate {
    if case .day(let days, _) = values[slot] { return days.first }
    return .distantPast
  }

  /// A date field as an interval.
  @inline(__always)
  func days(_ slot: Int) -> DayInterval {
    switch values[slot] {
    case .day(let days, _): days
    case .never: DayInterval(.distantFuture)
    default: .always
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
