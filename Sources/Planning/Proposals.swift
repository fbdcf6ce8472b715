import Rules
import Vocabulary

/// Sets of events that may let a route be met: the person's own program completed and confirmed, or another one
/// entered; work kept up or taken up; a diploma, a card, papers.
struct Proposals {
  /// The id of a program that nobody has entered yet.
  static let newProgram = "planned-program"

  private let needs: [Need]
  private let evidence: Evidence
  private let asOf: CivilDate
  private let assumptions: PlanAssumptions

  init(_ needs: [Need], _ evidence: Evidence, asOf: CivilDate, _ assumptions: PlanAssumptions) {
    self.needs = needs
    self.evidence = evidence
    self.asOf = asOf
    self.assumptions = assumptions
  }

  /// The alternatives, each in the order in which its events are to be kept.
  var variants: [[PlannedEvent]] {
    let common = diploma
    let last = cards + documents
    var result = [common + last]
    if !programNeeds.isEmpty {
      for record in evidence.records(of: .program) { result.append(common + existing(record) + last) }
      result.append(common + entering + last)
    }
    if needs.contains(where: { if case .work = $0.content { true } else { false } }) {
      let base = result
      for jobs in [keptWork, newWork] where !jobs.isEmpty { result += base.map { $0 + jobs } }
    }
    return result
  }

  // MARK: - Programs

  private var programNeeds: [Need] { needs.filter { $0.field?.kind == .program } }

  /// The person's own program: what nobody said is to confirm, what lies ahead is to happen.
  private func existing(_ record: EvidenceRecord) -> [PlannedEvent] {
    programNeeds.compactMap { need -> PlannedEvent? in
      guard let field = need.field else { return nil }
      let stated = record.values[field.slot]
      switch need.content {
      case .value(_, let value):
        guard stated.leavesOpen(value) else { return nil }
        return fill(record.id, field, value, need, isCondition: true, ask: .school)
      case .span(_, let by):
        guard stated == .unknown else { return nil }
        let span = FactValue.Span(by: by, begins: DayInterval(.distantPast), ends: DayInterval(.distantFuture))
        return fill(record.id, field, .spans([span]), need, isCondition: true, ask: .school)
      case .day where field.name == "enrolled":
        guard stated == .unknown else { return nil }
        let known = record.values.compactMap(\.days).map(\.first).filter(\.isFinite) + [asOf]
        let begun = FactValue.day(DayInterval(.distantPast, known.min() ?? asOf), expected: false)
        return fill(record.id, field, begun, need, isCondition: true, ask: .self_)
      case .day: return completing(record, field, need)
      case .record, .card, .work: return nil
      }
    }
  }

  private func completing(_ record: EvidenceRecord, _ field: Field, _ need: Need) -> PlannedEvent? {
    guard record.values[field.slot] == .unknown || record.values[field.slot] == .never else { return nil }
    // The order of a program's dates already bounds what comes before a known graduation.
    if field.name != "graduated", record["graduated"].days != nil { return nil }
    let latest = record.values.compactMap(\.days).map(\.last).filter(\.isFinite).max() ?? asOf
    let given = assumptions.program?.last.adding(days: assumptions.delayWeeks * 7)
    let day = max(given ?? latest, latest, asOf)
    return PlannedEvent(
      .fill(record: record.id, field, .planned(day, asOf: asOf)), day: day, isDayKnown: given != nil,
      isCondition: false, ask: .school, text: need.text, reason: need.path)
  }

  /// A program to choose: every need is a criterion for choosing it.
  private var entering: [PlannedEvent] {
    let (start, end) = programDays
    var record = EvidenceRecord(id: Proposals.newProgram, kind: .program)
    record["enrolled"] = .planned(start, asOf: asOf)
    var events = [
      PlannedEvent(
        .add(record), day: start, isDayKnown: end != nil, isCondition: false, ask: .school, text: nil,
        reason: programNeeds.first?.path ?? "")
    ]
    for need in programNeeds {
      guard let field = need.field, field.name != "enrolled" else { continue }
      switch need.content {
      case .value(_, let value): events.append(fill(record.id, field, value, need, isCondition: false, ask: .school))
      case .span(_, let by):
        let span = FactValue.Span(by: by, begins: DayInterval(start), ends: DayInterval(.distantFuture))
        events.append(fill(record.id, field, .spans([span]), need, isCondition: false, ask: .school))
      case .day:
        let day = end ?? max(start, asOf.next)
        events.append(
          PlannedEvent(
            .fill(record: record.id, field, .planned(day, asOf: asOf)), day: day, isDayKnown: end != nil,
            isCondition: false, ask: .school, text: need.text, reason: need.path))
      case .record, .card, .work: break
      }
    }
    return events
  }

