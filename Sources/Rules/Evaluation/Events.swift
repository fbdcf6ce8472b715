import Vocabulary

extension Evaluator {
  /// A timeline that hangs on an event whose day may change along the axis: one piece a value of the event.
  func piecewise(
    _ event: Event, _ scope: Scope, _ make: (DayInterval) -> Timeline<Finding>
  ) -> Timeline<Finding> {
    let moving = days(of: event, scope)
    if moving.isConstant { return make(moving.points[0].value) }
    return Timeline.splice(moving.points.map { ($0.day, make($0.value)) })
  }

  /// The day of an event, for every day asked about. Never: `distantFuture` alone. Nobody said: open at the end.
  func days(of event: Event, _ scope: Scope) -> Timeline<DayInterval> {
    switch event {
    case .field(let field): return Timeline(record(field.kind, scope)?.days(field.slot) ?? .always)
    case .day(let day): return Timeline(DayInterval(day))
    case .latestOf(let events):
      return merged(events, scope) { DayInterval(max($0.first, $1.first), max($0.last, $1.last)) }
    case .earliestOf(let events):
      return merged(events, scope) { DayInterval(min($0.first, $1.first), min($0.last, $1.last)) }
    case .first(let filter, let field): return Timeline(nth(1, filter, field))
    case .nth(let n, let filter, let field): return Timeline(nth(n, filter, field))
    case .last(let filter, let field): return last(filter, field)
    case .lifeStart(let id): return life(id).map(\.start)
    case .lifeExpiry(let id): return life(id).map(\.expiry)
    }
  }

  private func merged(
    _ events: [Event], _ scope: Scope, _ combine: (DayInterval, DayInterval) -> DayInterval
  ) -> Timeline<DayInterval> {
    var result = days(of: events[0], scope)
    for event in events.dropFirst() { result = result.combined(with: days(of: event, scope), combine) }
    return result
  }

  /// The bound record of a kind, or the only one there is.
  func record(_ kind: EvidenceKind, _ scope: Scope) -> SettledRecord? {
    if scope.kind == kind { return view.byKind[kind.index][Int(scope.record)] }
    return view.byKind[kind.index].first
  }

  /// The nth record by day among those that pass; an unlisted one may come before.
  private func nth(_ n: Int, _ filter: RecordFilter, _ field: Field) -> DayInterval {
    let sure = matching(filter).filter { $0.match == .yes }.map { $0.record.days(field.slot) }
      .sorted { $0.last < $1.last }
    let possible = matching(filter).map { $0.record.days(field.slot) }.sorted { $0.first < $1.first }
    var first = n <= possible.count ? possible[n - 1].first : .distantFuture
    if let unlisted = view.unlisted(filter.kind) { first = min(first, unlisted.first) }
    return DayInterval(first, n <= sure.count ? sure[n - 1].last : .distantFuture)
  }

  /// The latest record so far: no earlier than any that has surely happened, no later than any that may have, and
  /// without an end where there may be one that nobody listed. Before the first one it has not happened.
  private func last(_ filter: RecordFilter, _ field: Field) -> Timeline<DayInterval> {
    let records = matching(filter).map { (days: $0.record.days(field.slot), isSure: $0.match == .yes) }
      .filter { $0.days.first != .distantFuture }
    let unlisted = view.unlisted(filter.kind)?.first
    let sure = records.filter(\.isSure).map(\.days).sorted { $0.last < $1.last }
    let possible = records.map(\.days).sorted { $0.first < $1.first }
    var sureCount = 0
    var possibleCount = 0
    var latestSure: CivilDate?
    var latestPossible: CivilDate?
    // Asked for one day after another.
    func latest(on day: CivilDate) -> DayInterval {
      while sureCount < sure.count, sure[sureCount].last <= day {
        latestSure = max(latestSure ?? .distantPast, sure[sureCount].first)
        sureCount += 1
      }
      while possibleCount < possible.count, possible[possibleCount].first <= day {
        latestPossible = max(latestPossible ?? .distantPast, possible[possibleCount].last)
        possibleCount += 1
      }
      let isOpen = unlisted.map { $0 <= day } ?? false
      guard let first = latestSure else {
        // None may have happened: then the distant future is among the days.
        let earliest = (possibleCount > 0 ? [possible[0].first] : []) + (isOpen ? [unlisted ?? day] : [])
        return earliest.min().map { DayInterval($0, .distantFuture) } ?? DayInterval(.distantFuture)
      }
      return DayInterval(first, isOpen ? .distantFuture : latestPossible ?? first)
    }
    var steps = Set(records.flatMap { [$0.days.first, $0.days.last] }.filter(\.isFinite))
    if let unlisted, unlisted.isFinite { steps.insert(unlisted) }
    var result = Timeline(latest(on: .distantPast))
    for day in steps.sorted() { result.set(latest(on: day), from: day) }
    return result
  }

  enum Match { case yes, maybe }

  /// The records of the filter's kind that pass it, or may.
  func matching(_ filter: RecordFilter) -> [(record: SettledRecord, match: Match)] {
    var result: [(record: SettledRecord, match: Match)] = []
    if view.records(filter.kind).isEmpty { return result }
    for record in view.records(filter.kind) {
      if let match = match(record, filter) { result.append((record, match)) }
    }
    return result
  }

  private func match(_ record: SettledRecord, _ filter: RecordFilter) -> Match? {
    var match = Match.yes
    for condition in filter.words {
      switch record.values[condition.field.slot] {
      case .word(let word): if !condition.accepted.has(word) { return nil }
      case .flag(let flag): if !condition.accepted.has(flag ? "true" : "false") { return nil }
      case .unknown: match = .maybe
      default: return nil
      }
    }
    return match
  }
}
