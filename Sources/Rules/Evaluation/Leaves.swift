import Vocabulary

extension Evaluator {
  /// One leaf's timeline.
  func leaf(_ leaf: Leaf, _ scope: Scope) -> Timeline<Finding> {
    switch leaf {
    case .isOneOf(let field, let accepted): isOneOf(field, accepted, scope)
    case .isTrue(let field, let wanted): isTrue(field, wanted, scope)
    case .atLeast(let field, let amount):
      compare(field, scope) { low, high in
        low >= amount ? .met : high < amount ? .notMet : .undetermined
      }
    case .atMost(let field, let amount):
      compare(field, scope) { low, high in
        high <= amount ? .met : low > amount ? .notMet : .undetermined
      }
    case .happened(let event): happened(event, scope)
    case .window(let window): self.window(window, scope)
    case .related(let relation): related(relation, scope)
    case .holds(let holding): holds(holding)
    case .points(let rule): points(rule, scope)
    case .worked(let rule): worked(rule, scope)
    case .attempts(let rule): attempts(rule)
    case .eachCycle(let rule): eachCycle(rule, scope)
    case .entries(let rule): entries(rule, scope)
    case .life(let id, let stages): lifeIs(id, stages)
    case .none(let filter): none(filter)
    case .inSeason(let season): inSeason(season)
    case .notKnown: Timeline(Finding(.notCovered))
    case .unconditional: Timeline(Finding(.met))
    case .prohibited: Timeline(Finding(.notMet))
    }
  }

  /// A finding on the evidence of one record.
  func finding(_ verdict: Verdict, _ record: SettledRecord?) -> Finding {
    Finding(verdict, evidence: record?.grade ?? .issuer)
  }

  private func isOneOf(_ field: Field, _ accepted: Set<String>, _ scope: Scope) -> Timeline<Finding> {
    guard let record = record(field.kind, scope) else { return Timeline(Finding(.undetermined)) }
    let verdict: Verdict =
      switch record.values[field.slot] {
      case .word(let word): accepted.has(word) ? .met : .notMet
      case .words(let words): words.isDisjoint(with: accepted) ? .notMet : .met
      case .never: .notMet
      default: .undetermined
      }
    return Timeline(finding(verdict, record))
  }

  private func isTrue(_ field: Field, _ wanted: Bool, _ scope: Scope) -> Timeline<Finding> {
    guard let record = record(field.kind, scope) else { return Timeline(Finding(.undetermined)) }
    guard case .flag(let flag) = record.values[field.slot] else { return Timeline(finding(.undetermined, record)) }
    return Timeline(finding(flag == wanted ? .met : .notMet, record))
  }

  private func compare(
    _ field: Field, _ scope: Scope, _ judge: (Quantity, Quantity) -> Verdict
  ) -> Timeline<Finding> {
    let record = record(field.kind, scope)
    switch record?.values[field.slot] {
    case .amount(let low, let high): return Timeline(finding(judge(low, high), record))
    case .never: return Timeline(finding(judge(.zero, .zero), record))
    default: return Timeline(finding(.undetermined, record))
    }
  }

  /// The grade of the evidence behind an event.
  func grade(of event: Event, _ scope: Scope) -> EvidenceGrade {
    switch event {
    case .field(let field): record(field.kind, scope)?.grade ?? .issuer
    case .latestOf(let events), .earliestOf(let events): events.map { grade(of: $0, scope) }.min() ?? .issuer
    case .first(let filter, _), .last(let filter, _), .nth(_, let filter, _):
      matching(filter).map(\.record.grade).min() ?? .issuer
    case .day: .issuer
    case .lifeStart(let id), .lifeExpiry(let id):
      matching(certifications(of: id)).map(\.record.grade).min() ?? .issuer
    }
  }

  private func happened(_ event: Event, _ scope: Scope) -> Timeline<Finding> {
    let grade = grade(of: event, scope)
    // The latest has happened when the first has, whatever came after it.
    let decides: Event = if case .last(let filter, let field) = event { .first(filter, field) } else { event }
    return piecewise(decides, scope) { days in
      Evaluator.between(days.first, days.last, grade)
    }
  }