  /// First and last day of a program to enter; no last day where nobody gave a length that is known or follows from
  /// the hours of the rule and the hours a week of the person.
  private var programDays: (start: CivilDate, end: CivilDate?) {
    let delay = assumptions.delayWeeks * 7
    if let days = assumptions.program {
      let start = days.first > asOf ? days.first.adding(days: delay) : max(days.first, asOf)
      return (start, max(start, days.last.adding(days: delay), asOf))
    }
    let start = asOf.adding(days: delay)
    if let months = assumptions.programMonths { return (start, start.adding(months: months)) }
    guard let weekly = assumptions.hoursPerWeek, weekly > 0, let hours = ruleHours else { return (start, nil) }
    let weeks = (hours + weekly - 1) / weekly
    return (start, start.adding(days: weeks * 7))
  }

  /// The hours that the rule names for a program: all of them, or class and practice together.
  private var ruleHours: Int? {
    func hours(_ name: String) -> Int? {
      for need in programNeeds {
        if case .value(let field, .amount(let low, _)) = need.content, field.name == name {
          return low.hundredths / 100
        }
      }
      return nil
    }
    if let total = hours("total_hours") { return total }
    guard let academic = hours("academic_hours") else { return nil }
    return academic + (hours("practicum_hours") ?? 0)
  }

  // MARK: - Work

  /// Present work, taken to go on as it is.
  private var keptWork: [PlannedEvent] {
    var events: [PlannedEvent] = []
    for need in needs {
      guard case .work(let rule) = need.content else { continue }
      for record in evidence.records(of: .work) {
        let words = rule.filter.words
        guard words.allSatisfy({ record.values[$0.field.slot].admits($0.accepted) }) else { continue }
        for word in words where record.values[word.field.slot] == .unknown {
          let value = FactValue.wanted(word)
          events.append(fill(record.id, word.field, value, need, isCondition: true, ask: .employer))
        }
        if record["until"] == .unknown, let until = Field.named("work.until") {
          events.append(fill(record.id, until, .never, need, isCondition: true, ask: .self_))
        }
      }
    }
    var seen: Set<PlannedEvent.Change> = []
    return events.filter { seen.insert($0.change).inserted }
  }

  /// Work that nobody has yet: it shows the way, without a day.
  private var newWork: [PlannedEvent] {
    for need in needs {
      guard case .work(let rule) = need.content else { continue }
      var record = EvidenceRecord(id: "planned-work", kind: .work)
      record["from"] = .day(DayInterval(asOf), expected: false)
      record["until"] = .never
      if let full = rule.fullTime { record["hours_per_week"] = .amount(low: full, high: full) }
      for other in needs {
        guard case .work(let more) = other.content else { continue }
        for word in more.filter.words where record.values[word.field.slot] == .unknown {
          record.values[word.field.slot] = .wanted(word)
        }
      }
      return [
        PlannedEvent(
          .add(record), day: asOf, isDayKnown: false, isCondition: false, ask: .employer, text: need.text,
          reason: need.path)
      ]
    }
    return []
  }

  // MARK: - Diploma, card, papers

