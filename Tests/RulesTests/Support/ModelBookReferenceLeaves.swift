import Rules
import Vocabulary

extension DayByDay {
  /// The day of a fact; nil when it has not happened or nobody said.
  func exact(_ value: FactValue) -> CivilDate? {
    if case .day(let days, _) = value { return days.first }
    return nil
  }

  private func record(_ kind: EvidenceKind, _ context: Context) -> EvidenceRecord? {
    context.records[kind] ?? evidence.records(of: kind).first
  }

  private func passes(_ record: EvidenceRecord, _ filter: RecordFilter) -> Bool {
    filter.words.allSatisfy { condition in
      switch record.values[condition.field.slot] {
      case .word(let word): condition.accepted.contains(word)
      case .flag(let flag): condition.accepted.contains(String(flag))
      default: false
      }
    }
  }

  private func records(_ filter: RecordFilter) -> [EvidenceRecord] {
    evidence.records(of: filter.kind).filter { passes($0, filter) }
  }

  /// The day of an event as it stands on a day; the distant future when it has not happened.
  func day(of event: Event, on day: CivilDate, _ context: Context) -> CivilDate {
    switch event {
    case .field(let field):
      return record(field.kind, context).flatMap { exact($0.values[field.slot]) } ?? .distantFuture
    case .latestOf(let events): return events.map { self.day(of: $0, on: day, context) }.max() ?? .distantFuture
    case .earliestOf(let events): return events.map { self.day(of: $0, on: day, context) }.min() ?? .distantFuture
    case .first(let filter, let field): return listed(filter, field).first ?? .distantFuture
    case .nth(let n, let filter, let field):
      let days = listed(filter, field)
      return n <= days.count ? days[n - 1] : .distantFuture
    case .last(let filter, let field): return listed(filter, field).last { $0 <= day } ?? .distantFuture
    case .day(let day): return day
    case .lifeStart(let id): return life(id, on: day).start
    case .lifeExpiry(let id): return life(id, on: day).expiry.first
    }
  }

  private func listed(_ filter: RecordFilter, _ field: Field) -> [CivilDate] {
    records(filter).compactMap { exact($0.values[field.slot]) }.sorted()
  }

  // MARK: - Leaves

  func leaf(_ leaf: Leaf, _ requirement: Requirement, _ day: CivilDate, _ context: Context) -> Bool? {
    switch leaf {
    case .isOneOf(let field, let accepted):
      switch record(field.kind, context)?.values[field.slot] {
      case .word(let word): return accepted.contains(word)
      case .words(let words): return !words.isDisjoint(with: accepted)
      case .never: return false
      default: return nil
      }
    case .isTrue(let field, let wanted):
      if case .flag(let flag) = record(field.kind, context)?.values[field.slot] { return flag == wanted }
      return nil
    case .atLeast(let field, let amount): return number(field, context).map { $0 >= amount }
    case .atMost(let field, let amount): return number(field, context).map { $0 <= amount }
    case .happened(let event): return self.day(of: event, on: day, context) <= day
    case .window(let window): return inside(window, day, context)
    case .related(let relation): return related(relation, day, context)
    case .holds(let holding):
      return records(holding.filter).contains { record in
        guard let begins = exact(record.values[holding.begins.slot]) else { return false }
        let ends = exact(record.values[holding.ends.slot]) ?? .distantFuture
        return begins <= day && day.adding(days: holding.remainingDays) <= ends
      }
    case .points(let rule): return points(rule, day, context)
    case .worked(let rule): return worked(rule, day, context)
    case .attempts(let rule):
      let failures = listed(rule.filter, field("attempt.date")).filter { $0 < day }
      if let limit = rule.limit, failures.count >= limit { return false }
      return rule.waits.isEmpty
        || zip(failures.indices, failures).allSatisfy { i, failed in
          Self.hasPassed(rule.waits[min(i, rule.waits.count - 1)], since: failed, on: day)
        }
    case .eachCycle(let rule): return eachCycle(rule, day, context)
    case .entries(let rule):
      let reach = rule.reach == .cycle ? context.cycle ?? .always : .always
      return listed(rule.filter, rule.day).filter { $0 <= day && reach.contains($0) }.count >= rule.atLeast
    case .life(let id, let stages):
      let life = life(id, on: day)
      if life.isUncovered || day > life.expiry.first && day <= life.expiry.last && life.stage == .current { return nil }
      return stages.contains(life.stage)
    case .none(let filter):
      return !records(filter).contains { record in
        guard let dated = filter.kind.fields.first(where: { $0.content == .day }) else { return true }
        guard let on = exact(record.values[dated.slot]) else { return false }
        return filter.kind == .attempt ? on < day : on <= day
      }
    case .notKnown: return nil
    case .unconditional: return true
    case .prohibited: return false
    // `SeasonModelTests` has a model of its own.
    case .inSeason: return nil
    }
  }