  /// Not met, then undetermined from `first`, then met from `sure`.
  static func between(_ first: CivilDate, _ sure: CivilDate, _ grade: EvidenceGrade) -> Timeline<Finding> {
    var result = Timeline(
      Finding(first == .distantPast ? (sure == .distantPast ? .met : .undetermined) : .notMet, evidence: grade),
      capacity: 3)
    if first.isFinite { result.set(Finding(.undetermined, evidence: grade), from: first) }
    if sure.isFinite { result.set(Finding(.met, evidence: grade), from: sure) }
    return result
  }

  private func window(_ window: Window, _ scope: Scope) -> Timeline<Finding> {
    let grade = grade(of: window.event, scope)
    let marks = lifeMarks(window.event)
    return piecewise(window.event, scope) { days in
      Evaluator.inside(
        lower: window.lower.map { offset in days.mapEnds { offset.begin(from: $0) } },
        upper: window.upper.map { offset in days.mapEnds { offset.bound(from: $0) } }, grade)
    }.weakened(by: marks)
  }

  /// Met on [latest begin, earliest end], not met outside [earliest begin, latest end], undetermined between.
  static func inside(lower: DayInterval?, upper: DayInterval?, _ grade: EvidenceGrade) -> Timeline<Finding> {
    let met = Finding(.met, evidence: grade)
    let open = Finding(.undetermined, evidence: grade)
    let notMet = Finding(.notMet, evidence: grade)
    let begin = lower?.first ?? .distantPast
    let surelyIn = lower?.last ?? .distantPast
    let firstEnd = upper?.first ?? .distantFuture
    let end = upper?.last ?? .distantFuture
    if begin == .distantFuture { return Timeline(notMet) }
    if end == .distantPast { return Timeline(notMet) }
    var result = Timeline(begin == .distantPast ? open : notMet, capacity: 5)
    if begin == .distantPast, surelyIn == .distantPast { result = Timeline(met, capacity: 3) }
    if begin.isFinite { result.set(open, from: begin) }
    if surelyIn.isFinite, surelyIn <= firstEnd { result.set(met, from: surelyIn) }
    if firstEnd == .distantPast {
      // The end may have passed on any day.
      if begin == .distantPast { result = Timeline(open, capacity: 2) }
    } else if firstEnd.isFinite, surelyIn <= firstEnd {
      result.set(open, from: firstEnd.next)
    }
    if end.isFinite { result.set(notMet, from: end.next) }
    return result
  }

  private func related(_ relation: Relation, _ scope: Scope) -> Timeline<Finding> {
    switch relation {
    case .spanOverlaps(let field, let by, let begin, let end):
      guard let record = record(field.kind, scope) else { return Timeline(Finding(.undetermined)) }
      return pairwise(begin, end, scope) { from, until in
        self.spans(record, field, by) { span in
          // Both begin on or before a day of the other: true from the later beginning. Neither ends before it begins.
          let starts = DayInterval(max(span.begins.first, from.first), max(span.begins.last, from.last))
          let possible = starts.first <= min(span.ends.last, until.last)
          let sure =
            possible && span.begins.last <= max(until.first, from.first)
            && from.last <= max(span.ends.first, span.begins.first)
          return (possible ? starts.first : .distantFuture, sure ? starts.last : .distantFuture)
        }
      }
    case .spanBeginsWithin(let field, let by, let months, let event, let fromSpan):
      guard let record = record(field.kind, scope) else { return Timeline(Finding(.undetermined)) }
      func isClose(_ span: CivilDate, _ event: CivilDate) -> Bool {
        fromSpan ? span.adding(months: -months) <= event : span <= event.adding(months: months)
      }
      return pairwise(event, event, scope) { days, _ in
        self.spans(record, field, by) { span in
          // The closest and the farthest pair of days decide.
          let possible = days.first <= span.begins.last && isClose(span.begins.first, days.last)
          let sure = days.last <= span.begins.first && isClose(span.begins.last, days.first)
          return (
            possible ? max(span.begins.first, days.first) : .distantFuture, sure ? span.begins.last : .distantFuture
          )
        }
      }
    case .later(let event, let than): return later(event, than, scope)
    }
  }

  /// One event after another.
  private func later(_ event: Event, _ than: Event, _ scope: Scope) -> Timeline<Finding> {
    let grade = min(grade(of: event, scope), grade(of: than, scope))
    return pairwise(event, than, scope) { a, b in
      let possible = a.last > b.first && b.first != .distantFuture && a.first != .distantFuture
      let sure = a.first > b.last && a.last.isFinite
      return Evaluator.between(
        possible ? max(a.first, b.first.next) : .distantFuture, sure ? a.last : .distantFuture, grade)
    }
  }

