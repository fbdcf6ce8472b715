import Vocabulary

extension FlipWalk {
  /// What would help a leaf that reads fields of the record in scope.
  func leaf(_ leaf: Leaf, _ scope: Scope, _ day: CivilDate) -> Drafts {
    switch leaf {
    case .isOneOf(let field, let accepted):
      return field.drafts(of: accepted).map { open(field, $0, scope) } ?? .nothingHelps
    case .isTrue(let field, let wanted): return open(field, .oneOf([.flag(wanted)]), scope)
    case .atLeast(let field, let amount): return atLeast(field, amount, scope)
    case .atMost(let field, let amount): return open(field, .amount(from: .zero, through: amount), scope)
    case .happened(let event): return self.event(event, in: .always, scope)
    case .window(let window): return self.window(window, scope, day)
    case .related(let relation): return related(relation, scope)
    case .holds(let holding): return holds(holding, day)
    case .points(let rule): return points(rule, scope, day)
    case .worked(let rule): return worked(rule, scope, day)
    case .attempts(let rule): return attempts(rule, day)
    case .entries(let rule): return entries(rule, scope)
    case .life(let id, let stages): return life(id, stages)
    case .none(let filter): return none(filter)
    case .inSeason(let season): return inSeason(season, day)
    case .unconditional: return .nothingNeeded
    // A known gap in the rules, or a task the rule keeps from everybody: nothing that a person does changes it.
    case .eachCycle, .notKnown, .prohibited: return .nothingHelps
    }
  }

  /// A need of a field that nobody spoke of; nothing where it is stated.
  func open(_ field: Field, _ need: Need, _ scope: Scope) -> Drafts {
    guard let record = stated(field.kind, scope), record.values[field.slot] == .unknown else { return .nothingHelps }
    return Drafts(Slot(record: record.id, field: field, isNew: blanks.contains(record.id)), need)
  }

  /// The record in scope as it was given, before the order of its dates bounds the open ones.
  func stated(_ kind: EvidenceKind, _ scope: Scope) -> EvidenceRecord? {
    guard let id = evaluator.record(kind, scope)?.id else { return nil }
    return evidence.records.first { $0.id == id }
  }

  private func atLeast(_ field: Field, _ amount: Quantity, _ scope: Scope) -> Drafts {
    let wanted = open(field, .amount(from: amount, through: .unbounded), scope)
    guard wanted.list.isEmpty, field.grows, let record = stated(field.kind, scope), !record.isFinished(asOf: asOf)
    else { return wanted }
    return Drafts(Slot(record: record.id, field: field, isNew: false), .grown(to: amount))
  }

  private func related(_ relation: Relation, _ scope: Scope) -> Drafts {
    switch relation {
    case .spanOverlaps(let field, let by, let begin, let end):
      let from = evaluator.days(of: begin, scope).points[0].value.first
      return open(field, spans(field, by, begins: from.isFinite ? min(from, asOf) : asOf), scope)
        .and(event(begin, in: .always, scope).or(settled(begin, scope), limit), limit)
        .and(event(end, in: .always, scope).or(settled(end, scope), limit), limit)
    case .spanBeginsWithin(let field, let by, _, let event, _):
      let after = evaluator.days(of: event, scope).points[0].value.last
      let known = self.event(event, in: DayInterval(.distantPast, asOf), scope).or(settled(event, scope), limit)
      return open(field, spans(field, by, begins: after.isFinite ? after : asOf), scope).and(known, limit)
    case .later(let event, let than):
      let a = evaluator.days(of: event, scope).points[0].value
      let b = evaluator.days(of: than, scope).points[0].value
      if b.isExact, b.first.isFinite { return self.event(event, in: DayInterval(b.last.next, .distantFuture), scope) }
      if a.isExact, a.first.isFinite { return self.event(than, in: DayInterval(.distantPast, a.first.previous), scope) }
      return self.event(event, in: DayInterval(asOf.next, .distantFuture), scope)
        .and(self.event(than, in: DayInterval(.distantPast, asOf), scope), limit)
    }
  }

  /// Nothing is needed of an event whose day is bounded: as it stands it may do.
  private func settled(_ event: Event, _ scope: Scope) -> Drafts {
    let days = evaluator.days(of: event, scope).points[0].value
    return days.first.isFinite || days.last.isFinite ? .nothingNeeded : .nothingHelps
  }

  private func spans(_ field: Field, _ by: Set<String>, begins: CivilDate) -> Need {
    guard case .spans(let all) = field.content else { return .oneOf([]) }
    return .oneOf(
      all.filter(by.contains).map {
        .spans([.init(by: $0, begins: DayInterval(begins), ends: DayInterval(.distantFuture))])
      })
  }
}

extension Field {
  /// The accepted words in the order of the vocabulary.
  fileprivate func drafts(of accepted: Set<String>) -> Need? {
    switch content {
    case .choice(let words): .oneOf(words.filter(accepted.contains).map { .word($0) })
    case .set(let words): .oneOf(words.filter(accepted.contains).map { .words([$0]) })
    case .name: .oneOf(accepted.sorted().map { .word($0) })
    case .day, .amount, .flag, .spans: nil
    }
  }
}
