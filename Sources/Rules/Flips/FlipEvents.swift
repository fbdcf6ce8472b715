import Vocabulary

extension FlipWalk {
  /// That an event falls on one of the days.
  func event(_ event: Event, in days: DayInterval, _ scope: Scope) -> Drafts {
    switch event {
    case .field(let field): return self.day(of: field, in: days, scope)
    case .latestOf(let events):
      return parts(events, in: DayInterval(.distantPast, days.last), scope).reduce(.nothingNeeded) { $0.and($1, limit) }
    case .earliestOf(let events):
      return parts(events, in: days, scope).reduce(.nothingHelps) { $0.or($1, limit) }
    case .first(let filter, let field), .last(let filter, let field), .nth(_, let filter, let field):
      return added(filter, [field: Need.day(days)])
    case .lifeStart(let id), .lifeExpiry(let id): return certification(id)
    case .day: return .nothingHelps
    }
  }

  /// Each of several events that is still open; those that are known need nothing.
  private func parts(_ events: [Event], in days: DayInterval, _ scope: Scope) -> [Drafts] {
    events.compactMap { event in
      let known = evaluator.days(of: event, scope).points[0].value
      return known.isExact && known.first.isFinite ? nil : self.event(event, in: days, scope)
    }
  }

  /// A day for a field that has none: within what the order of the record's dates allows, and never before what was
  /// said of it.
  private func day(of field: Field, in days: DayInterval, _ scope: Scope) -> Drafts {
    guard let record = stated(field.kind, scope), let view = evaluator.record(field.kind, scope) else {
      return .nothingHelps
    }
    let isNew = blanks.contains(record.id)
    var possible = view.days(field.slot)
    switch record.values[field.slot] {
    case .unknown:
      // A record that a complete list does not have is still to come about.
      if isNew, evaluator.view.unlisted(field.kind) == nil { possible = DayInterval(asOf, .distantFuture) }
    case .never: possible = DayInterval(asOf.next, .distantFuture)
    case .day(let stated, true) where stated.last <= asOf: possible = DayInterval(asOf, .distantFuture)
    default: return .nothingHelps
    }
    guard let open = possible.intersection(days) else { return .nothingHelps }
    return Drafts(Slot(record: record.id, field: field, isNew: isNew), .day(open))
  }

  /// A day in the window now, or an event still to come whose window opens later.
  func window(_ window: Window, _ scope: Scope, _ day: CivilDate) -> Drafts {
    let first = window.upper.map { offset in bisect(day) { offset.bound(from: $0) >= day } } ?? .distantPast
    let last = window.lower.map { offset in bisect(day) { offset.begin(from: $0) > day }.previous } ?? .distantFuture
    let now = first <= last ? event(window.event, in: DayInterval(first, last), scope) : .nothingHelps
    let coming = event(window.event, in: DayInterval(asOf, .distantFuture), scope)
    return now.or(last < asOf ? coming.later : coming, limit)
  }

  /// The first day near another on which a condition that stays true becomes true.
  private func bisect(_ day: CivilDate, _ condition: (CivilDate) -> Bool) -> CivilDate {
    var low = day.adding(days: -40_000)
    var high = day.adding(days: 40_000)
    if condition(low) { return .distantPast }
    if !condition(high) { return .distantFuture }
    while low.days(to: high) > 1 {
      let middle = low.adding(days: low.days(to: high) / 2)
      if condition(middle) { high = middle } else { low = middle }
    }
    return high
  }
}