  private var diploma: [PlannedEvent] {
    let wanted = needs.filter { $0.field?.kind == .diploma }
    guard let first = wanted.first else { return [] }
    var id = "planned-diploma"
    var events: [PlannedEvent] = []
    let isOpen = (evidence.completeThrough[.diploma] ?? .distantPast) < asOf
    if let record = evidence.records(of: .diploma).first {
      id = record.id
    } else {
      events.append(
        PlannedEvent(
          .add(EvidenceRecord(id: id, kind: .diploma)), isCondition: isOpen, ask: .self_, text: first.text,
          reason: first.path))
    }
    let record = evidence.records(of: .diploma).first ?? EvidenceRecord(id: id, kind: .diploma)
    for need in wanted {
      guard let field = need.field else { continue }
      let stated = record.values[field.slot]
      switch need.content {
      case .value(_, let value):
        if stated == .unknown { events.append(fill(id, field, value, need, isCondition: isOpen, ask: .self_)) }
      case .day:
        let mayBeEarned = stated == .unknown && (isOpen || evidence.records(of: .diploma).first != nil)
        guard stated == .unknown || stated == .never else { continue }
        let given = assumptions.diplomaDay.map { max($0, asOf) }
        let day = given ?? asOf
        let value =
          mayBeEarned && given == nil
          ? FactValue.day(DayInterval(.distantPast, asOf), expected: false) : .planned(day, asOf: asOf)
        events.append(
          PlannedEvent(
            .fill(record: id, field, value), day: mayBeEarned && given == nil ? nil : day,
            isDayKnown: mayBeEarned || given != nil, isCondition: mayBeEarned && given == nil, ask: .self_,
            text: need.text, reason: need.path))
      case .span, .record, .card, .work: break
      }
    }
    return events
  }

  private var cards: [PlannedEvent] {
    for need in needs {
      guard case .card(let holding) = need.content else { continue }
      var record = EvidenceRecord(id: "planned-card", kind: holding.filter.kind)
      for word in holding.filter.words { record.values[word.field.slot] = .wanted(word) }
      record.values[holding.begins.slot] = .day(DayInterval(asOf), expected: false)
      record.values[holding.ends.slot] = .never
      return [
        PlannedEvent(.add(record), day: asOf, isCondition: false, ask: .self_, text: need.text, reason: need.path)
      ]
    }
    return []
  }

  private var documents: [PlannedEvent] {
    needs.enumerated().compactMap { number, need -> PlannedEvent? in
      guard case .record(let filter) = need.content, filter.kind == .document else { return nil }
      return Proposals.record(filter, on: asOf, asOf: asOf, id: "planned-document-\(number)", need)
    }
  }

  /// A new record that passes a filter, on a day.
  static func record(
    _ filter: RecordFilter, on day: CivilDate, isDayKnown: Bool = true, asOf: CivilDate, id: String, _ need: Need
  ) -> PlannedEvent {
    var record = EvidenceRecord(id: id, kind: filter.kind, grade: filter.kind == .decision ? .issuer : .selfReported)
    for word in filter.words { record.values[word.field.slot] = .wanted(word) }
    record["date"] = .planned(day, asOf: asOf)
    return PlannedEvent(
      .add(record), day: day, isDayKnown: isDayKnown, isCondition: false,
      ask: filter.kind == .decision ? .body : .school,
      text: need.text, reason: need.path)
  }

  private func fill(
    _ id: String, _ field: Field, _ value: FactValue, _ need: Need, isCondition: Bool, ask: Ask
  ) -> PlannedEvent {
    PlannedEvent(
      .fill(record: id, field, value), isCondition: isCondition, ask: ask, text: need.text, reason: need.path)
  }
}

extension FactValue {
  /// Whether this value, as far as it is stated, may turn out to be the other one.
  fileprivate func leavesOpen(_ wanted: FactValue) -> Bool {
    switch (self, wanted) {
    case (.unknown, _): true
    case (.amount(let low, let high), .amount(let need, _)): low < need && need <= high
    default: false
    }
  }

  fileprivate func admits(_ accepted: Set<String>) -> Bool {
    switch self {
    case .unknown: true
    case .word(let word): accepted.contains(word)
    case .flag(let flag): accepted.contains(flag ? "true" : "false")
    case .never, .day, .amount, .words, .spans: false
    }
  }

  /// The first accepted word of a condition, in the order of the vocabulary.
  fileprivate static func wanted(_ condition: RecordFilter.Condition) -> FactValue {
    switch condition.field.content {
    case .flag: return .flag(condition.accepted.contains("true"))
    case .choice(let words): return .word(words.first(where: condition.accepted.contains) ?? "")
    case .day, .amount, .set, .name, .spans: return .word(condition.accepted.sorted().first ?? "")
    }
  }
}