  /// A timeline that hangs on two events, each of which may move along the axis.
  private func pairwise(
    _ event: Event, _ other: Event, _ scope: Scope, _ make: (DayInterval, DayInterval) -> Timeline<Finding>
  ) -> Timeline<Finding> {
    let pairs = days(of: event, scope).combined(with: days(of: other, scope)) { DayPair(one: $0, other: $1) }
    if pairs.isConstant { return make(pairs.points[0].value.one, pairs.points[0].value.other) }
    return Timeline.splice(pairs.points.map { ($0.day, make($0.value.one, $0.value.other)) })
  }

  private struct DayPair: Sendable, Equatable {
    let one: DayInterval
    let other: DayInterval
  }

  /// The best over the spans of a field; an unknown field leaves the question open.
  private func spans(
    _ record: SettledRecord, _ field: Field, _ by: Set<String>,
    _ judge: (FactValue.Span) -> (possible: CivilDate, sure: CivilDate)
  ) -> Timeline<Finding> {
    guard case .spans(let spans) = record.values[field.slot] else {
      return Timeline(finding(record.values[field.slot] == .never ? .notMet : .undetermined, record))
    }
    let judged = spans.filter { by.contains($0.by) }.map { judge($0.ordered) }
    let possible = judged.map(\.possible).min() ?? .distantFuture
    let sure = judged.map(\.sure).min() ?? .distantFuture
    return Evaluator.between(min(possible, sure), sure, record.grade)
  }

  private func holds(_ holding: Holding) -> Timeline<Finding> {
    var result = Timeline(Finding(.notMet))
    if let days = view.unlisted(holding.filter.kind) {
      result =
        days.first.isFinite
        ? Evaluator.between(days.first, .distantFuture, .issuer) : Timeline(Finding(.undetermined))
    }
    for (record, match) in matching(holding.filter) {
      let begins = record.days(holding.begins.slot)
      let ends = record.days(holding.ends.slot)
      var held = Evaluator.inside(
        lower: begins, upper: ends.mapEnds { $0.adding(days: -holding.remainingDays) }, record.grade)
      if record.values[holding.ends.slot] == .unknown {
        held = Evaluator.between(begins.first, .distantFuture, record.grade)
      }
      if match == .maybe { held = held.map { $0.verdict == .met ? $0.with(verdict: .undetermined) : $0 } }
      result = result.combined(with: held, Finding.any)
    }
    return result
  }

  private func none(_ filter: RecordFilter) -> Timeline<Finding> {
    // An act's own kind counts strictly before the day: an attempt never counts against itself.
    let shift = filter.kind == .attempt ? 1 : 0
    var result = Timeline(Finding(.met))
    if let days = view.unlisted(filter.kind) {
      result = Timeline(Finding(days.first.isFinite ? .met : .undetermined))
      if days.first.isFinite { result.set(Finding(.undetermined), from: days.first.adding(days: shift)) }
    }
    let day = filter.kind.fields.first { $0.content == .day }
    for (record, match) in matching(filter) {
      let days = (day.map { record.days($0.slot) } ?? .always).mapEnds { $0.adding(days: shift) }
      var clear = Timeline(Finding(.met, evidence: record.grade))
      if days.first == .distantPast { clear = Timeline(finding(.undetermined, record)) }
      if days.first.isFinite { clear.set(finding(.undetermined, record), from: days.first) }
      if days.last.isFinite, match == .yes { clear.set(finding(.notMet, record), from: days.last) }
      result = result.combined(with: clear, Finding.all)
    }
    return result
  }
}

extension FactValue.Span {
  /// Without the days that would let it end before it begins.
  fileprivate var ordered: FactValue.Span {
    .init(
      by: by, begins: DayInterval(begins.first, min(begins.last, ends.last)),
      ends: DayInterval(max(ends.first, begins.first), ends.last))
  }
}

extension Timeline where Value == Finding {
  /// Every finding with the weaker of its own marks and those given for its day.
  func weakened(by marks: Timeline<Finding>?) -> Timeline<Finding> {
    guard let marks else { return self }
    return combined(with: marks) { $0.weakened(by: $1) }
  }
}
