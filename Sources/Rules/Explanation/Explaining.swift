public import Vocabulary

extension Evaluator {
  /// The evaluation tree of a requirement, sampled on a day. Call after `begin(_:_:recording: true)`.
  public func explain(_ root: Requirement.ID, on day: CivilDate) -> Explanation {
    explain(root, .open, day, .requirement, Finding(.met))
  }

  /// - Parameter marks: the weakest marks of the versions above: a part of an undated rule is never shown as stated.
  private func explain(
    _ id: Requirement.ID, _ scope: Scope, _ day: CivilDate, _ role: Explanation.Role, _ marks: Finding
  ) -> Explanation {
    let reviewBy = steps[id].reviewBy
    let line = timeline(id, scope)
    var facts: [Explanation.Fact] = []
    var sums: [Explanation.Sum] = []
    var gaps: [Explanation.Gap] = []
    var joint = Explanation.Joint.leaf
    var conflict: Conflict?
    var isStale = false
    var children: [Explanation] = []
    switch book.requirements[id].word {
    case .all(let ids):
      joint = .all
      children = ids.map { explain($0, scope, day, .requirement, marks) }
    case .any(let ids):
      joint = .any
      children = ids.map { explain($0, scope, day, .requirement, marks) }
    case .atLeastOf(_, let ids):
      joint = .atLeast
      children = ids.map { explain($0, scope, day, .requirement, marks) }
    case .some(let kind, let child):
      joint = .some
      children = view.records(kind).enumerated().map { i, record in
        explain(
          child, scope.bound(to: kind, Int32(i)), day,
          .record(record.id), marks)
      }
      if view.unlisted(kind) != nil { gaps = [.init(kind: kind, field: nil, record: nil)] }
    case .versions(let governor, let list):
      joint = .versions
      let choices = choices(governor, list, scope, day)
      isStale = choices.contains { $0.isOpenEnded } && question.asOf > reviewBy
      var seen: Set<Int> = []
      for choice in choices {
        for i in choice.candidates where seen.insert(i).inserted {
          guard let inner = list.versions[i].requirement else { continue }
          var below = marks
          if !list.versions[i].isBodys { below = below.reported }
          if !choice.isDated || choice.candidates.count > 1 { below = below.presumed }
          children.append(
            explain(inner, scope, day, .version(list.versions[i].dating, isDated: choice.isDated), below))
        }
      }
    case .conflict(let number, let readings):
      joint = .conflict
      conflict = book.conflicts[number]
      children = readings.enumerated().map { explain($0.element, scope, day, .reading($0.offset), marks) }
    case .rule(let index):
      joint = .rule
      children = [explain(book.rules[index].root, .open, day, .requirement, marks)]
    case .leaf(let leaf):
      facts = self.facts(of: leaf, scope)
      gaps = self.gaps(of: leaf, scope)
      if case .points(let rule) = leaf { sums = self.sums(of: rule, scope, day) }
      if case .eachCycle(let cycle) = leaf { children = [explainCycle(cycle, scope, day, marks)].compactMap { $0 } }
    }
    if let condition = steps[id].appliesWhen { children.append(explain(condition, scope, day, .requirement, marks)) }
    return Explanation(
      requirement: id, path: book.requirements[id].path, name: book.requirements[id].name,
      text: book.requirements[id].text, role: role,
      joint: joint, finding: line.value(on: day).withRuleMarks(atMost: marks), span: line.verdictSpan(on: day),
      citations: book.requirements[id].citations,
      facts: facts, sums: sums, gaps: gaps, conflict: conflict, isStale: isStale, children: children)
  }

  /// The choices of versions that speak on a day.
  private func choices(_ governor: Governor, _ list: VersionList, _ scope: Scope, _ day: CivilDate)
    -> [VersionList.Choice]
  {
    switch governor {
    case .day: [list.choices.value(on: day)]
    case .act(let act): [list.choices.value(on: question.pins[act] ?? day)]
    case .event(let event): list.choices.spans(in: days(of: event, scope).value(on: day)).map(\.value)
    case .oneOf(let governors), .either(let governors): governors.flatMap { choices($0, list, scope, day) }
    }
  }

  /// The duty of the cycle that decides the day: the one before the running one.
  private func explainCycle(
    _ rule: CycleRule, _ scope: Scope, _ day: CivilDate, _ marks: Finding
  ) -> Explanation? {
    let start = days(of: rule.from, scope).value(on: day)
    guard rule.months > 0, start.last.isFinite, day.isFinite, day >= start.last else { return nil }
    var k = 0
    while start.last.adding(months: rule.months * (k + 1)) <= day { k += 1 }
    // The first cycle runs on credit: show what its end will ask.
    let decides = max(0, k - 1)
    let first = start.last.adding(months: rule.months * decides)
    let last = start.last.adding(months: rule.months * (decides + 1)).previous
    let inside = Scope(
      kind: scope.kind, record: scope.record, cycle: Int32(decides), cycleDays: DayInterval(first, last))
    return explain(rule.duty, inside, last, .requirement, marks)
  }

  private func sums(of rule: PointsRule, _ scope: Scope, _ day: CivilDate) -> [Explanation.Sum] {
    let within: DayInterval
    switch rule.reach {
    case .cycle: within = scope.cycleDays
    case .period(let id):
      let state = life(id).value(on: day)
      guard state.start.first.isFinite else { return [] }
      within = DayInterval(state.start.first, state.expiry.first)
    }
    var sums = PointSums(rule)
    for (record, match) in matching(rule.filter) { sums.add(entry(record, match), on: day, inside: within) }
    let open = view.unlisted(rule.filter.kind) != nil
    func sum(_ what: String, _ pair: (low: Quantity, high: Quantity), _ needed: Quantity) -> Explanation.Sum {
      .init(what: what, low: pair.low, high: open ? .unbounded : pair.high, needed: needed, unit: rule.unit)
    }
    var result = [sum("total", sums.total, rule.total)]
    for (pair, minimum) in zip(sums.each, rule.each) { result.append(sum(minimum.word, pair, minimum.amount)) }
    if let minimum = rule.approved { result.append(sum(minimum.word, sums.approved, minimum.amount)) }
    return result
  }
}

extension Timeline where Value == Finding {
  /// The days around a day on which the verdict is the same, whatever its marks.
  public func verdictSpan(on day: CivilDate) -> DayInterval {
    let middle = index(on: day)
    let verdict = points[middle].value.verdict
    var first = middle
    while first > 0, points[first - 1].value.verdict == verdict { first -= 1 }
    var next = middle + 1
    while next < points.count, points[next].value.verdict == verdict { next += 1 }
    return DayInterval(points[first].day, next < points.count ? points[next].day.previous : .distantFuture)
  }
}