  private func number(_ field: Field, _ context: Context) -> Quantity? {
    switch record(field.kind, context)?.values[field.slot] {
    case .amount(let low, let high): low == high ? low : nil
    case .never: .zero
    default: nil
    }
  }

  /// Whether an offset has passed: the day it names or later.
  static func hasPassed(_ offset: Offset, since event: CivilDate, on day: CivilDate) -> Bool {
    guard event.isFinite else { return event < day }
    if offset.extraDays > 0 { return !isWithin(Offset(count: offset.count, unit: offset.unit), of: event, on: day) }
    switch offset.unit {
    case .days: return event.days(to: day) >= offset.count
    case .monthsFromEvent: return day >= event.adding(months: offset.count)
    case .monthsFromDay: return day.adding(months: -offset.count) >= event
    case .monthsToEndOfMonth: return day >= event.addingToEndOfMonth(months: offset.count)
    }
  }

  /// Whether an offset is not exceeded: the day it names or earlier.
  static func isWithin(_ offset: Offset, of event: CivilDate, on day: CivilDate) -> Bool {
    guard event.isFinite else { return day <= event }
    switch offset.unit {
    case .days: return event.days(to: day) <= offset.count
    case .monthsFromEvent: return day <= event.adding(months: offset.count)
    case .monthsFromDay: return day.adding(months: -offset.count) <= event
    case .monthsToEndOfMonth: return day <= event.addingToEndOfMonth(months: offset.count)
    }
  }

  private func inside(_ window: Window, _ day: CivilDate, _ context: Context) -> Bool? {
    if case .lifeExpiry(let id) = window.event {
      let life = life(id, on: day)
      if life.isUncovered { return nil }
      let both = [life.expiry.first, life.expiry.last].map { inside(window, $0, day) }
      return both[0] == both[1] ? both[0] : nil
    }
    return inside(window, self.day(of: window.event, on: day, context), day)
  }

  private func inside(_ window: Window, _ event: CivilDate, _ day: CivilDate) -> Bool {
    (window.lower.map { Self.hasPassed($0, since: event, on: day) } ?? true)
      && (window.upper.map { Self.isWithin($0, of: event, on: day) } ?? true)
  }

  private func related(_ relation: Relation, _ day: CivilDate, _ context: Context) -> Bool? {
    func spans(_ field: Field, _ by: Set<String>) -> [(begin: CivilDate, end: CivilDate)] {
      guard case .spans(let spans) = record(field.kind, context)?.values[field.slot] else { return [] }
      return spans.filter { by.contains($0.by) }.map { ($0.begins.first, $0.ends.first) }
    }
    switch relation {
    case .spanOverlaps(let field, let by, let begin, let end):
      let from = self.day(of: begin, on: day, context)
      let until = self.day(of: end, on: day, context)
      return spans(field, by).contains { max($0.begin, from) <= min($0.end, until) && max($0.begin, from) <= day }
    case .spanBeginsWithin(let field, let by, let months, let event, let fromSpan):
      let on = self.day(of: event, on: day, context)
      guard on.isFinite else { return false }
      return spans(field, by).contains { span in
        let isClose = fromSpan ? span.begin.adding(months: -months) <= on : span.begin <= on.adding(months: months)
        return on <= span.begin && isClose && span.begin <= day
      }
    case .later(let event, let than):
      let a = self.day(of: event, on: day, context)
      return a.isFinite && a <= day && a > self.day(of: than, on: day, context)
    }
  }

  private func worked(_ rule: WorkRule, _ day: CivilDate, _ context: Context) -> Bool? {
    var from: CivilDate
    switch rule.since {
    case .lastMonths(let months): from = day.adding(months: -months).next
    case .event(let event): from = self.day(of: event, on: day, context)
    case .ever: from = .distantPast
    }
    var stretches: [(first: CivilDate, last: CivilDate, weekly: Int)] = []
    for record in records(rule.filter) {
      guard let begin = exact(record["from"]), case .amount(let hours, _) = record["hours_per_week"] else { continue }
      if let fullTime = rule.fullTime, hours < fullTime { continue }
      let first = max(begin, from)
      let last = min(exact(record["until"]) ?? .distantFuture, day)
      if first <= last { stretches.append((first, last, hours.hundredths)) }
    }
    switch rule.need {
    case .hours(let needed):
      return stretches.reduce(0) { $0 + $1.weekly * ($1.first.days(to: $1.last) + 1) } >= needed.hundredths * 7
    case .years(let years):
      var total = 0
      from = .distantPast
      for stretch in stretches.sorted(by: { $0.first < $1.first }) where stretch.last > from {
        total += max(stretch.first, from.isFinite ? from.next : stretch.first).days(to: stretch.last) + 1
        from = stretch.last
      }
      return Self.same([total >= 365 * years, total >= 366 * years])
    }
  }
}
