import Vocabulary

extension FlipWalk {
  /// A card that is held: a new one without an end in sight, or what is open of a listed one.
  func holds(_ holding: Holding, _ day: CivilDate) -> Drafts {
    var result = added(
      holding.filter, [holding.begins: .day(DayInterval(.distantPast, day)), holding.ends: .oneOf([.never])])
    for record in listed(holding.filter) {
      var wanted = passing(record, holding.filter)
      if record.values[holding.begins.slot] == .unknown {
        wanted = wanted.and(Drafts(slot(record, holding.begins), .day(DayInterval(.distantPast, asOf))), limit)
      }
      if record.values[holding.ends.slot] == .unknown {
        wanted = wanted.and(Drafts(slot(record, holding.ends), .oneOf([.never])), limit)
      }
      if wanted.list != [Draft()] { result = result.or(wanted, limit) }
    }
    return result
  }

  /// No further attempt that nobody listed; a result or a day that nobody gave. Waits come from the timeline.
  func attempts(_ rule: AttemptRule, _ day: CivilDate) -> Drafts {
    var result = Drafts.nothingHelps
    for record in listed(rule.filter) {
      result = result.or(notPassing(record, rule.filter), limit)
      let field = EvidenceKind.attempt.fields.first { $0.content == .day }
      guard let field, record.values[field.slot] == .unknown else { continue }
      for wait in rule.waits {
        let ended = wait.begin(from: day)
        let before = day.adding(days: -day.days(to: ended) - 3)
        result = result.or(Drafts(slot(record, field), .day(DayInterval(.distantPast, before))), limit)
      }
    }
    return closing(.attempt, result)
  }

  /// A record of the season that runs, or of the next one.
  func inSeason(_ season: Season, _ day: CivilDate) -> Drafts {
    guard day.isFinite else { return .nothingHelps }
    let begins = season.from.last(through: day)
    let given = season.givenFrom.last(through: begins)
    return added(season.filter, [season.day: .day(DayInterval(given, max(given, day)))])
  }

  /// No such event that nobody listed; a word that nobody gave.
  func none(_ filter: RecordFilter) -> Drafts {
    var result = Drafts.nothingNeeded
    for record in listed(filter) { result = result.and(notPassing(record, filter), limit) }
    return closing(filter.kind, result.list == [Draft()] ? .nothingHelps : result)
  }

  /// Where the list is open: closing it, alone and with what the listed records need.
  private func closing(_ kind: EvidenceKind, _ drafts: Drafts) -> Drafts {
    guard evaluator.view.unlisted(kind) != nil else { return drafts }
    let close = Drafts(.close(kind))
    return drafts.or(close, limit).or(drafts.and(close, limit), limit)
  }

  /// As many further records as are missing, in one addition.
  func entries(_ rule: EntryRule, _ scope: Scope) -> Drafts {
    let within: DayInterval = rule.reach == .cycle ? scope.cycleDays : .always
    guard let day = newDay(rule.filter.kind, within) else { return .nothingHelps }
    let sure = evaluator.matching(rule.filter).filter {
      let days = $0.record.days(rule.day.slot)
      return $0.match == .yes && days.last <= max(day, asOf) && within.contains(days.first)
        && within.contains(days.last)
    }
    let missing = max(1, rule.atLeast - sure.count)
    guard missing <= 50, let one = new(rule.filter, [rule.day: .day(DayInterval(day))]) else { return .nothingHelps }
    if missing == 1 { return Drafts(.complete(one)) }
    return Drafts(
      .completeTogether((1...missing).map { one.renamed(newID(one, number: $0), grade: one.grade) }))
  }

  /// The day of a new record in reach: the day of the question, or, where the list is open, one that has passed.
  func newDay(_ kind: EvidenceKind, _ within: DayInterval) -> CivilDate? {
    if within.contains(asOf) || within.first > asOf { return max(asOf, within.first) }
    return evaluator.view.unlisted(kind).flatMap { within.intersection($0) }?.last
  }

  /// Being certified, or surely not being so.
  func life(_ id: LifeRule.ID, _ stages: Set<LifeState.Stage>) -> Drafts {
    var result = stages.contains(.current) ? certification(id) : .nothingHelps
    if stages.contains(.none), evaluator.view.unlisted(.certification) != nil {
      result = result.or(Drafts(.close(.certification)), limit)
    }
    return result
  }

  func certification(_ id: LifeRule.ID) -> Drafts {
    guard let date = EvidenceKind.certification.fields.first(where: { $0.name == "date" }) else { return .nothingHelps }
    return added(evaluator.certifications(of: id), [date: .day(DayInterval(asOf))])
  }

  /// The duty of the cycle that decides the day, or that of the running one, which decides the next.
  mutating func cycles(_ rule: CycleRule, _ scope: Scope, _ day: CivilDate) -> Drafts {
    let start = evaluator.days(of: rule.from, scope).value(on: day)
    guard start.isExact, start.first.isFinite else {
      return event(rule.from, in: DayInterval(.distantPast, day), scope)
    }
    guard start.first <= day else { return .nothingHelps }
    var running = 0
    while start.first.adding(months: rule.months * (running + 1)) <= day { running += 1 }
    var result = duty(rule, max(0, running - 1), start.first, scope)
    if running > 0 { result = result.or(duty(rule, running, start.first, scope).later, limit) }
    return result
  }

  private mutating func duty(_ rule: CycleRule, _ number: Int, _ start: CivilDate, _ scope: Scope) -> Drafts {
    let first = start.adding(months: rule.months * number)
    let last = start.adding(months: rule.months * (number + 1)).previous
    let inside = Scope(
      kind: scope.kind, record: scope.record, cycle: Int32(number), cycleDays: DayInterval(first, last))
    return drafts(rule.duty, inside, last, part: nil)
  }
}
